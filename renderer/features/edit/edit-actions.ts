import { redo, undo } from 'prosemirror-history'
import { restoreReading } from '../../../shared/commands/restore-reading.ts'
import { type Action, verb } from '../../state/action.ts'

/** Taking back. */
export const EDIT_ACTIONS: readonly Action[] = [
  verb('undo', 'Undo', 'Edit', ['Ctrl+Z'], () => undo),
  verb('redo', 'Redo', 'Edit', ['Ctrl+Shift+Z', 'Ctrl+Y'], () => redo),
  verb('restore-reading', 'Restore the machine’s reading here', 'Edit', ['Alt+R'], (opened) => restoreReading(opened.context)),
]
