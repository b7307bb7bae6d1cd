import type { Node } from 'prosemirror-model'
import { EditorState, type Transaction } from 'prosemirror-state'
import { describe, expect, test } from 'vitest'
import { parseTranscript } from '../../shared/format/parse.ts'
import { readKept, readMended } from '../../shared/format/read-mended.ts'
import { serialise } from '../../shared/format/serialise.ts'
import { textToSave } from '../../shared/format/text-to-save.ts'
import { idsFrom } from '../../shared/model/ids.ts'
import { emptyPaper } from '../../shared/model/paper.ts'
import type { Transcript } from '../../shared/model/transcript.ts'
import { fromDocument, toDocument } from '../../shared/schema/document.ts'
import { schema } from '../../shared/schema/schema.ts'
import { editorPlugins } from '../../shared/state/editor-plugins.ts'
import { COMMAND } from '../../shared/state/meta.ts'
import { HANDS_AT_WORK } from '../support/random-deeds.ts'

const words = (text: string, ...marks: readonly (readonly [string, object])[]) =>
  schema.text(
    text,
    marks.map(([name, attrs]) => schema.mark(name, { ...attrs })),
  )
const block = (attrs: object, ...content: Node[]) => schema.node('block', { ...attrs }, content)

function letter(): Node {
  const pages = [
    schema.node('page', { id: 'p1' }, [
      block({ id: 'b1', hand: 'mt' }, words('Dear John')),
      block(
        { id: 'b2' },
        words('We have '),
        schema.node('point', { id: 'a1', note: 'n1' }),
        words('heard', ['unclear', { id: 'u1', cert: 'low' }]),
        schema.node('gap', { id: 'g1' }),
      ),
    ]),
    schema.node('page', { id: 'p2' }, [block({ id: 'b3' }, words('of this', ['passage', { id: 's2', note: 'n2' }]))]),
  ]
  const margin = [
    schema.node('note', { id: 'n1', hand: 'mt' }, [words('No.')]),
    schema.node('note', { id: 'n2', answers: 'n1', joins: 'n1' }, [words('Yes.')]),
    schema.node('note', { id: 'n3', page: 'p2' }, [words('Where?')]),
  ]
  return schema.node('doc', { paper: emptyPaper('paper1') }, [
    schema.node('body', null, pages),
    schema.node('margin', null, margin),
  ])
}

function open(): EditorState {
  let seed = 5
  const newId = idsFrom(() => {
    seed = (seed * 48271) % 2147483647
    return seed / 2147483647
  })
  const knows = (to: string, id: string) => to === 'hands' && HANDS_AT_WORK.some((hand) => hand.id === id)
  const plugins = editorPlugins({ texts: () => [], newId, isHandwriting: () => false, knows })
  return EditorState.create({ doc: letter(), plugins: [...plugins] })
}

const transcriptOf = (doc: Node): Transcript => ({
  ...fromDocument(doc),
  originals: [],
  status: 'in-progress',
  hands: HANDS_AT_WORK,
  people: [],
  names: [],
  revisions: [],
  extra: {},
})

/** Why the text could not be saved; null where it can. */
function fault(doc: Node): string | null {
  doc.check()
  const saved = textToSave(transcriptOf(doc))
  return saved.ok ? null : saved.fault.sentence
}

/** The place right inside what has this id, or right before it where it holds nothing. */
function inside(doc: Node, id: string): number {
  let found = -1
  doc.descendants((node, pos) => {
    if (node.attrs.id === id) found = node.isLeaf ? pos : pos + 1
  })
  return found
}
const before = (doc: Node, id: string) => inside(doc, id) - 1

const CHANGES: Readonly<Record<string, (tr: Transaction) => Transaction>> = {
  'a block without an id, as the browser’s own editing makes it': (tr) => tr.insert(before(tr.doc, 'b2'), block({}, words('x'))),
  'a block that stands a second time on another page': (tr) => tr.insert(before(tr.doc, 'b3'), block({ id: 'b1' }, words('x'))),
  'the very same block once more on its page': (tr) => tr.insert(before(tr.doc, 'b2'), tr.doc.nodeAt(before(tr.doc, 'b1'))!),
  'a block with the id of a note': (tr) => tr.insert(before(tr.doc, 'b3'), block({ id: 'n1' }, words('x'))),
  'a block by a hand that no register has': (tr) => tr.insert(before(tr.doc, 'b2'), block({ id: 'new1', hand: 'zz' })),
  'a name that leads to nobody': (tr) => tr.insert(inside(tr.doc, 'b1'), words('x', ['persName', { id: 'm1', ref: 'nobody' }])),
  'an annotation without an id': (tr) => tr.insert(inside(tr.doc, 'b1'), words('x', ['unclear', { id: '' }])),
  'an annotation that says something else elsewhere': (tr) =>
    tr.insert(inside(tr.doc, 'b3'), words('x', ['unclear', { id: 'u1', cert: 'high' }])),
  'an anchor of a note that is not there': (tr) =>
    tr.insert(inside(tr.doc, 'b1'), [words('x'), schema.node('point', { id: 'a9', note: 'n9' })]),
  'a passage of a note that is not there': (tr) =>
    tr.insert(inside(tr.doc, 'b1'), words('x', ['passage', { id: 's9', note: 'n9' }])),
  'a gap that stands twice': (tr) => tr.insert(inside(tr.doc, 'b3'), schema.node('gap', { id: 'g1' })),
  'a gap by a hand that no register has': (tr) => tr.insert(inside(tr.doc, 'b3'), schema.node('gap', { hand: 'zz' })),
  'a note that went, and left its anchor and its answer': (tr) =>
    tr.delete(before(tr.doc, 'n1'), before(tr.doc, 'n2')).setMeta(COMMAND, 'test'),
  'a page that went, and left what was drawn on it': (tr) => {
    const at = before(tr.doc, 'p2')
    return tr.delete(at, at + tr.doc.nodeAt(at)!.nodeSize).setMeta(COMMAND, 'test')
  },
  'a note that goes on from one that is not there': (tr) =>
    tr
      .insert(before(tr.doc, 'n2'), schema.node('note', { id: 'n8', joins: 'n9', answers: 'n7', page: 'p1' }))
      .setMeta(COMMAND, 'test'),
  'a note without an id': (tr) => tr.insert(before(tr.doc, 'n2'), schema.node('note', { page: 'p1' })).setMeta(COMMAND, 'test'),
  'a page without an id': (tr) =>
    tr.insert(before(tr.doc, 'p2'), schema.node('page', null, [block({})])).setMeta(COMMAND, 'test'),
}

/** The words of a text, wherever they stand. */
const wordsOf = (doc: Node) => doc.textBetween(0, doc.content.size, '|')

describe('whatever changed the text, it can be saved and read again', () => {
  test('the letter that is changed', () => {
    expect(fault(letter())).toBeNull()
  })
  test.each(Object.entries(CHANGES))('%s', (_, change) => {
    const state = open()
    const changed = state.apply(change(state.tr))
    expect(changed.doc.eq(state.doc)).toBe(false)
    expect(fault(changed.doc)).toBeNull()
  })
  test('what was sound keeps its ids and what it names', () => {
    const state = open()
    const changed = state.apply(state.tr.insertText('and ', inside(state.doc, 'b2')))
    const [, second] = changed.doc.firstChild!.firstChild!.children
    expect(second!.attrs.id).toBe('b2')
    expect(second!.children.map((node) => node.attrs.note ?? node.marks[0]?.attrs.id ?? node.attrs.id ?? null)).toEqual([
      null,
      'n1',
      'u1',
      'g1',
    ])
  })
})

describe('unsaved work that was kept in a state that cannot be read', () => {
  test.each(Object.entries(CHANGES))('%s: it is put right, and every word is there', (_, change) => {
    const bare = EditorState.create({ doc: letter() })
    const { doc } = bare.apply(change(bare.tr))
    const kept = serialise(transcriptOf(doc))
    expect(parseTranscript(kept).ok).toBe(false)
    let count = 0
    const mended = readMended(kept, () => `fresh${++count}`)
    expect(mended?.problems.length).toBeGreaterThan(0)
    expect(wordsOf(toDocument(mended!.transcript))).toBe(wordsOf(toDocument(fromDocument(doc))))
  })
  test('it is told what was put right, and of what was sound nothing', () => {
    const doc = letter()
    const sound = readKept(serialise(transcriptOf(doc)), () => 'fresh')
    expect(sound).toMatchObject({ ok: true, mended: [] })
    const kept = serialise(transcriptOf(doc)).replaceAll('"id": "b2"', '"id": ""')
    const mended = readKept(kept, () => 'fresh')
    expect(mended.ok).toBe(true)
    expect(mended.mended.length).toBeGreaterThan(0)
  })
  test('what is no transcript, or of a later version, is left as it is', () => {
    for (const text of ['', '{}', 'words', '{"format":"scholion-transcript","version":99,"pages":[]}'])
      expect(readMended(text, () => 'x')).toBeNull()
  })
})
