import type { Node } from 'prosemirror-model'
import { Plugin } from 'prosemirror-state'
import { isPassage, isPoint, marginOf, nameOf } from '../document/access.ts'
import type { TrayEntry, Unused } from '../model/transcript.ts'
import { ownershipFaults } from '../text/ownership.ts'
import { allOwners, sourceOf } from './owners.ts'

const isBlank = (char: string) => /\s|\ufeff/u.test(char)

/** What is wrong with the ledger: every non-blank character of every original has exactly one owner, or it is said here. */
export function ledgerFaults(doc: Node, texts: readonly string[]): readonly string[] {
  const owners = [
    ...allOwners(doc).map(({ node }) => ({ name: String(node.attrs.id), source: sourceOf(node) })),
    ...(doc.attrs.unused as readonly Unused[]).map((entry) => ({ name: `unused ${entry.id}`, source: entry.source })),
  ]
  return ownershipFaults(owners, texts, isBlank).map((fault) => {
    const [original, start, end] = fault.range
    const words = JSON.stringify((texts[original] ?? '').slice(start, Math.min(end, start + 40)))
    return `${fault.kind}: ${original}:${start}-${end} ${words} ${fault.owners.join(', ')}`
  })
}

/** What is wrong with anchors: notes without one that the tray does not list, tray entries that are not lost, one id with two meanings. */
export function anchorFaults(doc: Node): readonly string[] {
  const faults: string[] = []
  const anchored = new Set<string>()
  const meanings = new Map<string, string>()
  const ids = new Set<string>()
  doc.descendants((node) => {
    if (isPoint(node)) anchored.add(node.attrs.note)
    if (!node.isInline && node.attrs.id !== undefined) {
      if (node.attrs.id === '' || ids.has(node.attrs.id)) faults.push(`id ${node.attrs.id || '(none)'} stands twice or is empty`)
      ids.add(node.attrs.id)
    }
    for (const mark of node.marks) {
      if (isPassage(mark)) anchored.add(mark.attrs.note)
      const meaning = JSON.stringify([nameOf(mark), mark.attrs])
      if ((meanings.get(mark.attrs.id) ?? meaning) !== meaning) faults.push(`annotation ${mark.attrs.id} means two things`)
      meanings.set(mark.attrs.id, meaning)
    }
  })
  const tray = doc.attrs.tray as readonly TrayEntry[]
  const lost = new Set(tray.map((entry) => entry.id))
  const notes = new Set<string>()
  marginOf(doc).forEach((object) => {
    notes.add(object.attrs.id)
    if (!anchored.has(object.attrs.id) && !object.attrs.page && !object.attrs.paper && !lost.has(object.attrs.id))
      faults.push(`${object.attrs.id} has no anchor`)
  })
  for (const note of anchored) if (!notes.has(note)) faults.push(`anchor of ${note}, which is not there`)
  for (const entry of tray) {
    if (meanings.has(entry.id)) faults.push(`${entry.id} is in the tray and in the text`)
    if (anchored.has(entry.id)) faults.push(`note ${entry.id} is in the tray and anchored`)
  }
  return faults
}

/** For the development build: every transaction is checked against schema, ledger and anchors; a fault is a bug and throws. */
export function invariants(texts: () => readonly string[]): Plugin {
  return new Plugin({
    view: () => ({
      update(view, before) {
        if (view.state.doc.eq(before.doc)) return
        view.state.doc.check()
        const faults = [...ledgerFaults(view.state.doc, texts()), ...anchorFaults(view.state.doc)]
        if (faults.length > 0) throw new Error(`the document is not whole: ${faults.join('; ')}`)
      },
    }),
  })
}
