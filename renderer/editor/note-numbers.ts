import type { Node } from 'prosemirror-model'
import { editorNumbers, keepsOrder, lastPages } from '../../shared/document/note-order.ts'

/** The numbers of the editor's notes and the pages where their words end, as they were last written: one that comes, goes or moves changes those after it. */
export class NoteNumbers {
  /** How many editor's notes and queries there are: where there are none, nothing is asked. */
  count = 0
  #numbers: ReadonlyMap<string, number> = new Map()
  #lastPages: ReadonlyMap<string, string> = new Map()
  /** The text of which these are the numbers. */
  #of: Node | null = null

  get all(): ReadonlyMap<string, number> {
    return this.#numbers
  }

  /** Whether a passage, by its id, ends on a page; what is no passage of the text stands where it is. */
  endsOn(passage: string | undefined, page: string): boolean {
    return (this.#lastPages.get(passage ?? '') ?? page) === page
  }

  /** Takes the numbers of the text as it is now; whether any is another than before, or called on another page. */
  renew(doc: Node): boolean {
    const now = this.count > 0 ? doc : null
    const kept = this.#of === now || (this.#of !== null && now !== null && keepsOrder(this.#of, now))
    this.#of = now
    if (kept) return false
    const numbers = now ? editorNumbers(now) : new Map<string, number>()
    const pages = now ? lastPages(now) : new Map<string, string>()
    const same = isSame(this.#numbers, numbers) && isSame(this.#lastPages, pages)
    this.#numbers = numbers
    this.#lastPages = pages
    return !same
  }
}

function isSame<Value>(before: ReadonlyMap<string, Value>, now: ReadonlyMap<string, Value>): boolean {
  return now.size === before.size && [...now].every(([id, value]) => before.get(id) === value)
}
