import type { Node } from 'prosemirror-model'
import { editorNumbers, keepsOrder } from '../../shared/document/note-order.ts'

/** The numbers of the editor's notes, as they were last written: one that comes, goes or moves changes those after it. */
export class NoteNumbers {
  /** How many editor's notes there are: where there are none, nothing is asked. */
  count = 0
  #numbers: ReadonlyMap<string, number> = new Map()
  /** The text of which these are the numbers. */
  #of: Node | null = null

  get all(): ReadonlyMap<string, number> {
    return this.#numbers
  }

  /** Takes the numbers of the text as it is now; whether any is another than before. */
  renew(doc: Node): boolean {
    const now = this.count > 0 ? doc : null
    const kept = this.#of === now || (this.#of !== null && now !== null && keepsOrder(this.#of, now))
    this.#of = now
    if (kept) return false
    const numbers = now ? editorNumbers(now) : new Map<string, number>()
    const same = numbers.size === this.#numbers.size && [...numbers].every(([id, number]) => this.#numbers.get(id) === number)
    this.#numbers = numbers
    return !same
  }
}
