import { describe, expect, it } from 'vitest'
import { compare } from '../../shared/compare/compare.ts'
import { machineReadings } from '../../shared/export/machine-readings.ts'
import { typedOnlyBlocks } from '../../shared/export/typed-only.ts'
import { errorRates } from '../../shared/metrics/error-rate.ts'
import type { Hand } from '../../shared/model/hand.ts'
import { emptyAttributes } from '../../shared/vocabulary/attribute.ts'
import { MARKS, type MarkName } from '../../shared/vocabulary/marks.ts'
import { blocksOf, imported, withBlock } from '../support/imported.ts'

const TYPIST: Hand = { id: 'h1', name: 'typist', badge: 'T', medium: 'typewriter', person: null }
const PEN: Hand = { id: 'h2', name: 'reader', badge: 'R', medium: 'ink', person: null }

/** A typed line that the machine read as “one twa three”; now “two” stands there, marked, by one of the hands. */
function marked(type: MarkName, hand: Hand) {
  const own = emptyAttributes(MARKS[type].attributes)
  const attrs = 'hand' in own ? { ...own, hand: hand.id } : own
  const content = [
    { type: 'text', text: 'one ', in: [] },
    { type: 'text', text: 'two', in: ['a1'] },
    { type: 'text', text: ' three', in: [] },
  ] as const
  const changed = withBlock(imported('one twa three'), 0, { hand: TYPIST.id, content, annotations: { a1: { type, attrs } } })
  return { ...changed, hands: [TYPIST, PEN] }
}

function told(type: MarkName): readonly string[] {
  const transcript = marked(type, PEN)
  const texts = transcript.originals.map(({ text }) => text)
  const [block] = blocksOf(transcript)
  const says = [
    machineReadings(block!, block!.source, texts).length === 0 && 'tells the machine’s reading itself',
    errorRates(transcript).cer === 0 && 'left out of error rates',
    ...compare(transcript).map(({ kind }) => kind !== 'ocr' && `compare: ${kind}`),
    typedOnlyBlocks(transcript).join() !== 'one two three' && 'out of the typed text',
    typedOnlyBlocks(marked(type, TYPIST)).join() !== 'one two three' && 'out of the typed text if the typist’s',
  ]
  return says.filter((one) => one !== false)
}

describe('what a mark does to readings', () => {
  const NOTABLE: Readonly<Partial<Record<MarkName, readonly string[]>>> = {
    unclear: ['left out of error rates'],
    correction: ['tells the machine’s reading itself'],
    emendation: ['compare: emendation'],
    undetermined: ['left out of error rates', 'compare: undetermined'],
    supplied: ['tells the machine’s reading itself', 'left out of error rates'],
    add: ['out of the typed text', 'out of the typed text if the typist’s'],
    del: ['out of the typed text if the typist’s'],
  }

  for (const name of Object.keys(MARKS) as MarkName[])
    it(`${name}: ${NOTABLE[name]?.join('; ') ?? 'nothing'}`, () => {
      expect(told(name)).toEqual(NOTABLE[name] ?? [])
    })
})
