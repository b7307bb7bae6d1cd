import { placesLike } from '../../../shared/doubt/doubt-places.ts'
import { type Action, always, whenOpened, withOpened } from '../../state/action.ts'
import type { AppState } from '../../state/app-state.ts'
import type { OpenDocument } from '../../state/open-document.ts'
import { showPanel } from '../../state/show-panel.ts'
import type { Key } from '../../ui/keys.ts'
import { doubtingOf } from './doubting.ts'
import { LikeItBox } from './like-it-box.tsx'
import { doubtHere, goToDoubt, lookAtPaper, takeEach, takeProposal, thisIsRight } from './take-doubt.ts'

const GO_FIRST = 'go to a doubt first (F8).'

/** What can be done about places where the machine may have misread. */
export const DOUBT_ACTIONS: readonly Action[] = [
  go('next-doubt', 'Next doubt', 'F8', 1),
  go('previous-doubt', 'Previous doubt', 'Shift+F8', -1),
  here('take-doubt', 'Accept the first proposal', 'Alt+Enter', (opened, app, place) => takeProposal(app, opened, place)),
  here('take-all-like-it', 'Accept it for all like it …', 'Alt+Shift+Enter', (opened, app) => openLikeIt(app, opened)),
  here('doubt-right', 'This is right: no doubt', 'Alt+.', (opened, app, place) => thisIsRight(app, opened, place)),
  here('doubt-paper', 'Look at the paper: undetermined', 'Ctrl+Shift+F12', (opened, app, place) =>
    lookAtPaper(app, opened, place),
  ),
  {
    id: 'doubts',
    label: 'Doubts: what the machine may have misread',
    menu: 'View',
    keys: ['Alt+D'],
    can: whenOpened(always),
    run: (app) => {
      if (!app.look.get().doubts) app.setLook({ doubts: true })
      showPanel(app, 'doubts')
    },
  },
  {
    id: 'show-doubts',
    label: 'Look for doubts, or leave it',
    menu: 'View',
    keys: ['Ctrl+F12'],
    can: always,
    run: (app) => {
      const doubts = !app.look.get().doubts
      app.setLook({ doubts })
      app.say(doubts ? 'Doubts are looked for in this document: F8 goes to the first.' : 'Doubts are not looked for any more.')
    },
  },
]

function here(
  id: string,
  label: string,
  key: Key,
  run: (opened: OpenDocument, app: AppState, place: NonNullable<ReturnType<typeof doubtHere>>) => void,
): Action {
  return {
    id,
    label,
    menu: 'Words',
    keys: [key],
    first: GO_FIRST,
    can: whenOpened((opened) => opened.writable && doubtHere(opened) !== null),
    run: withOpened((opened, app) => {
      const place = doubtHere(opened)
      if (place) run(opened, app, place)
    }),
  }
}

function go(id: string, label: string, key: Key, step: 1 | -1): Action {
  return {
    id,
    label,
    menu: 'Edit',
    keys: [key],
    can: whenOpened(always),
    run: withOpened((opened, app) => {
      if (!app.look.get().doubts) app.setLook({ doubts: true })
      const { phase, sentence } = doubtingOf(app).state.get()
      if (phase === 'failed') app.say(sentence)
      else if (phase === 'ready') {
        goToDoubt(app, opened, step)
        if (document.activeElement?.closest('.review-list') === null) opened.view?.focus()
      } else whenKnown(app, opened, step)
    }),
  }
}

/** Goes there as soon as the doubts are known, if nobody has done anything else meanwhile. */
function whenKnown(app: AppState, opened: OpenDocument, step: 1 | -1): void {
  const { doc, selection } = opened.state
  const doubting = doubtingOf(app)
  app.say('Looking for doubts …')
  const stop = doubting.state.subscribe(() => {
    const { phase, sentence } = doubting.state.get()
    if (phase === 'looking') return
    stop()
    if (phase === 'failed') app.say(sentence)
    if (phase !== 'ready') return
    // the list is told just after it is ready
    queueMicrotask(() => {
      const isAsItWas = app.opened.get() === opened && opened.view?.state.doc === doc && opened.state.selection.eq(selection)
      if (isAsItWas) goToDoubt(app, opened, step)
      else app.say('The doubts are there: F8 goes to the first.')
    })
  })
}

/** Shows the places where the same words are in doubt with the same proposal, each to be left out. */
export function openLikeIt(app: AppState, opened: OpenDocument): void {
  const place = doubtHere(opened)
  if (!place) return
  const places = placesLike(opened.document, doubtingOf(app).state.get().places, place)
  if (places.length === 0) app.say('In handwriting, and beside the text, each place is decided by itself.')
  else
    app.overlay.box('like-it', (close) => (
      <LikeItBox opened={opened} places={places} take={(some) => takeEach(app, opened, some)} close={close} />
    ))
}
