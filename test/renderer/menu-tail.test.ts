import { expect, it } from 'vitest'
import type { AppCore } from '../../renderer/state/app-core.ts'
import { isTailOfMenu, pickedByLetter } from '../../renderer/state/menu-tail.ts'
import { Overlays } from '../../renderer/state/overlay.ts'
import type { KeyMenu } from '../../renderer/ui/choice.ts'
import { observable } from '../../renderer/ui/observable.ts'

const row = (key: string, label: string) => ({ key, label, run: () => {} })
const menu: KeyMenu = { title: 'Role', options: [row('p', 'paragraph'), row('u', 'underline'), row('i', 'item')] }
const next: KeyMenu = { title: 'Hand', options: [row('n', 'new hand'), row('z', 'not stated')] }

/** What a letter brings that comes after the one that chose: the menu with what is typed in it, or null. */
function after(chosen: string, letter: string, wait: number, opensNext = false): string | null {
  const app = {
    picked: observable(null),
    opened: observable(null),
    overlay: new Overlays(),
    say: () => {},
  } as unknown as AppCore
  pickedByLetter(app, menu, chosen, 1000)
  if (opensNext) app.overlay.menu(next)
  const key = { key: letter, timeStamp: 1000 + wait, ctrlKey: false, metaKey: false, altKey: false, repeat: false }
  if (!isTailOfMenu(app, key as KeyboardEvent, !opensNext)) return null
  const top = app.overlay.all.get().at(-1)
  return top?.kind === 'menu' ? (top.menu.typed ?? '') : null
}

it.each([
  ['a word goes on in a breath, be there such an entry or not', 'p', 'q', 300, false, 'pq'],
  ['a word that looks for each key goes on where an entry has it', 'p', 'a', 900, false, 'pa'],
  ['another letter is text by then', 'p', 'q', 900, false, null],
  ['after a pause each letter is text', 'p', 'a', 2000, false, null],
  ['a word goes on over the next menu, though that has the letter', 'u', 'n', 300, true, 'un'],
  ['a letter of the next menu is its own', 'u', 'z', 300, true, null],
  ['and so is one that comes with a pause', 'u', 'n', 900, true, null],
  ['a letter that the next menu has nothing for goes on the word, however slowly it comes', 'i', 't', 60_000, true, 'it'],
] as const)('%s', (_, chosen, letter, wait, opensNext, typed) => {
  expect(after(chosen, letter, wait, opensNext)).toBe(typed)
})
