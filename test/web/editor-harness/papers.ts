import type { Node } from 'prosemirror-model'
import { emptyPaper } from '../../../shared/model/paper.ts'
import { schema } from '../../../shared/schema/schema.ts'

const WORDS =
  'the of Mission and Poland will visit Bonn Paris London with his colleagues a government which we have now heard about that minutes should consider policy in the matter of telegram Washington Secretary State credit rescheduling'.split(
    ' ',
  )

/** Many pages of words with notes, editor's notes and queries, the same every time: `pages` of `perPage` blocks. */
export function manyPages(pages: number, perPage: number, wordsPerBlock: number, notesPerPage: number): Node {
  let seed = 7
  const random = (below: number) => {
    seed = (seed * 48271) % 2147483647
    return seed % below
  }
  const margin: Node[] = []
  const words = (count: number) => Array.from({ length: count }, () => WORDS[random(WORDS.length)]).join(' ')
  const note = (id: string, index: number) => {
    const type = index % 11 === 10 ? 'editornote' : index % 13 === 12 ? 'query' : 'note'
    const attrs =
      type === 'note'
        ? { id, hand: ['mt', 'ajc', 'unknown-manuscript', null][random(4)], place: ['left', 'right', null][random(3)] }
        : { id }
    margin.push(schema.node(type, attrs, schema.text(words(1 + random(12)))))
  }
  const body = Array.from({ length: pages }, (_, page) => {
    const blocks = Array.from({ length: perPage }, (_, at) => {
      const here = Math.floor(((at + 1) * notesPerPage) / perPage) - Math.floor((at * notesPerPage) / perPage)
      const content: Node[] = []
      for (let part = 0; part < here; part++) {
        const id = `n${margin.length}`
        note(id, margin.length)
        content.push(schema.text(`${words(Math.floor(wordsPerBlock / here / 2))} `))
        if (part % 2 === 0) content.push(schema.node('point', { id: `a${id}`, note: id }))
        else content.push(schema.text(words(3), [schema.mark('passage', { id: `a${id}`, note: id })]), schema.text(' '))
        content.push(schema.text(words(Math.ceil(wordsPerBlock / here / 2))))
      }
      if (here === 0) content.push(schema.text(words(wordsPerBlock)))
      return schema.node('block', { id: `b${page}-${at}` }, content)
    })
    return schema.node('page', { id: `p${page}` }, blocks)
  })
  return schema.node('doc', null, [schema.node('body', null, body), schema.node('margin', null, margin)])
}

const text = (words: string, ...marks: [string, Record<string, unknown>][]) =>
  schema.text(
    words,
    marks.map(([name, attrs]) => schema.mark(name, attrs)),
  )
const point = (note: string) => schema.node('point', { id: `a${note}`, note })
const lb = () => schema.node('lb')
const block = (id: string, role: string | null, hand: string | null, ...content: Node[]) =>
  schema.node('block', { id, role, hand }, content)

/** Two pages of one letter with one of everything that the editor draws. */
export function oneLetter(): Node {
  const first = schema.node('page', { id: 'p1', printed: null, folio: '23', image: '7' }, [
    block('letterhead', 'letterhead', 'print', text('Foreign and Commonwealth Office'), lb(), text('London SW1A 2AH')),
    block('dateline', 'dateline', 'typist', text('12 March 1982', ['date', { id: 'd1', when: '1982-03-12' }])),
    block('salutation', 'salutation', 'mt', text('Dear John,')),
    block('heading', 'heading', 'typist', text('Poland: The '), text('Buckley', ['persName', { id: 'm1' }]), text(' Mission')),
    block(
      'one',
      'paragraph',
      'typist',
      point('n1'),
      text('We have now heard that '),
      text('Mr Buckley and his colleagues', ['passage', { id: 'pa2', note: 'n2' }]),
      text(' will visit Bonn, Paris, London, Rome and Brussels in the coming week to discuss '),
      text('goverment', ['emendation', { id: 'e1', corr: 'government' }]),
      text(' credits and '),
      text('weekend', ['unclear', { id: 'u1' }]),
      text(' guarantees. The '),
      text('exlude', ['undetermined', { id: 'x1' }]),
      text(' clause is '),
      text('not', ['supplied', { id: 's1' }]),
      text(' agreed, and '),
      schema.node('gap', { id: 'g1', reason: 'illegible', unit: 'word', quantity: 2 }),
      text(' '),
      text('A.J.C.', ['correction', { id: 'c1', was: 'A.T.C.' }]),
      text(' has '),
      text('not yet', ['add', { id: 'ad1', hand: 'mt', place: 'above' }]),
      text(' '),
      text('quite', ['del', { id: 'de1', hand: 'mt' }]),
      text(' concluded.'),
    ),
    block(
      'two',
      'paragraph',
      'typist',
      point('n3'),
      point('n4'),
      text('The line to take'),
      text(' should be that we '),
      text('share their concern', ['passage', { id: 'pa5', note: 'n5' }]),
      text(' but see no reason to go beyond the measures already agreed by the Ten. '),
      text('The Prime Minister', ['passage', { id: 'pa6', note: 'n6' }]),
      text(' will wish to see the telegrams from Washington.'),
    ),
  ])
  const second = schema.node('page', { id: 'p2', printed: '2' }, [
    schema.node('block', { id: 'three', role: 'paragraph', hand: 'typist', continues: true }, [
      text('These go with this letter, and I am copying it to the private secretaries of the members of OD.'),
    ]),
    block('close', 'close', 'typist', text('Yours ever,')),
    block('signature', 'signature', 'ajc', point('n7'), text('A J Coles')),
    schema.node('division', { id: 'd2' }),
    block('minute', null, null, text('Second paper: a minute on a sheet of its own.')),
  ])
  const note = (id: string, attrs: Record<string, unknown>, words: string, type = 'note') =>
    schema.node(type, { id, ...attrs }, text(words))
  const margin = [
    note(
      'n1',
      { hand: 'mt', place: 'right', function: 'comment' },
      'I don’t think this will begin to fit the facts as we know them.',
    ),
    note('n2', { hand: 'ajc', place: 'left', cert: 'medium' }, 'Content with this approach? 15/3'),
    note('n3', { hand: 'unknown-manuscript' }, 'See the other papers'),
    note('n4', { hand: 'mt', place: 'right', joins: 'n1' }, '‥ and will not do.'),
    note('n5', {}, 'Textual: the carbon reads “shares”.', 'editornote'),
    note('n6', { state: 'open' }, 'Which telegrams? Look for them on PREM 19/872.', 'query'),
    note('n7', { hand: 'mt', place: 'left', function: 'assent' }, 'Yes.'),
    note('n8', { hand: null, page: 'p2' }, 'A note on this page, no one knows where.'),
  ]
  const paper = emptyPaper('paper1')
  return schema.node('doc', { paper }, [schema.node('body', null, [first, second]), schema.node('margin', null, margin)])
}

/** Pages of blocks as lines of words, and notes whose points stand at the start of the given blocks: small papers for gestures. */
export function lines(
  pages: readonly (readonly string[])[],
  notes: readonly { readonly words: string; readonly block: string; readonly place?: string }[],
): Node {
  const body = pages.map((page, at) =>
    schema.node(
      'page',
      { id: `p${at + 1}` },
      page.map((words, index) => {
        const id = `b${at + 1}-${index + 1}`
        const here = notes.flatMap((note, number) => (note.block === id ? [point(`n${number + 1}`)] : []))
        return schema.node('block', { id }, [...here, ...(words === '' ? [] : [text(words)])])
      }),
    ),
  )
  const margin = notes.map((note, at) =>
    schema.node(
      'note',
      { id: `n${at + 1}`, hand: 'mt', place: note.place ?? 'right' },
      note.words === '' ? [] : [text(note.words)],
    ),
  )
  return schema.node('doc', null, [schema.node('body', null, body), schema.node('margin', null, margin)])
}

/** Two pages whose passages run over blocks and the page turn, and a note by hand in five pieces, the pieces out of their order. */
export function calledPages(): Node {
  const passage = (...notes: string[]) =>
    notes.map((note): [string, Record<string, unknown>] => ['passage', { id: `p-${note}`, note }])
  const five = ['If this', 'goes', 'on', 'we must', 'resign.']
  const piece = (at: number) => point(`five${at}`)
  const first = schema.node('page', { id: 'p1' }, [
    block(
      'b1',
      null,
      'typist',
      text('Before '),
      text('one ', ...passage('long')),
      text('two', ['persName', { id: 'x' }], ...passage('long')),
      piece(1),
    ),
    block(
      'b2',
      null,
      'typist',
      text('three', ...passage('long')),
      text(' after '),
      text('same words', ...passage('a', 'b')),
      text(' end.'),
      piece(2),
    ),
    block(
      'b3',
      null,
      'typist',
      piece(4),
      text('Again '),
      point('twice'),
      text('and '),
      text('again', ...passage('twice')),
      text('.'),
    ),
    block('b4', null, 'typist', piece(3), text('What '), text('goes on', ...passage('over')), piece(5)),
  ])
  const second = schema.node('page', { id: 'p2' }, [
    block(
      'b5',
      null,
      'typist',
      text('overleaf', ...passage('over')),
      text(' ends '),
      text('here', ...passage('last')),
      text('.'),
    ),
  ])
  const ours = ['long', 'a', 'b', 'twice', 'over', 'last'].map((id) => schema.node('editornote', { id }, text(`our ${id}`)))
  const pieces = five.map((words, at) =>
    schema.node(
      'note',
      { id: `five${at + 1}`, hand: 'mt', place: 'right', joins: at === 0 ? null : `five${at}`, function: 'comment' },
      text(words),
    ),
  )
  const body = schema.node('body', null, [first, second])
  return schema.node('doc', { paper: emptyPaper('paper1') }, [body, schema.node('margin', null, [...ours, ...pieces])])
}
