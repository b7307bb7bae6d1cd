import { undo } from 'prosemirror-history'
import { TextSelection } from 'prosemirror-state'
import { expect, it } from 'vitest'
import { citedIn, citeEvidence, isCited } from '../../shared/commands/cite-evidence.ts'
import { insertGap } from '../../shared/commands/insert-gap.ts'
import { restoreUnused } from '../../shared/commands/restore-unused.ts'
import { setAside } from '../../shared/commands/set-aside.ts'
import type { Unused } from '../../shared/model/transcript.ts'
import { fromDocument } from '../../shared/schema/document.ts'
import { ledgerFaults } from '../../shared/state/invariants.ts'
import { RandomWork } from '../support/random-work.ts'

const FILE = 'I would be the provenfet or on balance\n\ncommonwealth Secretary’s view that it is important\n\nle'

/** The first block, a loop, is set aside, and a gap stands at the beginning of what is left. */
function loopSetAside(): RandomWork {
  const work = new RandomWork([FILE])
  work.dispatch(work.state.tr.setSelection(TextSelection.create(work.state.doc, 3)))
  work.run(setAside(work.context, 'machine-loop'))
  work.dispatch(work.state.tr.setSelection(TextSelection.create(work.state.doc, 3)))
  work.run(insertGap(work.context, { reason: 'machine-failed' }))
  return work
}

const loopOf = (work: RandomWork) => (work.state.doc.attrs.unused as readonly Unused[])[0]!

it('a gap cites what is set aside as its evidence; the stretch stays set aside, and one undo takes the citation back', () => {
  const work = loopSetAside()
  const before = JSON.stringify(fromDocument(work.state.doc))
  expect(isCited(loopOf(work), citedIn(work.state.doc))).toBe(false)
  expect(work.run(citeEvidence(loopOf(work).id))).toBe(true)
  expect(isCited(loopOf(work), citedIn(work.state.doc))).toBe(true)
  expect(loopOf(work).reason).toBe('machine-loop')
  expect(ledgerFaults(work.state.doc, work.texts)).toEqual([])
  work.run(undo)
  expect(JSON.stringify(fromDocument(work.state.doc))).toBe(before)
})

it('cited again it is cited no more, and away from gap and note nothing can be cited', () => {
  const work = loopSetAside()
  const before = JSON.stringify(fromDocument(work.state.doc))
  work.run(citeEvidence(loopOf(work).id))
  work.run(citeEvidence(loopOf(work).id))
  expect(JSON.stringify(fromDocument(work.state.doc))).toBe(before)
  work.dispatch(work.state.tr.setSelection(TextSelection.create(work.state.doc, 12)))
  expect(work.run(citeEvidence(loopOf(work).id))).toBe(false)
})

it('what is restored to the text may still be cited: the machine read it all the same', () => {
  const work = loopSetAside()
  work.run(citeEvidence(loopOf(work).id))
  const loop = loopOf(work)
  work.run(restoreUnused(work.context, loop.id))
  expect(isCited(loop, citedIn(work.state.doc))).toBe(true)
  expect(ledgerFaults(work.state.doc, work.texts)).toEqual([])
})
