import type { Command } from 'prosemirror-state'
import { bodyOf } from '../document/access.ts'
import type { Collation } from '../model/transcript.ts'
import { COMMAND } from '../state/meta.ts'

const sameAs = (a: Collation) => (b: Collation) => a.against === b.against && a.who === b.who && a.when === b.when

/** Records that these pages (by id) were collated, beside what is recorded of them already. No word is touched. Refused where it is all recorded. */
export function collate(pages: ReadonlySet<string>, collation: Collation): Command {
  return changeRecord(pages, (known) => (known.some(sameAs(collation)) ? known : [...known, collation]))
}

/** Takes a collation out of the record of these pages. Refused where it is in none. */
export function takeCollationBack(pages: ReadonlySet<string>, collation: Collation): Command {
  return changeRecord(pages, (known) => (known.some(sameAs(collation)) ? known.filter((one) => !sameAs(collation)(one)) : known))
}

function changeRecord(pages: ReadonlySet<string>, change: (known: readonly Collation[]) => readonly Collation[]): Command {
  return (state, dispatch) => {
    const tr = state.tr
    bodyOf(state.doc).forEach((page, offset) => {
      if (!pages.has(page.attrs.id)) return
      const now = change(page.attrs.collated)
      if (now !== page.attrs.collated) tr.setNodeAttribute(offset + 1, 'collated', now)
    })
    if (tr.steps.length === 0) return false
    dispatch?.(tr.setMeta(COMMAND, 'collate'))
    return true
  }
}
