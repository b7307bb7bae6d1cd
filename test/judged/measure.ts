import type { JudgedPaper } from './paper.ts'

/** So many of so many; `of` 0: there was nothing to measure. */
export interface Share {
  readonly right: number
  readonly of: number
}

/** A line of the judge's table. `count`: a number that should be small, `of` being what it is counted over. */
export interface Measure {
  readonly what: string
  readonly share: Share
  readonly as: 'share' | 'count'
}

/** A subject of the judge: what is measured over a half. One module each, listed in `judge.ts`. */
export interface Subject {
  readonly name: string
  readonly measure: (papers: readonly JudgedPaper[]) => readonly Measure[]
}

export const share = (what: string, right: number, of: number): Measure => ({ what, share: { right, of }, as: 'share' })
export const count = (what: string, right: number, of: number): Measure => ({ what, share: { right, of }, as: 'count' })
