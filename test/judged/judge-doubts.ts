import type { Doubt } from '../../shared/doubt/doubt.ts'
import { doubtsOf } from '../../shared/doubt/doubts-of.ts'
import type { Speller } from '../../shared/text/speller.ts'
import { allSpellers, fromMachine } from '../support/doubts.ts'
import { count, type Subject, share } from './measure.ts'
import { ERROR_KINDS, type ErrorKind, type JudgedPaper } from './paper.ts'

/** Of the errors of a kind: how many there are, how many a doubt touches, and how many have the right reading first, or among the proposals. */
export interface KindFigures {
  readonly errors: number
  readonly queued: number
  readonly rightFirst: number
  readonly rightAtAll: number
}

export interface DoubtFigures {
  readonly kinds: Readonly<Record<ErrorKind, KindFigures>>
  readonly all: KindFigures
  /** Of papers with ten errors or more: how many there are, and how many of all their first tens are true. */
  readonly tens: number
  readonly trueInTens: number
  /** Of the first n doubts of each paper, n being its errors but ten at most: how many there are, and how many are true. */
  readonly first: number
  readonly trueFirst: number
  /** Words and doubts of clean papers; and the most doubts on a page of 350 words of one of them. */
  readonly cleanWords: number
  readonly cleanDoubts: number
  readonly worstClean: number
  /** Doubts on the papers that are not clean, and how many of them are true. */
  readonly doubts: number
  readonly trueDoubts: number
}

/** What is doubted in a paper as it comes from the machine, by somebody who knows nothing of it. */
export function doubtsInPaper({ name, text }: JudgedPaper, spellers: Readonly<Record<string, Speller>>): readonly Doubt[] {
  return doubtsOf(fromMachine(text, `${name}.txt`), { spellers })
}

const isTouched = ({ source: [, start, end] }: Doubt, stretch: { readonly start: number; readonly end: number }) =>
  start < stretch.end && stretch.start < end

/** Whether a doubt stands where the machine erred. */
export const isTrue = (doubt: Doubt, { errors }: JudgedPaper) => errors.some((error) => isTouched(doubt, error))
/** Whether nothing is owed and nothing is false there: a slip of the paper's own. */
export const isNeither = (doubt: Doubt, { slips }: JudgedPaper) => slips.some((slip) => isTouched(doubt, slip))

/** What the mended text reads where a proposal of a doubt is taken, against what stands on the paper. */
function isRight(doubt: Doubt, proposal: string, { text, errors }: JudgedPaper): boolean {
  const [, start, end] = doubt.source
  const near = errors.filter((error) => isTouched(doubt, error))
  const from = Math.min(start, ...near.map((error) => error.start))
  const to = Math.max(end, ...near.map((error) => error.end))
  let should = ''
  let at = from
  for (const error of near) {
    should += text.slice(at, error.start) + error.should
    at = error.end
  }
  should += text.slice(at, to)
  return text.slice(from, start) + proposal + text.slice(end, to) === should
}

const EMPTY: KindFigures = { errors: 0, queued: 0, rightFirst: 0, rightAtAll: 0 }

export function judgeDoubts(papers: readonly JudgedPaper[], spellers: Readonly<Record<string, Speller>>): DoubtFigures {
  const kinds = Object.fromEntries(ERROR_KINDS.map((kind) => [kind, { ...EMPTY }])) as Record<ErrorKind, KindFigures>
  const all = { ...EMPTY }
  const tens: number[] = []
  let [first, trueFirst, cleanWords, cleanDoubts, worstClean, counted, trueCount] = [0, 0, 0, 0, 0, 0, 0]
  for (const paper of papers) {
    const doubts = doubtsInPaper(paper, spellers).filter((doubt) => !isNeither(doubt, paper))
    const marks = doubts.map((doubt) => isTrue(doubt, paper))
    if (paper.isClean) {
      const words = paper.text.match(/\S+/g)?.length ?? 0
      cleanWords += words
      cleanDoubts += doubts.length
      worstClean = Math.max(worstClean, (doubts.length / Math.max(words, 350)) * 350)
      continue
    }
    counted += doubts.length
    trueCount += marks.filter(Boolean).length
    for (const error of paper.errors) {
      const here = doubts.filter((doubt) => isTouched(doubt, error))
      const rightFirst = here.some((doubt) => doubt.proposals[0] !== undefined && isRight(doubt, doubt.proposals[0], paper))
      const rightAtAll = here.some((doubt) => doubt.proposals.some((proposal) => isRight(doubt, proposal, paper)))
      for (const figures of [all, kinds[error.kind]] as { -readonly [Key in keyof KindFigures]: number }[]) {
        figures.errors += 1
        if (here.length > 0) figures.queued += 1
        if (rightFirst) figures.rightFirst += 1
        if (rightAtAll) figures.rightAtAll += 1
      }
    }
    const most = Math.min(10, paper.errors.length)
    first += most
    trueFirst += marks.slice(0, most).filter(Boolean).length
    if (paper.errors.length >= 10) tens.push(marks.slice(0, 10).filter(Boolean).length)
  }
  return {
    kinds,
    all,
    tens: tens.length,
    trueInTens: tens.reduce((sum, one) => sum + one, 0),
    first,
    trueFirst,
    cleanWords,
    cleanDoubts,
    worstClean,
    doubts: counted,
    trueDoubts: trueCount,
  }
}

const spellers = await allSpellers()

/** The doubts' rows of the judge's table. Papers that are clean count for false alarms alone. */
export const DOUBTS: Subject = {
  name: 'doubts',
  measure(papers) {
    const figures = judgeDoubts(papers, spellers)
    const { all, kinds } = figures
    return [
      share('true errors queued', all.queued, all.errors),
      ...ERROR_KINDS.map((kind) => share(`  ${KINDS[kind]}`, kinds[kind].queued, kinds[kind].errors)),
      share('  with the right reading first', all.rightFirst, all.errors),
      count('of the first ten true', figures.trueInTens, figures.tens),
      share('of the first as many as there are errors, true', figures.trueFirst, figures.first),
      share('of all doubts true', figures.trueDoubts, figures.doubts),
      count('false alarms on a clean page of 350 words', figures.cleanDoubts, figures.cleanWords / 350),
      count('  on the worst clean paper', figures.worstClean, 1),
    ]
  },
}

const KINDS: Readonly<Record<ErrorKind, string>> = {
  nonword: 'no word',
  parted: 'a word in pieces',
  joined: 'words run together',
  realword: 'another word',
  number: 'a number',
}
