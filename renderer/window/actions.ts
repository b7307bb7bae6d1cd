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
import {
  asideChooser,
  blockChooser,
  errorChooser,
  gapChooser,
  liftChooser,
  mark,
  removeChooser,
} from '../features/annotate/annotate-menus.ts'
import { statusChooser } from '../features/documents/status-menu.ts'
import { editorChooser } from '../features/editors/editor-menu.ts'
import { layerChooser } from '../features/look/layer-menu.ts'
import { LOOK_ACTIONS } from '../features/look/look-actions.ts'
import { openEvidence } from '../features/margin/evidence-menu.ts'
import { jumpBesideOrBack, nextProposedTurn, noteHere, restoreAllChooser } from '../features/margin/journeys.ts'
import { MARGIN_ACTIONS } from '../features/margin/margin-actions.ts'
import { NAME_ACTIONS } from '../features/names/name-actions.ts'
import { markChooser } from '../features/names/name-menu.ts'
import { pageChooser } from '../features/pages/page-menu.ts'
import { copyWithNotesChooser } from '../features/papers/citation-menu.ts'
import { PAPER_ACTIONS } from '../features/papers/paper-actions.ts'
import { legendWriting, penChooser } from '../features/pen-marks/pen-menu.ts'
import { snippetChooser } from '../features/snippets/snippets.ts'
import { canLookAtBoth, conflictCopies, copiesOf, earlierVersions, lookAtBoth } from '../features/versions/look-at-both.ts'
import { type Action, always, choose, onDesk, verb, withDesk, writes } from '../state/action.ts'
import type { Workbench } from '../state/app-state.ts'
import { ownKeysWriting } from '../state/own-keys.ts'

/** What can be exported: not what only stands in for a file that cannot be read. */
const leaves = (bench: Workbench) => bench.desk.get()?.opened.standIn === null

export const ACTIONS: readonly Action[] = [
  {
    id: 'save',
    label: 'Save now',
    menu: 'Document',
    keys: ['Ctrl+S'],
    can: (bench) => bench.desk.get()?.writable === true,
    run: (bench) => void bench.desk.get()?.keeper.save(false, true),
  },
  {
    id: 'close',
    label: 'Save and close',
    menu: 'Document',
    keys: ['Alt+W'],
    can: (bench) => bench.desk.get() !== null,
    run: (bench) => void bench.close(),
  },
  {
    id: 'export',
    label: 'Export an edition …',
    menu: 'Document',
    keys: ['Ctrl+E'],
    can: leaves,
    run: (bench) => bench.exporting.set(true),
  },
  {
    id: 'earlier',
    label: 'Earlier versions …',
    menu: 'Document',
    keys: ['Alt+H'],
    can: onDesk(always),
    run: withDesk((desk, bench) => void earlierVersions(bench, desk)),
  },
  {
    id: 'copies',
    label: 'Conflict copies …',
    menu: 'Document',
    keys: ['Alt+Shift+C'],
    can: (bench) => {
      const desk = bench.desk.get()
      return desk !== null && !bench.reading.get() && copiesOf(bench, desk).length > 0
    },
    run: withDesk((desk, bench) => conflictCopies(bench, desk)),
  },
  {
    id: 'both',
    label: 'Look at both versions',
    menu: 'Document',
    keys: ['Alt+B'],
    can: onDesk(canLookAtBoth),
    run: withDesk((desk, bench) => lookAtBoth(bench, desk)),
  },
  {
    id: 'restore-everything',
    label: 'Restore the whole machine transcript …',
    menu: 'Document',
    keys: ['Alt+Shift+R'],
    can: writes,
    run: withDesk((desk, bench) => bench.chooser.set(restoreAllChooser(bench, desk))),
  },
  {
    id: 'status',
    label: 'How far the work has come …',
    menu: 'Document',
    keys: ['Alt+Shift+S'],
    can: writes,
    run: withDesk((desk, bench) => bench.chooser.set(statusChooser(bench, desk))),
  },
  {
    id: 'who',
    label: 'Who is editing …',
    menu: 'Document',
    keys: ['Alt+Shift+W'],
    can: always,
    run: (bench) => bench.chooser.set(editorChooser(bench)),
  },

  verb('undo', 'Undo', 'Edit', ['Ctrl+Z'], () => undo),
  verb('redo', 'Redo', 'Edit', ['Ctrl+Shift+Z', 'Ctrl+Y'], () => redo),
  ...(['find', 'replace'] as const).map(
    (id): Action => ({
      id,
      label: id === 'find' ? 'Find …' : 'Find and replace …',
      menu: 'Edit',
      keys: [id === 'find' ? 'Ctrl+F' : 'Ctrl+H'],
      can: id === 'find' ? onDesk(always) : writes,
      run: (bench) => bench.finding.set(id),
    }),
  ),
  {
    id: 'copy-notes',
    label: 'Copy with its notes as footnotes …',
    menu: 'Edit',
    keys: ['Alt+Shift+Q'],
    can: onDesk((desk) => stretchesOrBlock(desk.state).length > 0),
    run: choose(copyWithNotesChooser, 'Select words of the text first.'),
  },
  {
    id: 'search',
    label: 'Search the collection …',
    menu: 'Edit',
    keys: ['Ctrl+Shift+F'],
    can: (bench) => bench.collection.get() !== null,
    run: (bench) => bench.searching.set(true),
  },
  verb('restore-reading', 'Restore the machine’s reading here', 'Edit', ['Alt+R'], (desk) => restoreReading(desk.context)),

  {
    id: 'block',
    label: 'Role or hand of the block …',
    menu: 'Block',
    keys: ['Ctrl+B'],
    can: writes,
    run: withDesk((desk, bench) => bench.chooser.set(blockChooser(bench, desk))),
  },
  verb('block-up', 'Move the block up', 'Block', ['Alt+ArrowUp'], () => moveBlock('up')),
  verb('block-down', 'Move the block down', 'Block', ['Alt+ArrowDown'], () => moveBlock('down')),
  verb('continues', 'Goes on from the page before, or not', 'Block', ['Alt+C'], () => toggleContinues()),

  verb('page-up', 'Move the page up', 'Page', ['Alt+PageUp'], () => movePage('up')),
  verb('page-down', 'Move the page down', 'Page', ['Alt+PageDown'], () => movePage('down')),
  verb('split-page', 'Begin a new page here', 'Page', ['Ctrl+Enter'], (desk) => splitPage(desk.context)),
  {
    id: 'turn',
    label: 'To the next place that may be a page turn',
    menu: 'Page',
    keys: ['Alt+P'],
    can: onDesk(always),
    run: withDesk((desk, bench) => nextProposedTurn(bench, desk)),
  },
  verb('join-pages', 'Join with the next page', 'Page', ['Alt+J'], () => joinPages()),
  {
    id: 'insert-page',
    label: 'A page that is missing, or a dummy …',
    menu: 'Page',
    keys: ['Alt+Shift+G'],
    can: onDesk((desk) => desk.can(insertPage(desk.context, 'missing'))),
    run: withDesk((desk, bench) => bench.chooser.set(pageChooser(desk))),
  },
  {
    id: 'take-page-away',
    label: 'Take this page away: it only stands in',
    menu: 'Page',
    keys: ['Alt+Shift+X'],
    can: onDesk((desk) => desk.writable && canTakeAway(desk.state) !== 'no'),
    run: withDesk((desk, bench) => {
      if (!desk.run(takePageAway())) bench.say('Notes stand beside this page. Delete them first, or put them back.')
    }),
  },

  ...PAPER_ACTIONS,

  {
    id: 'lift',
    label: 'To the margin, by hand …',
    menu: 'Margin',
    keys: ['Ctrl+M'],
    can: onDesk((desk) => desk.writable && stretchesOrBlock(desk.state).length > 0),
    run: withDesk((desk, bench) => bench.chooser.set(liftChooser(bench, desk))),
  },
  verb('put-back', 'Put the note back into the text', 'Margin', ['Ctrl+Shift+M'], (desk) => {
    const note = noteHere(desk)
    return note ? putBack(desk.context, note) : null
  }),
  {
    id: 'pen-mark',
    label: 'Pen mark …',
    menu: 'Margin',
    keys: ['Ctrl+J'],
    can: writes,
    run: withDesk((desk, bench) => bench.chooser.set(penChooser(bench, desk))),
  },
  {
    id: 'evidence',
    label: 'Cite what is set aside as evidence …',
    menu: 'Margin',
    keys: ['Alt+Shift+E'],
    can: writes,
    run: withDesk((desk, bench) => openEvidence(bench, desk)),
  },
  {
    id: 'pen-legend',
    label: 'What pen marks mean here …',
    menu: 'Margin',
    keys: ['Alt+Shift+M'],
    can: always,
    run: (bench) => bench.writing.set(legendWriting(bench)),
  },
  verb('editor-note', 'Editor’s note', 'Margin', ['Ctrl+Shift+E'], (desk) => writeBeside(desk.context, 'editornote')),
  verb('query', 'Query', 'Margin', ['Ctrl+Shift+Q'], (desk) => writeBeside(desk.context, 'query')),
  {
    id: 'jump',
    label: 'To the note, or back to its place',
    menu: 'Margin',
    keys: ['F9'],
    can: onDesk(always),
    run: withDesk((desk, bench) => jumpBesideOrBack(bench, desk)),
  },
  ...MARGIN_ACTIONS,

  {
    id: 'unclear',
    label: 'Unclear',
    menu: 'Words',
    keys: ['Ctrl+Shift+I'],
    can: writes,
    run: withDesk((desk, bench) => mark(bench, desk, 'unclear')),
  },
  {
    id: 'gap',
    label: 'Gap …',
    menu: 'Words',
    keys: ['Ctrl+Shift+G'],
    can: writes,
    run: withDesk((desk, bench) => bench.chooser.set(gapChooser(desk))),
  },
  {
    id: 'error',
    label: 'Whose error? …',
    menu: 'Words',
    keys: ['Ctrl+Shift+S'],
    can: writes,
    run: withDesk((desk, bench) => bench.chooser.set(errorChooser(bench, desk))),
  },
  {
    id: 'aside',
    label: 'Set aside …',
    menu: 'Words',
    keys: ['Ctrl+Shift+X'],
    can: onDesk((desk) => desk.writable && stretchesOrBlock(desk.state).length > 0),
    run: withDesk((desk, bench) => bench.chooser.set(asideChooser(desk))),
  },
  {
    id: 'snippet',
    label: 'Write words of your own list …',
    menu: 'Edit',
    keys: ['Alt+Shift+T'],
    can: writes,
    run: withDesk((desk, bench) => bench.chooser.set(snippetChooser(bench, desk))),
  },
  {
    id: 'mark-as',
    label: 'These words are …',
    menu: 'Words',
    keys: ['Alt+M'],
    can: writes,
    run: withDesk((desk, bench) => bench.chooser.set(markChooser(bench, desk))),
  },
  ...NAME_ACTIONS,
  {
    id: 'take-off',
    label: 'Take the annotation off',
    menu: 'Words',
    keys: ['Ctrl+\\'],
    can: writes,
    run: withDesk((desk, bench) => removeChooser(bench, desk)),
  },

  {
    id: 'read',
    label: 'Read: the edition as it will leave',
    menu: 'View',
    keys: ['F7'],
    can: leaves,
    run: (bench) => {
      bench.reading.set(!bench.reading.get())
      if (!bench.reading.get()) bench.desk.get()?.view?.focus()
    },
  },
  {
    id: 'facts',
    label: 'Facts of what is here',
    menu: 'View',
    keys: ['Alt+I'],
    can: onDesk(always),
    run: (bench) => showPanel(bench, 'here'),
  },
  {
    id: 'notes',
    label: 'All notes',
    menu: 'View',
    keys: ['Alt+N'],
    can: onDesk(always),
    run: (bench) => showPanel(bench, 'notes'),
  },
  {
    id: 'lost',
    label: 'Lost anchors',
    menu: 'View',
    keys: ['Alt+T'],
    can: onDesk(always),
    run: (bench) => showPanel(bench, 'lost'),
  },
  {
    id: 'set-aside',
    label: 'What is set aside',
    menu: 'View',
    keys: ['Alt+U'],
    can: onDesk(always),
    run: (bench) => showPanel(bench, 'aside'),
  },
  { id: 'hands', label: 'Hands', menu: 'View', keys: ['Alt+G'], can: onDesk(always), run: (bench) => showPanel(bench, 'hands') },
  { id: 'documents', label: 'The list of documents', menu: 'View', keys: ['Alt+L'], can: onDesk(always), run: toggleSide },
  {
    id: 'structure',
    label: 'Show roles, or hide them',
    menu: 'View',
    keys: ['Alt+S'],
    can: always,
    run: (bench) => bench.structure.set(!bench.structure.get()),
  },
  {
    id: 'layers',
    label: 'Layers: typed only, all, one hand …',
    menu: 'View',
    keys: ['Ctrl+L'],
    can: onDesk(always),
    run: withDesk((desk, bench) => bench.chooser.set(layerChooser(bench, desk))),
  },
  ...LOOK_ACTIONS,
  {
    id: 'next-part',
    label: 'Next part of the window',
    menu: 'View',
    keys: ['F6'],
    can: always,
    run: (bench) => movePart(bench, 1),
  },
  {
    id: 'previous-part',
    label: 'Previous part of the window',
    menu: 'View',
    keys: ['Shift+F6'],
    can: always,
    run: (bench) => movePart(bench, -1),
  },

  {
    id: 'palette',
    label: 'All commands',
    menu: 'Help',
    keys: ['Ctrl+K'],
    can: always,
    run: (bench) => bench.palette.set('commands'),
  },
  {
    id: 'own-keys',
    label: 'Keys of your own …',
    menu: 'Help',
    keys: ['Alt+Shift+F'],
    can: always,
    run: (bench) => bench.writing.set(ownKeysWriting(bench, ACTIONS)),
  },
  { id: 'help', label: 'Help and all keys', menu: 'Help', keys: ['F1'], can: always, run: (bench) => bench.palette.set('help') },
]

/** Shows the list of documents beside the text, or hides it again where the window is narrow. */
function toggleSide(bench: Workbench): void {
  drawn(() => bench.side.set(!bench.side.get()))
  if (bench.side.get()) focusIn(document.querySelector('[data-part="documents"]'))
  else bench.desk.get()?.view?.focus()
}

function showPanel(bench: Workbench, panel: 'here' | 'notes' | 'lost' | 'aside' | 'hands'): void {
  drawn(() => {
    if (!bench.look.get().factsShown) bench.setLook({ factsShown: true })
    bench.panel.set(panel)
    bench.desk.get()?.upToDate()
  })
  focusIn(document.querySelector('[data-part="inspector"] [role="tabpanel"]'))
}

/** What is shown by it stands in the page when this returns: a focus given a frame later would be taken from where the next key put it. */
const drawn = (show: () => void): void => flushSync(show)

/** Moves the focus round the parts of the window, in their order on the screen. */
function movePart(bench: Workbench, step: 1 | -1): void {
  drawn(() => bench.desk.get()?.upToDate())
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
