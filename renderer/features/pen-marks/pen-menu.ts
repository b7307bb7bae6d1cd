import { drawPenMark } from '../../../shared/commands/draw-pen-mark.ts'
import { PEN_MARKS, type PenMark } from '../../../shared/vocabulary/margin.ts'
import { legendFrom, legendText, readLegend } from '../../../shared/vocabulary/pen-legend.ts'
import { penMarkSign, penMarkWords } from '../../../shared/vocabulary/pen-marks.ts'
import type { Workbench } from '../../state/app-state.ts'
import type { Desk } from '../../state/open-document.ts'
import type { Chooser, Option, Writing } from '../../ui/choice.ts'
import { handOptions } from '../annotate/annotate-menus.ts'

/** The letter of each pen mark, as interface.md has them. */
const LETTERS: Readonly<Record<PenMark, string>> = {
  underline: 'u',
  wavy: 'w',
  sideline: 's',
  arrow: 'a',
  tick: 't',
  cross: 'x',
  circle: 'o',
  bracket: 'b',
  strike: 'k',
}

/** Ctrl+J: a pen mark stands at the selected words, or at the caret; the next key says which, then its hand. */
export function penChooser(bench: Workbench, desk: Desk): Chooser {
  const options = (Object.keys(PEN_MARKS) as PenMark[]).map(
    (kind): Option => ({
      key: LETTERS[kind],
      label: PEN_MARKS[kind],
      detail: penMarkSign({ kind }),
      run: () => bench.chooser.set(byHand(bench, desk, kind, 1)),
    }),
  )
  options.unshift({ key: '0', label: 'a mark, of a kind not stated', run: () => bench.chooser.set(byHand(bench, desk, null, 1)) })
  const title = desk.state.selection.empty ? 'A pen mark stands here' : 'These words have a pen mark'
  return { title, hint: 'Then a digit for the hand · what it means is said in the collection’s legend, never here', options }
}

/** The same letter again counts up: twice, three times. No hand is preset. */
function byHand(bench: Workbench, desk: Desk, kind: PenMark | null, count: 1 | 2 | 3): Chooser {
  const draw = (hand: string | null) => {
    const facts = { kind, count: `${count}` as const, hand }
    if (desk.run(drawPenMark(desk.context, facts)))
      bench.say(`${penMarkWords(facts)} marked, hand ${desk.hand(hand)?.name ?? 'not stated'}`)
    else bench.say('Put the caret into the text, or select words of it, first.')
  }
  const { options, offered } = handOptions(bench, desk, draw)
  const more: Option[] = [{ key: 'z', label: 'hand not stated', run: () => draw(null) }]
  if (count < 3 && kind !== null) {
    const next = (count + 1) as 2 | 3
    more.unshift({
      key: LETTERS[kind],
      label: next === 2 ? 'it stands twice' : 'it stands three times',
      detail: penMarkSign({ kind, count: next }),
      run: () => bench.chooser.set(byHand(bench, desk, kind, next)),
    })
  }
  const title = `${penMarkWords({ kind, count: `${count}` })}, by`
  return { title, options: [...options, ...more], ...(offered >= 0 ? { offered } : {}) }
}

/** What pen marks mean in this collection, to be written by hand. */
export function legendWriting(bench: Workbench): Writing {
  return {
    title: 'What pen marks mean here',
    hint: 'An editor’s interpretation, kept with the collection; it leaves with an edition only where it is asked for.',
    text: legendText(legendFrom(bench.registers.get().extra)),
    problems: (text) => readLegend(text).problems,
    keep: (text) => void bench.stateOfCollection('legend', readLegend(text).legend),
  }
}
