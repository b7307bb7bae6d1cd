import { TextSelection } from 'prosemirror-state'
import { liftToMargin } from '../../shared/commands/lift-to-margin.ts'
import { checkCoverage } from '../../shared/compare/coverage.ts'
import { canonicalTranscript } from '../../shared/format/canonical.ts'
import { parseTranscript } from '../../shared/format/parse.ts'
import { keepUsed, usedEntries } from '../../shared/format/references.ts'
import { serialise } from '../../shared/format/serialise.ts'
import { settled } from '../../shared/merge/join-original.ts'
import { mapPlaces } from '../../shared/merge/map-places.ts'
import { idsFrom } from '../../shared/model/ids.ts'
import type { Transcript } from '../../shared/model/transcript.ts'
import { toDocument } from '../../shared/schema/document.ts'
import { anchorFaults, ledgerFaults } from '../../shared/state/invariants.ts'
import { transcriptOf } from './random-transcript.ts'
import { RandomWork } from './random-work.ts'

export const FIRST = 'Dear John,\n\nContent with this approach?\n\nI do not think that this\f/will\n\nwill fit.'
export const SECOND =
  'Dear Francis:\n\nDear Francis:\n\n- Now that I have had time\f\n\nSincerely yours,\n\n[Handwritten signature]'

export const ids = (seed: number) => {
  let last = seed
  return idsFrom(() => {
    last = (last * 48271) % 2147483647
    return last / 2147483647
  })
}

/** The work on one original, under its name. */
export function sheet(work: RandomWork, name: string, more: Partial<Transcript> = {}): Transcript {
  const made = transcriptOf(work, [{ when: '1982-03-12T09:00:00Z', who: name, what: 'edited' }])
  const own = { ...made, originals: made.originals.map((original) => ({ ...original, name })), ...more }
  return keepUsed({ ...own, ...settled(own) }, usedEntries(own))
}

/** Its paper named otherwise: the texts of the tests all begin with the same one. */
export const asSecond = (transcript: Transcript): Transcript => ({
  ...transcript,
  ...mapPlaces(transcript, { id: (id) => (id === 'paper001' ? 'paper002' : id), range: (range) => range }),
})

export const asThird = (transcript: Transcript): Transcript => ({
  ...transcript,
  ...mapPlaces(transcript, { id: (id) => (id === 'paper001' ? 'paper003' : id), range: (range) => range }),
})

/** The value of a result that must be well. */
export function value<Value>(result: { readonly ok: boolean; readonly value?: Value; readonly fault?: unknown }): Value {
  if (!result.ok) throw new Error(JSON.stringify(result.fault))
  return result.value!
}

/** What is wrong with a transcript: its ledger, its anchors, what it covers, what reads back otherwise. */
export const faults = (transcript: Transcript) => {
  const doc = toDocument(transcript)
  doc.check()
  const back = parseTranscript(serialise(transcript))
  const same = back.ok && canonicalTranscript(back.value) === canonicalTranscript(transcript)
  return [
    ...ledgerFaults(
      doc,
      transcript.originals.map(({ text }) => text),
    ),
    ...anchorFaults(doc),
    ...checkCoverage(transcript).map(({ sentence }) => sentence),
    ...(same ? [] : [back.ok ? 'reads back otherwise' : back.fault.sentence]),
  ]
}

/** Work on one text, begun with handwriting where its last block with these words begins. */
export function atWork(text: string, seed: number, words: string | null = null): RandomWork {
  const work = new RandomWork([text], seed)
  if (words !== null) {
    select(work, words)
    work.run(liftToMargin(work.context, { hand: 'mt', as: 'note' }))
  }
  return work
}

/** Puts the caret at the start of the last block that begins with these words. */
export function select(work: RandomWork, words: string): void {
  let at = 0
  work.state.doc.descendants((node, pos) => {
    if (node.isTextblock && node.textContent.startsWith(words)) at = pos + 1
  })
  work.state = work.state.apply(work.state.tr.setSelection(TextSelection.create(work.state.doc, at)))
}

export const mine = () => sheet(atWork(FIRST, 1, 'Content'), 'one.txt')
export const theirs = () => asSecond(sheet(atWork(SECOND, 2, '[Handwritten'), 'two.txt'))
