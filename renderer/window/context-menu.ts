import { type EditorState, TextSelection } from 'prosemirror-state'
import type { EditorView } from 'prosemirror-view'
import { flushSync } from 'react-dom'
import { annotationsAt } from '../../shared/commands/annotate.ts'
import { objectHere } from '../../shared/document/margin-objects.ts'
import type { AppState } from '../state/app-state.ts'
import type { OpenDocument } from '../state/open-document.ts'
import { keysOf } from '../state/own-keys.ts'
import type { MenuOption } from '../ui/choice.ts'
import { isMac, shownKey } from '../ui/keys.ts'
import { ACTIONS } from './actions.ts'
import { clipboardOptions } from './clipboard-options.ts'

/** What was pressed with the other button of the mouse, or where the caret is when the menu key is. */
type Spot = 'selection' | 'caret' | 'tag' | 'note' | 'label' | 'window'

/** The actions that are about it, the likeliest first. What cannot be done is left out. */
const ABOUT: Readonly<Record<Spot, readonly string[]>> = {
  selection: [
    'lift',
    'block',
    'hand',
    'person',
    'place',
    'organisation',
    'date',
    'unclear',
    'error',
    'gap',
    'pen-mark',
    'mark-as',
    'aside',
    'editor-note',
    'query',
    'tag-alike',
    'take-off',
    'peek',
    'restore-reading',
  ],
  caret: [
    'block',
    'hand',
    'lift',
    'person',
    'unclear',
    'error',
    'gap',
    'pen-mark',
    'editor-note',
    'query',
    'divide-block',
    'join-block',
    'split-page',
    'begin-paper',
    'continues',
    'peek',
    'restore-reading',
    'describe-paper',
    'facts',
  ],
  tag: ['facts', 'take-off', 'tag-alike', 'block', 'divide-block', 'lift', 'mark-as', 'error', 'query'],
  note: [
    'facts',
    'jump',
    'put-back',
    'answers',
    'resolve',
    'refer',
    'follow',
    'unclear',
    'gap',
    'error',
    'evidence',
    'crowd',
    'notes',
  ],
  label: ['block', 'hand', 'do-alike', 'continues', 'lift', 'join-block', 'block-up', 'block-down', 'facts'],
  window: ['palette', 'documents', 'search', 'hide-facts', 'hide-toolbar', 'structure', 'look', 'help'],
}

const TITLES: Readonly<Record<Spot, string>> = {
  selection: 'What is selected',
  caret: 'Here',
  tag: 'This tag',
  note: 'This note',
  label: 'This block',
  window: 'The window',
}

/**
 * The other button of the mouse, and the menu key, ask what can be done with what is there; the browser’s own menu stays in fields. Ends
 * with what it returns.
 */
export function listenForContextMenu(app: AppState): () => void {
  const asked = (event: MouseEvent) => {
    const { target } = event
    if (!(target instanceof Element) || target.closest('input, textarea, select')) return
    event.preventDefault()
    const at = new DOMRect(event.clientX, event.clientY, 0, 0)
    const row = target.closest<HTMLElement>(ROWS)
    const opened = app.opened.get()
    const { view } = opened ?? {}
    if (opened && view?.dom.contains(target)) openContextMenu(app, opened, spotOf(view, event), at)
    else if (row) app.overlay.menu({ title: 'This entry', at, options: optionsOfRow(row) })
    else if (!app.overlay.isOpen) app.overlay.menu({ title: TITLES.window, at, options: optionsOf(app, 'window') })
  }
  window.addEventListener('contextmenu', asked)
  return () => window.removeEventListener('contextmenu', asked)
}

const ROWS = '[role="listitem"], [role="option"]:not(.choice), .list > li, tr, dialog li'

/** What can be done with what is in the text, beside this place on the screen. */
export function openContextMenu(app: AppState, opened: OpenDocument, spot: Spot, at: DOMRect): void {
  const about = spot === 'selection' || spot === 'tag' ? spot : spot === 'label' || spot === 'caret' ? 'block' : 'words'
  const clipboard = spot === 'window' ? [] : clipboardOptions(app, opened)
  app.overlay.menu({
    title: TITLES[spot],
    hint: '↑ ↓ Enter, or a word of it',
    ...(spot === 'note' ? {} : { about }),
    at,
    options: [...optionsOf(app, spot), ...clipboard],
  })
}

function optionsOf(app: AppState, spot: Spot): readonly MenuOption[] {
  return ABOUT[spot].flatMap((id) => {
    const action = ACTIONS.find((one) => one.id === id)!
    if (!action.can(app)) return []
    const [key] = keysOf(action)
    return [{ key: '', label: action.label, ...(key ? { keys: shownKey(key, isMac) } : {}), run: () => action.run(app) }]
  })
}

/** A row offers what its buttons do, or those beside its list; one that is a button itself, to open it. */
function optionsOfRow(row: HTMLElement): readonly MenuOption[] {
  const beside = row.parentElement && document.querySelector<HTMLElement>(`[data-of-chosen="${row.parentElement.id}"]`)
  // what is done with the chosen one is done with the one that was pressed
  if (beside) flushSync(() => row.click())
  const buttons = [...(beside ?? row).querySelectorAll<HTMLButtonElement>('button:not(:disabled)')]
  const press = (one: HTMLElement) => () => one.click()
  if (buttons.length < (beside ? 1 : 2)) return [{ key: '', label: 'Open', run: press(buttons[0] ?? row) }]
  return buttons.map((button) => ({
    key: '',
    label: (button.ariaLabel ?? button.innerText).replaceAll(/\s+/g, ' '),
    run: press(button),
  }))
}

/** What the press is about. The caret goes there, unless it is among what is selected. */
function spotOf(view: EditorView, event: MouseEvent): Spot {
  const block = event.target instanceof HTMLElement && event.target.classList.contains('block') ? event.target : null
  const beside = block !== null && event.clientX < block.getBoundingClientRect().left
  const pos = beside ? view.posAtDOM(block, 0) : view.posAtCoords({ left: event.clientX, top: event.clientY })?.pos
  if (pos !== undefined && !isSelected(view.state, pos))
    view.dispatch(view.state.tr.setSelection(TextSelection.near(view.state.doc.resolve(pos))))
  if (beside) return 'label'
  if (objectHere(view.state)) return 'note'
  if (!view.state.selection.empty) return 'selection'
  return annotationsAt(view.state).length > 0 ? 'tag' : 'caret'
}

const isSelected = ({ selection }: EditorState, pos: number) =>
  !selection.empty && selection.ranges.some(({ $from, $to }) => $from.pos <= pos && pos <= $to.pos)
