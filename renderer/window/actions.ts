import { redo, undo } from 'prosemirror-history'
import { flushSync } from 'react-dom'
import { moveBlock, movePage } from '../../shared/commands/move.ts'
import { putBack } from '../../shared/commands/put-back.ts'
import { restoreReading } from '../../shared/commands/restore-reading.ts'
import { toggleContinues } from '../../shared/commands/set-block.ts'
import { canTakeAway, insertPage, takePageAway } from '../../shared/commands/stand-in-page.ts'
import { stretchesOrBlock } from '../../shared/commands/stretch.ts'
import { joinPages, splitPage } from '../../shared/commands/turn-page.ts'
import { writeBeside } from '../../shared/commands/write-beside.ts'
import { asideMenu, blockMenu, errorMenu, gapMenu, liftMenu, mark, removeMenu } from '../features/annotate/annotate-menus.ts'
import { statusMenu } from '../features/documents/status-menu.ts'
import { editorMenu } from '../features/editors/editor-menu.ts'
import { openExport } from '../features/export/export-box.tsx'
import { findingOf } from '../features/find/finding.ts'
import { layerMenu } from '../features/look/layer-menu.ts'
import { LOOK_ACTIONS } from '../features/look/look-actions.ts'
import { openEvidence } from '../features/margin/evidence-menu.ts'
import { jumpBesideOrBack, nextProposedTurn, noteHere, restoreAllMenu } from '../features/margin/journeys.ts'
import { MARGIN_ACTIONS } from '../features/margin/margin-actions.ts'
import { NAME_ACTIONS } from '../features/names/name-actions.ts'
import { markMenu } from '../features/names/name-menu.ts'
import { mayReadOtherwise, readingMenu } from '../features/originals/reading-menu.ts'
import { pageMenu } from '../features/pages/page-menu.ts'
import { openPalette } from '../features/palette/palette.tsx'
import { copyWithNotesMenu } from '../features/papers/citation-menu.ts'
import { PAPER_ACTIONS } from '../features/papers/paper-actions.ts'
import { legendFile, penMenu } from '../features/pen-marks/pen-menu.ts'
import { openSearch } from '../features/search/search-box.tsx'
import { snippetMenu } from '../features/snippets/snippets.ts'
import { canLookAtBoth, conflictCopies, copiesOf, earlierVersions, lookAtBoth } from '../features/versions/look-at-both.ts'
import { openHelp } from '../help/help.tsx'
import { type Action, always, choose, verb, whenOpened, withOpened, writes } from '../state/action.ts'
import type { AppState } from '../state/app-state.ts'
import { ownKeysFile } from '../state/own-keys.ts'

/** What can be exported: not what only stands in for a file that cannot be read. */
const leaves = (app: AppState) => app.opened.get()?.loaded.standIn === null

export const ACTIONS: readonly Action[] = [
  {
    id: 'save',
    label: 'Save now',
    menu: 'Document',
    keys: ['Ctrl+S'],
    can: (app) => app.opened.get()?.writable === true,
    run: (app) => void app.opened.get()?.saver.save(false, true),
  },
  {
    id: 'close',
    label: 'Save and close',
    menu: 'Document',
    keys: ['Alt+W'],
    can: (app) => app.opened.get() !== null,
    run: (app) => void app.close(),
  },
  {
    id: 'export',
    label: 'Export an edition …',
    menu: 'Document',
    keys: ['Ctrl+E'],
    can: leaves,
    run: (app) => {
      const opened = app.opened.get()
      if (opened) openExport(app, opened)
    },
  },
  {
    id: 'read-otherwise',
    label: 'Read the machine transcript otherwise …',
    menu: 'Document',
    keys: ['Alt+Shift+Y'],
    can: whenOpened(mayReadOtherwise),
    run: choose(readingMenu, 'This can be done only before any work is done on it.'),
  },
  {
    id: 'earlier',
    label: 'Earlier versions …',
    menu: 'Document',
    keys: ['Alt+H'],
    can: whenOpened(always),
    run: withOpened((opened, app) => void earlierVersions(app, opened)),
  },
  {
    id: 'copies',
    label: 'Conflict copies …',
    menu: 'Document',
    keys: ['Alt+Shift+C'],
    can: (app) => {
      const opened = app.opened.get()
      return opened !== null && !app.reading.get() && copiesOf(app, opened).length > 0
    },
    run: withOpened((opened, app) => conflictCopies(app, opened)),
  },
  {
    id: 'both',
    label: 'Look at both versions',
    menu: 'Document',
    keys: ['Alt+B'],
    can: whenOpened(canLookAtBoth),
    run: withOpened((opened, app) => lookAtBoth(app, opened)),
  },
  {
    id: 'restore-everything',
    label: 'Restore the whole machine transcript …',
    menu: 'Document',
    keys: ['Alt+Shift+R'],
    can: writes,
    run: withOpened((opened, app) => app.overlay.menu(restoreAllMenu(app, opened))),
  },
  {
    id: 'status',
    label: 'How far the work has come …',
    menu: 'Document',
    keys: ['Alt+Shift+S'],
    can: writes,
    run: withOpened((opened, app) => app.overlay.menu(statusMenu(app, opened))),
  },
  {
    id: 'who',
    label: 'Who is editing …',
    menu: 'Document',
    keys: ['Alt+Shift+W'],
    can: always,
    run: (app) => app.overlay.menu(editorMenu(app)),
  },

  verb('undo', 'Undo', 'Edit', ['Ctrl+Z'], () => undo),
  verb('redo', 'Redo', 'Edit', ['Ctrl+Shift+Z', 'Ctrl+Y'], () => redo),
  ...(['find', 'replace'] as const).map(
    (id): Action => ({
      id,
      label: id === 'find' ? 'Find …' : 'Find and replace …',
      menu: 'Edit',
      keys: [id === 'find' ? 'Ctrl+F' : 'Ctrl+H'],
      can: id === 'find' ? whenOpened(always) : writes,
      run: (app) => findingOf(app).set(id),
    }),
  ),
  {
    id: 'copy-notes',
    label: 'Copy with its notes as footnotes …',
    menu: 'Edit',
    keys: ['Alt+Shift+Q'],
    can: whenOpened((opened) => stretchesOrBlock(opened.state).length > 0),
    run: choose(copyWithNotesMenu, 'Select words of the text first.'),
  },
  {
    id: 'search',
    label: 'Search the collection …',
    menu: 'Edit',
    keys: ['Ctrl+Shift+F'],
    can: (app) => app.collection.get() !== null,
    run: (app) => openSearch(app),
  },
  verb('restore-reading', 'Restore the machine’s reading here', 'Edit', ['Alt+R'], (opened) => restoreReading(opened.context)),

  {
    id: 'block',
    label: 'Role or hand of the block …',
    menu: 'Block',
    keys: ['Ctrl+B'],
    can: writes,
    run: withOpened((opened, app) => app.overlay.menu(blockMenu(app, opened))),
  },
  verb('block-up', 'Move the block up', 'Block', ['Alt+ArrowUp'], () => moveBlock('up')),
  verb('block-down', 'Move the block down', 'Block', ['Alt+ArrowDown'], () => moveBlock('down')),
  verb('continues', 'Goes on from the page before, or not', 'Block', ['Alt+C'], () => toggleContinues()),

  verb('page-up', 'Move the page up', 'Page', ['Alt+PageUp'], () => movePage('up')),
  verb('page-down', 'Move the page down', 'Page', ['Alt+PageDown'], () => movePage('down')),
  verb('split-page', 'Begin a new page here', 'Page', ['Ctrl+Enter'], (opened) => splitPage(opened.context)),
  {
    id: 'turn',
    label: 'To the next place that may be a page turn',
    menu: 'Page',
    keys: ['Alt+P'],
    can: whenOpened(always),
    run: withOpened((opened, app) => nextProposedTurn(app, opened)),
  },
  verb('join-pages', 'Join with the next page', 'Page', ['Alt+J'], () => joinPages()),
  {
    id: 'insert-page',
    label: 'A page that is missing, or a dummy …',
    menu: 'Page',
    keys: ['Alt+Shift+G'],
    can: whenOpened((opened) => opened.can(insertPage(opened.context, 'missing'))),
    run: withOpened((opened, app) => app.overlay.menu(pageMenu(opened))),
  },
  {
    id: 'take-page-away',
    label: 'Take this page away: it only stands in',
    menu: 'Page',
    keys: ['Alt+Shift+X'],
    can: whenOpened((opened) => opened.writable && canTakeAway(opened.state) !== 'no'),
    run: withOpened((opened, app) => {
      if (!opened.run(takePageAway())) app.say('Notes stand beside this page. Delete them first, or put them back.')
    }),
  },

  ...PAPER_ACTIONS,

  {
    id: 'lift',
    label: 'To the margin, by hand …',
    menu: 'Margin',
    keys: ['Ctrl+M'],
    can: whenOpened((opened) => opened.writable && stretchesOrBlock(opened.state).length > 0),
    run: withOpened((opened, app) => app.overlay.menu(liftMenu(app, opened))),
  },
  verb('put-back', 'Put the note back into the text', 'Margin', ['Ctrl+Shift+M'], (opened) => {
    const note = noteHere(opened)
    return note ? putBack(opened.context, note) : null
  }),
  {
    id: 'pen-mark',
    label: 'Pen mark …',
    menu: 'Margin',
    keys: ['Ctrl+J'],
    can: writes,
    run: withOpened((opened, app) => app.overlay.menu(penMenu(app, opened))),
  },
  {
    id: 'evidence',
    label: 'Cite what is set aside as evidence …',
    menu: 'Margin',
    keys: ['Alt+Shift+E'],
    can: writes,
    run: withOpened((opened, app) => openEvidence(app, opened)),
  },
  {
    id: 'pen-legend',
    label: 'What pen marks mean here …',
    menu: 'Margin',
    keys: ['Alt+Shift+M'],
    can: always,
    run: (app) => app.overlay.file(legendFile(app)),
  },
  verb('editor-note', 'Editor’s note', 'Margin', ['Ctrl+Shift+E'], (opened) => writeBeside(opened.context, 'editornote')),
  verb('query', 'Query', 'Margin', ['Ctrl+Shift+Q'], (opened) => writeBeside(opened.context, 'query')),
  {
    id: 'jump',
    label: 'To the note, or back to its place',
    menu: 'Margin',
    keys: ['F9'],
    can: whenOpened(always),
    run: withOpened((opened, app) => jumpBesideOrBack(app, opened)),
  },
  ...MARGIN_ACTIONS,

  {
    id: 'unclear',
    label: 'Unclear',
    menu: 'Words',
    keys: ['Ctrl+Shift+I'],
    can: writes,
    run: withOpened((opened, app) => mark(app, opened, 'unclear')),
  },
  {
    id: 'gap',
    label: 'Gap …',
    menu: 'Words',
    keys: ['Ctrl+Shift+G'],
    can: writes,
    run: withOpened((opened, app) => app.overlay.menu(gapMenu(opened))),
  },
  {
    id: 'error',
    label: 'Whose error? …',
    menu: 'Words',
    keys: ['Ctrl+Shift+S'],
    can: writes,
    run: withOpened((opened, app) => app.overlay.menu(errorMenu(app, opened))),
  },
  {
    id: 'aside',
    label: 'Set aside …',
    menu: 'Words',
    keys: ['Ctrl+Shift+X'],
    can: whenOpened((opened) => opened.writable && stretchesOrBlock(opened.state).length > 0),
    run: withOpened((opened, app) => app.overlay.menu(asideMenu(opened))),
  },
  {
    id: 'snippet',
    label: 'Write words of your own list …',
    menu: 'Edit',
    keys: ['Alt+Shift+T'],
    can: writes,
    run: withOpened((opened, app) => app.overlay.menu(snippetMenu(app, opened))),
  },
  {
    id: 'mark-as',
    label: 'These words are …',
    menu: 'Words',
    keys: ['Alt+M'],
    can: writes,
    run: withOpened((opened, app) => app.overlay.menu(markMenu(app, opened))),
  },
  ...NAME_ACTIONS,
  {
    id: 'take-off',
    label: 'Take the annotation off',
    menu: 'Words',
    keys: ['Ctrl+\\'],
    can: writes,
    run: withOpened((opened, app) => removeMenu(app, opened)),
  },

  {
    id: 'read',
    label: 'Read: the edition as it will leave',
    menu: 'View',
    keys: ['F7'],
    can: leaves,
    run: (app) => {
      app.reading.set(!app.reading.get())
      if (!app.reading.get()) app.opened.get()?.view?.focus()
    },
  },
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
    id: 'structure',
    label: 'Show roles, or hide them',
    menu: 'View',
    keys: ['Alt+S'],
    can: always,
    run: (app) => app.structure.set(!app.structure.get()),
  },
  {
    id: 'layers',
    label: 'Layers: typed only, all, one hand …',
    menu: 'View',
    keys: ['Ctrl+L'],
    can: whenOpened(always),
    run: withOpened((opened, app) => app.overlay.menu(layerMenu(app, opened))),
  },
  ...LOOK_ACTIONS,
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

  {
    id: 'palette',
    label: 'All commands',
    menu: 'Help',
    keys: ['Ctrl+K'],
    can: always,
    run: (app) => openPalette(app),
  },
  {
    id: 'own-keys',
    label: 'Keys of your own …',
    menu: 'Help',
    keys: ['Alt+Shift+F'],
    can: always,
    run: (app) => app.overlay.file(ownKeysFile(app, ACTIONS)),
  },
  { id: 'help', label: 'Help and all keys', menu: 'Help', keys: ['F1'], can: always, run: (app) => openHelp(app) },
]

/** Shows the list of documents beside the text, or hides it again where the window is narrow. */
function toggleSide(app: AppState): void {
  drawn(() => app.side.set(!app.side.get()))
  if (app.side.get()) focusIn(document.querySelector('[data-part="documents"]'))
  else app.opened.get()?.view?.focus()
}

function showPanel(app: AppState, panel: 'here' | 'notes' | 'lost' | 'aside' | 'hands'): void {
  drawn(() => {
    if (!app.look.get().factsShown) app.setLook({ factsShown: true })
    app.panel.set(panel)
    app.opened.get()?.upToDate()
  })
  focusIn(document.querySelector('[data-part="inspector"] [role="tabpanel"]'))
}

/** What is shown by it stands in the page when this returns: a focus given a frame later would be taken from where the next key put it. */
const drawn = (show: () => void): void => flushSync(show)

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

function focusIn(part: HTMLElement | null): void {
  // what sets a width, and what is not shown, is no place to begin
  const found = [
    ...(part?.querySelectorAll<HTMLElement>('.ProseMirror, [data-focus-first], select, input, button, [tabindex="0"]') ?? []),
  ].filter((one) => one.offsetParent !== null && one.getAttribute('role') !== 'separator')
  const first = found.find((one) => one.matches('.ProseMirror, [data-focus-first]')) ?? found[0]
  ;(first ?? part)?.focus()
}
