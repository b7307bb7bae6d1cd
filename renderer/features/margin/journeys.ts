import { TextSelection } from 'prosemirror-state'
import { annotationsAt } from '../../../shared/commands/annotate.ts'
import { restoreEverything } from '../../../shared/commands/restore-everything.ts'
import { findObject, objectHere } from '../../../shared/document/margin-objects.ts'
import { importAgain } from '../../../shared/import/importers.ts'
import { proposeTurns } from '../../../shared/import/propose-turns.ts'
import { joinOriginal } from '../../../shared/merge/join-original.ts'
import { done, failed, type Result } from '../../../shared/model/result.ts'
import type { Transcript } from '../../../shared/model/transcript.ts'
import { toDocument } from '../../../shared/schema/document.ts'
import { allOwners, sourceOf } from '../../../shared/state/owners.ts'
import { jumpTo } from '../../editor/jump.ts'
import type { AppState } from '../../state/app-state.ts'
import type { OpenDocument } from '../../state/open-document.ts'
import { letterOf } from '../../state/own-keys.ts'
import type { KeyMenu } from '../../ui/choice.ts'

/** The margin object that the caret is in, or whose anchor it stands at: its id, or null. */
export function noteHere(opened: OpenDocument): string | null {
  const { selection } = opened.state
  const inside = objectHere(opened.state)
  if (inside) return inside.node.attrs.id
  for (const one of annotationsAt(opened.state)) if (one.type.name === 'passage') return one.attrs.note
  const { $head } = selection
  for (const node of [$head.nodeAfter, $head.nodeBefore]) if (node?.type.name === 'point') return node.attrs.note
  return null
}

/** Puts the caret into a note, or back to where it is anchored. */
export function goToObject(opened: OpenDocument, id: string): void {
  const found = findObject(opened.state.doc, id)
  if (!found || !opened.view) return
  const selection = TextSelection.near(opened.state.doc.resolve(found.pos + 1))
  jumpTo(opened.view, selection)
  opened.view.focus()
}

export function goToAnchor(opened: OpenDocument, id: string): boolean {
  let at: number | null = null
  const body = opened.state.doc.firstChild!
  const page = findObject(opened.state.doc, id)?.node.attrs.page
  body.descendants((node, pos) => {
    if (node.type.name === 'point' && node.attrs.note === id) at ??= pos + 2
    if (node.marks.some((mark) => mark.type.name === 'passage' && mark.attrs.note === id)) at ??= pos + 1
    if (page && node.attrs.id === page) at ??= pos + 2
  })
  // else it stands on the words of a note
  if (at === null)
    opened.state.doc.descendants((node, pos) => {
      if (node.type.name === 'point' && node.attrs.note === id) at ??= pos + 1
      if (node.marks.some((mark) => mark.type.name === 'passage' && mark.attrs.note === id)) at ??= pos
    })
  if (at === null || !opened.view) return false
  jumpTo(opened.view, TextSelection.near(opened.state.doc.resolve(at)))
  opened.view.focus()
  return true
}

/** One key there and back: from a place to the note beside it, from a note to its place. */
export function jumpBesideOrBack(app: AppState, opened: OpenDocument): void {
  const inside = objectHere(opened.state)
  if (inside) {
    if (!goToAnchor(opened, inside.node.attrs.id)) app.say('This note has lost its anchor: see Lost anchors.')
    return
  }
  const id = noteHere(opened) ?? nearestNote(opened)
  if (id) goToObject(opened, id)
  else app.say('No note stands beside this page.')
}

/** Shows all notes beside the page of the caret, or folds those again that stand too far from their lines. */
export function toggleCrowds(app: AppState, opened: OpenDocument): void {
  const { node } = opened.view!.domAtPos(opened.state.selection.head)
  const element = node instanceof Element ? node : node.parentElement
  if (!element || !opened.toggleCrowds(element)) app.say('All notes beside this page are shown.')
}

/** The note whose anchor is the nearest before the caret on its page, else the first after it. */
function nearestNote(opened: OpenDocument): string | null {
  const { $head } = opened.state.selection
  if ($head.depth < 2) return null
  const page = $head.node(2)
  const start = $head.start(2)
  let before: string | null = null
  let after: string | null = null
  page.descendants((node, pos) => {
    const passage = node.marks.find((mark) => mark.type.name === 'passage')
    const id: string | null = node.type.name === 'point' ? node.attrs.note : (passage?.attrs.note ?? null)
    if (id === null) return
    if (start + pos <= $head.pos) before = id
    else after ??= id
  })
  const drawn = opened.state.doc.lastChild!.children.find((object) => object.attrs.page === page.attrs.id)
  return before ?? after ?? drawn?.attrs.id ?? null
}

/**
 * Puts the caret at the next block that follows a long blank run of the machine transcript and does not begin a page: a page may have been
 * turned there. Nothing is divided; that is the person's to decide.
 */
export function nextProposedTurn(app: AppState, opened: OpenDocument): void {
  const { doc, selection } = opened.state
  const turns = opened.texts.flatMap((text, original) => proposeTurns(text).map(({ end }) => [original, end] as const))
  const places: number[] = []
  for (const { pos, node } of allOwners(doc)) {
    const [first] = sourceOf(node)
    if (node.type.name !== 'block' || !first || doc.resolve(pos).index() === 0) continue
    if (turns.some(([original, end]) => original === first[0] && Math.abs(end - first[1]) <= 4)) places.push(pos + 1)
  }
  const next = places.find((place) => place > selection.head) ?? places[0]
  if (next === undefined || !opened.view) {
    app.say('No other place looks like a page turn.')
    return
  }
  jumpTo(opened.view, TextSelection.create(doc, next))
  opened.view.focus()
  app.say('A long blank run stands before this block: Ctrl+Enter begins a page here, if it is one.')
}

/** Asks before everything goes, and says what that is; Enter alone does nothing. */
export function restoreAllMenu(app: AppState, opened: OpenDocument): KeyMenu {
  const { doc } = opened.state
  let stated = 0
  doc.descendants((node) => {
    if (node.type.name === 'block' && (node.attrs.role || node.attrs.hand)) stated++
  })
  const what = `${doc.lastChild!.childCount} notes and queries, ${stated} blocks with role or hand, every correction and annotation`
  return {
    title: 'Restore the whole machine transcript?',
    hint: `This takes out ${what}. One undo brings all of it back, as long as the document stays open.`,
    options: [
      { key: letterOf('restoreAll.restore'), label: 'Restore the machine transcript', run: () => restoreAll(app, opened) },
      { key: letterOf('restoreAll.keep'), label: 'Keep my work', run: () => undefined },
    ],
  }
}

/** Everything as the machine had it, as one step that can be undone. */
function restoreAll(app: AppState, opened: OpenDocument): void {
  const fresh = freshImport(opened)
  if (!fresh.ok) app.notify('failed', `The machine transcript could not be read in again. ${fresh.fault.sentence}`)
  else if (opened.run(restoreEverything(toDocument(fresh.value))))
    app.say('The machine transcript as it was imported. Undo brings your work back.')
}

/** Every original as its own importer reads it, one after the other, under the first paper as it is stated. */
function freshImport(opened: OpenDocument): Result<Transcript> {
  let whole: Transcript | null = null
  for (const original of opened.originals) {
    const imported = importAgain(original, opened.context.newId)
    if (!imported.ok) return imported
    const next: Result<Transcript> = whole === null ? imported : joinOriginal(whole, imported.value, opened.context.newId)
    if (!next.ok) return next
    whole = next.value
  }
  return whole === null ? failed('none', 'It names no original.') : done({ ...whole, paper: opened.document.attrs.paper })
}
