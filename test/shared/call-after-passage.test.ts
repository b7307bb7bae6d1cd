import { expect, test } from 'vitest'
import { editorNumbers, keepsOrder, lastPages, marginInOrder } from '../../shared/document/note-order.ts'
import type { ExportContext } from '../../shared/export/context.ts'
import { writeReadingEdition } from '../../shared/export/html/write-html.ts'
import { placementOf } from '../../shared/export/placement.ts'
import type { Annotations, Block, MarginObject, Run, Transcript } from '../../shared/model/transcript.ts'
import { toDocument } from '../../shared/schema/document.ts'
import { block, letter, mark, object, page, point, said } from './export-letter.ts'

const CONTEXT: ExportContext = { version: '0.1.0', sha256: 'b'.repeat(64), description: null }

/** A paragraph, words of which belong to passages; each passage is one annotation named after its note. */
function paragraph(...content: readonly Run[]): Block {
  const ids = new Set(content.flatMap((run) => run.in))
  const annotations: Annotations = Object.fromEntries([...ids].map((id) => [id, mark('passage', { note: id.slice(2) })]))
  return block('paragraph', { content, annotations })
}

/** The words of an edition with the numbers and letters of its calls in brackets. */
function called(transcript: Transcript): string {
  const text = writeReadingEdition(transcript, { queries: false }, CONTEXT).text
  const main = text.slice(text.indexOf('<main>'), text.indexOf('<section'))
  return main
    .replace(/<span class="note beside.*?<\/span><\/span>/g, '')
    .replace(/<a class="folded"[^>]*>[a-z]<\/a>/g, '')
    .replace(/<sup[^>]*>(.*?)<\/sup>/g, '[$1]')
    .replace(/<span class="turn.*?<\/span><\/span>/g, '|')
    .replace(/<[^>]*>/g, '')
}

const ours = (id: string) => object('editornote', id, `our ${id}`)
const written = (id: string) => object('note', id, `written ${id}`, { hand: 'mt' })

/** What is called where: the words in order with each call after the word before it. */
const CASES: readonly (readonly [string, readonly (readonly Block[])[], readonly MarginObject[], RegExp])[] = [
  [
    'a passage over three paragraphs',
    [
      [
        paragraph(said('before '), said('one', 'p-n')),
        paragraph(said('two', 'p-n')),
        paragraph(said('three', 'p-n'), said(' after')),
      ],
    ],
    [ours('n')],
    /before one\s*two\s*three\[1\] after/,
  ],
  [
    'a passage over a page turn',
    [[paragraph(said('one', 'p-n'))], [paragraph(said('two', 'p-n'), said(' after'))]],
    [ours('n')],
    /one\s*[^[]*two\[1\] after/,
  ],
  [
    'a note within a long passage of another: numbers in the order of their calls',
    [[paragraph(said('one', 'p-long')), paragraph(said('two', 'p-in', 'p-long'), said(' more', 'p-long'), said(' after'))]],
    [ours('long'), ours('in')],
    /one\s*two\[1\] more\[2\] after/,
  ],
  [
    'two notes on the same words over two paragraphs',
    [[paragraph(said('one', 'p-a', 'p-b')), paragraph(said('two', 'p-a', 'p-b'), said(' after'))]],
    [ours('a'), ours('b')],
    /one\s*two\[1\]\[ \]\[2\] after/,
  ],
  [
    'handwriting beside two paragraphs',
    [[paragraph(said('one', 'p-h')), paragraph(said('two', 'p-h'), said(' after'))]],
    [written('h')],
    /one\s*two\[a\] after/,
  ],
  [
    'handwriting whose words go on overleaf: on its own sheet',
    [[paragraph(said('one', 'p-h')), paragraph(said('two', 'p-h'))], [paragraph(said('three', 'p-h'), said(' after'))]],
    [written('h')],
    /one\s*two\[a\][^[]*three after/,
  ],
]

const letterOf = (pages: readonly (readonly Block[])[], margin: readonly MarginObject[]) =>
  letter(pages.map((blocks, at) => page(blocks, at === 0 ? margin : [])))

test.each(CASES)('a call stands once, after the last word: %s', (_name, pages, margin, right) => {
  expect(called(letterOf(pages, margin))).toMatch(right)
})

test.each(CASES)('and the window has the same order: %s', (_name, pages, margin) => {
  const transcript = letterOf(pages, margin)
  const inEditions = placementOf(transcript, () => true).order.map(({ id }) => id)
  expect(marginInOrder(toDocument(transcript)).objects.map(({ attrs }) => attrs.id)).toEqual(inEditions)
})

test('a passage that ends on another page than before is numbered anew', () => {
  const second = (...words: readonly Run[]) => paragraph(point('other'), said(' and '), ...words)
  const margin = [ours('n'), ours('other')]
  const [over, short] = [[said('two', 'p-n')], [said('two')]].map((words) =>
    toDocument(letterOf([[paragraph(said('one', 'p-n'))], [second(...words)]], margin)),
  ) as [ReturnType<typeof toDocument>, ReturnType<typeof toDocument>]
  expect([...editorNumbers(over)]).toEqual([
    ['other', 1],
    ['n', 2],
  ])
  expect([...editorNumbers(short)]).toEqual([
    ['n', 1],
    ['other', 2],
  ])
  expect(keepsOrder(over, short)).toBe(false)
  expect(lastPages(over).get('p-n')).toBe(over.firstChild!.child(1).attrs.id)
  expect(lastPages(short).get('p-n')).toBe(short.firstChild!.child(0).attrs.id)
})

test('a query that stands before a word has a blank after it, and before a full stop none', () => {
  const queries = [object('query', 'q', 'Typed?'), object('query', 'r', 'So?')]
  const asked = letter([page([paragraph(point('q'), said('Dear John'), point('r'), said('.'))], queries)])
  const text = writeReadingEdition(asked, { queries: true }, CONTEXT).text.replace(/<[^>]*>/g, '')
  expect(text).toContain(' [query: Typed?] Dear John [query: So?].')
})
