/** Why a stretch of the machine transcript is not text of the paper. It can still be cited as evidence. */
export const UNUSED_REASONS = {
  'machine-loop': 'machine loop',
  'scanner-noise': 'scanner noise',
  duplicate: 'duplicate',
  'machine-description': 'the machine’s own description',
  markup: 'sign of Markdown, set aside at import',
  'not-part': 'not part of the record',
  'not-determined': 'not determined: check the paper',
  'page-furniture': 'page number or running head',
  deleted: 'deleted',
} as const

export type UnusedReason = keyof typeof UNUSED_REASONS
