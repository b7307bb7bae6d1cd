import type { SourceRange } from '../model/source.ts'
import type { Transcript } from '../model/transcript.ts'
import type { Speller } from '../text/speller.ts'
import { NO_SPELLER } from '../text/speller.ts'
import { type CollectionWords, NO_COLLECTION } from './collection-words.ts'
import type { Doubt, Finding } from './doubt.ts'
import { languageOfPapers } from './language.ts'
import { lexiconOf } from './lexicon.ts'
import { type Passage, passagesOf, touches } from './passage.ts'
import type { Surroundings } from './rule.ts'
import { RULES } from './rules.ts'

/** What is known besides the transcript. */
export interface DoubtsKnowing {
  /** By the first part of a language's tag: `en`. A language without one has no doubts of spelling. */
  readonly spellers: Readonly<Record<string, Speller>>
  readonly collection?: CollectionWords
  /** Keys of doubts that a person has declared right. */
  readonly settled?: ReadonlySet<string>
}

/** Below this a doubt costs more than it finds. */
const LEAST = 0.25

/**
 * The places of a transcript that are worth a second look, best first. Each has a key that stays the same as long as the machine transcript
 * does. Nothing is stated and nothing changed by it; the same in gives the same out.
 */
export function doubtsOf(
  transcript: Transcript,
  { spellers, collection = NO_COLLECTION, settled }: DoubtsKnowing,
): readonly Doubt[] {
  const passages = passagesOf(transcript)
  const languages = languageOfPapers(transcript, passages)
  const counts = countsIn(passages)
  const lexicons = new Map(
    [...new Set(languages)].map((language) => [language, lexiconOf(spellers[language] ?? NO_SPELLER, collection)]),
  )
  const doubts = passages.flatMap((passage) => {
    const around: Surroundings = {
      passages,
      lexicon: lexicons.get(languages[passage.paper] ?? '')!,
      countInFile: (small) => counts.get(small) ?? 0,
      date: null,
    }
    const found = RULES.flatMap((rule) => rule(passage, around)).filter(
      ({ from, to, score }) => score >= LEAST && to > from && !touches(passage.settled, { from, to }),
    )
    return together(found).flatMap((group) => {
      const doubt = doubtOf(group, passage)
      return doubt === null || settled?.has(doubt.key) ? [] : [doubt]
    })
  })
  return doubts.sort((a, b) => b.score - a.score || byPlace(a.source, b.source) || (a.key < b.key ? -1 : 1))
}

function countsIn(passages: readonly Passage[]): ReadonlyMap<string, number> {
  const counts = new Map<string, number>()
  for (const { tokens } of passages) for (const { small } of tokens) counts.set(small, (counts.get(small) ?? 0) + 1)
  return counts
}

const byPlace = (a: SourceRange, b: SourceRange) => a[0] - b[0] || a[1] - b[1] || a[2] - b[2]

/** Findings that touch are one doubt: the best leads, the others give their reasons. */
function together(found: readonly Finding[]): readonly (readonly Finding[])[] {
  const groups: Finding[][] = []
  const ordered = [...found].sort((a, b) => b.score - a.score || a.from - b.from || b.to - a.to)
  for (const finding of ordered) {
    const group = groups.find(([first]) => first!.from < finding.to && finding.from < first!.to)
    if (group) group.push(finding)
    else groups.push([finding])
  }
  return groups
}

function doubtOf(group: readonly Finding[], passage: Passage): Doubt | null {
  const [first] = group as [Finding]
  const { from, to, kind, score, word } = first
  const source = passage.sourceOf(from, to)
  if (source === null) return null
  const text = passage.text.slice(from, to)
  const like = group.filter((one) => one.from === from && one.to === to)
  return {
    key: `${source[0]}:${source[1]}:${text}`,
    word: word ?? null,
    kind,
    block: passage.id,
    from,
    to,
    source,
    text,
    reasons: [...new Set(group.map(({ reason }) => reason))],
    proposals: [...new Set(like.flatMap(({ proposals }) => proposals))],
    score: Math.round(score * 1000) / 1000,
    isHandwritten: passage.layer === 'handwritten',
  }
}
