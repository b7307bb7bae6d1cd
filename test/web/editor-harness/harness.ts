import type { Node as ProseMirrorNode } from 'prosemirror-model'
import { type Command, TextSelection } from 'prosemirror-state'
import { createEditorView, type Editor } from '../../../renderer/editor/create-view.ts'
import type { HandLook } from '../../../renderer/editor/hand-look.ts'
import { annotate } from '../../../shared/commands/annotate.ts'
import { drawPenMark } from '../../../shared/commands/draw-pen-mark.ts'
import { insertGap } from '../../../shared/commands/insert-gap.ts'
import { liftToMargin } from '../../../shared/commands/lift-to-margin.ts'
import { beginPaper } from '../../../shared/commands/paper.ts'
import { putBack } from '../../../shared/commands/put-back.ts'
import { referTo } from '../../../shared/commands/refer.ts'
import { setAside } from '../../../shared/commands/set-aside.ts'
import { reattach } from '../../../shared/commands/tray.ts'
import { joinPages, splitPage } from '../../../shared/commands/turn-page.ts'
import { writeBeside } from '../../../shared/commands/write-beside.ts'
import { objectHere } from '../../../shared/document/margin-objects.ts'
import { textToSave } from '../../../shared/format/text-to-save.ts'
import { idsFrom } from '../../../shared/model/ids.ts'
import type { Transcript } from '../../../shared/model/transcript.ts'
import { fromDocument, toDocument } from '../../../shared/schema/document.ts'
import { marginTranscript } from '../../support/margin-pages.ts'
import { MARGIN_HANDS } from '../../support/margin-sheets.ts'
import { layoutFaults } from './layout-faults.ts'
import { calledPages, lines, manyPages, oneLetter } from './papers.ts'
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
let papers: readonly string[] = ['']
let seed = 11
const newId = idsFrom(() => {
  seed = (seed * 48271) % 2147483647
  return seed / 2147483647
})

function open(doc: Parameters<Editor['setDocument']>[0], checks: boolean, texts: readonly string[] = ['']): void {
  editor?.destroy()
  seed = 11
  papers = texts
  editor = createEditorView(document.querySelector<HTMLElement>('#sheet')!, {
    ...look,
    doc,
    texts: () => texts,
    newId,
    onChange: () => {},
    knows: (to, id) => to === 'hands' && Object.hasOwn(HANDS, id),
    editable: () => true,
    checks,
  })
}

const context = { newId, texts: () => papers }
const COMMANDS = {
  lift: liftToMargin(context, { hand: 'mt', as: 'note' }),
  query: writeBeside(context, 'query'),
  note: writeBeside(context, 'editornote'),
  aside: setAside(context, 'scanner-noise'),
  person: annotate(context, 'persName'),
  gap: insertGap(context, { reason: 'illegible' }),
  turn: splitPage(context),
  joinPages: joinPages(),
  paper: beginPaper(context),
  /** Puts back the note that the caret is in. */
  putBack: (state, dispatch) => {
    const here = objectHere(state)
    return here !== null && putBack(context, here.node.attrs.id)(state, dispatch)
  },
  /** Refers to the note that stands first. */
  refer: (state, dispatch) => referTo(context, state.doc.lastChild!.firstChild?.attrs.id ?? '')(state, dispatch),
  reattach: (state, dispatch) => reattach(context, state.doc.attrs.tray[0]?.id ?? '')(state, dispatch),
} satisfies Readonly<Record<string, Command>>

function transcriptOf(doc: ProseMirrorNode): Transcript {
  const originals = papers.map((text, at) => ({
    name: `paper-${at + 1}.txt`,
    sha256: '0'.repeat(64),
    bytes: text.length,
    encoding: 'utf-8',
    bom: false,
    importer: { name: 'text', version: 1, options: {} },
    text,
    extra: {},
  }))
  const hands = Object.entries(HANDS)
    .filter(([id]) => id !== 'unknown-manuscript')
    .map(([id, { badge, label }]) => ({ id, name: label, badge, medium: 'manuscript' as const, person: null }))
  return { ...fromDocument(doc), originals, status: 'in-progress', hands, people: [], names: [], revisions: [], extra: {} }
}

/** What the tests call in the page. */
const harness = {
  openLines: (...args: Parameters<typeof lines>) => open(lines(...args), true),
  openLetter: () => open(oneLetter(), true),
  openCalled: () => open(calledPages(), true),
  openMany: (...args: Parameters<typeof manyPages>) => open(manyPages(...args), false),
  openMargin: () => {
    const transcript = marginTranscript()
    open(
      toDocument(transcript),
      true,
      transcript.originals.map(({ text }) => text),
    )
  },
  /** Why the text as it stands could not be saved and read again; null where it could. */
  unsound: () => {
    const saved = textToSave(transcriptOf(editor!.view.state.doc))
    return saved.ok ? null : saved.fault.sentence
  },
  /** A place in the text or in a note, by any number: its middle on screen, brought into sight. */
  somewhere: (n: number) => {
    const { view } = editor!
    const places: number[] = []
    view.state.doc.descendants((node, pos) => {
      if (!node.isTextblock) return
      for (let at = 0; at <= node.content.size; at += 3) places.push(pos + 1 + at)
    })
    const at = places[n % places.length]!
    const dom = view.domAtPos(at).node
    const element = dom instanceof Element ? dom : dom.parentElement
    if (element?.getClientRects().length === 0) return null
    element?.scrollIntoView({ block: 'center' })
    const { left, top, bottom } = view.coordsAtPos(at)
    return { x: left, y: (top + bottom) / 2 }
  },
  /** Pastes as another program's clipboard would be pasted. */
  paste: (types: Readonly<Record<string, string>>) => {
    const data = new DataTransfer()
    for (const [type, value] of Object.entries(types)) data.setData(type, value)
    const paste = new ClipboardEvent('paste', { clipboardData: data, bubbles: true, cancelable: true })
    ;(document.activeElement ?? editor!.view.dom).dispatchEvent(paste)
  },
  /** What a person does by menu or key in the window, where there is a command alone. */
  command: (name: keyof typeof COMMANDS) => COMMANDS[name](editor!.view.state, editor!.view.dispatch),
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
