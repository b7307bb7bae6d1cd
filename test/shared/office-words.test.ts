import fc from 'fast-check'
import { expect, it } from 'vitest'
import { bareHtml } from '../../shared/state/bare-html.ts'
import { OFFICE_SIGNS } from '../../shared/state/office-signs.ts'
import { RUNS } from '../support/property-runs.ts'

interface Written {
  readonly name: string
  readonly attributes: string
  readonly hides: boolean
  readonly inside: readonly (Written | null)[]
}

/** Elements in one another in any order, as no program would write them too; null stands for a word. */
const written = fc.letrec<{ element: Written; inside: Written | null }>((tie) => ({
  inside: fc.oneof({ maxDepth: 5 }, fc.constant(null), tie('element')),
  element: fc.record({
    name: fc.constantFrom(...'p div span b sup s u ol ul li table tr td pre'.split(' ')),
    attributes: fc.constantFrom(
      '',
      '',
      ' start=3',
      ' rowspan=2',
      ' colspan="2"',
      " style='mso-list:l0 level1'",
      ' style="white-space:pre"',
    ),
    hides: fc.boolean(),
    inside: fc.array(tie('inside'), { maxLength: 4 }),
  }),
})).element

it('of words that are shown none goes and none comes twice, and none that is not shown comes, whatever stands in what', () => {
  fc.assert(
    fc.property(fc.array(written, { maxLength: 5 }), (elements) => {
      let count = 0
      const shown: string[] = []
      const write = (one: Written | null, hidden: boolean): string => {
        if (one === null) {
          const word = `w${++count}`
          if (!hidden) shown.push(word)
          return `${word} `
        }
        // what ends without saying so may hold no such element where it is hidden
        const hides = one.hides && ['span', 'b', 'div', 'table'].includes(one.name)
        const attributes = hides ? ' style="display:none"' : one.attributes
        const inside = one.inside.map((inner) => write(inner, hidden || hides)).join('')
        return `<${one.name}${attributes}>${inside}</${one.name}>`
      }
      const html = elements.map((one) => write(one, false)).join('')
      const words = bareHtml(html)
        .replace(/<[^>]*>/g, ' ')
        .replace(OFFICE_SIGNS, ' ')
        .match(/w\d+/g)
      expect(words ?? []).toEqual(shown)
    }),
    { numRuns: RUNS },
  )
})
