import { readSelection } from '../editor/read-selection.ts'
import type { AppState } from '../state/app-state.ts'
import { giveUpBox } from '../state/await-box.ts'
import { isTailOfMenu } from '../state/menu-tail.ts'
import { takesNext } from '../state/offered-next.ts'
import { keysOf } from '../state/own-keys.ts'
import { isKey, isMac } from '../ui/keys.ts'
import { ACTIONS } from './actions.ts'

/** What a field has a key of its own for, or what would write where nobody looks. */
const FIELDS_OWN: ReadonlySet<string> = new Set(['undo', 'redo', 'restore-reading', 'copy-notes', 'snippet'])

/** What the list of documents has an answer of its own for: F2 renames elsewhere. */
const LIST_OWN: ReadonlySet<string> = new Set(['peek'])

/**
 * One keyboard for the whole window. Runs before the editor sees the key; a field that edits text keeps its own undo and letters. Keys
 * are dead while a list, a form or the palette is open: those have their own.
 */
export function listenToKeys(app: AppState): () => void {
  const listener = (event: KeyboardEvent) => {
    if (event.isComposing) return
    if (isTailOfMenu(app, event, !isCovered(app) && !isInField(event))) {
      swallow(event)
      return
    }
    if (!isCovered(app) && isInText(event) && takesNext(app, event)) {
      swallow(event)
      return
    }
    if (isCovered(app)) {
      if (isInText(event)) swallow(event)
      return
    }
    if (app.awaited.get() !== null) {
      if (event.key === 'Escape') giveUpBox(app)
      swallow(event)
      return
    }
    const field = isInField(event)
    for (const action of ACTIONS) {
      if (!keysOf(action).some((key) => isKey(event, key, isMac))) continue
      // words that were selected just before are what the action is about
      const { view } = app.opened.get() ?? {}
      if (view && isInText(event)) readSelection(view)
      if (field && (FIELDS_OWN.has(action.id) || /^(Alt\+Arrow|Ctrl\+B)/.test(action.keys[0] ?? ''))) return
      if (isInList(event) && LIST_OWN.has(action.id)) return
      swallow(event)
      if (action.can(app)) action.run(app)
      else app.say(`${action.label}: not possible here.`)
      return
    }
  }
  window.addEventListener('keydown', listener, true)
  return () => window.removeEventListener('keydown', listener, true)
}

function swallow(event: Event): void {
  event.preventDefault()
  event.stopPropagation()
}

function isInField(event: Event): boolean {
  return event.target instanceof HTMLElement && event.target.matches('input, select, textarea')
}

function isInList(event: Event): boolean {
  return event.target instanceof HTMLElement && event.target.closest('.documents') !== null
}

/** A box that is only about to be drawn does not have the focus yet: what is typed then is not meant for the text. */
function isInText(event: Event): boolean {
  return event.target instanceof HTMLElement && event.target.closest('.ProseMirror') !== null
}

/** Whether a list, a form, a dialog or the palette is open over the window. */
export const isCovered = (app: AppState): boolean => app.overlay.isOpen
