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

/** How text comes to be set aside for each: a person chooses the reason, an importer reads a sign, or the words were deleted. */
export const SET_ASIDE_BY: Readonly<Record<UnusedReason, 'choice' | 'import' | 'deleting'>> = {
  'machine-loop': 'choice',
  'scanner-noise': 'choice',
  duplicate: 'choice',
  'machine-description': 'choice',
  markup: 'import',
  'not-part': 'choice',
  'not-determined': 'choice',
  'page-furniture': 'choice',
  deleted: 'deleting',
}

/** Every reason that is offered where text is set aside: deleting is one that nobody chooses. */
export const OFFERED_REASONS = (Object.keys(UNUSED_REASONS) as UnusedReason[]).filter(
  (reason) => SET_ASIDE_BY[reason] !== 'deleting',
)

/** What is not the paper's and not a sign of the file: the machine wrote it, and there it wrote nothing that the paper reads. */
export const MACHINE_MADE: Readonly<Record<UnusedReason, boolean>> = {
  'machine-loop': true,
  'scanner-noise': true,
  duplicate: false,
  'machine-description': true,
  markup: false,
  'not-part': false,
  'not-determined': false,
  'page-furniture': false,
  deleted: true,
}
