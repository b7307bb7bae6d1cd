import type { Mark, Node } from 'prosemirror-model'
import type { Command } from 'prosemirror-state'
import { annotationsAt, setAnnotation } from '../../../shared/commands/annotate.ts'
import { answerNote, concernPaper } from '../../../shared/commands/answer-note.ts'
import { setGap } from '../../../shared/commands/insert-gap.ts'
import { setFacts, setHand, setRole } from '../../../shared/commands/set-block.ts'
import { setObject } from '../../../shared/commands/set-object.ts'
import { setPage } from '../../../shared/commands/turn-page.ts'
import { isBlock, isGap, isPage, marginNameOf, markNameOf } from '../../../shared/document/access.ts'
import { objectHere } from '../../../shared/document/margin-objects.ts'
import { layerOf } from '../../../shared/model/hand.ts'
import type { AttributeValue } from '../../../shared/vocabulary/attribute.ts'
import { HAND_FACTS } from '../../../shared/vocabulary/certainty.ts'
import { isFootnote, MARGIN, type MarginName } from '../../../shared/vocabulary/margin.ts'
import { MARKS } from '../../../shared/vocabulary/marks.ts'
import { PAGE_STATES, PAGE_TURNS } from '../../../shared/vocabulary/page.ts'
import { ROLE_NAMES, ROLES, type RoleName } from '../../../shared/vocabulary/roles.ts'
import { factsOf, factsOfRole } from '../../../shared/vocabulary/vocabulary.ts'
import type { OpenDocument } from '../../state/open-document.ts'
import type { Field } from '../../ui/choice.ts'
import { annotationFields, fieldsOf, gapFields } from '../annotate/annotate-menus.ts'

/** What can be stated of one thing, with what is, and how it is stated. */
export interface Facts {
  readonly id: string
  readonly title: string
  readonly fields: readonly Field[]
  readonly change: (name: string, value: AttributeValue) => void
}

/** All that can be stated of what the caret is in: a gap, annotations, the note or the block, the page. */
export function groupsHere(opened: OpenDocument): readonly Facts[] {
  const gap = gapFacts(opened)
  const object = objectHere(opened.state)
  return [
    ...(gap ? [gap] : []),
    ...annotationsAt(opened.state).map((mark) => markFacts(opened, mark)),
    ...(object ? [objectFacts(opened, object.node)] : textFacts(opened)),
  ]
}

/** Runs a command without taking the focus out of the form. */
function quietly(opened: OpenDocument, command: Command): void {
  if (!opened.view || !opened.writable) return
  command(opened.view.state, opened.view.dispatch)
  opened.redraw()
}

export function gapFacts(opened: OpenDocument): Facts | null {
  const { doc, selection } = opened.state
  const gap = gapAt(doc, selection.from)
  if (!gap) return null
  const { id } = gap.node.attrs
  return {
    id: `gap-${id}`,
    title: 'Gap',
    fields: gapFields(gap.node.attrs),
    change: (name, value) => quietly(opened, setGap(id, gap.pos, { [name]: value })),
  }
}

function gapAt(doc: Node, pos: number): { readonly node: Node; readonly pos: number } | null {
  const { nodeAfter, nodeBefore } = doc.resolve(pos)
  if (isGap(nodeAfter)) return { node: nodeAfter, pos }
  if (isGap(nodeBefore)) return { node: nodeBefore, pos: pos - 1 }
  return null
}

export function markFacts(opened: OpenDocument, mark: Mark): Facts {
  const { id } = mark.attrs
  return {
    id,
    title: MARKS[markNameOf(mark)].label,
    fields: annotationFields(markNameOf(mark), mark.attrs).filter((field) => field.name !== 'note'),
    change: (name, value) => quietly(opened, setAnnotation(id, { [name]: value })),
  }
}

/** Facts of a note that no field states: commands do. */
export const HIDDEN: ReadonlySet<string> = new Set(['page', 'paper', 'source', 'seam'])

/** What is stated of nearly every note by hand, and by one press. */
const BUTTONS = new Set(['place', 'function'])

export function objectFacts(opened: OpenDocument, node: Node): Facts {
  const name = marginNameOf(node)
  const { id } = node.attrs
  const fields = fieldsOf(MARGIN[name].attributes, node.attrs).filter(
    (field) =>
      !HIDDEN.has(field.name) && (!['sign', 'kind'].includes(field.name) || name !== 'note' || isFootnote(name, node.attrs)),
  )
  return {
    id,
    title: MARGIN[name].label,
    fields: fields.map((field) => (name === 'note' && BUTTONS.has(field.name) ? { ...field, buttons: true } : field)),
    change: (key, value) => quietly(opened, stateOfObject(id, name, key, value)),
  }
}

function stateOfObject(id: string, name: MarginName, key: string, value: AttributeValue) {
  if (name === 'note' && key === 'answers') return answerNote(id, value as string | null)
  if (name === 'note' && key === 'passage' && value !== 'words') return concernPaper(id, value as 'paper' | null)
  return setObject(id, { [key]: value })
}

/** A command for the blocks that are selected, as long as the caret is in the block whose facts are shown: of another nothing is stated. */
function whileIn(block: string, command: Command): Command {
  return (state, dispatch) => {
    const { $head } = state.selection
    return $head.depth >= 3 && $head.node(3).attrs.id === block && command(state, dispatch)
  }
}

function stateOfBlock(name: string, value: AttributeValue) {
  if (name === 'role') return setRole(value as RoleName | null)
  return name === 'hand' ? setHand(value as string | null) : setFacts({ [name]: value })
}

/** Whose handwriting it is can be more or less sure; of what is typed it is asked only where somebody stated it. */
function asksForHand(opened: OpenDocument, { attrs }: Node): boolean {
  return layerOf(opened.hand(attrs.hand)) === 'handwritten' || Object.keys(HAND_FACTS).some((name) => name in (attrs.facts ?? {}))
}

/** The block that the caret is in, and its page. */
export function textFacts(opened: OpenDocument): readonly Facts[] {
  const { $head } = opened.state.selection
  const block = $head.depth >= 3 ? $head.node(3) : null
  const page = $head.depth >= 2 ? $head.node(2) : null
  return [...(isBlock(block) ? [blockFacts(opened, block)] : []), ...(isPage(page) ? [pageFacts(opened, page)] : [])]
}

function blockFacts(opened: OpenDocument, block: Node): Facts {
  const { id, role, hand, facts } = block.attrs
  const roles = Object.fromEntries(ROLE_NAMES.map((name) => [name, ROLES[name].label]))
  return {
    id,
    title: 'Block',
    fields: [
      { name: 'role', spec: { kind: 'choice', label: 'Role', values: roles }, value: role },
      { name: 'hand', spec: { kind: 'reference', label: 'Hand', to: 'hands' }, value: hand },
      ...fieldsOf(asksForHand(opened, block) ? factsOf(role) : factsOfRole(role), facts ?? {}),
    ],
    change: (name, value) => quietly(opened, whileIn(id, stateOfBlock(name, value))),
  }
}

function pageFacts(opened: OpenDocument, { attrs }: Node): Facts {
  return {
    id: attrs.id,
    title: 'Page',
    fields: [
      { name: 'printed', spec: { kind: 'text', label: 'Number as printed' }, value: attrs.printed },
      { name: 'folio', spec: { kind: 'text', label: 'Archive’s folio' }, value: attrs.folio },
      { name: 'image', spec: { kind: 'text', label: 'Image' }, value: attrs.image },
      { name: 'state', spec: { kind: 'choice', label: 'State', values: PAGE_STATES }, value: attrs.state },
      { name: 'turn', spec: { kind: 'choice', label: 'Turn before it', values: PAGE_TURNS }, value: attrs.turn },
    ],
    change: (name, value) => quietly(opened, setPage(attrs.id, { [name]: value as string | null })),
  }
}
