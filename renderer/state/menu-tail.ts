import { undo } from 'prosemirror-history'
import type { KeyMenu, Picked } from '../ui/choice.ts'
import { typedOn } from '../ui/narrow.ts'
import type { AppCore } from './app-core.ts'

/** A hand that is writing a word has the next letter down by then (milliseconds). */
const WORD_GOES_ON = 500
/** One that looks for each key has it by then, and what it types begins an entry (milliseconds). */
const SLOW_WORD_GOES_ON = 1200

/** To be called before a letter's entry is done. */
export function pickedByLetter(app: AppCore, menu: KeyMenu, letter: string, at: number): void {
  app.picked.set({ menu, letter, at, doc: app.opened.get()?.view?.state.doc ?? null })
}

/**
 * Whether a key was still meant for the menu whose letter was chosen just before: a word was typed and its first letter happened to be an
 * entry's. Then that choice is taken back, and the menu stands open again, narrowed by the word. Any other key ends the waiting, and so does
 * one that goes elsewhere than into the text (`free` false): into another box, or into a field. In a menu that the letter opened, it goes on
 * only a word that the first menu has; and that at any time, where the second menu has nothing for it.
 */
export function isTailOfMenu(app: AppCore, event: KeyboardEvent, free: boolean): boolean {
  const picked = app.picked.get()
  if (picked === null) return false
  const letter = event.key.toLowerCase()
  const above = app.overlay.all.get().at(-1)
  const isWord = letter !== picked.letter && typedOn(picked.menu.options, picked.letter, letter) !== picked.letter
  const next = above?.kind === 'menu' && above.menu !== picked.menu && isWord ? above.menu : null
  const goesOn =
    (free || next !== null) &&
    !event.ctrlKey &&
    !event.metaKey &&
    !event.altKey &&
    /^\p{L}$/u.test(letter) &&
    event.timeStamp - picked.at <= (next ? waitOver(next, letter) : isWord ? SLOW_WORD_GOES_ON : WORD_GOES_ON)
  if (!goesOn) {
    if (event.key !== 'Shift') app.picked.set(null)
    return false
  }
  // a key held down a little long says nothing
  if (event.repeat && letter === picked.letter) app.picked.set({ ...picked, at: event.timeStamp })
  else {
    app.picked.set(null)
    takeBack(app, picked)
    app.overlay.menu({ ...picked.menu, typed: picked.letter + letter })
    app.say('A word was typed: nothing was chosen yet. Enter takes the entry that is marked.')
  }
  return true
}

/** How long a letter may still be meant for the menu before (milliseconds). */
function waitOver({ options }: KeyMenu, letter: string): number {
  if (options.some(({ key }) => key === letter)) return WORD_GOES_ON
  return typedOn(options, '', letter) === '' ? Number.POSITIVE_INFINITY : SLOW_WORD_GOES_ON
}

function takeBack(app: AppCore, { doc }: Picked): void {
  const opened = app.opened.get()
  if (opened?.view && doc && opened.view.state.doc !== doc) opened.run(undo)
}
