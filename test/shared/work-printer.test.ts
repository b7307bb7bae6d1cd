import fc from 'fast-check'
import type { Node } from 'prosemirror-model'
import { Transform } from 'prosemirror-transform'
import { describe, expect, it } from 'vitest'
import { keepUsed, usedEntries } from '../../shared/format/references.ts'
import { serialise } from '../../shared/format/serialise.ts'
import { finish } from '../../shared/format/slices.ts'
import { textToSave } from '../../shared/format/text-to-save.ts'
import { type Beside, WorkPrinter } from '../../shared/format/work-printer.ts'
import type { Transcript } from '../../shared/model/transcript.ts'
import { fromDocument, toDocument } from '../../shared/schema/document.ts'
import { arbitraryTranscript } from '../support/arbitrary-transcript.ts'

/** The whole as plain data, with the register entries that it uses. */
function wholeOf(doc: Node, beside: Beside): Transcript {
  const all = { ...beside, ...fromDocument(doc) }
  return keepUsed(all, usedEntries(all))
}

const edit = fc.record({ kind: fc.nat(4), at: fc.nat(999), length: fc.nat(9) })

/** Changes of every kind that moves, makes or breaks pieces; one that the schema refuses is none. */
function edited(doc: Node, { kind, at, length }: { kind: number; at: number; length: number }): Node {
  const tr = new Transform(doc)
  const from = at % doc.content.size
  const body = doc.firstChild!
  try {
    if (kind === 0) tr.insert(from, doc.type.schema.text('word'))
    else if (kind === 1) tr.delete(from, Math.min(doc.content.size, from + length))
    else if (kind === 2) tr.setNodeAttribute(1, 'folio', String(at))
    else if (kind === 3 && doc.lastChild!.childCount > 0) {
      const object = doc.lastChild!.child(at % doc.lastChild!.childCount)
      let pos = doc.firstChild!.nodeSize + 1
      for (const one of doc.lastChild!.children) {
        if (one === object) break
        pos += one.nodeSize
      }
      tr.setNodeAttribute(pos, 'page', body.child(length % body.childCount).attrs.id)
    } else if (kind === 4) {
      const pages = [...body.children]
      pages.push(...pages.splice(0, at % pages.length))
      tr.replaceWith(1, 1 + body.content.size, pages)
    }
    tr.doc.check()
    return tr.doc
  } catch {
    return doc
  }
}

describe('the printer of the work in hand', () => {
  it('gives the text of `serialise` to the byte, after any edits, though it remembers what it printed before', () => {
    fc.assert(
      fc.property(arbitraryTranscript, fc.array(edit, { maxLength: 8 }), (transcript, edits) => {
        const { paper: _paper, pages: _pages, tray: _tray, unused: _unused, ...beside } = transcript
        const printer = new WorkPrinter()
        let doc = toDocument(transcript)
        for (const one of [null, ...edits]) {
          if (one) doc = edited(doc, one)
          expect(finish(printer.text(doc, beside))).toBe(serialise(wholeOf(doc, beside)))
        }
      }),
      { numRuns: 200 },
    )
  })

  it('lets through what `textToSave` lets through, and refuses the rest in the same words', () => {
    fc.assert(
      fc.property(arbitraryTranscript, fc.array(edit, { maxLength: 8 }), (transcript, edits) => {
        const { paper: _paper, pages: _pages, tray: _tray, unused: _unused, ...beside } = transcript
        const printer = new WorkPrinter()
        let doc = toDocument(transcript)
        for (const one of [null, ...edits]) {
          if (one) doc = edited(doc, one)
          expect(finish(printer.checked(doc, beside))).toEqual(textToSave(wholeOf(doc, beside)))
        }
      }),
      { numRuns: 200 },
    )
  })

  const broken: Readonly<Record<string, (transcript: Transcript) => Transcript>> = {
    'an id that stands twice': (own) => ({ ...own, pages: [...own.pages, own.pages[0]!] }),
    'the id of the first paper on a page': (own) => ({ ...own, paper: { ...own.paper, id: own.pages[0]!.id } }),
    'a status that is none': (own) => ({ ...own, status: 'nonsense' }),
    'a source beyond the original': (own) => ({
      ...own,
      unused: [...own.unused, { id: 'u', reason: 'markup', source: [[0, 0, 1e9]] }],
    }),
    'a source in an original that is not there': (own) => ({
      ...own,
      unused: [...own.unused, { id: 'u', reason: 'markup', source: [[99, 0, 1]] }],
    }),
    'two originals of one name': (own) => ({ ...own, originals: [...own.originals, own.originals[0]!] }),
    'an original whose name is a path': (own) => ({ ...own, originals: [{ ...own.originals[0]!, name: '../up.txt' }] }),
    'a lost anchor of no known kind': (own) => ({
      ...own,
      tray: [{ id: 't', type: 'nonsense', attrs: {}, was: '', blocks: [] }],
    }),
    'two hands of one id': (own) => {
      const hand = { id: 'h', name: '', badge: '', medium: 'ink', person: null } as unknown as Transcript['hands'][number]
      return { ...own, hands: [hand, hand], tray: [{ id: 't', type: 'note', attrs: { hand: 'h' }, was: '', blocks: [] }] }
    },
    'unknown keys nested too deeply': (own) => {
      let deep: unknown = 1
      for (let level = 0; level < 210; level++) deep = { deep }
      return { ...own, pages: own.pages.map((page) => ({ ...page, extra: { deep } })) }
    },
    'a key that an object must not have': (own) => ({
      ...own,
      pages: own.pages.map((page) => ({ ...page, extra: JSON.parse('{ "x": { "__proto__": 1 } }') })),
    }),
    'a block that is too long': (own) => {
      const block = { type: 'block', id: 'long', role: null, hand: null, continues: false, source: [], extra: {} } as const
      const content = [{ type: 'text', text: 'x'.repeat(100_001), in: [] } as const]
      return { ...own, pages: [{ ...own.pages[0]!, content: [{ ...block, content, annotations: {} }] }] }
    },
  }
  for (const [what, breakIt] of Object.entries(broken)) {
    it(`refuses ${what}`, () => {
      fc.assert(
        fc.property(arbitraryTranscript, (transcript) => {
          const whole = breakIt(transcript)
          const { paper: _paper, pages: _pages, tray: _tray, unused: _unused, ...beside } = whole
          const doc = toDocument(whole)
          const answer = finish(new WorkPrinter().checked(doc, beside))
          expect(answer).toEqual(textToSave(wholeOf(doc, beside)))
          expect(answer.ok).toBe(false)
        }),
        { numRuns: 5 },
      )
    })
  }

  it('prints only what changed: of a hundred pages one is made anew, and the work pauses once for it', () => {
    const page = fc.sample(arbitraryTranscript, { numRuns: 1, seed: 7 })[0]!
    const pages = Array.from({ length: 100 }, (_, at) => ({ ...page.pages[0]!, id: `p${at}`, content: [], margin: [] }))
    const { paper: _paper, pages: _pages, tray: _tray, unused: _unused, ...beside } = page
    const doc = toDocument({ ...page, pages })
    const printer = new WorkPrinter()
    const pauses = (at: Node) => [...printer.text(at, beside)].length
    const first = pauses(doc)
    expect(first).toBeGreaterThanOrEqual(100)
    expect(pauses(doc)).toBe(0)
    expect(pauses(new Transform(doc).setNodeAttribute(1, 'folio', '7').doc)).toBe(1)
  })
})
