import { EditorState, TextSelection } from 'prosemirror-state'
import { expect, test } from 'vitest'
import { writeBeside } from '../../shared/commands/write-beside.ts'
import { editorNumbers } from '../../shared/document/note-order.ts'
import type { ExportContext } from '../../shared/export/context.ts'
import { writeReadingEdition } from '../../shared/export/html/write-html.ts'
import { fromDocument, toDocument } from '../../shared/schema/document.ts'
import { block, letter, page } from './export-letter.ts'

const CONTEXT: ExportContext = { version: '0.1.0', sha256: 'b'.repeat(64), description: null }

// whichever way chance has put the ids of the two
for (const ids of [
  ['aaaa', 'bbbb', 'cccc', 'dddd'],
  ['dddd', 'cccc', 'bbbb', 'aaaa'],
  ['bbbb', 'dddd', 'aaaa', 'cccc'],
])
  test(`a second note on the same words has its own number, after the first: on the sheet, in the file, in editions (${ids.join(' ')})`, () => {
    const base = letter([page([block('paragraph', 'one two three')])])
    const left = [...ids]
    const context = { newId: () => left.shift()!, texts: () => [] }
    let state = EditorState.create({ doc: toDocument(base) })
    for (const words of ['first', 'second']) {
      state = state.apply(state.tr.setSelection(TextSelection.create(state.doc, 7, 10)))
      writeBeside(context, 'editornote')(state, (tr) => {
        state = state.apply(tr.insertText(words))
      })
    }
    const [first, second] = [ids[0]!, ids[2]!]
    const numbers = [
      [first, 1],
      [second, 2],
    ]
    expect([...editorNumbers(state.doc)]).toEqual(numbers)
    const kept = { ...base, ...fromDocument(state.doc) }
    expect(kept.pages[0]!.margin.map(({ id }) => id)).toEqual([first, second])
    expect([...editorNumbers(toDocument(kept))]).toEqual(numbers)
    const html = writeReadingEdition(kept, { queries: false }, CONTEXT).text
    expect(html).toMatch(/<li id="en-1">.*first.*\n<li id="en-2">.*second/u)
  })
