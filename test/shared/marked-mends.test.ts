import { history, undo } from 'prosemirror-history'
import { EditorState, TextSelection } from 'prosemirror-state'
import { describe, expect, it } from 'vitest'
import { removeAnnotation } from '../../shared/commands/remove-annotation.ts'
import { schema } from '../../shared/schema/schema.ts'
import { anchors } from '../../shared/state/anchors.ts'
import { markedMends } from '../../shared/state/marked-mends.ts'
import { mending } from '../../shared/state/mending.ts'
import { seededIds } from '../support/imported.ts'

/** A salutation in Palliser's hand, a paragraph by the typewriter, and the Prime Minister's note. */
function desk() {
  const block = (id: string, hand: string, words: string) => schema.node('block', { id, hand }, [schema.text(words)])
  const page = schema.node('page', { id: 'g1' }, [
    block('b1', 'palliser', 'Sea John,'),
    block('b2', 'typewriter', 'of the goverment'),
  ])
  const note = schema.node('note', { id: 'n1', hand: 'mt', page: 'g1' }, [schema.text('begin to fit to fits with it')])
  const doc = schema.node('doc', null, [schema.node('body', null, [page]), schema.node('margin', null, [note])])
  const plugins = [history(), mending(), markedMends((hand) => hand === 'palliser', seededIds()), anchors()]
  let state = EditorState.create({ doc, plugins })
  const self = {
    select(words: string, length = words.length) {
      state.doc.descendants((node, pos) => {
        const at = node.isText ? node.text!.indexOf(words) : -1
        if (at >= 0) state = state.apply(state.tr.setSelection(TextSelection.create(state.doc, pos + at, pos + at + length)))
      })
      return self
    },
    type(letters: string) {
      for (const letter of letters) state = state.apply(state.tr.insertText(letter))
      return self
    },
    /** As an input method does it: the letters of one composition, each taking the place of what it showed before. */
    compose(steps: readonly string[], id = 1) {
      let { from, to } = state.selection
      for (const step of steps) {
        state = state.apply(state.tr.insertText(step, from, to).setMeta('composition', id))
        to = from + step.length
      }
      return self
    },
    /** The composition is at an end: the view tells the state. */
    settle() {
      state = state.apply(state.tr)
      return self
    },
    delete() {
      state = state.apply(state.tr.deleteSelection())
      return self
    },
    undo() {
      undo(state, (tr) => {
        state = state.apply(tr)
      })
      return self
    },
    takeOff() {
      const id = self.marks[0]!.id
      removeAnnotation(id)(state, (tr) => {
        state = state.apply(tr)
      })
      return self
    },
    get marks() {
      const found: { words: string; type: string; was: string; id: string }[] = []
      state.doc.descendants((node) => {
        for (const mark of node.marks)
          found.push({ words: node.text!, type: mark.type.name, was: mark.attrs.was, id: mark.attrs.id })
      })
      return found
    },
    get text() {
      return state.doc.textBetween(0, state.doc.content.size, '|')
    },
  }
  return self
}

describe('handwriting is never mended silently', () => {
  it('a word overtyped in a manuscript salutation is a marked correction that remembers how it read', () => {
    const one = desk().select('Sea').type('Dear')
    expect(one.text).toContain('Dear John,')
    expect(one.marks).toMatchObject([{ words: 'Dear', type: 'correction', was: 'Sea' }])
  })

  it('a letter mended inside a word marks the whole word, once', () => {
    const one = desk().select('fits', 1).type('F').select('Fits', 0).type('x')
    expect(one.marks).toMatchObject([{ words: 'xFits', type: 'correction', was: 'fits' }])
  })

  it('a word that is made to read again as it did loses the mark', () => {
    expect(desk().select('fits', 1).type('F').select('Fits', 1).type('f').marks).toEqual([])
  })

  it('words typed where none stood are supplied by the editor, not the writer’s', () => {
    const one = desk().select(' with', 0).type(' in')
    expect(one.marks).toMatchObject([{ words: 'in', type: 'supplied' }])
  })

  it('two words run together, or one cut in two, are marked', () => {
    expect(desk().select(' to fits', 1).delete().marks).toMatchObject([{ words: 'fitto', type: 'correction', was: 'fit to' }])
    expect(desk().select('gin', 0).type(' ').marks).toMatchObject([{ words: 'be gin', type: 'correction', was: 'begin' }])
  })

  it('typed text is corrected without a mark: the machine transcript keeps what was read', () => {
    expect(desk().select('goverment').type('government').marks).toEqual([])
  })

  it('with the mark off the words read again as they did, and one undo brings the mend back', () => {
    const one = desk().select('Sea').type('Dear').takeOff()
    expect(one.text).toContain('Sea John,')
    expect(one.marks).toEqual([])
    expect(one.undo().text).toContain('Dear John,')
  })

  it('a word that an input method composes is left alone until it is whole, and is then marked once, with how the words read', () => {
    const one = desk().select('fits', 4).compose(['o', 'oh', 'ohayou'])
    expect(one.marks).toEqual([])
    expect(one.settle().marks).toMatchObject([{ words: 'ohayou', type: 'correction', was: 'fits' }])
    expect(one.settle().marks).toHaveLength(1)
  })

  it('letters typed right after a composition belong to its word', () => {
    const one = desk().select('fits', 4).compose(['o', 'oh']).type('x')
    expect(one.marks).toMatchObject([{ words: 'ohx', type: 'correction', was: 'fits' }])
  })

  it('a second composition elsewhere marks the words of the first', () => {
    const one = desk().select('fits', 4).compose(['oh']).select('begin', 5).compose(['hajime'], 2)
    expect(one.marks).toMatchObject([{ words: 'oh', type: 'correction', was: 'fits' }])
    expect(one.settle().marks).toMatchObject([
      { words: 'hajime', type: 'correction', was: 'begin' },
      { words: 'oh', type: 'correction', was: 'fits' },
    ])
  })
})
