import { initialsOf } from '../../../shared/model/editor.ts'
import { COLOURS, type Colour, type Hand, MEDIA, type Medium, TYPEFACES, type Typeface } from '../../../shared/model/hand.ts'
import type { AttributeValue } from '../../../shared/vocabulary/attribute.ts'
import type { Form } from '../../ui/choice.ts'

interface Asked {
  readonly title: string
  readonly verb: string
  /** The hand as it is stated; a new one has its id. */
  readonly before: Hand
  /** A sentence where it could not be done. */
  readonly submit: (hand: Hand) => string | null
}

/** A hand of which nothing is stated yet. */
export const newHand = (id: string): Hand => ({ id, name: '', badge: '', medium: 'unknown', person: null })

const MEDIA_IN_WORDS = Object.fromEntries(
  [...MEDIA]
    .reverse()
    .map((one) => [one, one === 'unknown' ? 'not known' : one === 'manuscript' ? 'by hand, instrument not known' : one]),
)

/** States an entry of the register of hands: one for each person and instrument. Nothing of it goes that the form does not show. */
export function handForm({ title, verb, before, submit }: Asked): Form {
  return {
    title,
    hint: 'One entry for each person and instrument, in the register of this collection. Colour and typeface are signs of ours.',
    fields: [
      // first: by it handwriting is told from typing, and drawn so
      { name: 'medium', spec: { kind: 'choice', label: 'Medium', values: MEDIA_IN_WORDS }, value: before.medium, stated: true },
      { name: 'name', spec: { kind: 'words', label: 'Writer' }, value: before.name },
      { name: 'badge', spec: { kind: 'words', label: 'Badge' }, value: before.badge },
      { name: 'person', spec: { kind: 'reference', label: 'Person', to: 'people' }, value: before.person },
      { name: 'identifiedBy', spec: { kind: 'text', label: 'Identified by' }, value: before.identifiedBy ?? null },
      { name: 'colour', spec: { kind: 'choice', label: 'Colour', values: COLOURS }, value: before.colour ?? null },
      { name: 'typeface', spec: { kind: 'choice', label: 'Typeface', values: TYPEFACES }, value: before.typeface ?? null },
    ],
    verb,
    submit: (values) => {
      const name = words(values.name)
      // a badge is a sign of ours, and claims nothing: where none is given it is the name's initials
      const badge = words(values.badge) ?? words(initialsOf(name ?? ''))
      if (name === null || badge === null || [...badge].length > 4)
        return name === null
          ? { field: 'name', sentence: 'A hand needs a writer, known or not.' }
          : { field: 'badge', sentence: 'A hand needs a badge of one to four letters.' }
      const { identifiedBy: _i, colour: _c, typeface: _t, ...rest } = before
      const stated = {
        identifiedBy: words(values.identifiedBy) ?? undefined,
        colour: (values.colour ?? undefined) as Colour | undefined,
        typeface: (values.typeface ?? undefined) as Typeface | undefined,
      }
      return submit({
        ...rest,
        name,
        badge,
        medium: values.medium as Medium,
        person: values.person as string | null,
        ...Object.fromEntries(Object.entries(stated).filter(([, value]) => value !== undefined)),
      })
    },
  }
}

const words = (value: AttributeValue | undefined) => (typeof value === 'string' && value.trim() !== '' ? value.trim() : null)
