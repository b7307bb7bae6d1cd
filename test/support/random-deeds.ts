import type { Hand } from '../../shared/model/hand.ts'
import { MARK_NAMES } from '../../shared/vocabulary/marks.ts'
import { PAGE_STATES, type PageState } from '../../shared/vocabulary/page.ts'

/** Every annotation that stands on words by itself: those of the errors and of passages have commands of their own. */
export const TAGS = MARK_NAMES.filter((name) => name !== 'passage' && name !== 'correction')

/** The states that a page may be stated to be in. */
export const STATES = Object.keys(PAGE_STATES) as readonly PageState[]

export interface Deed {
  readonly kind: (typeof DEEDS)[number]
  readonly a: number
  readonly b: number
  readonly c: number
}

export const DEEDS = [
  'type', 'type', 'overtype', 'delete', 'delete-across', 'split', 'join', 'tag', 'tag', 'untag', 'correct', 'lift', 'lift', 'lift-pieces', 'put-back',
  'put-back', 'set-aside', 'restore', 'gap', 'move-block', 'move-page', 'split-page', 'turn-at-markers', 'join-pages', 'insert-page', 'take-page-away', 'cut', 'cut', 'paste', 'paste', 'copy', 'paste-other-paper', 'paste-foreign', 'paste-plain', 'drag', 'drag-copy', 'clear', 'role', 'reattach',
  'begin-paper', 'join-papers', 'editor-note', 'editor-note', 'editor-note', 'call-again', 'refer', 'pen-mark', 'facts', 'merge-hands', 'restore-reading', 'restore-place', 'restore-page', 'whose-error', 'footnote', 'undo', 'undo', 'redo',
] as const // biome-ignore format: one table

/** The hands that the deeds give: what a file of this work must carry. */
export const HANDS_AT_WORK: readonly Hand[] = (['mt', 'ajc', 'tw'] as const).map((id) => ({
  id,
  name: id,
  badge: id,
  medium: id === 'tw' ? 'typewriter' : 'manuscript',
  person: null,
}))

/** Deeds after which every letter that stayed keeps exactly the annotations it had. The others move blocks whole or change annotations. */
export const KEEPS_MARKS: ReadonlySet<string> = new Set([
  'type',
  'overtype',
  'delete',
  'delete-across',
  'split',
  'join',
  'set-aside',
  'gap',
  'copy',
  'role',
])
