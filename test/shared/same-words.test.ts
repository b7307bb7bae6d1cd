import { EditorState, TextSelection } from 'prosemirror-state'
import { expect, test } from 'vitest'
import { writeBeside } from '../../shared/commands/write-beside.ts'
import { editorNumbers } from '../../shared/document/note-order.ts'
import type { ExportContext } from '../../shared/export/context.ts'
import { writeReadingEdition } from '../../shared/export/html/write-html.ts'
import { fromDocument, toDocument } from '../../shared/schema/document.ts'
import { block, letter, page } from './export-letter.ts'

const CONTEXT: ExportContext = { version: '0.1.0', sha256: 'b'.repeat(64), description: null }

/** A paper of three words with two notes of ours, each on what is selected between two places, written in this order. */
function twoNotes(ids: readonly string[], on: readonly (readonly [number, number])[]) {
  const base = letter([page([block('paragraph', 'one two three')])])
  const left = [...ids]
  const context = { newId: () => left.shift()!, texts: () => [] }
  let state = EditorState.create({ doc: toDocument(base) })
  for (const [at, words] of ['first', 'second'].entries()) {
    state = state.apply(state.tr.setSelection(TextSelection.create(state.doc, ...on[at]!)))
    writeBeside(context, 'editornote')(state, (tr) => {
      state = state.apply(tr.insertText(words))
    })
  }
  return { doc: state.doc, kept: { ...base, ...fromDocument(state.doc) } }
}

/** The numbers of notes by their words, on the sheet, in the file that is read again, and in the reading edition. */
function numbersOf({ doc, kept }: ReturnType<typeof twoNotes>) {
  const named = (numbers: ReadonlyMap<string, number>) =>
    [...numbers].map(([id, number]) => {
      const words = kept.pages[0]!.margin.find((one) => one.id === id)!.content.map((run) => ('text' in run ? run.text : ''))
      return `${number} ${words.join('')}`
    })
  const html = writeReadingEdition(kept, { queries: false }, CONTEXT).text
  const printed = [...html.matchAll(/<li id="en-(\d+)">.*?(first|second)/gu)].map(([, number, words]) => `${number} ${words}`)
  return [named(editorNumbers(doc)), named(editorNumbers(toDocument(kept))), printed]
}

// whichever way chance has put the ids of the two
for (const ids of [
  ['aaaa', 'bbbb', 'cccc', 'dddd'],
  ['dddd', 'cccc', 'bbbb', 'aaaa'],
  ['bbbb', 'dddd', 'aaaa', 'cccc'],
]) {
  test(`a second note on the same words has its own number, after the first: on the sheet, in the file, in editions (${ids.join(' ')})`, () => {
    const same = twoNotes(ids, [
      [7, 10],
      [7, 10],
    ])
    expect(numbersOf(same)).toEqual(Array(3).fill(['1 first', '2 second']))
    expect(same.kept.pages[0]!.margin.map(({ id }) => id)).toEqual([ids[0], ids[2]])
  })

  test(`a note whose words end before those of another has the number before it, wherever they begin (${ids.join(' ')})`, () => {
    const within = twoNotes(ids, [
      [3, 16],
      [7, 10],
    ])
    expect(numbersOf(within)).toEqual(Array(3).fill(['1 second', '2 first']))
  })
}
