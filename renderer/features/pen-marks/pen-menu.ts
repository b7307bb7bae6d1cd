import { drawPenMark } from '../../../shared/commands/draw-pen-mark.ts'
import { capitalised } from '../../../shared/text/capitalised.ts'
import { PEN_MARKS, type PenMark } from '../../../shared/vocabulary/margin.ts'
import { legendFrom, legendText, readLegend } from '../../../shared/vocabulary/pen-legend.ts'
import { penMarkSign, penMarkWords } from '../../../shared/vocabulary/pen-marks.ts'
import { PEN_SYNONYMS } from '../../../shared/vocabulary/synonyms.ts'
import type { AppState } from '../../state/app-state.ts'
import { likeliestFirst } from '../../state/likely.ts'
import type { OpenDocument } from '../../state/open-document.ts'
import { letterOf } from '../../state/own-keys.ts'
import type { KeyMenu, MenuOption, TextFileDialog } from '../../ui/choice.ts'
import { handOptions } from '../hands/hand-options.ts'

/** Ctrl+J: a pen mark stands at the selected words, or at the caret; the next key says which, then its hand. */
export function penMenu(app: AppState, opened: OpenDocument): KeyMenu {
  const pen = (kind: PenMark | null) => () => askPenHand(app, opened, kind)
  const options = (Object.keys(PEN_MARKS) as PenMark[]).map(
    (kind): MenuOption => ({
      key: letterOf(`pen.${kind}`),
      label: PEN_MARKS[kind],
      detail: penMarkSign({ kind }),
      also: PEN_SYNONYMS[kind],
      run: pen(kind),
    }),
  )
  options.unshift({ key: '0', label: 'a mark, of a kind not stated', run: pen(null) })
  const title = opened.state.selection.empty ? 'A pen mark stands here' : 'These words have a pen mark'
  return likeliestFirst(opened, 'pen', { title, about: 'selection', hint: 'Then a digit for the hand', options })
}

/** Asks by which hand the words have a pen mark. */
export function askPenHand(app: AppState, opened: OpenDocument, kind: PenMark | null): void {
  app.overlay.menu(byHand(app, opened, kind, 1))
}

/** The same letter again counts up: twice, three times. No hand is preset. */
function byHand(app: AppState, opened: OpenDocument, kind: PenMark | null, count: 1 | 2 | 3): KeyMenu {
  const draw = (hand: string | null) => {
    const facts = { kind, count: `${count}` as const, hand }
    if (opened.run(drawPenMark(opened.context, facts)))
      app.say(`${capitalised(penMarkWords(facts))} marked, hand ${opened.hand(hand)?.name ?? 'not stated'}`)
    else app.say('Put the caret into the text, or select words of it, first.')
  }
  const { options, offered } = handOptions(app, opened, draw, letterOf('penHand.newHand'))
  const more: MenuOption[] = [{ key: letterOf('penHand.handNotStated'), label: 'hand not stated', run: () => draw(null) }]
  if (count < 3 && kind !== null) {
    const next = (count + 1) as 2 | 3
    more.unshift({
      key: letterOf(`pen.${kind}`),
      label: next === 2 ? 'it stands twice' : 'it stands three times',
      detail: penMarkSign({ kind, count: next }),
      run: () => app.overlay.menu(byHand(app, opened, kind, next)),
    })
  }
  const title = `${penMarkWords({ kind, count: `${count}` })}, by`
  const menu: KeyMenu = { title, about: 'selection', options: [...options, ...more], ...(offered >= 0 ? { offered } : {}) }
  return likeliestFirst(opened, 'hand', menu)
}

/** What pen marks mean in this collection, to be written by hand. */
export function legendFile(app: AppState): TextFileDialog {
  return {
    title: 'What pen marks mean here',
    hint: 'An editor’s interpretation, kept with the collection; it leaves with an edition only where it is asked for.',
    text: legendText(legendFrom(app.registers.get().extra)),
    problems: (text) => readLegend(text).problems,
    keep: (text) => void app.stateOfCollection('legend', readLegend(text).legend),
  }
}
