import { history, undo } from 'prosemirror-history'
import { EditorState, TextSelection, type Transaction } from 'prosemirror-state'
import { describe, expect, test } from 'vitest'
import { idsFrom } from '../../shared/model/ids.ts'
import { deleteSelected } from '../../shared/state/block-keys.ts'
import { clipboard, cutSelection, moveSelection, pasteSlice } from '../../shared/state/clipboard.ts'
import { fromPlainText } from '../../shared/state/pasted.ts'
import { separateUndo } from '../../shared/state/undo-steps.ts'
import { build, show } from './build-document.ts'

let seed = 7
const newId = idsFrom(() => {
  seed = (seed * 48271) % 2147483647
  return seed / 2147483647
})

/** Somebody at the sheet who never pauses: every letter and key comes within the same moment. The caret is after the last word. */
class QuickHand {
  state: EditorState
  private last: Transaction | null = null

  constructor() {
    const { doc, anchor } = build([['one two three<']])
    const selection = TextSelection.create(doc, anchor)
    this.state = EditorState.create({ doc, selection, plugins: [history({ newGroupDelay: 600_000 }), clipboard()] })
  }

  dispatch = (tr: Transaction) => {
    separateUndo(tr, this.last)
    if (tr.docChanged) this.last = tr
    this.state = this.state.apply(tr)
  }

  type(words: string) {
    for (const letter of words) this.dispatch(this.state.tr.insertText(letter))
  }

  /** From one letter of the line to another, counted from 0. */
  select(from: number, to: number) {
    this.dispatch(this.state.tr.setSelection(TextSelection.create(this.state.doc, 3 + from, 3 + to)))
  }

  undo() {
    undo(this.state, this.dispatch)
    return this.words
  }

  get words() {
    return show(this.state.doc)[0]?.[0]
  }
}

describe('after typing without a pause, undo takes back alone', () => {
  for (const [what, act, then] of [
    ['a cut of everything', (hand: QuickHand) => hand.dispatch(cutSelection(hand.state, 'cut1')!), ''],
    ['a deletion of everything', (hand: QuickHand) => deleteSelected(hand.state, hand.dispatch), ''],
    [
      'what was pasted over everything',
      (hand: QuickHand) => hand.dispatch(pasteSlice(hand.state, fromPlainText('new', []), newId)!),
      'new',
    ],
  ] as const)
    test(`${what}, and what is typed after it is a step too`, () => {
      const hand = new QuickHand()
      hand.type(' four')
      hand.select(0, 18)
      act(hand)
      expect(hand.words).toBe(then)
      hand.type('x')
      expect(hand.undo()).toBe(then)
      expect(hand.undo()).toBe('one two three four')
      expect(hand.undo()).toBe('one two three')
    })

  test('words that were dragged elsewhere, from where they are and to where they were', () => {
    const hand = new QuickHand()
    hand.type(' four')
    hand.select(14, 18)
    const moving = moveSelection(hand.state, 3, 'cut1')!
    hand.dispatch(moving.cut)
    hand.dispatch(moving.paste(hand.state, newId)!)
    expect(hand.words).toBe('fourone two three ')
    expect(hand.undo()).toBe('one two three four')
    expect(hand.undo()).toBe('one two three')
  })
})
