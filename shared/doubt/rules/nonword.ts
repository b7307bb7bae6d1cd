import { type Candidate, candidatesFor } from '../candidates.ts'
import type { Finding } from '../doubt.ts'
import { besideName, isCapitalLine, nearNameInFile } from '../names.ts'
import type { Passage } from '../passage.ts'
import { beside, caseOf, inCaseOf, type Rule, type Surroundings } from '../rule.ts'
import type { Token } from '../tokens.ts'
import { signsInWord } from './signs-in-word.ts'

/** Words that neither the dictionary of the paper's language nor the collection has. A name is no doubt because it is not known. */
export const nonword: Rule = (passage, around) => {
  if (!around.lexicon.hasDictionary) return []
  return passage.tokens.flatMap((token, index): readonly Finding[] => {
    const signs = token.kind === 'initials' ? null : signsInWord(token, around.lexicon)
    if (signs !== null) return [signs]
    if (token.kind !== 'word' || token.text.length < 2 || around.lexicon.knows(token.text)) return []
    if (/^x+$/i.test(token.text) || isParticle(passage, index) || isTypist(passage, token)) return []
    const tail = /(?<=..)['’]s$/iu.exec(token.text)?.[0] ?? ''
    const stem = tail === '' ? token.small : token.small.slice(0, -tail.length)
    const sides = beside(passage, index)
    const candidates = candidatesFor(stem, sides, around.lexicon, caseOf(token.text))
    const inFile = nearNameInFile(token, around)
    const score = Math.max(scoreOf(passage, index, candidates, around), inFile === null ? 0 : 0.6)
    const words = candidates.map(({ word }) => inCaseOf(properly(word, around), token.text) + tail)
    return [
      {
        from: token.from,
        to: token.to,
        kind: 'nonword',
        reason:
          inFile === null
            ? reasonFor(token, candidates[0])
            : `“${token.text}” looks like “${inFile}”, which stands elsewhere in this file.`,
        proposals: inFile === null ? words : [inFile, ...words],
        score,
        word: token.small,
      },
    ]
  })
}

function reasonFor({ text }: Token, best: Candidate | undefined): string {
  if (best?.by === 'collection') return `“${text}” was mended to “${best.word}” elsewhere in this collection.`
  const known = `“${text}” is neither in the dictionary nor in the collection.`
  return best?.by === 'shape' ? `${known} “${best.word}” looks much like it.` : known
}

/** A name that the collection has keeps its capital. */
function properly(word: string, { lexicon }: Surroundings): string {
  return lexicon.isName(word) && !lexicon.knows(word) ? word.charAt(0).toUpperCase() + word.slice(1) : word
}

/** Initials of whoever typed it, in small letters: `PRM/jk`, or on a line by themselves. */
function isTypist({ text }: Passage, { from, to, small }: Token): boolean {
  if (small.length > 3 || text.slice(from, to) !== small) return false
  if (/[\p{L}\d][/:]$/u.test(text.slice(0, from)) && !/^[\p{L}\d]/u.test(text.slice(to))) return true
  const start = text.lastIndexOf('\n', from - 1) + 1
  const line = text.slice(start, to + 1).trim()
  return /^[A-Z]{2,4}[/:;\- ]*\p{Ll}{2,3}$/u.test(line) || (line === small && !/\S/.test(text.slice(to).split('\n')[0] ?? ''))
}

const PARTICLES = new Set('de von van der den du la le des di da del el al bin ibn ben zu af av ter ten y e'.split(' '))

/** `de Querol`, `van der Byl`. */
function isParticle({ tokens }: Passage, index: number): boolean {
  const next = tokens[index + 1]
  const isOne = PARTICLES.has(tokens[index]!.small) && next?.kind === 'word' && /^\s+$/.test(next.gap)
  return isOne && (caseOf(next.text) !== 'small' || PARTICLES.has(next.small))
}

function scoreOf(passage: Passage, index: number, candidates: readonly Candidate[], around: Surroundings): number {
  const token = passage.tokens[index]!
  const best = candidates[0]
  if (best?.by === 'collection') return 0.97
  const { lexicon } = around
  const frequency = best === undefined ? 0 : lexicon.isCounted ? lexicon.frequency(best.word) : 25
  const times = around.countInFile(token.small)
  // a machine that repeats one misreading is rarer than a word that nobody has in a dictionary
  const often = times > 3 ? 0.5 : times > 1 ? 0.8 : 1
  switch (caseOf(token.text)) {
    case 'small':
      return often * (best === undefined ? 0.62 : best.by === 'shape' ? 0.95 : best.by === 'letter' ? 0.88 : 0.8)
    case 'title':
      return often * titled(passage, index, best, frequency, around)
    case 'caps':
      return often * inCapitals(passage, token, best, frequency)
    default:
      return /^(?:\p{Lu}{1,3}\p{Lu}\p{Ll}+|(?:Mc|Mac|O['’]|D['’]|Fitz|De|Le|La|Van|Von)\p{Lu}.*|\p{Ll}['’]\p{Lu}.*)$/u.test(
        token.text,
      )
        ? 0.12
        : 0.6
  }
}

function titled(
  passage: Passage,
  index: number,
  best: Candidate | undefined,
  frequency: number,
  { lexicon }: Surroundings,
): number {
  const token = passage.tokens[index]!
  const isNear = besideName(passage, index)
  if (best === undefined) return token.isFirst && !isNear ? 0.22 : 0.1
  const shape = best.by === 'shape' ? 1 : best.by === 'letter' ? 0.6 : 0.3
  if (lexicon.isName(best.word)) return isNear && best.by !== 'shape' ? 0.3 : 0.8 * shape
  const common = frequency > 20 ? 1 : frequency > 3 ? 0.7 : 0.35
  const size = Math.min(1, (token.text.length - 1) / 5)
  if (token.isFirst && !isNear) return 0.85 * shape * common * size + 0.1
  // a rank, an office or a place is misread as often as other words: `Ladv`, `Secretarv`
  return (isNear ? 0.4 : 0.7) * shape * common * size
}

function inCapitals(passage: Passage, token: Token, best: Candidate | undefined, frequency: number): number {
  const isAllCaps = isCapitalLine(passage, token)
  const size = token.text.length
  if (best === undefined) return isAllCaps && size > 6 ? 0.2 : 0.1
  const shape = best.by === 'shape' ? 1 : best.by === 'letter' ? 0.85 : 0.5
  const common = frequency > 5 ? 1 : frequency > 1 ? 0.8 : 0.5
  if (isAllCaps) return 0.85 * shape * common * (size > 4 ? 1 : size > 3 ? 0.6 : 0.35)
  return 0.6 * shape * common * (size > 5 ? 1 : size > 4 ? 0.5 : 0.15)
}
