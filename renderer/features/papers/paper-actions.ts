import { TextSelection } from 'prosemirror-state'
import { beginPaper, joinPapers, paperHere, startOf } from '../../../shared/commands/paper.ts'
import { writeHeadnote } from '../../../shared/commands/write-beside.ts'
import { papersIn } from '../../../shared/schema/papers.ts'
import { paperInWords } from '../../../shared/vocabulary/paper.ts'
import { jumpTo } from '../../editor/jump.ts'
import { type Action, always, choose, onDesk, verb, withDesk, writes } from '../../state/action.ts'
import type { Workbench } from '../../state/app-state.ts'
import type { Desk } from '../../state/open-document.ts'
import { joinChooser, takeOutChooser } from '../originals/original-menus.ts'
import { citationChooser } from './citation-menu.ts'
import { collectionForm, policyChooser } from './collection-form.ts'
import { paperForm } from './paper-form.ts'

/** Whether the collection's own file could be written, with or without a document open. */
const mayState = (bench: Workbench) => bench.collection.get() !== null && bench.readOnlyHost.get() === null

/** What can be done with the papers of a file. */
export const PAPER_ACTIONS: readonly Action[] = [
  {
    id: 'describe-paper',
    label: 'Describe this paper …',
    menu: 'Paper',
    keys: ['Alt+Shift+D'],
    can: writes,
    run: withDesk((desk, bench) => bench.form.set(paperForm(bench, desk))),
  },
  verb('headnote', 'Headnote of this paper', 'Paper', ['Alt+Shift+H'], (desk) => writeHeadnote(desk.context)),
  {
    id: 'cite',
    label: 'Copy a citation …',
    menu: 'Paper',
    keys: ['Alt+Shift+K'],
    can: onDesk(always),
    run: withDesk((desk, bench) => bench.chooser.set(citationChooser(bench, desk))),
  },
  {
    id: 'collection',
    label: 'Describe the collection …',
    menu: 'Document',
    keys: ['Alt+Shift+L'],
    can: mayState,
    run: (bench) => bench.form.set(collectionForm(bench)),
  },
  {
    id: 'policy',
    label: 'Editorial policy …',
    menu: 'Document',
    keys: ['Alt+Shift+P'],
    can: mayState,
    run: (bench) => bench.chooser.set(policyChooser(bench)),
  },
  {
    id: 'join-original',
    label: 'Join the next original …',
    menu: 'Document',
    keys: ['Alt+Shift+O'],
    can: writes,
    run: choose(joinChooser, 'There is no other document in this collection that could be joined.'),
  },
  {
    id: 'take-original-out',
    label: 'Take an original out again …',
    menu: 'Document',
    keys: ['Alt+Shift+U'],
    can: onDesk((desk) => desk.writable && desk.originals.length > 1),
    run: withDesk((desk, bench) => bench.chooser.set(takeOutChooser(bench, desk))),
  },
  verb('begin-paper', 'A new paper begins here', 'Paper', ['Ctrl+Shift+Enter'], (desk) => beginPaper(desk.context)),
  verb('join-papers', 'No new paper: it goes on from the one before', 'Paper', ['Alt+Shift+J'], (desk) =>
    joinPapers(desk.context),
  ),
  ...([1, -1] as const).map(
    (step): Action => ({
      id: step === 1 ? 'next-paper' : 'previous-paper',
      label: step === 1 ? 'To the next paper' : 'To the paper before',
      menu: 'Paper',
      keys: [step === 1 ? 'Alt+Shift+PageDown' : 'Alt+Shift+PageUp'],
      can: onDesk(always),
      run: withDesk((desk, bench) => goToPaper(bench, desk, step)),
    }),
  ),
]

/** Puts the caret at the beginning of the next paper, or of the one before. */
function goToPaper(bench: Workbench, desk: Desk, step: 1 | -1): void {
  const { state } = desk
  const papers = papersIn(state.doc)
  const index = paperHere(state, papers) + step
  const start = papers[index] && startOf(state.doc, papers, index)
  if (typeof start !== 'number' || !desk.view) {
    bench.say(step === 1 ? 'No other paper follows.' : 'No other paper stands before.')
    return
  }
  jumpTo(desk.view, TextSelection.near(state.doc.resolve(start)))
  desk.view.focus()
  bench.say(`Paper ${index + 1} of ${papers.length}: ${paperInWords(papers[index]!.paper)}`)
}
