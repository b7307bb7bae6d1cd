import { TextSelection } from 'prosemirror-state'
import type { ChangedPlace } from '../../../shared/commands/changed-places.ts'
import { ownerOf } from '../../../shared/commands/restore-places.ts'
import type { Row } from '../../../shared/compare/side-by-side.ts'
import { type OwnerAt, positionAt } from '../../../shared/state/owners.ts'
import { jumpTo } from '../../editor/jump.ts'
import type { OpenDocument } from '../../state/open-document.ts'
import type { Stop } from './stops.ts'

/** The first stop in or after the block of the caret. */
export function stopAtCaret({ view }: OpenDocument, rows: readonly Row[], stops: readonly Stop[]): number {
  const { $from } = view?.state.selection ?? {}
  const at = rows.findIndex(({ id }) => id === $from?.parent.attrs.id)
  const found = stops.findIndex(({ row }) => rows.indexOf(row) >= at)
  return Math.max(0, at < 0 ? 0 : found)
}

/** Selects the words of a stop in the text; what was set aside has none: then the caret goes to the end of the block that it stands after. */
export function selectStop({ view, document }: OpenDocument, { row, place }: Stop, rows: readonly Row[]): void {
  const before = rows.slice(0, rows.indexOf(row)).findLast(({ kind }) => kind === 'block')
  const owner = ownerOf(document, place ? row.id : (before?.id ?? ''))
  if (!view || !owner) return
  const end = owner.pos + owner.node.nodeSize - 1
  const [from, to] = place ? [startOf(owner, place), positionAt(owner, place.to)] : [end, end]
  jumpTo(view, TextSelection.create(view.state.doc, from, to))
}

/** Right before the first letter, where there is one: anchors and gaps before it are not selected. */
const startOf = (owner: OwnerAt, { from, to }: ChangedPlace) =>
  from < to ? positionAt(owner, from + 1) - 1 : positionAt(owner, from)
