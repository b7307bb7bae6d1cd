import { expect, it } from 'vitest'
import { fieldsOf } from '../../renderer/features/annotate/annotate-menus.ts'
import { HIDDEN } from '../../renderer/features/facts/groups-here.ts'
import { canBeFilledIn, shownFacts } from '../../renderer/features/facts/shown-facts.ts'
import type { Field } from '../../renderer/ui/choice.ts'
import { MARGIN } from '../../shared/vocabulary/margin.ts'
import { MARK_NAMES, MARKS } from '../../shared/vocabulary/marks.ts'

const noteFields = (stated: Readonly<Record<string, unknown>> = {}): readonly Field[] =>
  fieldsOf(MARGIN.note.attributes, stated).filter(({ name }) => !HIDDEN.has(name) && name !== 'kind')
const names = (fields: readonly Field[], ...asked: string[]) =>
  shownFacts(fields, (name) => asked.includes(name)).map(({ field, certainty }) =>
    certainty ? `${field.name}+${certainty.name}` : field.name,
  )

it('of a note of which nothing is stated only hand, place and function are shown', () => {
  expect(names(noteFields()).slice(0, 3)).toEqual(['hand', 'place', 'function'])
  expect(names(noteFields()).length).toBeLessThanOrEqual(5)
})

it('what is stated is shown, in the fixed order, and how sure the hand is stands beside the hand', () => {
  const shown = names(noteFields({ hand: 'mt', notBefore: '1982-03-15', basis: 'context' }))
  expect(shown[0]).toBe('hand+cert')
  expect(shown).toContain('notBefore')
  expect(shown.indexOf('notBefore')).toBeLessThan(shown.indexOf('basis'))
})

it('every fact that can be stated is shown once it is asked for, each once', () => {
  const all = [...Object.values(MARGIN).map(({ attributes }) => attributes), ...MARK_NAMES.map((name) => MARKS[name].attributes)]
  for (const table of all) {
    const fields = fieldsOf(table).filter(canBeFilledIn)
    const shown = shownFacts(fields, () => true).flatMap(({ field, certainty }) => [
      field.name,
      ...(certainty ? [certainty.name] : []),
    ])
    expect([...shown].sort()).toEqual(fields.map(({ name }) => name).sort())
  }
})
