import type { PenMark } from '../../shared/vocabulary/margin.ts'
import type { MarkName } from '../../shared/vocabulary/marks.ts'

/**
 * The letters of the menus, but those that the vocabulary has for its roles (Ctrl+B) and those that only number a list. In one menu none
 * may stand twice. Digits are for hands, 0 is the writer not known.
 */
export const MENU_LETTERS = {
  block: { roleNotStated: 'x', newHand: 'w', handNotStated: 'z' },
  lift: { newHand: 'n', handNotStated: 'x', nextPiece: 'j', pieces: 'p', added: 'a', struckOut: 'd' },
  withinSentence: { newHand: 'n', handNotStated: 'x' },
  keySet: { own: 's', word: 'w' },
  error: { paper: 'p', machine: 'm', notKnown: 'n', restored: 'r', added: 'a', struckOut: 'd' },
  markAs: {
    persName: 'p',
    orgName: 'o',
    placeName: 'l',
    date: 'd',
    title: 'w',
    event: 'e',
    term: 't',
    cited: 'c',
    foreign: 'f',
    unclear: 'u',
    add: 'a',
    del: 'x',
    withheld: 'h',
  } satisfies Partial<Record<MarkName, string>>,
  // no letter with which the name of a pen mark goes on
  penHand: { newHand: 'h', handNotStated: 'z' },
  layers: { everything: 'a', typedOnly: 't' },
  look: { system: 's', light: 'l', dark: 'd', contrast: 'c', asAtFirst: 'r' },
  against: { machine: 'm', paper: 'p', notKnown: 'n', words: 'r', block: 'b', page: 'g' },
  restoreAll: { restore: 'r', keep: 'k' },
  policy: { stated: 'e', model: 'm' },
  editor: { somebodyNew: 'n' },
  name: { newEntry: 'n' },
} as const satisfies Readonly<Record<string, Readonly<Record<string, string>>>>

/** The letter of each pen mark after Ctrl+J; in the menu of its hand the same letter counts up. */
export const PEN_LETTERS: Readonly<Record<PenMark, string>> = {
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
