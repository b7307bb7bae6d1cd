import { answerNote, canAnswer } from '../../../shared/commands/answer-note.ts'
import { setObject } from '../../../shared/commands/set-object.ts'
import { isNote, isQuery } from '../../../shared/document/access.ts'
import { findObject } from '../../../shared/document/margin-objects.ts'
import { noteRows } from '../../../shared/state/note-list.ts'
import { type Action, always, choose, verb, whenOpened, withOpened, writes } from '../../state/action.ts'
import type { OpenDocument } from '../../state/open-document.ts'
import { type KeyMenu, numbered } from '../../ui/choice.ts'
import { followOrReturn } from './follow-reference.ts'
import { noteHere, toggleCrowds } from './journeys.ts'
import { callPick, referencePick } from './reference-picks.ts'

/** As many notes as are offered before a note, and after it. */
const NEAR = 12

/** What can be done with notes that stand already: threads, queries, crowds. */
export const MARGIN_ACTIONS: readonly Action[] = [
  {
    id: 'crowd',
    label: 'Show crowded notes here, or fold them',
    menu: 'Margin',
    keys: ['Alt+O'],
    can: whenOpened(always),
    run: withOpened((opened, app) => toggleCrowds(app, opened)),
  },
  {
    id: 'answers',
    label: 'This note answers …',
    menu: 'Margin',
    keys: ['Alt+A'],
    can: writes,
    run: choose((_, opened) => answersMenu(opened), 'Go into the note that answers another first (F9).'),
  },
  {
    id: 'refer',
    label: 'Refer to a note, page, paper or paragraph …',
    menu: 'Margin',
    keys: ['Alt+K'],
    can: writes,
    run: choose(referencePick, 'Go into an editor’s note, a headnote or a query first (F9): only what is ours refers.'),
  },
  {
    id: 'follow',
    label: 'Follow the reference, or come back',
    menu: 'Margin',
    keys: ['Shift+F9'],
    can: whenOpened(always),
    run: withOpened((opened, app) => followOrReturn(app, opened)),
  },
  {
    id: 'call-again',
    label: 'The same editor’s note here, or no more …',
    menu: 'Margin',
    keys: ['Alt+Y'],
    can: writes,
    run: withOpened((opened, app) => app.overlay.pick(callPick(app, opened))),
  },
  verb('resolve', 'Query: resolved, or open again', 'Margin', ['Alt+Q'], (opened) => {
    const id = noteHere(opened)
    const query = id === null ? null : findObject(opened.state.doc, id)?.node
    if (!isQuery(query)) return null
    return setObject(query.attrs.id, { state: query.attrs.state === 'resolved' ? 'open' : 'resolved' })
  }),
]

/** The notes nearest to the one at the caret, in reading order; the first choice states nothing. */
function answersMenu(opened: OpenDocument): KeyMenu | null {
  const { doc } = opened.state
  const id = noteHere(opened)
  const rows = noteRows(doc).filter(({ node }) => isNote(node))
  const at = rows.findIndex((row) => row.id === id)
  if (id === null || at < 0) return null
  const near = rows.slice(Math.max(0, at - NEAR), at + NEAR + 1).filter((row) => canAnswer(doc, id, row.id))
  return {
    title: 'This note answers',
    about: 'block',
    hint: 'The notes nearest to it, in reading order',
    options: numbered(
      { label: 'not stated', run: () => void opened.run(answerNote(id, null)) },
      near.map(({ id: to, node }) => ({
        label: `“${node.textContent.slice(0, 48)}”`,
        detail: opened.hand(node.attrs.hand)?.badge ?? 'hand not stated',
        run: () => void opened.run(answerNote(id, to)),
      })),
    ),
  }
}
