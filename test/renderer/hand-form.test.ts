import { describe, expect, test } from 'vitest'
import { handForm, newHand } from '../../renderer/features/hands/hand-form.ts'
import type { FieldFault } from '../../renderer/ui/choice.ts'
import type { Hand } from '../../shared/model/hand.ts'

/** What comes of the form with these words in it: the hand, or why there is none. */
function stated(name: string, badge: string): Hand | FieldFault | string | null {
  let hand: Hand | null = null
  const form = handForm({
    title: 'New hand',
    verb: 'Add',
    before: newHand('h1'),
    submit: (one) => {
      hand = one
      return null
    },
  })
  const why = form.submit({ name, badge, medium: 'unknown', person: null, identifiedBy: null, colour: null, typeface: null })
  return why ?? hand
}

describe('a new hand', () => {
  test('is asked for its medium first', () => {
    const form = handForm({ title: 'New hand', verb: 'Add', before: newHand('h1'), submit: () => null })
    expect(form.fields[0]?.name).toBe('medium')
  })

  test('is stated by a name alone: its badge is the initials, and nothing else is claimed', () => {
    expect(stated('Michael Palliser', '')).toEqual({
      id: 'h1',
      name: 'Michael Palliser',
      badge: 'MP',
      medium: 'unknown',
      person: null,
    })
  })

  test('has the badge that was given, of at most four letters', () => {
    expect(stated('Michael Palliser', ' P ')).toMatchObject({ badge: 'P' })
    expect(stated('Michael Palliser', 'PALLI')).toEqual({
      field: 'badge',
      sentence: 'A hand needs a badge of one to four letters.',
    })
  })

  test('needs a name, and a badge where the name has no letters', () => {
    expect(stated(' ', '')).toMatchObject({ field: 'name', sentence: expect.stringMatching(/needs a writer/) })
    expect(stated('14', '')).toMatchObject({ field: 'badge' })
  })
})
