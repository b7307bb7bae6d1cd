import fc from 'fast-check'
import { undo } from 'prosemirror-history'
import type { Mark, Node } from 'prosemirror-model'
import { describe, expect, it } from 'vitest'
import { restoreEverything } from '../../shared/commands/restore-everything.ts'
import { anchorIndexOf } from '../../shared/document/anchor-index.ts'
import { textToSave } from '../../shared/format/text-to-save.ts'
import { wordsOf } from '../../shared/model/source.ts'
import type { Transcript, Unused } from '../../shared/model/transcript.ts'
import { fromDocument, toDocument } from '../../shared/schema/document.ts'
import { schema } from '../../shared/schema/schema.ts'
import { anchorFaults, ledgerFaults } from '../../shared/state/invariants.ts'
import { allOwners, sourceOf } from '../../shared/state/owners.ts'
import { survivors } from '../../shared/state/survivors.ts'
import { RUNS, SEED } from '../support/property-runs.ts'
import { DEEDS, type Deed, KEEPS_MARKS } from '../support/random-deeds.ts'
import { transcriptOf } from '../support/random-transcript.ts'
import { RandomWork } from '../support/random-work.ts'

// the same sentence stands twice, and the same name four times: look-alikes that must never be chosen
const LETTER = `Foreign Office

12 March

Dear John,

Mr Buckley will visit Bonn. Mr Buckley will visit Bonn.
The goverment of France

Content with this?

A.T.C. 15/3

\fMr Buckley will visit Bonn. 😀 end

/Lord Carrington

Yours ever`
const SECOND = `Second sheet

Mr Buckley again`

const deed: fc.Arbitrary<Deed> = fc.record({ kind: fc.constantFrom(...DEEDS), a: fc.nat(2000), b: fc.nat(200), c: fc.nat(20) })
const days = fc.array(deed, { minLength: 1, maxLength: 30, size: 'max' })

const canonical = (doc: RandomWork['state']['doc']) => JSON.stringify(fromDocument(doc))
const textOf = (doc: RandomWork['state']['doc']) => doc.textBetween(0, doc.content.size, '\n')

function letters(doc: Node, notes: ReadonlySet<string>) {
  // an empty note of ours goes with its passage when the caret leaves it
  const isKept = (mark: Mark) => !isMadeByTyping(mark) && (mark.type.name !== 'passage' || notes.has(mark.attrs.note))
  const found = new Map<number, string>()
  doc.descendants((node, pos) => {
    if (node.isText)
      for (let at = 0; at < node.nodeSize; at++)
        found.set(
          pos + at,
          node.marks
            .filter(isKept)
            .map((mark) => mark.attrs.id)
            .sort()
            .join(),
        )
  })
  return found
}

/** The same document of which nothing is remembered. */
const fresh = (doc: Node) => schema.nodeFromJSON(doc.toJSON())

/** True, or the words that say why it cannot be saved. */
function readsBack(file: Transcript): true | string {
  const text = textToSave(file)
  return text.ok || text.fault.sentence
}

/** Deeds that take annotations off: what says whose error words are goes when they read again as the machine read them. */
const MAY_GO: ReadonlySet<Deed['kind']> = new Set(['untag', 'restore-place', 'restore-page'])

/** What the program itself marks where words by hand are typed over or added to, and takes off where they read again as they did. */
const isMadeByTyping = (mark: Mark) => mark.type.name === 'correction' || mark.type.name === 'supplied'

describe(`any working day (seed ${SEED}, ${RUNS} runs)`, () => {
  it('keeps the ledger whole, annotations on their words or in the tray, and can be undone to the start', () => {
    const kinds = new Map<string, number>()
    let tried = 0
    fc.assert(
      fc.property(days, (deeds) => {
        tried++
        const work = new RandomWork([LETTER, SECOND])
        const start = canonical(work.state.doc)
        const begun = work.state.doc
        expect(ledgerFaults(work.state.doc, work.texts)).toEqual([])
        for (const one of deeds) {
          const before = work.state.doc
          const known = new Set([...work.annotationIds(), ...before.attrs.tray.map((entry: { id: string }) => entry.id)])
          if (!work.do(one)) continue
          kinds.set(one.kind, (kinds.get(one.kind) ?? 0) + 1)
          const after = work.state.doc
          after.check()
          expect(ledgerFaults(after, work.texts), one.kind).toEqual([])
          expect(anchorFaults(after), one.kind).toEqual([])
          if (one.kind === 'tag') expect(textOf(after.firstChild!)).toBe(textOf(before.firstChild!))
          if (KEEPS_MARKS.has(one.kind) && work.last) {
            const notes = new Set(after.lastChild!.children.map(({ attrs }) => attrs.id as string))
            const [was, now] = [letters(before, notes), letters(after, notes)]
            for (const part of survivors(work.mapping, 0, before.content.size)) {
              for (let at = part.from; at < part.to; at++) {
                if (was.has(at)) expect(now.get(part.newFrom + at - part.from), `${one.kind} at ${at}`).toBe(was.get(at))
              }
            }
          }
          const gone = [...known].filter(
            (id) => !work.annotationIds().includes(id) && !after.attrs.tray.some((entry: { id: string }) => entry.id === id),
          )
          const mayGo = MAY_GO.has(one.kind) || one.kind === 'undo' || one.kind === 'redo'
          if (!mayGo)
            expect(
              gone.filter((id) => !isAnchorId(before, id) && !isCorrection(before, id)),
              one.kind,
            ).toEqual([])
          const text = fromDocument(after)
          expect(canonical(toDocument(text)), 'saved and reopened').toBe(JSON.stringify(text))
          expect([...anchorIndexOf(after)], 'the index is the one of a fresh walk').toEqual([...anchorIndexOf(fresh(after))])
          expect(readsBack(transcriptOf(work)), `${one.kind}: read back from its file`).toBe(true)
        }
        const owned = [
          ...allOwners(work.state.doc).flatMap(({ node }) => sourceOf(node)),
          ...(work.state.doc.attrs.unused as Unused[]).flatMap((entry) => entry.source),
        ]
        const machine = [...owned].sort((a, b) => a[0] - b[0] || a[1] - b[1])
        expect(wordsOf(machine, work.texts).replace(/\s/g, '')).toBe((LETTER + SECOND).replace(/\s/g, ''))
        const worked = canonical(work.state.doc)
        work.run(restoreEverything(begun))
        expect(canonical(work.state.doc), 'everything restored').toBe(start)
        work.run(undo)
        expect(canonical(work.state.doc), 'one undo brings the work back').toBe(worked)
        while (work.run(undo));
        expect(canonical(work.state.doc), 'undone to the start').toBe(start)
      }),
    )
    console.log(`random days of work: ${tried} of ${RUNS}, seed ${SEED}`)
    // in few days some deeds find nothing to be done to
    for (const kind of RUNS < 300 ? [] : new Set(DEEDS))
      expect(kinds.get(kind) ?? 0, `${kind} was done at all`).toBeGreaterThan(0)
  })
})

function isCorrection(doc: Node, id: string): boolean {
  let found = false
  doc.descendants((node) => {
    found ||= node.marks.some((mark) => mark.attrs.id === id && mark.type.name === 'correction')
  })
  return found
}

/** Passages and lost notes go with their note when it is put back: they are not annotations of their own. */
function isAnchorId(doc: Node, id: string): boolean {
  let anchor = false
  doc.descendants((node) => {
    anchor ||= node.attrs.id === id && !node.isInline
    for (const mark of node.marks) anchor ||= mark.attrs.id === id && mark.type.name === 'passage'
  })
  return (
    anchor ||
    doc.attrs.tray.some(
      (entry: { id: string; type: string }) => entry.id === id && (entry.type === 'passage' || entry.type === 'note'),
    )
  )
}
