import type { MarkName } from '../vocabulary/marks.ts'

const READINGS = { tei: true, html: true } as const
const NEVER = { tei: false, html: false } as const

/**
 * Which annotations are never cut by one that may be: those that set one reading against another, and in the reading edition those that
 * stand in brackets. A new one does not compile until it stands here.
 */
const WHOLE: Readonly<Record<MarkName, { readonly tei: boolean; readonly html: boolean }>> = {
  correction: READINGS,
  emendation: READINGS,
  undetermined: READINGS,
  supplied: { tei: false, html: true },
  unclear: NEVER,
  add: NEVER,
  del: NEVER,
  persName: NEVER,
  orgName: NEVER,
  placeName: NEVER,
  title: NEVER,
  event: NEVER,
  term: NEVER,
  cited: NEVER,
  foreign: NEVER,
  date: NEVER,
  withheld: NEVER,
  passage: NEVER,
}

/** Whether an annotation keeps its words in one element where others overlap it. */
export function staysWhole(type: string, edition: 'tei' | 'html'): boolean {
  return WHOLE[type as MarkName][edition]
}
