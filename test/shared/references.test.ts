// References in notes of ours, and notes that are called from several places.
import fc from 'fast-check'
import { history, undo } from 'prosemirror-history'
import { type Command, EditorState, TextSelection } from 'prosemirror-state'
import { describe, expect, it } from 'vitest'
import { callAgain, calledHere, callNoMore } from '../../shared/commands/call-again.ts'
import { movePage } from '../../shared/commands/move.ts'
import { referTo } from '../../shared/commands/refer.ts'
import { deleteBeside } from '../../shared/commands/write-beside.ts'
import { findObject } from '../../shared/document/margin-objects.ts'
import { EXPORTERS } from '../../shared/export/exporters.ts'
import { placementOf } from '../../shared/export/placement.ts'
import { papersOf } from '../../shared/export/reading-order.ts'
import { referencesOf } from '../../shared/export/references.ts'
import { parseTranscript } from '../../shared/format/parse.ts'
import { serialise } from '../../shared/format/serialise.ts'
import { merge } from '../../shared/merge/merge.ts'
import type { Run, Transcript } from '../../shared/model/transcript.ts'
import { fromDocument, toDocument } from '../../shared/schema/document.ts'
import { anchors } from '../../shared/state/anchors.ts'
import { clipboard, cutSelection, movable, pasteSlice } from '../../shared/state/clipboard.ts'
import { anchorFaults } from '../../shared/state/invariants.ts'
import { asCopy } from '../../shared/state/pasted.ts'
import { referentsIn } from '../../shared/state/referents.ts'
import { referenceWords } from '../../shared/vocabulary/referent.ts'
import { arbitraryTranscript } from '../support/arbitrary-transcript.ts'
import { RUNS } from '../support/property-runs.ts'
import { block, division, letter, mark, object, page, point, reference, said } from './export-letter.ts'

let ids = 0
const context = { newId: () => `fresh${ids++}`, texts: () => [''] }

const seeing = (to: string): { content: readonly Run[] } => ({ content: [said('See '), reference(to), said('.')] })

/** Three editor's notes and a note by hand on two pages; the first note of ours refers to `to`. */
const paper = (to: string, more: Partial<Transcript> = {}) =>
  letter(
    [
      page(
        [
          block(
            'paragraph',
            { content: [said('We have now heard that Mr Buckley will visit'), point('n1'), said(' Bonn.')] },
            { id: 'b1' },
          ),
          block('paragraph', { content: [said('Next'), point('n2'), said(' week'), point('hers'), said('.')] }, { id: 'b2' }),
        ],
        [
          object('editornote', 'n1', seeing(to)),
          object('editornote', 'n2', 'the second'),
          object('note', 'hers', 'No!', { hand: 'mt' }),
        ],
        { id: 'p1', printed: '7' },
      ),
      page(
        [block('paragraph', { content: [said('Yours ever'), point('n3')] }, { id: 'b3' })],
        [object('editornote', 'n3', 'the third')],
        { id: 'p2' },
      ),
    ],
    more,
  )

const edition = (transcript: Transcript, name: 'tei' | 'html') => {
  const exporter = EXPORTERS.find((one) => one.name === name)!
  const exported = exporter.run(transcript, exporter.defaults, { version: '0.0.0', sha256: null, description: null })
  if (!exported.ok) throw new Error(exported.fault.sentence)
  return { text: exported.value.files[0]!.text, losses: exported.value.losses }
}

const stateOf = (transcript: Transcript) =>
  EditorState.create({ doc: toDocument(transcript), plugins: [history(), anchors(), clipboard()] })

function acted(state: EditorState, command: Command): EditorState {
  let next = state
  expect(command(state, (tr) => void (next = state.apply(tr)))).toBe(true)
  return next
}

const at = (state: EditorState, pos: number, to = pos) =>
  state.apply(state.tr.setSelection(TextSelection.create(state.doc, pos, to)))
const inNote = (state: EditorState, id: string) => at(state, findObject(state.doc, id)!.pos + 1)
const asTranscript = (state: EditorState, base: Transcript): Transcript => ({ ...base, ...fromDocument(state.doc) })

/** Where words begin in the text. */
function place(state: EditorState, words: string): number {
  let found = -1
  state.doc.descendants((node, pos) => {
    const index = node.isText ? node.text!.indexOf(words) : -1
    if (index >= 0 && found < 0) found = pos + index
  })
  return found
}

describe('a reference in a note of ours', () => {
  it('reads in every edition as what it leads to is called, and leads there', () => {
    const cases = [
      ['n3', 'n. 3', 'note', '#en-3'],
      ['hers', 'note a', 'note', '#to-hers'],
      ['p1', 'p. 7', 'page', '#to-p1'],
      ['p2', 'page 2 of the transcript', 'page', '#to-p2'],
      ['paper1', 'paper 1', 'paper', '#to-paper1'],
      ['b1', '“We have now heard that Mr …”, p. 7', 'passage', '#to-b1'],
    ] as const
    for (const [to, words, type, address] of cases) {
      const tei = edition(paper(to), 'tei').text
      expect(tei).toContain(`See <ref type="${type}" target="#${to}">${words}</ref>.`)
      expect(tei).toContain(`xml:id="${to}"`)
      const html = edition(paper(to), 'html').text
      expect(html).toContain(`href="${address}">${words}</a>`)
      expect(html.split(`id="${address.slice(1)}"`)).toHaveLength(2)
    }
  })

  it('has the new number when a note before it comes or goes', () => {
    const before = stateOf(paper('n3'))
    const told = (state: EditorState) => referenceWords(referentsIn(state.doc)('n3'))
    expect(told(before)).toBe('n. 3')
    expect(told(acted(before, deleteBeside('n2')))).toBe('n. 2')
    expect(told(acted(at(before, place(before, 'Yours')), movePage('up')))).toBe('n. 1')
  })

  it('says so when what it led to is gone, in the window and in editions; undo brings the number back', () => {
    const base = paper('n3')
    const gone = acted(stateOf(base), deleteBeside('n3'))
    expect(referenceWords(referentsIn(gone.doc)('n3'))).toBe('[what is referred to is not here]')
    const transcript = asTranscript(gone, base)
    const tei = edition(transcript, 'tei')
    expect(tei.text).toContain('See <ref type="lost">[what is referred to is not here]</ref>.')
    expect(tei.losses.join()).toContain('A reference leads to something that is not in this edition')
    expect(edition(transcript, 'html').text).toContain('<span class="ref t-out">[what is referred to is not here]</span>')
    const read = parseTranscript(serialise(transcript))
    expect(read.ok && serialise(read.value)).toBe(serialise(transcript))
    expect(referenceWords(referentsIn(acted(gone, undo).doc)('n3'))).toBe('n. 3')
  })

  it('is saved as the id that it leads to, and read back', () => {
    const text = serialise(paper('n3'))
    expect(text).toContain('{ "ref": "n3" }')
    const read = parseTranscript(text)
    expect(read.ok && serialise(read.value)).toBe(text)
    expect(parseTranscript(text.replace('{ "ref": "n3" }', '{ "ref": { "to": "n 3" } }')).ok).toBe(false)
  })

  it('is called alike in the window and in editions, whatever it leads to', () => {
    fc.assert(
      fc.property(arbitraryTranscript, (transcript) => {
        const find = referentsIn(toDocument(transcript))
        const { papers } = papersOf(transcript)
        const edition = referencesOf(
          transcript,
          papers,
          placementOf(transcript, () => true),
        )
        const stays = new Set(unsaid(transcript))
        for (const id of idsOf(transcript))
          expect(edition.find(id)?.referent ?? null, id).toEqual(stays.has(id) && !edition.find(id) ? null : find(id))
      }),
      { numRuns: Math.ceil(RUNS / 2) },
    )
  })

  it('never tells what is withheld', () => {
    const base = paper('b1')
    const words = mark('withheld', { reason: 'section 40' })
    const first = base.pages[0]!
    const [b1, ...others] = first.content
    const stretch = {
      ...(b1 as ReturnType<typeof block>),
      content: [said('We have now heard that Mr Buckley', 'w'), point('n1'), said(' will visit Bonn.')],
      annotations: { w: words },
    }
    const transcript = { ...base, pages: [{ ...first, content: [stretch, ...others] }, base.pages[1]!] }
    for (const kind of ['tei', 'html'] as const) {
      expect(edition(transcript, kind).text).not.toContain('Buckley')
      expect(edition(transcript, kind).text).toContain('“will visit Bonn.”, p. 7')
    }
  })

  it('does not tell of a withheld paper, nor of what stands on it', () => {
    const secret = division('secret', { from: 'Cavendish', facts: { withheld: 'closed until 2060' } })
    const on = page([secret, block('paragraph', 'Hidden words', { id: 'hidden' })], [], { id: 'p3' })
    for (const to of ['secret', 'hidden']) {
      const base = paper(to)
      const transcript = { ...base, pages: [...base.pages, on] }
      for (const kind of ['tei', 'html'] as const) {
        const { text } = edition(transcript, kind)
        expect(text).not.toMatch(/Cavendish|Hidden words/)
        expect(text).toMatch(/See <(ref|a|span) /)
      }
    }
  })

  it('is put at the caret of a note of ours alone, and never leads to its own note', () => {
    const state = stateOf(paper('p1'))
    expect(referTo(context, 'n1')(inNote(state, 'n1'))).toBe(false)
    expect(referTo(context, 'n1')(inNote(state, 'hers'))).toBe(false)
    expect(referTo(context, 'n1')(at(state, place(state, 'Next')))).toBe(false)
    const next = acted(inNote(state, 'n2'), referTo(context, 'n1'))
    expect(findObject(next.doc, 'n2')!.node.firstChild!.attrs.to).toBe('n1')
  })

  it('goes with the words of a note into another note of ours, and never into the letter or its handwriting', () => {
    const state = stateOf(paper('n3'))
    const whole = inNote(state, 'n1')
    const { pos, node } = findObject(state.doc, 'n1')!
    const slice = asCopy(whole.doc.slice(pos + 1, pos + node.nodeSize - 1), context.newId)
    const refs = (next: EditorState) => {
      const found: string[] = []
      next.doc.descendants((one, _pos, parent) => void (one.type.name === 'ref' && found.push(parent!.attrs.id)))
      return found
    }
    const into = (place: EditorState) => refs(place.apply(pasteSlice(place, slice, context.newId)!))
    expect(into(inNote(state, 'n2'))).toEqual(['n1', 'n2'])
    expect(into(inNote(state, 'hers'))).toEqual(['n1'])
    expect(into(at(state, place(state, 'Next')))).toEqual(['n1'])
    const cut = at(state, pos + 1, pos + node.nodeSize - 1)
    const without = cut.apply(cutSelection(cut, 'token')!)
    const moved = at(without, place(without, 'Next'))
    expect(refs(moved.apply(pasteSlice(moved, movable(moved, 'token')!, context.newId, 'token')!))).toEqual([])
  })

  it('stays where two people’s work is made one and one of them deleted what it leads to', () => {
    const base = paper('n3')
    const mine = asTranscript(acted(inNote(stateOf(base), 'n2'), referTo(context, 'n3')), base)
    const theirs = asTranscript(acted(stateOf(base), deleteBeside('n3')), base)
    const merged = merge(base, mine, theirs)
    expect(merged.ok).toBe(true)
    if (merged.ok) expect(edition(merged.transcript, 'tei').text.split('[what is referred to is not here]')).toHaveLength(3)
  })
})

describe('an editor’s note that is called from a second place', () => {
  const base = paper('n2')
  const called = () => {
    const state = stateOf(base)
    const from = place(state, 'Yours')
    return acted(at(state, from, from + 5), callAgain(context, 'n1'))
  }

  it('is one note with one number in both places, in every edition', () => {
    const twice = asTranscript(called(), base)
    const tei = edition(twice, 'tei').text
    expect(tei.match(/<note [^>]*xml:id="n1"/g)).toHaveLength(1)
    expect(tei).toContain('Yours<anchor')
    expect(tei).toContain('<ref type="editorial" target="#n1">1</ref>')
    const html = edition(twice, 'html').text
    expect(html.match(/href="#en-1"/g)).toHaveLength(2)
    expect(html).toContain('id="er-1-2"')
    expect(html).toContain('href="#er-1-2" aria-label="back to place 2 of editor’s note 1 in the text"')
    expect(html.match(/id="en-\d"/g)).toHaveLength(3)
  })

  it('is saved and read back, and its anchors are whole', () => {
    const state = called()
    expect(anchorFaults(state.doc)).toEqual([])
    const text = serialise(asTranscript(state, base))
    const read = parseTranscript(text)
    expect(read.ok && serialise(read.value)).toBe(text)
  })

  it('stays at one place when the other is taken away or its words are deleted', () => {
    const state = called()
    const words = place(state, 'Yours')
    expect(calledHere(at(state, words + 2))).toEqual(['n1'])
    const away = acted(at(state, words + 2), callNoMore('n1'))
    expect(edition(asTranscript(away, base), 'html').text.match(/href="#en-1"/g)).toHaveLength(1)
    // the only place that is left is not taken away so
    expect(calledHere(at(away, place(away, ' Bonn')))).toEqual([])
    const first = place(state, ' Bonn')
    const other = acted(at(state, first), callNoMore('n1'))
    const html = edition(asTranscript(other, base), 'html').text
    // it is the last of the three now
    expect(html.match(/href="#en-3"/g)).toHaveLength(1)
    expect(html).toContain('See <a class="ref t-out" href="#en-1">n. 1</a>.')
    const deleted = state.apply(state.tr.delete(first - 5, first + 3))
    expect(anchorFaults(deleted.doc)).toEqual([])
    expect(deleted.doc.attrs.tray).toEqual([])
    expect(findObject(deleted.doc, 'n1')).not.toBeNull()
  })

  it('is refused where the place calls it already, in a note, and for a headnote', () => {
    const state = stateOf(base)
    expect(callAgain(context, 'n1')(at(state, place(state, ' Bonn')))).toBe(false)
    expect(callAgain(context, 'n1')(inNote(state, 'n2'))).toBe(false)
    expect(callAgain(context, 'hers')(at(state, place(state, 'Yours')))).toBe(false)
    const head = {
      ...base,
      pages: base.pages.map((one, index) =>
        index > 0 ? one : { ...one, margin: [...one.margin, object('editornote', 'head', 'h', { paper: 'paper1' })] },
      ),
    }
    const headed = stateOf(head)
    expect(callAgain(context, 'head')(at(headed, place(headed, 'Yours')))).toBe(false)
  })

  it('keeps its places when words are moved by cut and paste, and a copy of the words calls nothing', () => {
    const state = called()
    const from = place(state, 'Yours')
    const selected = at(state, from, from + 5)
    const copy = asCopy(selected.selection.content(), context.newId)
    const end = at(selected, place(selected, 'Next'))
    const copied = end.apply(pasteSlice(end, copy, context.newId)!)
    expect(edition(asTranscript(copied, base), 'html').text.match(/href="#en-1"/g)).toHaveLength(2)
    const cut = selected.apply(cutSelection(selected, 'token')!)
    const there = at(cut, place(cut, 'Next'))
    const moved = there.apply(pasteSlice(there, movable(there, 'token')!, context.newId, 'token')!)
    expect(edition(asTranscript(moved, base), 'html').text.match(/href="#en-1"/g)).toHaveLength(2)
    expect(anchorFaults(moved.doc)).toEqual([])
  })
})

/** Blocks without anything in them: that of a page that only stands for one is not in editions. */
function unsaid({ pages }: Transcript): readonly string[] {
  return pages.flatMap(({ content }) =>
    content.flatMap((one) => (one.type === 'block' && one.content.length === 0 ? [one.id] : [])),
  )
}

function idsOf({ paper: first, pages }: Transcript): readonly string[] {
  const rest = pages.flatMap((one) => [one.id, ...[...one.content, ...one.margin].map(({ id }) => id)])
  return [first.id, ...rest, 'gone']
}
