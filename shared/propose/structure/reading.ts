import { type Layer, UNKNOWN_MANUSCRIPT } from '../../model/hand.ts'
import type { UnusedReason } from '../../vocabulary/unused.ts'
import type { ProposedRole } from '../proposal.ts'

/** What one line, or a stretch of one, seems to be. */
export interface Reading {
  readonly role: ProposedRole | null
  readonly layer: Layer
  readonly hand: string | null
  readonly confidence: number
  readonly reason: string
  readonly setAside: UnusedReason | null
}

export const typed = (role: ProposedRole | null, confidence: number, reason: string): Reading => ({
  role,
  layer: 'typed',
  hand: null,
  confidence,
  reason,
  setAside: null,
})

export const ofLayer = (layer: Layer, role: ProposedRole | null, confidence: number, reason: string): Reading => ({
  ...typed(role, confidence, reason),
  layer,
})

/** Handwriting: by a hand of the register only where its initials stand in it. */
export const handwritten = (
  role: ProposedRole,
  confidence: number,
  reason: string,
  hand: string = UNKNOWN_MANUSCRIPT.id,
): Reading => ({ ...typed(role, confidence, reason), layer: 'handwritten', hand })

export const aside = (setAside: UnusedReason, confidence: number, reason: string): Reading => ({
  ...typed(null, confidence, reason),
  layer: 'unknown',
  setAside,
})

/** Neither role nor layer is proposed. */
export const abstained = (reason: string): Reading => ({ ...typed(null, 0, reason), layer: 'unknown' })
