import { type Action, always, whenOpened } from '../state/action.ts'
import type { AppState } from '../state/app-state.ts'
import { drawn, focusIn, showPanel } from '../state/show-panel.ts'

/** The parts of the window. */
export const WINDOW_ACTIONS: readonly Action[] = [
  {
    id: 'facts',
    label: 'Facts of what is here',
    menu: 'View',
    keys: ['Alt+I'],
    can: whenOpened(always),
    run: (app) => showPanel(app, 'here'),
  },
  {
    id: 'notes',
    label: 'All notes',
    menu: 'View',
    keys: ['Alt+N'],
    can: whenOpened(always),
    run: (app) => showPanel(app, 'notes'),
  },
  {
    id: 'lost',
    label: 'Lost anchors',
    menu: 'View',
    keys: ['Alt+T'],
    can: whenOpened(always),
    run: (app) => showPanel(app, 'lost'),
  },
  {
    id: 'set-aside',
    label: 'What is set aside',
    menu: 'View',
    keys: ['Alt+U'],
    can: whenOpened(always),
    run: (app) => showPanel(app, 'aside'),
  },
  { id: 'hands', label: 'Hands', menu: 'View', keys: ['Alt+G'], can: whenOpened(always), run: (app) => showPanel(app, 'hands') },
  { id: 'documents', label: 'The list of documents', menu: 'View', keys: ['Alt+L'], can: whenOpened(always), run: toggleSide },
  {
    id: 'keep-list',
    label: 'Keep the list of documents open, or not',
    menu: 'View',
    keys: ['Alt+Shift+1'],
    can: always,
    run: keepList,
  },
  {
    id: 'structure',
    label: 'Show roles, or hide them',
    menu: 'View',
    keys: ['Alt+S'],
    can: always,
    run: (app) => app.setLook({ roles: !app.look.get().roles }),
  },
  {
    id: 'ticks',
    label: 'Show ticks at untagged corrections, or hide them',
    menu: 'View',
    keys: ['Alt+Shift+3'],
    can: always,
    run: (app) => app.setLook({ ticks: !app.look.get().ticks }),
  },
  {
    id: 'next-part',
    label: 'Next part of the window',
    menu: 'View',
    keys: ['F6'],
    can: always,
    run: (app) => movePart(app, 1),
  },
  {
    id: 'previous-part',
    label: 'Previous part of the window',
    menu: 'View',
    keys: ['Shift+F6'],
    can: always,
    run: (app) => movePart(app, -1),
  },
]

/** Shows the list of documents, with the focus in it; back to the text from there, and where it lies over the text it is gone. */
function toggleSide(app: AppState): void {
  const list = document.querySelector<HTMLElement>('.list-panel')
  const view = app.opened.get()?.view
  const wasOver = app.side.get()
  drawn(() => app.side.set(!wasOver && !app.look.get().listKept))
  if (view && (wasOver || list?.contains(document.activeElement))) view.focus()
  else focusIn(list)
}

/** The list has a place of its own beside every document, until it is let go again. */
function keepList(app: AppState): void {
  const listKept = !app.look.get().listKept
  drawn(() => {
    app.setLook({ listKept })
    app.side.set(false)
  })
  app.say(listKept ? 'The list of documents stays open.' : 'The list of documents opens over the margin.')
  if (!listKept) app.opened.get()?.view?.focus()
}

/** Moves the focus round the parts of the window, in their order on the screen. */
function movePart(app: AppState, step: 1 | -1): void {
  drawn(() => app.opened.get()?.upToDate())
  const parts = [...document.querySelectorAll<HTMLElement>('[data-part]')].filter(
    (part) =>
      part.offsetParent !== null &&
      part.closest('[inert]') === null &&
      part.querySelector('button, input, select, .ProseMirror') !== null,
  )
  const now = parts.findIndex((part) => part.contains(document.activeElement))
  const first = now < 0 ? (step > 0 ? 0 : parts.length - 1) : now + step
  // a part may hold nothing that can take the focus just now: then the next one has it
  for (let tried = 0; tried < parts.length; tried++) {
    const part = parts[(first + step * tried + 2 * parts.length) % parts.length]!
    focusIn(part)
    if (part.contains(document.activeElement)) return
  }
}
