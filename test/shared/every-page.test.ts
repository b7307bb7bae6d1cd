import { history, redo, undo } from 'prosemirror-history'
import { EditorState, TextSelection } from 'prosemirror-state'
import { describe, expect, test } from 'vitest'
import { moveBlock } from '../../shared/commands/move.ts'
import { parseTranscript } from '../../shared/format/parse.ts'
import { serialise } from '../../shared/format/serialise.ts'
import { fromDocument, toDocument } from '../../shared/schema/document.ts'
import { everyPage } from '../../shared/state/every-page.ts'
import { parts } from '../../shared/state/parts.ts'
import { provenance } from '../../shared/state/provenance.ts'
import { imported, seededIds } from '../support/imported.ts'

function editor(text: string) {
  const transcript = imported(text)
  const newId = seededIds()
  const plugins = [provenance(() => [text], newId), parts(), everyPage(newId), history()]
  let state = EditorState.create({ doc: toDocument(transcript), plugins })
  return {
    transcript,
    get state() {
      return state
    },
    run(change: (now: EditorState) => EditorState) {
      state = change(state)
      return pagesOf(state)
    },
  }
}

const pagesOf = ({ doc }: EditorState) =>
  doc.firstChild!.children.map((page) => page.children.map((child) => (child.isTextblock ? child.textContent : child.type.name)))

describe('a page without words takes a caret', () => {
  test.each([
    ['of an empty file', '', [['']]],
    ['of a file of blanks', ' \n\n', [['']]],
    ['between form feeds', '\fone\f\f\ftwo\f', [['one'], [''], [''], ['two']]],
  ])('%s', (_, text, pages) => {
    expect(pagesOf(editor(text).state)).toEqual(pages)
  })

  test('and what is typed there stands there, and is read back', () => {
    const { run, state, transcript } = editor('one\f\ftwo')
    const at = state.doc.firstChild!.child(0).nodeSize + 3
    expect(run((now) => now.apply(now.tr.insertText('here', at)))).toEqual([['one'], ['here'], ['two']])
    const typed = editor('one\f\ftwo')
    typed.run((now) => now.apply(now.tr.insertText('here', at)))
    const whole = { ...transcript, ...fromDocument(typed.state.doc) }
    const parsed = parseTranscript(serialise(whole))
    expect(parsed.ok && pagesOf(EditorState.create({ doc: toDocument(parsed.value) }))).toEqual([['one'], ['here'], ['two']])
  })

  test('and says nothing in the file as long as nothing is typed', () => {
    const { state, transcript } = editor('one\f\ftwo')
    expect(fromDocument(state.doc).pages).toEqual(transcript.pages)
  })

  test('when its last block is deleted, and undo brings the block back alone', () => {
    const one = editor('one\ftwo')
    const page = one.state.doc.firstChild!.child(0)
    const remove = (now: EditorState) => now.apply(now.tr.delete(2, 2 + page.child(0).nodeSize))
    expect(one.run(remove)).toEqual([[''], ['two']])
    expect(one.run(through(undo))).toEqual([['one'], ['two']])
    expect(one.run(through(redo))).toEqual([[''], ['two']])
  })

  test('when its last block is moved to another page, and back', () => {
    const one = editor('one\ftwo')
    one.run((now) => now.apply(now.tr.setSelection(TextSelection.create(now.doc, 4))))
    expect(one.run(through(moveBlock('down')))).toEqual([[''], ['one', 'two']])
    expect(one.run(through(undo))).toEqual([['one'], ['two']])
  })
})

function through(command: typeof undo) {
  return (now: EditorState) => {
    let after = now
    command(now, (tr) => {
      after = now.apply(tr)
    })
    return after
  }
}
