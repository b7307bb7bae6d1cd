import { TextSelection } from 'prosemirror-state'
import { beginPaper, joinPapers, paperHere, startOf } from '../../../shared/commands/paper.ts'
import { writeHeadnote } from '../../../shared/commands/write-beside.ts'
import { papersIn } from '../../../shared/schema/papers.ts'
import { paperInWords } from '../../../shared/vocabulary/paper.ts'
import { jumpTo } from '../../editor/jump.ts'
import { type Action, always, choose, verb, whenOpened, withOpened, writes } from '../../state/action.ts'
import type { AppState } from '../../state/app-state.ts'
import type { OpenDocument } from '../../state/open-document.ts'
import { showPanel } from '../../state/show-panel.ts'
import { joinMenu, takeOutMenu } from '../originals/original-menus.ts'
import { citationMenu } from './citation-menu.ts'
import { collationForm } from './collation-form.ts'
import { collectionForm, policyMenu } from './collection-form.ts'
import { paperForm } from './paper-form.ts'

/** Whether the collection's own file could be written, with or without a document open. */
const mayState = (app: AppState) => app.collection.get() !== null && app.readOnlyHost.get() === null

/** What can be done with the papers of a file. */
export const PAPER_ACTIONS: readonly Action[] = [
  {
    id: 'describe-paper',
    label: 'Describe this paper',
    menu: 'Paper',
    keys: ['Alt+Shift+D'],
    can: writes,
    run: (app) => showPanel(app, 'paper'),
  },
  {
    id: 'paper-facts',
    label: 'All facts of this paper …',
    menu: 'Paper',
    keys: ['Alt+Shift+2'],
    can: writes,
    run: withOpened((opened, app) => app.overlay.form(paperForm(app, opened))),
  },
  {
    id: 'collated',
    label: 'Collated …',
    menu: 'Paper',
    keys: ['Alt+Shift+4'],
    can: writes,
    run: withOpened((opened, app) => app.overlay.form(collationForm(app, opened))),
  },
  verb('headnote', 'Headnote of this paper', 'Paper', ['Alt+Shift+H'], (opened) => writeHeadnote(opened.context)),
  {
    id: 'cite',
    label: 'Copy a citation …',
    menu: 'Paper',
    keys: ['Alt+Shift+K'],
    can: whenOpened(always),
    run: withOpened((opened, app) => app.overlay.menu(citationMenu(app, opened))),
  },
  {
    id: 'collection',
    label: 'Describe the collection …',
    menu: 'Document',
    keys: ['Alt+Shift+L'],
    can: mayState,
    run: (app) => app.overlay.form(collectionForm(app)),
  },
  {
    id: 'policy',
    label: 'Editorial policy …',
    menu: 'Document',
    keys: ['Alt+Shift+P'],
    can: mayState,
    run: (app) => app.overlay.menu(policyMenu(app)),
  },
  {
    id: 'join-original',
    label: 'Join the next original …',
    menu: 'Document',
    keys: ['Alt+Shift+O'],
    can: writes,
    run: choose(joinMenu, 'There is no other document in this collection that could be joined.'),
  },
  {
    id: 'take-original-out',
    label: 'Take an original out again …',
    menu: 'Document',
    keys: ['Alt+Shift+U'],
    can: whenOpened((opened) => opened.writable && opened.originals.length > 1),
    run: choose(takeOutMenu, 'There is only the one original.'),
  },
  verb(
    'begin-paper',
    'A new paper begins here',
    'Paper',
    ['Ctrl+Shift+Enter'],
    (opened) => beginPaper(opened.context),
    'put the caret into the block with which the paper begins.',
  ),
  verb('join-papers', 'No new paper: it goes on from the one before', 'Paper', ['Alt+Shift+J'], (opened) =>
    joinPapers(opened.context),
  ),
  ...([1, -1] as const).map(
    (step): Action => ({
      id: step === 1 ? 'next-paper' : 'previous-paper',
      label: step === 1 ? 'To the next paper' : 'To the paper before',
      menu: 'Paper',
      keys: [step === 1 ? 'Alt+Shift+PageDown' : 'Alt+Shift+PageUp'],
      can: whenOpened(always),
      run: withOpened((opened, app) => goToPaper(app, opened, step)),
    }),
  ),
]

/** Puts the caret at the beginning of the next paper, or of the one before. */
function goToPaper(app: AppState, opened: OpenDocument, step: 1 | -1): void {
  const { state } = opened
  const papers = papersIn(state.doc)
  const index = paperHere(state, papers) + step
  const start = papers[index] && startOf(state.doc, papers, index)
  if (typeof start !== 'number' || !opened.view) {
    app.say(step === 1 ? 'No other paper follows.' : 'No other paper stands before.')
    return
  }
  jumpTo(opened.view, TextSelection.near(state.doc.resolve(start)))
  opened.view.focus()
  app.say(`Paper ${index + 1} of ${papers.length}: ${paperInWords(papers[index]!.paper)}`)
}
