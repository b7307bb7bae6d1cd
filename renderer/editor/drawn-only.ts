import type { Transaction } from 'prosemirror-state'
import { DOUBT_LINES } from './doubt-lines.ts'
import { FOUND } from './found.ts'
import { MEND_TICKS } from './mend-ticks.ts'

const DRAWN = [FOUND, MEND_TICKS, DOUBT_LINES]

/** Whether a transaction only changes what is drawn in the text: what the find bar marks, ticks, lines under doubts. Nothing beside the text follows it. */
export const isDrawnOnly = (tr: Transaction): boolean => DRAWN.some((key) => tr.getMeta(key) !== undefined)
