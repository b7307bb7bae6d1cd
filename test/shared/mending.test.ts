import { history, undo } from 'prosemirror-history'
import { EditorState, TextSelection } from 'prosemirror-state'
import { describe, expect, it } from 'vitest'
import { schema } from '../../shared/schema/schema.ts'
import { anchors } from '../../shared/state/anchors.ts'
import { mending } from '../../shared/state/mending.ts'

/** A one-paragraph editor; `[` and `]` bound a name that is tagged, `|` (one or two) is the caret or the selection. */
function editor(text: string) {
  const marks = [schema.mark('persName', { id: 'p1' })]
  const plain = text.replace(/\|/g, '')
  const [before, tagged, after] = [
    plain.slice(0, plain.indexOf('[')),
    plain.slice(plain.indexOf('[') + 1, plain.indexOf(']')),
    plain.slice(plain.indexOf(']') + 1),
  ]
  const runs = [before && schema.text(before), tagged && schema.text(tagged, marks), after && schema.text(after)].filter(
    (run) => run !== '',
  )
  const page = schema.node('page', { id: 'g1' }, [schema.node('block', { id: 'b1' }, runs)])
  const doc = schema.node('doc', null, [schema.node('body', null, [page]), schema.node('margin')])
  const carets = [...text.replace(/[[\]]/g, '').matchAll(/\|/g)].map((match, index) => 3 + match.index - index)
  let state = EditorState.create({ doc, plugins: [history(), mending(), anchors()] })
  state = state.apply(state.tr.setSelection(TextSelection.create(doc, carets[0]!, carets.at(-1)!)))
  const self = {
    type(letters: string) {
      for (const letter of letters) state = state.apply(state.tr.insertText(letter))
      return self
    },
    delete() {
      state = state.apply(
        state.selection.empty ? state.tr.delete(state.selection.from - 1, state.selection.from) : state.tr.deleteSelection(),
      )
      return self
    },
    replace(from: number, to: number, words: string) {
      state = state.apply(state.tr.replaceWith(3 + from, 3 + to, schema.text(words)))
      return self
    },
    caret(at: number) {
      state = state.apply(state.tr.setSelection(TextSelection.create(state.doc, 3 + at)))
      return self
    },
    undo() {
      undo(state, (tr) => {
        state = state.apply(tr)
      })
      return self
    },
    get text() {
      let out = ''
      state.doc.descendants((node) => {
        if (node.isText) out += node.marks.length > 0 ? `[${node.text}]` : node.text
      })
      return out.replaceAll('][', '')
    },
    get tray() {
      return (state.doc.attrs.tray as { was: string }[]).map((entry) => entry.was)
    },
  }
  return self
}

describe('mending keeps the annotation', () => {
  it('overtyping a tagged name keeps the tag on every letter typed', () => {
    expect(editor('see [|Bucldey|] today').type('Buckley').text).toBe('see [Buckley] today')
  })

  it('a tagged name that is deleted and typed again at once is tagged again, and leaves the tray', () => {
    const one = editor('see [|Bucldey|] today').delete()
    expect(one.tray).toEqual(['Bucldey'])
    expect(one.type('Buckley').text).toBe('see [Buckley] today')
    expect(one.tray).toEqual([])
  })

  it('changing the first letter keeps it in the tag', () => {
    expect(editor('see [|8|uckley] today').type('B').text).toBe('see [Buckley] today')
    expect(editor('see [8|uckley] today').delete().type('B').text).toBe('see [Buckley] today')
  })

  it('changing the last letter keeps it in the tag', () => {
    expect(editor('see [Buckle|v|] today').type('y').text).toBe('see [Buckley] today')
    expect(editor('see [Bucklev|] today').delete().type('ys').text).toBe('see [Buckleys] today')
  })

  it('a replacement made by a command keeps the tag', () => {
    expect(editor('|see [Bucldey] today').replace(4, 11, 'Buckley').text).toBe('see [Buckley] today')
  })

  it('letters typed beside a tag from which nothing was removed do not belong to it', () => {
    expect(editor('see [Buckley|] today').type('s').text).toBe('see [Buckley]s today')
    expect(editor('see |[Buckley] today').type('x').text).toBe('see x[Buckley] today')
  })

  it('once the caret has gone elsewhere, what is typed there does not belong to the tag', () => {
    expect(editor('see [Buckle|v|] today').delete().caret(0).caret(10).type('s').text).toBe('see [Buckle]s today')
  })

  it('replacing more than the name sends the tag to the tray, not to the new words', () => {
    const one = editor('|see [Buckley] today|').type('x')
    expect(one.text).toBe('x')
    expect(one.tray).toEqual(['Buckley'])
  })

  it('deleting the name for good leaves the tag in the tray, and undo brings both back', () => {
    const one = editor('Buckley said that [|Buckley|] would come').delete()
    expect(one.text).toBe('Buckley said that  would come')
    expect(one.tray).toEqual(['Buckley'])
    expect(one.undo().text).toBe('Buckley said that [Buckley] would come')
    expect(one.tray).toEqual([])
  })
})
