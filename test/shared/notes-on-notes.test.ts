// Notes of ours on handwriting, minutes on minutes, notes on the cell of a table.
import { type Command, EditorState, TextSelection } from 'prosemirror-state'
import { describe, expect, it } from 'vitest'
import { putBack } from '../../shared/commands/put-back.ts'
import { setPassage, writeBeside } from '../../shared/commands/write-beside.ts'
import { findObject } from '../../shared/document/margin-objects.ts'
import { editorNumbers } from '../../shared/document/note-order.ts'
import { EXPORTERS } from '../../shared/export/exporters.ts'
import { parseTranscript } from '../../shared/format/parse.ts'
import { serialise } from '../../shared/format/serialise.ts'
import type { Transcript } from '../../shared/model/transcript.ts'
import { fromDocument, toDocument } from '../../shared/schema/document.ts'
import { anchors } from '../../shared/state/anchors.ts'
import { anchorFaults } from '../../shared/state/invariants.ts'
import { provenance } from '../../shared/state/provenance.ts'
import { marginTranscript } from '../support/margin-pages.ts'
import { block, letter, object, page, point, said } from './export-letter.ts'

let ids = 0
const context = { newId: () => `fresh${ids++}`, texts: () => [''] }

const base = letter([
  page([block('paragraph', { content: [said('First page'), point('e1')] })], [object('editornote', 'e1', 'one')]),
  page(
    [
      block('paragraph', {
        content: [said('The mission'), point('minute'), said(' will visit'), point('other'), said(' Bonn.'), point('e3')],
      }),
    ],
    [
      object('note', 'minute', 'Are you content with this?', { hand: 'ajc' }),
      object('note', 'other', 'Not settled', { hand: 'mt' }),
      object('editornote', 'e3', 'three'),
    ],
  ),
])

const edition = (transcript: Transcript, name: string) => {
  const exporter = EXPORTERS.find((one) => one.name === name)!
  const exported = exporter.run(transcript, exporter.defaults, { version: '0.0.0', sha256: null, description: null })
  if (!exported.ok) throw new Error(exported.fault.sentence)
  return exported.value.files[0]!.text
}

const begun = () => EditorState.create({ doc: toDocument(base), plugins: [anchors(), provenance(context.texts, context.newId)] })

function acted(state: EditorState, command: Command): EditorState {
  let next = state
  expect(command(state, (tr) => void (next = state.apply(tr)))).toBe(true)
  return next
}

/** Selects these words of a note. */
function select(state: EditorState, note: string, words: string): EditorState {
  const { node, pos } = findObject(state.doc, note)!
  const from = pos + 1 + node.textContent.indexOf(words)
  return state.apply(state.tr.setSelection(TextSelection.create(state.doc, from, from + words.length)))
}

const saved = (state: EditorState): Transcript => ({ ...base, ...fromDocument(state.doc) })

/** An editor's note on words of the minute. */
function annotated(): { readonly state: EditorState; readonly id: string } {
  const state = acted(select(begun(), 'minute', 'content'), writeBeside(context, 'editornote'))
  const id: string = state.doc.lastChild!.lastChild!.attrs.id
  return { id, state: state.apply(state.tr.insertText('Coles asks this often.')) }
}

describe('an editor’s note on handwriting', () => {
  it('is anchored on its words, and has its number where the note stands', () => {
    const { state, id } = annotated()
    expect(anchorFaults(state.doc)).toEqual([])
    expect([...editorNumbers(state.doc)]).toEqual([
      ['e1', 1],
      [id, 2],
      ['e3', 3],
    ])
    expect(saved(state).pages[1]!.margin.map((one) => one.id)).toContain(id)
    const text = serialise(saved(state))
    const read = parseTranscript(text)
    expect(read.ok && serialise(read.value)).toBe(text)
  })

  it('leaves in TEI within the note, and in the reading edition with a sign there and the way back to it', () => {
    const { state, id } = annotated()
    const tei = edition(saved(state), 'tei')
    expect(tei).toMatch(
      new RegExp(`xml:id="minute">Are you <anchor [^>]*/>content<anchor [^>]*/><note type="editorial" n="2" xml:id="${id}"`),
    )
    const html = edition(saved(state), 'html')
    expect(html).toContain('content</span><sup class="key sign t-out"><a href="#en-2" aria-label="editor’s note 2">2</a></sup>')
    expect(html).toContain('href="#to-minute" aria-label="back to editor’s note 2 in the text"')
    expect(html.split('id="to-minute"')).toHaveLength(2)
  })

  it('goes with the words when the note is put back into the text, and waits in the tray when they are deleted', () => {
    const { state, id } = annotated()
    const back = acted(state, putBack(context, 'minute'))
    expect(anchorFaults(back.doc)).toEqual([])
    expect(back.doc.attrs.tray).toEqual([])
    expect(edition(saved(back), 'tei')).toContain(`xml:id="${id}"`)
    const words = select(state, 'minute', 'Are you content with this?')
    const gone = words.apply(words.tr.deleteSelection())
    expect(gone.doc.attrs.tray.map((entry: { id: string }) => entry.id)).toEqual([id])
  })

  it('keeps its place, and tells nothing, when the note is withheld', () => {
    const { state, id } = annotated()
    const { pos } = findObject(state.doc, 'minute')!
    const withheld = state.apply(state.tr.setNodeAttribute(pos, 'withheld', 'closed'))
    for (const kind of ['tei', 'html']) {
      const text = edition(saved(withheld), kind)
      expect(text).not.toContain('Are you')
      expect(text).toContain('Coles asks this often.')
    }
    expect(edition(saved(withheld), 'tei')).toMatch(new RegExp(`xml:id="minute">.*<gap.*xml:id="${id}"`))
  })

  it('is not begun on a note of ours: these refer to each other', () => {
    expect(writeBeside(context, 'editornote')(select(begun(), 'e3', 'three'))).toBe(false)
  })
})

describe('a minute on a minute', () => {
  it('concerns words of the other, and stays where the machine read it', () => {
    const state = acted(select(begun(), 'minute', 'content'), setPassage(context, 'other'))
    expect(anchorFaults(state.doc)).toEqual([])
    const tei = edition(saved(state), 'tei')
    expect(tei).toMatch(/Are you <anchor xml:id="(\w+)\.from"\/>content<anchor xml:id="\1\.to"\/>/)
    expect(tei).toMatch(/xml:id="other" target="#\w+\.from" targetEnd="#\w+\.to">Not settled/)
    const back = acted(state, putBack(context, 'other'))
    expect(back.doc.firstChild!.textContent).toMatch(/will visit Not settled +Bonn\./)
    expect(findObject(back.doc, 'minute')!.node.textContent).toBe('Are you content with this?')
    expect(anchorFaults(back.doc)).toEqual([])
  })

  it('never concerns its own words, nor ours', () => {
    expect(setPassage(context, 'minute')(select(begun(), 'minute', 'content'))).toBe(false)
    expect(setPassage(context, 'minute')(select(begun(), 'e3', 'three'))).toBe(false)
  })
})

it('a note of the editors’ and one by hand point to the words of a table’s cell in TEI, and to nothing else of its line', () => {
  const tei = edition(marginTranscript(), 'tei')
  const cell = /<item[^>]*><p [^>]*>Midsummer\t((?:<anchor [^>]*\/>)+)5,151((?:<anchor [^>]*\/>)+)<\/p><\/item>/.exec(tei)
  for (const words of ['Too high: see the return of 4 July', 'The printed return has 4,150.']) {
    const [, from, to] = new RegExp(`target="#(\\S+)" targetEnd="#(\\S+)">${words}`).exec(tei)!
    expect(cell![1]).toContain(`xml:id="${from}"`)
    expect(cell![2]).toContain(`xml:id="${to}"`)
  }
})
