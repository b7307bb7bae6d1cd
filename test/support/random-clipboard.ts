import { Fragment, type Node, Slice } from 'prosemirror-model'
import type { EditorState } from 'prosemirror-state'
import type { NewId } from '../../shared/model/ids.ts'
import { schema } from '../../shared/schema/schema.ts'
import { asCopy, fromPlainText } from '../../shared/state/pasted.ts'

const block = (attrs: Readonly<Record<string, unknown>>, ...content: readonly Node[]) => schema.node('block', attrs, content)
const on = (words: string, ...marks: readonly (readonly [string, Readonly<Record<string, unknown>>])[]) =>
  schema.text(
    words,
    marks.map(([name, attrs]) => schema.mark(name, attrs)),
  )

/** What was cut or copied in another window of the program, in another paper: its ids, hands, people and notes are not known here. */
const OTHER: readonly Slice[] = [
  new Slice(
    Fragment.from([
      block({ id: 'other001', role: 'salutation', hand: 'carrington', source: [[3, 5, 90]] }, on('Dear Peter,')),
      block(
        { id: 'other002', hand: 'mt', facts: { level: 'secret' }, role: 'marking' },
        on('SECRET', ['persName', { id: 'other-m1', ref: 'nobody' }], ['passage', { id: 'other-m2', note: 'other-n1' }]),
        schema.node('point', { note: 'other-n1' }),
      ),
    ]),
    1,
    1,
  ),
  new Slice(Fragment.from(block({ id: 'other003' }, on('only words ', ['add', { id: 'other-m3', hand: 'carrington' }]))), 1, 1),
  new Slice(
    Fragment.from(
      schema.node('note', { id: 'other-n2', hand: 'carrington', joins: 'other-n1', page: 'other-p1' }, [
        on('a note there '),
        schema.node('ref', { id: 'other-r1', to: 'other-n1' }),
        schema.node('gap', { id: 'other-g1', hand: 'carrington', evidence: [[9, 0, 4]] }),
      ]),
    ),
    1,
    1,
  ),
]

export function otherPaper(n: number): { readonly slice: Slice; readonly token: string | null } {
  return { slice: OTHER[n % OTHER.length]!, token: n % 2 ? `cut${n}` : null }
}

/** HTML of other programs as the schema reads it: paragraphs without ids, words alone, and what somebody made up in our names. */
const FOREIGN: readonly Slice[] = [
  new Slice(
    Fragment.from([block({}, on('From the web')), block({}), block({}, on('two'), schema.node('lb'), on('lines'))]),
    1,
    1,
  ),
  new Slice(Fragment.from([block({}, on('whole')), block({}, on('paragraphs'))]), 0, 0),
  new Slice(Fragment.from(on('a word')), 0, 0),
  new Slice(Fragment.from([on('a'), schema.node('lb'), on('b')]), 0, 0),
  new Slice(
    Fragment.from([
      block(
        { id: 'same' },
        on('one', ['unclear', { id: 'same', cert: 'low' }]),
        on('two', ['unclear', { id: 'same', cert: 'high' }]),
      ),
      block({ id: 'same' }, on('three', ['orgName', { id: '', ref: 'made-up' }]), schema.node('gap', { id: 'same' })),
    ]),
    0,
    0,
  ),
  new Slice(Fragment.from(schema.node('ref', { id: 'made-up', to: 'made-up' })), 0, 0),
  new Slice(Fragment.from([schema.node('point', { note: 'made-up' }), schema.node('point', {})]), 0, 0),
  Slice.empty,
]

export function foreignSlice(n: number): Slice {
  return FOREIGN[n % FOREIGN.length]!
}

const PLAIN = [
  'word',
  'two words ',
  'a line\nand another',
  'a block\n\nand another\n\nand a third',
  '\n',
  '\n\n',
  '  \t',
  'a\u0000b',
]

/** Plain text from elsewhere, as it is pasted where the caret stands: it takes the annotations around it. */
export function plainAt(state: EditorState, n: number, newId: NewId): Slice {
  return asCopy(fromPlainText(PLAIN[n % PLAIN.length]!, state.selection.$from.marks()), newId, true)
}
