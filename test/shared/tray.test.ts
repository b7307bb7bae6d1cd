import { TextSelection } from 'prosemirror-state'
import { describe, expect, it } from 'vitest'
import { liftToMargin } from '../../shared/commands/lift-to-margin.ts'
import { reattach } from '../../shared/commands/tray.ts'
import { textSelectionBetween } from '../../shared/state/pages-selection.ts'
import { RandomWork } from '../support/random-work.ts'

describe('the tray of lost anchors', () => {
  it('keeps a note when what is selected is only the place of other notes', () => {
    const work = new RandomWork(['Dear John,\n\nContent with this?\n\nYours ever'])
    const { doc } = work.state
    const block = (at: number) => doc.firstChild!.firstChild!.child(at)
    const startOf = (at: number) => {
      let start = 0
      doc.descendants((node, pos) => {
        if (node === block(at)) start = pos + 1
      })
      return start
    }
    const whole = (at: number) => TextSelection.create(doc, startOf(at), startOf(at) + block(at).content.size)
    work.dispatch(work.state.tr.setSelection(whole(1)))
    work.run(liftToMargin(work.context, { hand: 'mt', as: 'note' }))
    const lost = work.notes()[0]!.attrs.id
    let point = 0
    work.state.doc.descendants((node, pos) => {
      if (node.type.name === 'point') point = pos
    })
    work.dispatch(work.state.tr.delete(point, point + 1).setMeta('cut', 'elsewhere'))
    expect(work.state.doc.attrs.tray).toMatchObject([{ id: lost }])

    work.dispatch(work.state.tr.setSelection(TextSelection.create(work.state.doc, 3, 13)))
    work.run(liftToMargin(work.context, { hand: 'mt', as: 'note' }))
    work.state.doc.descendants((node, pos) => {
      if (node.type.name === 'point') point = pos
    })
    const { doc: now } = work.state
    work.dispatch(work.state.tr.setSelection(textSelectionBetween(now.resolve(point), now.resolve(point + 1))))
    work.run(reattach(work.context, lost))
    expect(work.state.doc.attrs.tray).toMatchObject([{ id: lost }])
  })
})
