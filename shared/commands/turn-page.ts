import { Fragment, type Node } from 'prosemirror-model'
import { type Command, TextSelection } from 'prosemirror-state'
import { bodyOf, isBlock, isBody, isDivision, marginOf } from '../document/access.ts'
import { coalesce } from '../model/source.ts'
import type { Collation } from '../model/transcript.ts'
import { schema } from '../schema/schema.ts'
import { COMMAND, KEEPS_LEDGER } from '../state/meta.ts'
import { sourceOf } from '../state/owners.ts'
import type { CommandContext } from './context.ts'
import { cutSource } from './cut-source.ts'

/**
 * Begins a new page at the caret. Inside a block the block is divided: its second half goes on (`continues`) on the new page with its
 * share of the source. Nothing is stated of the new page. A paper that begins at the block begins on the new page.
 */
export function splitPage(context: CommandContext): Command {
  return (state, dispatch) => {
    const { $from } = state.selection
    if ($from.depth < 3 || !isBody($from.node(1))) return false
    const [page, index, block] = [$from.node(2), $from.index(2), $from.node(3)]
    const offset = $from.parentOffset
    const whole = !isBlock(block) || offset === 0
    // a paper that begins at this block begins on the new page with it
    const begins = whole && index > 0 && isDivision(page.child(index - 1)) ? index - 1 : index
    if (whole && begins === 0) return false
    if (!dispatch) return true
    const before: Node[] = []
    const after: Node[] = []
    page.forEach((child, _at, at) => {
      if (at < begins || (at === index && !whole && offset === block.content.size)) before.push(child)
      else if (at > index || whole) after.push(child)
      else {
        const [head, inside, tail] = cutSource(block, offset, offset, context.texts())
        const share = coalesce([...inside, ...tail])
        before.push(block.type.create({ ...block.attrs, source: head }, block.content.cut(0, offset)))
        after.push(
          block.type.create({ ...block.attrs, id: context.newId(), continues: true, source: share }, block.content.cut(offset)),
        )
      }
    })
    const next = schema.node(
      'page',
      // what was compared stays so, on whichever page it stands
      { id: context.newId(), collated: page.attrs.collated },
      after.length > 0 ? after : [schema.node('block', { id: context.newId() })],
    )
    const tr = state.tr.replaceWith($from.before(2), $from.after(2), [page.copy(Fragment.fromArray(before)), next])
    const turn = $from.before(2) + page.copy(Fragment.fromArray(before)).nodeSize
    tr.setSelection(TextSelection.near(tr.doc.resolve(turn + 1), 1))
    dispatch(tr.setMeta(KEEPS_LEDGER, true).setMeta(COMMAND, 'split-page').scrollIntoView())
    return true
  }
}

/**
 * Joins the page around the caret with the next one. A block that goes on over the turn becomes one again. The first page's numbers stay;
 * what was drawn on the second page is drawn on the first.
 */
export function joinPages(): Command {
  return (state, dispatch) => {
    const { $from } = state.selection
    if ($from.depth < 2 || !isBody($from.node(1))) return false
    const [body, index] = [$from.node(1), $from.index(1)]
    if (index >= body.childCount - 1) return false
    if (!dispatch) return true
    const [page, next] = [body.child(index), body.child(index + 1)]
    const start = $from.before(2)
    const [last, first] = [page.lastChild, next.firstChild]
    const goesOn = isBlock(last) && isBlock(first) && first.attrs.continues
    const joined = goesOn
      ? page.content
          .cut(0, page.content.size - last.nodeSize)
          .addToEnd(
            last.type.create(
              { ...last.attrs, source: coalesce([...sourceOf(last), ...sourceOf(first)]) },
              last.content.append(first.content),
            ),
          )
          .append(next.content.cut(first.nodeSize))
      : page.content.append(next.content)
    const tr = state.tr.replaceWith(
      start,
      start + page.nodeSize + next.nodeSize,
      page.type.create({ ...page.attrs, ...recordOfBoth(page, next) }, joined),
    )
    const margin = bodyOf(tr.doc).nodeSize
    marginOf(tr.doc).forEach((object, offset) => {
      if (object.attrs.page === next.attrs.id) tr.setNodeAttribute(margin + 1 + offset, 'page', page.attrs.id)
    })
    const caret = Math.min($from.pos, start + joined.size)
    tr.setSelection(TextSelection.near(tr.doc.resolve(caret)))
    dispatch(tr.setMeta(KEEPS_LEDGER, true).setMeta(COMMAND, 'join-pages').scrollIntoView())
    return true
  }
}

/** What both pages were compared with; and all that was looked up, or declared right, for either. */
function recordOfBoth(page: Node, next: Node): Readonly<Record<string, unknown>> {
  const [here, there] = [page, next].map(({ attrs }) => attrs.collated as readonly Collation[]) as [
    readonly Collation[],
    readonly Collation[],
  ]
  const isAlso = (one: Collation) =>
    there.some(({ against, who, when }) => against === one.against && who === one.who && when === one.when)
  const together = (name: string) => [...page.attrs[name], ...next.attrs[name]]
  return { collated: here.filter(isAlso), answers: together('answers'), right: together('right') }
}

/** States facts of a page: its three numbers and its state. */
export function setPage(id: string, attrs: Readonly<Record<string, string | null>>): Command {
  return (state, dispatch) => {
    let at: number | null = null
    bodyOf(state.doc).forEach((page, offset) => {
      if (page.attrs.id === id) at = offset + 1
    })
    if (at === null) return false
    if (dispatch) {
      const tr = state.tr
      for (const [name, value] of Object.entries(attrs)) tr.setNodeAttribute(at, name, value)
      dispatch(tr.setMeta(COMMAND, 'set-page'))
    }
    return true
  }
}
