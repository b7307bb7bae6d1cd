import type { Node } from 'prosemirror-model'
import { objectsOf } from '../../shared/document/access.ts'
import { type AnchorIndex, anchorIndexOf, type Standing } from '../../shared/document/anchor-index.ts'
import { keepsAnchors } from '../../shared/document/note-order.ts'

/** Where the notes stand, as the AnchorIndex has it. It is asked again only after something changed that a place may depend on: not for a letter. */
export class StandingNotes {
  #index: AnchorIndex = new Map()
  #drawnOn: ReadonlyMap<string, readonly string[]> = new Map()
  /** The text of which these are the places. */
  #of: Node | null = null

  /** Takes the places in the text as it is now; whether any may be another than before. */
  renew(now: Node): boolean {
    const kept = this.#of !== null && keepsAnchors(this.#of, now)
    this.#of = now
    if (kept) return false
    this.#index = anchorIndexOf(now)
    const drawnOn = new Map<string, string[]>()
    for (const { attrs } of objectsOf(now)) {
      const { on, page, paper } = this.#index.get(attrs.id)!
      const place = on === 'page' ? page : on === 'paper' ? paper : null
      if (place !== null) drawnOn.set(place, [...(drawnOn.get(place) ?? []), attrs.id])
    }
    this.#drawnOn = drawnOn
    return true
  }

  /** All of it but the position, which moves with every letter. */
  get(id: string): Omit<Standing, 'pos'> | undefined {
    return this.#index.get(id)
  }

  /** Ids of the notes that are drawn on this page, or this whole paper, in the order of the margin. */
  drawnOn(place: string | null): readonly string[] {
    return (place !== null && this.#drawnOn.get(place)) || []
  }
}
