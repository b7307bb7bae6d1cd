import { redo, undo, undoDepth } from 'prosemirror-history'
import { TextSelection } from 'prosemirror-state'
import { expect, it } from 'vitest'
import { annotate } from '../../shared/commands/annotate.ts'
import { drawPenMark } from '../../shared/commands/draw-pen-mark.ts'
import { liftToMargin } from '../../shared/commands/lift-to-margin.ts'
import { moveBlock } from '../../shared/commands/move.ts'
import { beginPaper } from '../../shared/commands/paper.ts'
import { setAside } from '../../shared/commands/set-aside.ts'
import { setHand, setRole } from '../../shared/commands/set-block.ts'
import { splitPage } from '../../shared/commands/turn-page.ts'
import { tellDeed } from '../../shared/compare/tell-deed.ts'
import { RandomWork } from '../support/random-work.ts'

const LETTER = 'Dear John,\n\nThe mission will go to Bonn.\n\nNot now.\n\nYours ever,'

function at(words: string): RandomWork {
  const work = new RandomWork([LETTER])
  let from = -1
  work.state.doc.descendants((node, pos) => {
    const found = node.isTextblock ? node.textContent.indexOf(words) : -1
    if (found >= 0) from = pos + 1 + found
  })
  const { tr, doc } = work.state
  work.state = work.state.apply(tr.setSelection(TextSelection.create(doc, from, from + words.length)))
  return work
}

const DEEDS: readonly (readonly [words: string, told: string, act: (work: RandomWork) => void])[] = [
  ['Bonn', 'person “Bonn”', (work) => work.run(annotate(work.context, 'persName', { ref: null }))],
  ['Bonn', 'set aside “Bonn”', (work) => work.run(setAside(work.context, 'scanner-noise'))],
  ['Not now.', 'set aside “Not now.”', (work) => work.run(setAside(work.context, 'not-part'))],
  ['Bonn', '“Bonn” changed to “Rome”', (work) => work.dispatch(work.state.tr.insertText('Rome'))],
  ['mission', 'deletion “mission”', (work) => work.dispatch(work.state.tr.deleteSelection())],
  ['Dear', 'role salutation “Dear John,”', (work) => work.run(setRole('salutation'))],
  ['Dear', 'hand of the block “Dear John,”', (work) => work.run(setHand('mt'))],
  ['Not now.', 'note “Not now.”', (work) => work.run(liftToMargin(work.context, { hand: null, as: 'note' }))],
  ['Bonn', 'underline', (work) => work.run(drawPenMark(work.context, { kind: 'underline' } as never))],
  ['Not now.', 'a move', (work) => work.run(moveBlock('up'))],
  ['Not now.', 'a new page', (work) => work.run(splitPage(work.context)!)],
  ['Not now.', 'a new paper', (work) => work.run(beginPaper(work.context)!)],
]

it.each(DEEDS)('what was done on “%s” is told as “%s”, and taken back and done again it is told the same', (words, told, act) => {
  const work = at(words)
  const before = work.state.doc
  act(work)
  const after = work.state.doc
  expect(after).not.toBe(before)
  expect(tellDeed(before, after)).toBe(told)
  work.run(undo)
  expect(tellDeed(work.state.doc, after)).toBe(told)
  work.run(redo)
  expect(tellDeed(before, work.state.doc)).toBe(told)
})

it('the same on many places is told once with how many more', () => {
  const work = at('Dear')
  const { tr, doc } = work.state
  const before = doc
  work.state = work.state.apply(tr.setSelection(TextSelection.create(doc, 3, doc.firstChild!.nodeSize - 3)))
  work.run(setRole('paragraph'))
  expect(tellDeed(before, work.state.doc)).toBe('role paragraph “Dear John,” and 3 more')
})

it('long words are cut, and nothing done is not told', () => {
  const work = at('Dear John,')
  const before = work.state.doc
  work.dispatch(work.state.tr.insertText('This letter was never sent, and nobody knows why.'))
  expect(tellDeed(before, work.state.doc)).toBe('“Dear John,” changed to “This letter was never sent, and nobo…”')
  expect(tellDeed(before, before)).toBe('')
})

it('stating of a block what is stated already leaves nothing to undo', () => {
  const work = at('Dear')
  for (const said of [setHand(null), setRole(null)]) {
    work.run(said)
    expect(undoDepth(work.state)).toBe(0)
  }
  for (const said of [setHand('mt'), setRole('salutation')]) {
    work.run(said)
    const depth = undoDepth(work.state)
    work.run(said)
    expect(undoDepth(work.state)).toBe(depth)
  }
})
