import { redo, undo } from 'prosemirror-history'
import { restoreReading } from '../../../shared/commands/restore-reading.ts'
import { type Action, verb } from '../../state/action.ts'

/** Taking back. */
export const EDIT_ACTIONS: readonly Action[] = [
  verb('undo', 'Undo', 'Edit', ['Ctrl+Z'], () => undo, 'there is nothing to undo.'),
  verb('redo', 'Redo', 'Edit', ['Ctrl+Shift+Z', 'Ctrl+Y'], () => redo, 'there is nothing to redo.'),
  verb('restore-reading', 'Restore the machine’s reading here', 'Edit', ['Alt+R'], (opened) => restoreReading(opened.context)),
]
