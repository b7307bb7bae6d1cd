import { type Command, TextSelection } from 'prosemirror-state'
import { annotate } from '../../../shared/commands/annotate.ts'
import { declareRight, type Mending, mendHandwritten, mendTyped } from '../../../shared/commands/mend-doubts.ts'
import type { DoubtPlace } from '../../../shared/doubt/doubt-places.ts'
import { layerOf } from '../../../shared/model/hand.ts'
import { leftBecause } from '../../../shared/search/left-alone.ts'
import { DOUBT_LINES } from '../../editor/doubt-lines.ts'
import { jumpTo } from '../../editor/jump.ts'
import type { AppState } from '../../state/app-state.ts'
import type { OpenDocument } from '../../state/open-document.ts'
import { doubtingOf } from './doubting.ts'

const BY_HAND = 'Something stands among these words that would go with them, or they go over a line end. Mend them by hand.'

/** The doubt that the selection, or the caret, is in. */
export function doubtHere({ view }: OpenDocument): DoubtPlace | null {
  if (!view) return null
  const { from, to } = view.state.selection
  const found = DOUBT_LINES.getState(view.state)
    ?.find(from, to)
    .find((line) => line.from <= from && to <= line.to)
  return found ? { doubt: found.spec.place.doubt, from: found.from, to: found.to } : null
}

/** Brings a doubt into sight, with its words selected. */
export function showDoubt({ view }: OpenDocument, { from, to }: DoubtPlace): void {
  if (view) jumpTo(view, TextSelection.create(view.state.doc, from, to))
}

/** Goes on to the next doubt of the list, or the one before, from where the person is. `said`: what is said before it. */
export function goToDoubt(app: AppState, opened: OpenDocument, step: 1 | -1, said = ''): void {
  const doubting = doubtingOf(app)
  const { places } = doubting.state.get()
  if (places.length === 0) {
    app.say(`${said}No doubt is left.`)
    return
  }
  const here = doubtHere(opened)
  const known = here ? places.findIndex(({ doubt }) => doubt === here.doubt) : -1
  const next = known >= 0 ? known + step : step > 0 ? Math.max(doubting.at, 0) : doubting.at - 1
  const at = (next + places.length) % places.length
  goTo(app, opened, at, said)
}

function goTo(app: AppState, opened: OpenDocument, at: number, said: string): void {
  const { places } = doubtingOf(app).state.get()
  doubtingOf(app).at = at
  showDoubt(opened, places[at]!)
  app.say(`${said}Doubt ${at + 1} of ${places.length}: ${told(places[at]!)}`)
}

/** A doubt in a line: `“tbe” → “the”.` and why. */
export function told({ doubt: { text, proposals, reasons } }: DoubtPlace): string {
  const meant = proposals[0] === undefined ? '' : ` → “${proposals[0]}”`
  return `“${text.replace(/\s+/gu, ' ')}”${meant}. ${reasons[0] ?? ''}`
}

const isHandwriting = (opened: OpenDocument) => (hand: string | null) => layerOf(opened.hand(hand)) === 'handwritten'

/** Puts a proposal in the place of the words: in typed text as if it had been typed, in handwriting as a marked correction. Goes on to the next. */
export function takeProposal(app: AppState, opened: OpenDocument, place: DoubtPlace, words = place.doubt.proposals[0]): void {
  const { from, to, doubt } = place
  if (words === undefined) {
    app.say('There is no proposal: type what the paper has, or say that it is right, or that the paper must be looked at.')
    return
  }
  const mending = { from, to, words }
  const left = leftBecause(opened.document, { from, to, broken: null }, isHandwriting(opened))
  const byHand = doubt.isHandwritten || left !== null
  done(app, opened, place, byHand ? mendHandwritten(opened.context, mending) : mendTyped([mending]), `Now “${words}”. `)
}

/** Puts the first proposal in the place of the words at each of these places, all as one step. */
export function takeEach(app: AppState, opened: OpenDocument, places: readonly DoubtPlace[]): void {
  const mendings = places.map(({ from, to, doubt }): Mending => ({ from, to, words: doubt.proposals[0]! }))
  if (!act(opened, mendTyped(mendings))) app.say(BY_HAND)
  else app.say(`${places.length === 1 ? 'One place' : `${places.length} places`} corrected; one undo gives them back.`)
}

/** The words are right: here, and where it is a word, wherever it stands in the collection. */
export function thisIsRight(app: AppState, opened: OpenDocument, place: DoubtPlace): void {
  const { key, word, text } = place.doubt
  const doubting = doubtingOf(app)
  if (word !== null) doubting.declared.set(key, word)
  const says = word === null ? 'Right as it stands. ' : `“${text}” is right in this collection. `
  const isGone = (one: DoubtPlace) => one.doubt.key === key || (word !== null && one.doubt.word === word)
  done(app, opened, place, declareRight(key, place.from), says, () => {
    if (word !== null) void app.declareWord(word, true)
    doubting.drop(isGone)
  })
}

/** Only the paper can tell: an undetermined reading, which the check list then shows. */
export function lookAtPaper(app: AppState, opened: OpenDocument, place: DoubtPlace): void {
  const says = `“${place.doubt.text}” is marked as undetermined: the check list asks for it. `
  done(app, opened, place, at(place, annotate(opened.context, 'undetermined')), says, () =>
    doubtingOf(app).drop(({ doubt }) => doubt === place.doubt),
  )
}

/** A command as if the place were selected. */
const at =
  ({ from, to }: DoubtPlace, command: Command): Command =>
  (state, dispatch) =>
    command(state.apply(state.tr.setSelection(TextSelection.create(state.doc, from, to))), dispatch)

/** The focus stays where it is: in the text, or in the list. */
function act(opened: OpenDocument, command: Command): boolean {
  if (!opened.view || !opened.writable) return false
  const acted = command(opened.view.state, opened.view.dispatch)
  opened.redraw()
  return acted
}

function done(
  app: AppState,
  opened: OpenDocument,
  place: DoubtPlace,
  command: Command,
  says: string,
  then: () => void = () => undefined,
): void {
  const doubting = doubtingOf(app)
  doubting.at = doubting.state.get().places.findIndex(({ doubt }) => doubt === place.doubt)
  if (!act(opened, command)) {
    app.say(BY_HAND)
    return
  }
  then()
  const { places } = doubting.state.get()
  if (places.length === 0) app.say(`${says}No doubt is left.`)
  else goTo(app, opened, Math.max(0, Math.min(doubting.at, places.length - 1)), says)
}
