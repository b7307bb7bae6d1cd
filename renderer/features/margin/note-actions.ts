import { putBack } from '../../../shared/commands/put-back.ts'
import { stretchesOrBlock } from '../../../shared/commands/stretch.ts'
import { writeBeside } from '../../../shared/commands/write-beside.ts'
import { type Action, always, choose, verb, whenOpened, withOpened, writes } from '../../state/action.ts'
import { openEvidence } from './evidence-menu.ts'
import { footnoteMenu } from './footnote-menu.ts'
import { jumpBesideOrBack, noteHere } from './journeys.ts'
import { liftMenu } from './lift-menu.ts'

/** Notes that come to stand beside the text, and the ways to them. */
export const NOTE_ACTIONS: readonly Action[] = [
  {
    id: 'lift',
    label: 'To the margin, by hand …',
    menu: 'Margin',
    keys: ['Ctrl+M'],
    can: whenOpened((opened) => opened.writable && stretchesOrBlock(opened.state).length > 0),
    first: 'select words of the text, or put the caret into a block.',
    run: withOpened((opened, app) => app.overlay.menu(liftMenu(app, opened))),
  },
  {
    id: 'footnote',
    label: 'Footnote of the paper, or its call …',
    menu: 'Margin',
    keys: ['Alt+Shift+Z'],
    can: writes,
    run: choose(footnoteMenu, 'Put the caret into the footnote, where it stands in the text, or select its call.'),
  },
  verb('put-back', 'Put the note back into the text', 'Margin', ['Ctrl+Shift+M'], (opened) => {
    const note = noteHere(opened)
    return note ? putBack(opened.context, note) : null
  }),
  {
    id: 'evidence',
    label: 'Cite what is set aside as evidence …',
    menu: 'Margin',
    keys: ['Alt+Shift+E'],
    can: writes,
    run: withOpened((opened, app) => openEvidence(app, opened)),
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
]
