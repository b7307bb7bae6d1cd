import { gapWords } from '../../schema/schema.ts'
import { BASIS, CERTAINTY } from '../../vocabulary/certainty.ts'
import { NOTE_FUNCTIONS, NOTE_PLACES } from '../../vocabulary/margin.ts'
import { shortDate } from '../../vocabulary/short-date.ts'

type Attributes = Readonly<Record<string, unknown>>

function labelIn(labels: Readonly<Record<string, string>>, key: unknown): string | null {
  return typeof key === 'string' ? (labels[key] ?? key) : null
}

const text = (value: unknown) => (typeof value === 'string' && value.trim() !== '' ? value : null)

const day = (value: unknown) => {
  const date = text(value)
  return date === null ? null : shortDate(date)
}

/** How sure, and on what ground: as far as is stated. */
export function sureness(attrs: Attributes): readonly string[] {
  return [labelIn(CERTAINTY, attrs.cert), labelIn(BASIS, attrs.basis), text(attrs.basisNote)].filter((part) => part !== null)
}

/** What is stated of a note besides its words and its hand, as short phrases; its place also where that is not known. */
export function noteFacts(attrs: Attributes, nameOf: (person: string) => string): readonly string[] {
  const said = (lead: string, words: string | null) => (words === null ? null : `${lead}${words}`)
  const person = (id: unknown) => (typeof id === 'string' ? nameOf(id) : null)
  const grounds = [labelIn(BASIS, attrs.basis), text(attrs.basisNote)].filter((part) => part !== null)
  return [
    labelIn(NOTE_FUNCTIONS, attrs.function),
    labelIn(NOTE_FUNCTIONS, attrs.function2),
    said('on the authority of ', person(attrs.authority)),
    said('to ', person(attrs.to)),
    said('dated ', text(attrs.date)),
    between(day(attrs.notBefore), day(attrs.notAfter)),
    attrs.passage === 'paper' ? 'on the whole paper' : null,
    labelIn(NOTE_PLACES, attrs.place) ?? 'place not known',
    said('hand ', labelIn(CERTAINTY, attrs.cert)),
    said('reading ', labelIn(CERTAINTY, attrs.readingCert)),
    said('basis: ', grounds.length === 0 ? null : grounds.join(', ')),
  ].filter((part) => part !== null)
}

function between(from: string | null, to: string | null): string | null {
  if (from !== null && to !== null) return `between ${from} and ${to}`
  if (from !== null) return `not before ${from}`
  return to === null ? null : `not after ${to}`
}

/** What a gap says, with its description. */
export function gapText(attrs: Attributes): string {
  const description = text(attrs.description)
  const words = gapWords(attrs)
  return description === null ? words : `${words.slice(0, -1)}: ${description}]`
}
