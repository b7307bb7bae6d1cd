import { TextSelection } from 'prosemirror-state'
import { createEditorView, type Editor } from '../../../renderer/editor/create-view.ts'
import type { HandLook } from '../../../renderer/editor/hand-look.ts'
import { drawPenMark } from '../../../shared/commands/draw-pen-mark.ts'
import { idsFrom } from '../../../shared/model/ids.ts'
import { toDocument } from '../../../shared/schema/document.ts'
import { marginTranscript } from '../../support/margin-pages.ts'
import { MARGIN_HANDS } from '../../support/margin-sheets.ts'
import { layoutFaults } from './layout-faults.ts'
import { lines, manyPages, oneLetter } from './papers.ts'
import { strokeFaults } from './stroke-faults.ts'

const HANDS: Readonly<Record<string, { badge: string; look: string; label: string; written: boolean }>> = {
  mt: { badge: 'MT', look: 'hand-1', label: 'hand MT', written: true },
  ajc: { badge: 'AJC', look: 'hand-2', label: 'hand AJC', written: true },
  typist: { badge: 'T', look: '', label: 'typewriter', written: false },
  print: { badge: 'P', look: '', label: 'print', written: false },
  ...Object.fromEntries(
    MARGIN_HANDS.map(({ id, badge, name, medium }, at) => [
      id,
      { badge, look: `hand-${at + 1}`, label: name, written: medium !== 'typewriter' && medium !== 'print' },
    ]),
  ),
  'unknown-manuscript': { badge: '??', look: 'hand-unknown', label: 'handwriting, writer not known', written: true },
}
const NOT_KNOWN = { badge: '?', look: 'hand-unknown', label: 'hand not known', written: false }
const find = (hand: string | null) => (hand && HANDS[hand]) || NOT_KNOWN
const look: HandLook = {
  badgeOf: (hand) => find(hand).badge,
  handClass: (hand) => find(hand).look || 'hand-none',
  handLabel: (hand) => find(hand).label,
  isFaded: () => false,
  isHandwriting: (hand) => find(hand).written,
}

let editor: Editor | null = null
let seed = 11
const newId = idsFrom(() => {
  seed = (seed * 48271) % 2147483647
  return seed / 2147483647
})

function open(doc: Parameters<Editor['setDocument']>[0], checks: boolean, texts: readonly string[] = ['']): void {
  editor?.destroy()
  seed = 11
  editor = createEditorView(document.querySelector<HTMLElement>('#sheet')!, {
    ...look,
    doc,
    texts: () => texts,
    newId,
    onChange: () => {},
    editable: () => true,
    checks,
  })
}

/** What the tests call in the page. */
const harness = {
  openLines: (...args: Parameters<typeof lines>) => open(lines(...args), true),
  openLetter: () => open(oneLetter(), true),
  openMany: (...args: Parameters<typeof manyPages>) => open(manyPages(...args), false),
  openMargin: () => {
    const transcript = marginTranscript()
    open(
      toDocument(transcript),
      true,
      transcript.originals.map(({ text }) => text),
    )
  },
  faults: () => [...layoutFaults(editor!.view), ...strokeFaults(editor!.view)],
  flush: () => editor!.layer.flush(),
  /** Pages as lists of the words of their blocks (`|` a line break, `*` an anchor, `--` a division), notes, and the selection. */
  read: () => {
    const { doc, selection } = editor!.view.state
    const words = (node: typeof doc) => {
      let out = node.type.name === 'division' ? '--' : ''
      node.forEach((child) => {
        out += child.isText ? child.text : { point: '*', lb: '|', gap: '[gap]' }[child.type.name]
      })
      return out
    }
    const where = (pos: number) => {
      const $pos = doc.resolve(pos)
      return `${$pos.parent.attrs.id}:${$pos.parentOffset}`
    }
    return {
      pages: doc.firstChild!.children.map((page) => page.children.map(words)),
      notes: doc.lastChild!.children.map(words),
      anchor: where(selection.anchor),
      head: where(selection.head),
      ranges: selection.ranges.length,
      json: JSON.stringify(doc.toJSON()),
    }
  },
  /** Puts the caret into a block or note by its id. */
  caret: (id: string, offset: number, to = offset) => {
    const { view } = editor!
    view.state.doc.descendants((node, pos) => {
      if (!node.isTextblock || node.attrs.id !== id) return
      view.dispatch(view.state.tr.setSelection(TextSelection.create(view.state.doc, pos + 1 + offset, pos + 1 + to)))
    })
    view.focus()
  },
  /** A double sideline beside all words from one block to another, by their ids. */
  sideline: (first: string, last: string) => {
    const { view } = editor!
    const ends: number[] = []
    view.state.doc.descendants((node, pos) => {
      if (node.isTextblock && node.attrs.id === first) ends.push(pos + 1)
      if (node.isTextblock && node.attrs.id === last) ends.push(pos + 1 + node.content.size)
    })
    view.dispatch(view.state.tr.setSelection(TextSelection.create(view.state.doc, ends[0]!, ends[1]!)))
    const draw = drawPenMark({ newId, texts: () => [''] }, { kind: 'sideline', count: '2', hand: 'engineer' })
    return draw(view.state, view.dispatch)
  },
  /** Whether the browser's selection and the state's are the same: what a test waits for after a key. */
  settled: () => {
    const { view } = editor!
    const native = document.getSelection()
    if (!native?.focusNode || !view.dom.contains(native.focusNode)) return false
    const { selection } = view.state
    const at = (pos: number) => view.domAtPos(pos)
    const same = (pos: number, node: Node | null, offset: number) =>
      node !== null && (view.posAtDOM(node, offset) === pos || (at(pos).node === node && at(pos).offset === offset))
    return (
      same(selection.head, native.focusNode, native.focusOffset) && same(selection.anchor, native.anchorNode, native.anchorOffset)
    )
  },
  get editor() {
    return editor!
  },
}

declare global {
  interface Window {
    harness: typeof harness
  }
}
window.harness = harness
