import fc from 'fast-check'
import { expect, test } from 'vitest'
import { matchesIn } from '../../shared/search/find-words.ts'
import { FoundBefore } from '../../shared/search/found-before.ts'
import type { Query } from '../../shared/search/query.ts'

const asked = (words: string): Query => ({ words, matchCase: false, wholeWords: false, where: 'all' })

/** All that is found, and in how many pieces. */
function found(before: FoundBefore, texts: readonly string[], query: Query) {
  const work = before.matchesIn(texts, query)
  for (let pieces = 1; ; pieces++) {
    const step = work.next()
    if (step.done) return { matches: step.value, pieces }
  }
}

test('the same is found as in one go, whatever was looked through before', () => {
  const text = fc.array(fc.constantFrom('minister', 'mini', 'ster', '-\n', 'Ministér', ' the '), { maxLength: 8 })
  const texts = fc.array(
    text.map((words) => words.join('')),
    { maxLength: 12 },
  )
  const question = fc.constantFrom(asked('minister'), asked('the'), asked(''))
  fc.assert(
    fc.property(fc.array(fc.tuple(texts, question), { maxLength: 6 }), (questions) => {
      const before = new FoundBefore()
      for (const [of, query] of questions) {
        const whole = matchesIn(of, query)
        expect(found(before, of, query).matches).toEqual(whole.ok ? whole.value : [])
        expect(before.left(of, query)).toBe(0)
      }
    }),
  )
})

test('of a long paper one part after the other is looked through, and after an edit the block that changed alone', () => {
  const before = new FoundBefore()
  const query = asked('minister')
  const texts = Array.from({ length: 300 }, (_, at) => `${at} ${'the minister and others '.repeat(60)}`)
  const first = found(before, texts, query)
  expect(first.matches).toHaveLength(300 * 60)
  expect(first.pieces).toBeGreaterThan(15)
  const edited = texts.with(150, 'no more')
  expect(before.left(edited, query)).toBe('no more'.length)
  expect(found(before, edited, query)).toMatchObject({ pieces: 1, matches: { length: 299 * 60 } })
})
