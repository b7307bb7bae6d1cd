import type { Run, Transcript } from '../model/transcript.ts'
import { letterNotes } from '../schema/note-letters.ts'
import { isFootnote, signOf } from '../vocabulary/margin.ts'
import { paperTitle } from '../vocabulary/paper.ts'
import type { PageNumbers, Referent } from '../vocabulary/referent.ts'
import { numberEditorNotes } from './numbering.ts'
import type { Placement } from './placement.ts'
import type { PaperText, ReadingUnit } from './reading-order.ts'
import { wordsOf } from './withheld-gap.ts'

/** Where the references of an edition lead. */
export interface References {
  /** What of this edition has the id (of a block that goes on over a turn: the whole of it); null where nothing has. */
  readonly find: (to: unknown) => ReferenceTarget | null
  /** Ids of everything that some reference leads to: only these need an address of their own. */
  readonly referred: ReadonlySet<string>
}

export interface ReferenceTarget {
  readonly id: string
  readonly referent: Referent
}

/** Finds what can be referred to in a transcript as it leaves: what is withheld or left out has no number to be told. */
export function referencesOf(transcript: Transcript, papers: readonly PaperText[], placement: Placement): References {
  const found = new Map<string, ReferenceTarget>()
  const add = (id: string, referent: Referent, as = id) => void found.set(id, { id: as, referent })
  const wholes = new Map<string, string>()
  papers.forEach(({ paper, items }, index) => {
    add(paper.id, { kind: 'paper', title: paperTitle(paper), number: index + 1 })
    for (const [block, whole] of wholesIn(items)) wholes.set(block, whole)
  })
  transcript.pages.forEach((page, index) => {
    const numbers: PageNumbers = { printed: page.printed, folio: page.folio, count: index + 1 }
    add(page.id, { kind: 'page', page: numbers })
    // the empty block of a page that only stands for one leaves no trace
    for (const child of page.content)
      if (child.type === 'block' && wholes.has(child.id))
        add(child.id, { kind: 'block', words: wordsOf(child.content), page: numbers }, wholes.get(child.id))
  })
  const standsAt = (id: string): string => {
    const host = placement.hosts.get(id)
    return host === undefined ? id : standsAt(host)
  }
  const numbers = numberEditorNotes(placement)
  const letters = letterNotes(placement.order)
  for (const { id, type, attrs } of placement.order) {
    if (type === 'editornote') add(id, { kind: type, number: numbers.get(id) ?? null })
    else if (isFootnote(type, attrs)) add(id, { kind: 'footnote', sign: signOf(attrs) })
    else if (type === 'note') add(id, { kind: type, letter: letters.get(id)!.letter })
    // on a note it has no place of its own that could be gone to
    else if (type === 'penmark' || type === 'query') add(id, { kind: type }, standsAt(id))
  }
  const find = (to: unknown) => (typeof to === 'string' ? (found.get(to) ?? null) : null)
  const shown = new Set(placement.order.map(({ id }) => id))
  const holders = transcript.pages.flatMap(({ content, margin }): readonly { readonly content: readonly Run[] }[] => [
    ...content.flatMap((child) => (child.type === 'block' ? [child] : [])),
    ...margin.filter(({ id }) => shown.has(id)),
  ])
  const runs = holders.flatMap(({ content }) => content)
  const referred = runs.flatMap((run) => (run.type === 'atom' && run.atom === 'ref' ? (find(run.attrs.to)?.id ?? []) : []))
  // the way back from an editor's note leads to the note that it stands on
  return { find, referred: new Set([...referred, ...[...placement.hosts.keys()].map(standsAt)]) }
}

/** Each block of a paper, with the block that it leaves as: the first of those that go on from each other. */
function wholesIn(items: readonly ReadingUnit[]): readonly (readonly [block: string, whole: string])[] {
  return items.flatMap((item) =>
    item.kind === 'turn'
      ? []
      : item.pieces.flatMap((piece) => (piece.type === 'between' ? wholesIn(piece.items) : [[piece.id, item.id] as const])),
  )
}
