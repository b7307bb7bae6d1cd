import fc from 'fast-check'
import { expect, test } from 'vitest'
import { doubtsOf } from '../../shared/doubt/doubts-of.ts'
import type { Transcript } from '../../shared/model/transcript.ts'
import { allSpellers, fromMachine } from '../support/doubts.ts'
import { hostileText } from '../support/hostile-text.ts'

const spellers = await allSpellers()
const doubts = (transcript: Transcript, settled: ReadonlySet<string> = new Set()) => doubtsOf(transcript, { spellers, settled })

/** Lines as machines leave them: words, misreadings, figures, greetings, page numbers, blanks, and what no paper has. */
const line = fc.oneof(
  { weight: 3, arbitrary: hostileText },
  {
    weight: 5,
    arbitrary: fc
      .array(
        fc.oneof(
          fc.constantFrom(
            'the',
            'com',
            'mittee',
            'inthe',
            'moming',
            'of',
            'fer',
            'l2',
            'March',
            '1982.',
            'arid',
            'Mr',
            'Kervaia',
            'Kervala',
            'govern-',
          ),
          fc.constantFrom(
            'ment',
            'SWIA',
            '2AH',
            'Sea John,',
            'Yoms ever,',
            'Dear',
            '/present',
            '- 2 -',
            '31',
            'June',
            'been been',
            'A.J.C.',
            '£1,OOO',
            'm',
          ),
          fc.lorem({ maxCount: 1 }),
        ),
        { minLength: 1, maxLength: 12 },
      )
      .map((words) => words.join(' ')),
  },
)
const torn = fc
  .array(line, { minLength: 1, maxLength: 8 })
  .chain((lines) =>
    fc
      .array(fc.constantFrom('\n', '\n\n', '\r\n', '\f'), { minLength: lines.length, maxLength: lines.length })
      .map((ends) => lines.map((one, at) => one + ends[at]!).join('')),
  )

// a decoder leaves no half of a sign
const text = torn.map((words) => words.toWellFormed())

const freeze = <Value>(value: Value): Value => {
  if (typeof value === 'object' && value !== null && !Object.isFrozen(value)) {
    Object.freeze(value)
    Object.values(value).forEach(freeze)
  }
  return value
}

test('doubts change nothing, and are the same for the same paper', () => {
  fc.assert(
    fc.property(text, (machine) => {
      const transcript = freeze(fromMachine(machine))
      const found = doubts(transcript)
      expect(doubts(fromMachine(machine)).map(({ block: _, ...one }) => one)).toEqual(found.map(({ block: _, ...one }) => one))
      expect(doubts(transcript)).toEqual(found)
    }),
  )
})

test('each stands where its source says, in the words of the machine, once', () => {
  fc.assert(
    fc.property(text, (machine) => {
      const found = doubts(fromMachine(machine))
      const whole = fromMachine(machine).originals[0]!.text
      for (const { source, text: words } of found) {
        const read = whole.slice(source[1], source[2])
        expect(read.replaceAll('\r\n', '\n')).toBe(words)
        expect(words.trim()).toBe(words)
      }
      expect(new Set(found.map(({ key }) => key)).size).toBe(found.length)
      const places = found.map(({ source }) => source).sort((a, b) => a[1] - b[1])
      for (const [at, [, start]] of places.entries()) if (at > 0) expect(start).toBeGreaterThanOrEqual(places[at - 1]![2])
    }),
  )
})

test('what was declared right is not asked again, and nothing else goes with it', () => {
  fc.assert(
    fc.property(text, fc.array(fc.nat(), { maxLength: 5 }), (machine, picks) => {
      const transcript = fromMachine(machine)
      const found = doubts(transcript)
      const settled = new Set(picks.flatMap((pick) => (found.length === 0 ? [] : [found[pick % found.length]!.key])))
      expect(doubts(transcript, settled)).toEqual(found.filter(({ key }) => !settled.has(key)))
    }),
  )
})

test('where a proposal was taken there is no doubt any more', () => {
  fc.assert(
    fc.property(text, fc.nat(), (machine, pick) => {
      const transcript = fromMachine(machine)
      const found = doubts(transcript).filter(({ proposals }) => proposals.length > 0)
      if (found.length === 0) return
      const { block, from, to, proposals, source } = found[pick % found.length]!
      const mended = doubts(withWords(transcript, block, from, to, proposals[0]!))
      expect(mended.filter((one) => one.source[1] < source[2] && source[1] < one.source[2])).toEqual([])
    }),
  )
})

/** The transcript with a stretch of a block read otherwise, as somebody types it. */
function withWords(transcript: Transcript, id: string, from: number, to: number, words: string): Transcript {
  const pages = transcript.pages.map((page) => ({
    ...page,
    content: page.content.map((child) => {
      if (child.type !== 'block' || child.id !== id) return child
      const whole = child.content.map((run) => (run.type === 'text' ? run.text : run.atom === 'lb' ? '\n' : '')).join('')
      const pieces = (whole.slice(0, from) + words + whole.slice(to)).split('\n')
      const content = pieces.flatMap((piece, at) => [
        ...(at > 0 ? [{ type: 'atom' as const, atom: 'lb', attrs: {}, in: [] }] : []),
        ...(piece === '' ? [] : [{ type: 'text' as const, text: piece, in: [] }]),
      ])
      return { ...child, content }
    }),
  }))
  return { ...transcript, pages }
}
