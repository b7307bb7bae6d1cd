import { readSelection } from '../editor/parts.ts'
import type { Workbench } from '../state/app-state.ts'
import { giveUpBox } from '../state/await-box.ts'
import { keysOf } from '../state/own-keys.ts'
import { isKey } from '../ui/keys.ts'
import { ACTIONS } from './actions.ts'

export const isMac = /Mac/.test(navigator.platform)

/** What a field has no key of its own for. */
const FINDS = ['find', 'replace', 'search']

/**
 * One keyboard for the whole window. Runs before the editor sees the key; a field that edits text keeps its own undo and letters. Keys
 * are dead while a list, a form or the palette is open: those have their own.
 */
export function listenToKeys(bench: Workbench): () => void {
  const listener = (event: KeyboardEvent) => {
    if (event.isComposing) return
    if (isCovered(bench)) {
      if (isInText(event)) swallow(event)
      return
    }
    if (bench.awaited.get() !== null) {
      if (event.key === 'Escape') giveUpBox(bench)
      swallow(event)
      return
    }
    const field = event.target instanceof HTMLElement && event.target.matches('input, select, textarea')
    for (const action of ACTIONS) {
      if (!keysOf(action).some((key) => isKey(event, key, isMac))) continue
      // words that were selected just before are what the action is about
      const { view } = bench.desk.get() ?? {}
      if (view && isInText(event)) readSelection(view)
      if (field && ((action.menu === 'Edit' && !FINDS.includes(action.id)) || /^(Alt\+Arrow|Ctrl\+B)/.test(action.keys[0] ?? '')))
        return
      swallow(event)
      if (action.can(bench)) action.run(bench)
      else bench.say(`${action.label}: not possible here.`)
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

/** A box that is only about to be drawn does not have the focus yet: what is typed then is not meant for the text. */
function isInText(event: Event): boolean {
  return event.target instanceof HTMLElement && event.target.closest('.ProseMirror') !== null
}

/** Whether a list, a form, a dialog or the palette is open over the window. */
export const isCovered = (bench: Workbench): boolean =>
  bench.chooser.get() !== null ||
  bench.listing.get() !== null ||
  bench.form.get() !== null ||
  bench.writing.get() !== null ||
  bench.comparing.get() !== null ||
  bench.exporting.get() ||
  bench.searching.get() ||
  bench.naming.get() ||
  bench.tagging.get() !== null ||
  bench.palette.get() !== 'closed'
