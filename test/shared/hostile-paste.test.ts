import { Fragment, type Node, Slice } from 'prosemirror-model'
import { EditorState, TextSelection } from 'prosemirror-state'
import { describe, expect, test } from 'vitest'
import { textToSave } from '../../shared/format/text-to-save.ts'
import { importOriginal } from '../../shared/import/importers.ts'
import type { Transcript } from '../../shared/model/transcript.ts'
import { fromDocument, toDocument } from '../../shared/schema/document.ts'
import { schema } from '../../shared/schema/schema.ts'
import { pasteSlice } from '../../shared/state/clipboard.ts'
import { parts } from '../../shared/state/parts.ts'
import { asCopy, fromPlainText, type Knows } from '../../shared/state/pasted.ts'
import { PAYLOADS } from '../fault/hostile/corpus.ts'

const ids = () => {
  let count = 0
  return () => `new${++count}`
}
const WORDS = 'Dear John\n\nYours ever\n'
const knows: Knows = (to, id) => to === 'hands' && id === 'mt'
const MT = { id: 'mt', name: 'M T', badge: 'MT', medium: 'ink', person: null } as const

function letter(): Transcript {
  const file = { name: 'a.txt', sha256: 'a'.repeat(64), bytes: WORDS.length, text: WORDS, encoding: 'utf-8', bom: false }
  const imported = importOriginal(file, ids())
  if (!imported.ok) throw new Error(imported.fault.sentence)
  return { ...imported.value, hands: [MT] }
}

/** Pastes at the end of the first block of a letter; gives the text after it, and what saving says. */
function paste(slice: Slice, asText = false): { readonly doc: Node; readonly saved: string; readonly pasted: boolean } {
  const transcript = letter()
  const state = EditorState.create({ doc: toDocument(transcript), plugins: [parts()] })
  const at = state.apply(state.tr.setSelection(TextSelection.create(state.doc, 3 + 'Dear John'.length)))
  const newId = () => `p${Math.random().toString(36).slice(2, 9)}`
  const tr = pasteSlice(at, asCopy(slice, newId, asText, knows), newId)
  const doc = tr ? at.apply(tr).doc : at.doc
  doc.check()
  const saved = textToSave({ ...transcript, ...fromDocument(doc) })
  return { doc, pasted: tr !== null, saved: saved.ok ? 'saved' : `${saved.fault.tag}: ${saved.fault.sentence}` }
}

const blocks = (...content: Node[]) => new Slice(Fragment.from(content), 0, 0)
const block = (attrs: object, ...content: Node[]) => schema.node('block', { id: 'b', ...attrs }, content)
const marked = (mark: string, attrs: object) => schema.text('words', [schema.mark(mark, { id: 'm', ...attrs })])

describe('what is pasted can be saved', () => {
  test.each<[string, Slice]>([
    ['a hand of another collection', blocks(block({ hand: 'zz' }, schema.text('x')), block({ hand: 'zz' }))],
    ['a person of another collection', blocks(block({}, marked('persName', { ref: 'nobody' })))],
    ['an addition by a hand of another collection', blocks(block({}, marked('add', { hand: 'zz' })))],
    ['a secret of every object as a hand', blocks(block({ hand: 'constructor' }), block({ hand: '__proto__' }))],
    ['a gap of another text', blocks(block({}, schema.node('gap', { hand: 'zz', evidence: [[7, 1, 9000]] })))],
    [
      'one id with two meanings',
      blocks(block({}, marked('unclear', { cert: 'low' })), block({}, marked('unclear', { cert: 'high' }), marked('del', {}))),
    ],
    [
      'the anchor of a note that is not here',
      blocks(block({}, marked('passage', { note: 'n9' }), schema.node('point', { note: 'n9' }))),
    ],
  ])('%s', (_, slice) => {
    expect(paste(slice).saved).toBe('saved')
  })

  test('a hand that is known here stays', () => {
    const { doc } = paste(blocks(block({}, schema.text('x')), block({ hand: 'mt', role: 'paragraph' }, schema.text('y'))))
    expect(doc.firstChild!.firstChild!.child(1).attrs).toMatchObject({ hand: 'mt', role: 'paragraph' })
  })

  test.each(Object.entries(PAYLOADS))('every payload as plain text: %s', (_, payload) => {
    const { saved, doc } = paste(fromPlainText(`${payload}\n\n${payload}`, []), true)
    expect(saved).toBe('saved')
    const kept = payload.replace(/[\u0000-\u0008\u000b\u000c\u000e-\u001f\ufffe\uffff]/g, '').replace(/\s+$/, '')
    expect(doc.textBetween(0, doc.content.size, '\n', (node) => (node.type.name === 'lb' ? '\n' : ''))).toContain(kept)
  })
})

describe('more than a block holds', () => {
  const long = (length: number) => 'word '.repeat(length / 5)

  test('is pasted as several blocks, and can be saved', () => {
    const { saved, doc } = paste(fromPlainText(long(250_000), []), true)
    expect(saved).toBe('saved')
    const words = doc.textContent.match(/word/g)
    expect(words).toHaveLength(50_000)
    expect(Math.max(...doc.firstChild!.firstChild!.children.map((one) => one.content.size))).toBeLessThanOrEqual(30_000)
  })

  test('is cut so that the pieces put together are what was pasted, and each goes on from the one before', () => {
    const words = 'one word,  two words '.repeat(3000)
    const { saved, doc } = paste(fromPlainText(`${words}end`, []), true)
    expect(saved).toBe('saved')
    const pieces = doc.firstChild!.firstChild!.children.filter((block) => block.textContent.includes('word'))
    const whole = pieces.map((block) => block.textContent).join('')
    expect(whole).toContain(`${words}end`)
    expect(pieces.length).toBeGreaterThan(3)
    expect(pieces.map((block) => block.attrs.continues)).toEqual(pieces.map((_, at) => at > 0))
  })

  test('comes into a note as the one line that it was', () => {
    const doc = schema.node('doc', { paper: letter().paper }, [
      schema.node('body', null, [schema.node('page', { id: 'p1' }, [block({})])]),
      schema.node('margin', null, [schema.node('note', { id: 'n1' }, schema.text('note'))]),
    ])
    const state = EditorState.create({ doc, plugins: [parts()] })
    const inNote = state.apply(state.tr.setSelection(TextSelection.create(doc, doc.content.size - 2)))
    const after = pasteSlice(inNote, asCopy(fromPlainText(long(60_000), []), ids(), true), ids())!.doc
    expect(after.lastChild!.firstChild!.childCount).toBe(1)
    expect(after.lastChild!.textContent).toBe(`note${long(60_000)}`)
  })

  test('without a blank is cut between letters, never inside one', () => {
    const { saved, doc } = paste(fromPlainText('\u{1f469}'.repeat(60_000), []), true)
    expect(saved).toBe('saved')
    doc.descendants((node) => {
      if (node.isText) expect(node.text!.isWellFormed()).toBe(true)
    })
  })

  test('is not pasted where it cannot be divided: into a note', () => {
    const doc = schema.node('doc', { paper: letter().paper }, [
      schema.node('body', null, [schema.node('page', { id: 'p1' }, [block({})])]),
      schema.node('margin', null, [schema.node('note', { id: 'n1' }, schema.text('note'))]),
    ])
    const state = EditorState.create({ doc, plugins: [parts()] })
    const inNote = state.apply(state.tr.setSelection(TextSelection.create(doc, doc.content.size - 3)))
    expect(pasteSlice(inNote, asCopy(fromPlainText(long(99_000), []), ids(), true), ids())).not.toBeNull()
    expect(pasteSlice(inNote, asCopy(fromPlainText(long(110_000), []), ids(), true), ids())).toBeNull()
  })
})

test('what our clipboard carries of a gap without an id comes back as a gap; what has an id that is none is no gap', () => {
  const rules = schema.nodes.gap!.spec.parseDOM!
  const read = (attrs: unknown) =>
    (rules[0]!.getAttrs as (dom: unknown) => unknown)({ getAttribute: () => JSON.stringify(attrs) })
  expect(read({ id: '', reason: 'illegible' })).toMatchObject({ id: '', reason: 'illegible' })
  expect(read({ reason: 'illegible' })).toMatchObject({ id: '' })
  for (const id of ['<b>', 7, '1x', {}]) expect(read({ id })).toBe(false)
})

test('lines of plain text are copied as they were read: thousands of them are not made anew', () => {
  const read = fromPlainText(Array.from({ length: 50 }, (_, at) => `Line ${at}.`).join('\n\n'), [])
  const copy = asCopy(read, ids())
  expect(copy.content.childCount).toBe(50)
  copy.content.forEach((block, _, at) => {
    expect(block.attrs.id).toBe(`new${at + 1}`)
    expect(block.content).toBe(read.content.child(at).content)
  })
})
