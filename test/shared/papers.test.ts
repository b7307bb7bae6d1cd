import { undo } from 'prosemirror-history'
import { TextSelection } from 'prosemirror-state'
import { describe, expect, it } from 'vitest'
import { liftToMargin } from '../../shared/commands/lift-to-margin.ts'
import { beginPaper, joinPapers, paperHere, setPaper, startOf } from '../../shared/commands/paper.ts'
import { splitPage } from '../../shared/commands/turn-page.ts'
import { writeHeadnote } from '../../shared/commands/write-beside.ts'
import { canonicalText } from '../../shared/format/canonical.ts'
import { fromDocument } from '../../shared/schema/document.ts'
import { papersIn } from '../../shared/schema/papers.ts'
import { RandomWork } from '../support/random-work.ts'

const FILE =
  'Dear John,\n\nContent with this approach?\n\nYours ever,\n\nDear Francis:\n\nNow that I have had time\n\nSincerely yours,'

const all = (work: RandomWork) => canonicalText(fromDocument(work.state.doc))
const ids = (work: RandomWork) => papersIn(work.state.doc).map(({ paper }) => paper.id)

function goTo(work: RandomWork, words: string): void {
  let at: number | null = null
  work.state.doc.descendants((node, pos) => {
    if (node.isTextblock && node.textContent.startsWith(words)) at = pos + 1
  })
  if (at === null) throw new Error(`${words} not in the text`)
  work.dispatch(work.state.tr.setSelection(TextSelection.create(work.state.doc, at)))
}

function twoPapers(): RandomWork {
  const work = new RandomWork([FILE])
  goTo(work, 'Content')
  work.run(liftToMargin(work.context, { hand: 'mt', as: 'note' }))
  goTo(work, 'Dear Francis')
  work.run(beginPaper(work.context))
  return work
}

describe('a new paper in the file', () => {
  it('begins before the block of the caret, with nothing stated of it, and one undo takes it away', () => {
    const work = new RandomWork([FILE])
    const before = all(work)
    goTo(work, 'Now that')
    expect(work.run(beginPaper(work.context))).toBe(true)
    const [, second] = papersIn(work.state.doc)
    expect(second?.paper).toMatchObject({ kind: null, relation: null, copyStatus: null, from: null, to: null, date: null })
    expect(work.state.doc.nodeAt(second!.pos! + 1)?.textContent).toBe('Now that I have had time')
    work.run(undo)
    expect(all(work)).toBe(before)
  })

  it('is taken away again with text and notes as they were', () => {
    const work = new RandomWork([FILE])
    goTo(work, 'Content')
    work.run(liftToMargin(work.context, { hand: 'mt', as: 'note' }))
    const before = all(work)
    goTo(work, 'Dear Francis')
    work.run(beginPaper(work.context))
    work.run(setPaper(ids(work)[1]!, { kind: 'message' }))
    expect(all(work)).not.toBe(before)
    expect(work.run(joinPapers(work.context))).toBe(true)
    expect(all(work)).toBe(before)
  })

  it('keeps nothing of what was stated of it and taken back', () => {
    const work = twoPapers()
    const before = JSON.stringify(fromDocument(work.state.doc))
    work.run(setPaper(ids(work)[1]!, { facts: { place: 'Washington' } }))
    work.run(setPaper(ids(work)[1]!, { facts: {} }))
    expect(JSON.stringify(fromDocument(work.state.doc))).toBe(before)
  })

  it('does not begin where one begins already, nor at the very beginning', () => {
    const work = twoPapers()
    expect(work.run(beginPaper(work.context))).toBe(false)
    goTo(work, 'Dear John')
    expect(work.run(beginPaper(work.context))).toBe(false)
    expect(work.run(joinPapers(work.context))).toBe(false)
  })

  it('goes with its first block on to a new page', () => {
    const work = twoPapers()
    work.run(splitPage(work.context))
    const [, page] = work.state.doc.firstChild!.children
    expect(page?.children.map((child) => child.type.name)).toEqual(['division', 'block', 'block', 'block'])
    expect(work.run(splitPage(work.context))).toBe(false)
  })

  it('is gone to, and each place knows its paper, a note that of its anchor', () => {
    const work = twoPapers()
    expect(paperHere(work.state)).toBe(1)
    const start = startOf(work.state.doc, papersIn(work.state.doc), 1)!
    expect(work.state.doc.resolve(start).parent.textContent).toBe('Dear Francis:')
    const note = work.state.doc.content.size - 3
    work.dispatch(work.state.tr.setSelection(TextSelection.create(work.state.doc, note)))
    expect(paperHere(work.state)).toBe(0)
  })

  it('takes with it, when it goes, what another paper said of it: nothing points nowhere', () => {
    const work = twoPapers()
    const [first, second] = ids(work)
    work.run(setPaper(first!, { relation: 'covers', relatedTo: second! }))
    goTo(work, 'Now that')
    work.run(joinPapers(work.context))
    expect(papersIn(work.state.doc)[0]?.paper).toMatchObject({ relation: 'covers', relatedTo: null })
  })
})

describe('a headnote', () => {
  it('is written on the whole paper of the caret, once: the second time the caret goes there', () => {
    const work = twoPapers()
    const before = all(work)
    work.run(writeHeadnote(work.context))
    work.dispatch(work.state.tr.insertText('A message from Mr Shultz.'))
    const objects = () => work.state.doc.lastChild!.children.filter((object) => object.type.name === 'editornote')
    expect(objects().map(({ attrs, textContent }) => [attrs.paper, textContent])).toEqual([
      [ids(work)[1], 'A message from Mr Shultz.'],
    ])
    goTo(work, 'Sincerely')
    work.run(writeHeadnote(work.context))
    expect(objects()).toHaveLength(1)
    expect(work.state.selection.$from.parent.type.name).toBe('editornote')
    goTo(work, 'Dear John')
    work.run(writeHeadnote(work.context))
    expect(objects()).toHaveLength(2)
    work.run(undo)
    work.run(undo)
    work.run(undo)
    expect(all(work)).toBe(before)
  })

  it('goes to the paper before where its own is none any more', () => {
    const work = twoPapers()
    const [first] = ids(work)
    work.run(writeHeadnote(work.context))
    // one in which nothing is written goes when the caret leaves it
    work.dispatch(work.state.tr.insertText('A headnote.'))
    goTo(work, 'Now that')
    work.run(joinPapers(work.context))
    expect(work.state.doc.lastChild!.lastChild!.attrs.paper).toBe(first)
  })
})
