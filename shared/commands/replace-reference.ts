import type { Command } from 'prosemirror-state'
import { isNamingMark } from '../document/access.ts'
import type { TrayEntry } from '../model/transcript.ts'
import { COMMAND } from '../state/meta.ts'
import { isNaming } from '../vocabulary/naming.ts'

/**
 * Everything in this document that names one entry of a register names another one, or nobody that is stated; the tags stay, as one step.
 * False where nothing names it.
 */
export function replaceReference(from: string, to: string | null): Command {
  return (state, dispatch) => {
    const { tr } = state
    state.doc.descendants((node, pos) => {
      for (const mark of node.marks) {
        if (!isNamingMark(mark) || mark.attrs.ref !== from) continue
        tr.removeMark(pos, pos + node.nodeSize, mark)
        tr.addMark(pos, pos + node.nodeSize, mark.type.create({ ...mark.attrs, ref: to }))
      }
    })
    const named = (entry: TrayEntry) => isNaming(entry.type) && entry.attrs.ref === from
    const tray = state.doc.attrs.tray as readonly TrayEntry[]
    if (tray.some(named))
      tr.setDocAttribute(
        'tray',
        tray.map((entry) => (named(entry) ? { ...entry, attrs: { ...entry.attrs, ref: to } } : entry)),
      )
    if (tr.steps.length === 0) return false
    dispatch?.(tr.setMeta(COMMAND, 'replace-reference'))
    return true
  }
}
