import type { SourceRange } from '../model/source.ts'
import type { Transcript } from '../model/transcript.ts'
import type { Speller } from '../text/speller.ts'
import { NO_SPELLER } from '../text/speller.ts'
import { type CollectionWords, NO_COLLECTION } from './collection-words.ts'
import type { Doubt, DoubtKind, Finding } from './doubt.ts'
import { foreignIn } from './foreign.ts'
import { handwritingIn } from './handwriting.ts'
import { languageOfPapers } from './language.ts'
import { lexiconOf } from './lexicon.ts'
import type { DoubtMemory } from './memory.ts'
import { datesOfPapers } from './paper-dates.ts'
import { type Passage, passagesOf, touches } from './passage.ts'
import type { Rule, Surroundings } from './rule.ts'
import { RULES_ACROSS, RULES_WITHIN } from './rules.ts'

/** What is known besides the transcript. */
export interface DoubtsKnowing {
  /** By the first part of a language's tag: `en`. A language without one has no doubts of spelling. */
  readonly spellers: Readonly<Record<string, Speller>>
  readonly collection?: CollectionWords
  /** Keys of doubts that a person has declared right. */
  readonly settled?: ReadonlySet<string>
  /** What was found before with the same spellers and the same collection: only passages that changed are gone through anew. */
  readonly memory?: DoubtMemory
}

/** A doubt, and the paper that it stands in (its number in the file, from 0). */
interface DoubtIn {
  readonly doubt: Doubt
  readonly paper: number
}

/** Below this a doubt costs more than it finds: on a page without an error that is sure, and on one that is full of them. */
const LEAST = 0.33
const LEAST_AMONG_MANY = 0.15
const SPELLING: ReadonlySet<DoubtKind> = new Set(['nonword', 'parted', 'joined', 'realword'])
/** As many sure ones among the words of a paper make it one that was badly read. */
const MANY = 0.02
const SURE = 0.85

/**
 * The places of a transcript that are worth a second look, best first. Each has a key that stays the same as long as the machine transcript
 * does. Nothing is stated and nothing changed by it; the same in gives the same out.
 */
export function doubtsOf(
  transcript: Transcript,
  { spellers, collection = NO_COLLECTION, settled, memory }: DoubtsKnowing,
): readonly Doubt[] {
  const passages = passagesOf(transcript)
  const languages = languageOfPapers(transcript, passages)
  const counts = countsIn(passages)
  const dates = datesOfPapers(transcript, passages)
  const lexicons = new Map(
    [...new Set(languages)].map((language) => [language, lexiconOf(spellers[language] ?? NO_SPELLER, collection)]),
  )
  const found = passages.flatMap((passage, at): readonly DoubtIn[] => {
    const around: Surroundings = {
      passages,
      lexicon: lexicons.get(languages[passage.paper] ?? '')!,
      countInFile: (small) => counts.get(small)?.times ?? 0,
      firstInFile: (small) => counts.get(small)?.first ?? -1,
      date: dates[passage.paper] ?? null,
    }
    const foreign = foreignIn(passage, around.lexicon.language)
    const by = (rules: readonly Rule[]) => rules.flatMap((rule) => rule(passage, around))
    const beside = [passages[at - 1], passages[at + 1]] as const
    const known = memory?.findings(passage, beside, [around.lexicon.language, around.date], () => by(RULES_WITHIN))
    const findings = [...(known ?? by(RULES_WITHIN)), ...by(RULES_ACROSS)].filter(
      (finding) =>
        finding.score >= LEAST_AMONG_MANY &&
        finding.to > finding.from &&
        !touches(passage.settled, finding) &&
        !(SPELLING.has(finding.kind) && touches(foreign, finding)),
    )
    return together([...findings, ...handwritingIn(passage, findings)]).flatMap((group) => {
      const doubt = doubtOf(group, passage)
      return doubt === null ? [] : [{ doubt, paper: passage.paper }]
    })
  })
  const least = leastOf(found, passages)
  return found
    .filter(({ doubt, paper }) => doubt.score >= least(paper) && !settled?.has(doubt.key))
    .map(({ doubt }) => doubt)
    .sort((a, b) => b.score - a.score || byPlace(a.source, b.source) || (a.key < b.key ? -1 : 1))
}

function countsIn(passages: readonly Passage[]): ReadonlyMap<string, { readonly times: number; readonly first: number }> {
  const counts = new Map<string, { times: number; first: number }>()
  let number = 0
  for (const { tokens } of passages) {
    for (const { small } of tokens) {
      const before = counts.get(small)
      if (before) before.times += 1
      else counts.set(small, { times: 1, first: number })
      number += 1
    }
  }
  return counts
}

/** How much must speak for a doubt in a paper: less where much was misread. Sure ones count whether they are settled or not. */
function leastOf(found: readonly DoubtIn[], passages: readonly Passage[]) {
  const words = new Map<number, number>()
  for (const { paper, tokens } of passages) words.set(paper, (words.get(paper) ?? 0) + tokens.length)
  const sure = new Map<number, number>()
  for (const { doubt, paper } of found) if (doubt.score >= SURE) sure.set(paper, (sure.get(paper) ?? 0) + 1)
  return (paper: number) => {
    const share = Math.min(1, (sure.get(paper) ?? 0) / Math.max(words.get(paper) ?? 0, 100) / MANY)
    return LEAST - (LEAST - LEAST_AMONG_MANY) * share
  }
}

const byPlace = (a: SourceRange, b: SourceRange) => a[0] - b[0] || a[1] - b[1] || a[2] - b[2]

/** Findings that touch are one doubt: the best leads, the others give their reasons. */
function together(found: readonly Finding[]): readonly (readonly Finding[])[] {
  const groups: Finding[][] = []
  const led = found.map((finding) => leading(finding, found))
  const ordered = led.sort((a, b) => b.score - a.score || b.to - b.from - (a.to - a.from) || a.from - b.from)
  for (const finding of ordered) {
    const group = groups.find(([first]) => first!.from < finding.to && finding.from < first!.to)
    if (group) group.push(finding)
    else groups.push([finding])
  }
  return groups
}

/** A whole greeting, or a whole word in pieces, goes before a word or a piece within it, and is as sure as they are. */
function leading(finding: Finding, found: readonly Finding[]): Finding {
  const { kind, from, to, score } = finding
  if (score < 0.5 || (kind !== 'genre' && kind !== 'parted')) return finding
  const within = found.filter((one) => one !== finding && from <= one.from && one.to <= to && one.to - one.from < to - from)
  return within.length === 0
    ? finding
    : { ...finding, score: Math.max(score, ...within.map((one) => Math.min(0.99, one.score + 0.001))) }
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
