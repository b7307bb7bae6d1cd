import type { Person, Tenure } from '../../model/hand.ts'
import type { Named } from '../../model/names.ts'
import { tenuresOf, wasHeld } from '../../model/offices.ts'
import type { SourceRange } from '../../model/source.ts'
import { type NameProposal, proposalId } from '../proposal.ts'
import { OFFICE } from './office-words.ts'

/** What names are looked for in: the registers, and the date of each paper by the place where it begins. */
export interface Known {
  readonly people: readonly Person[]
  readonly names: readonly Named[]
  /** ISO 8601 by original and place: in the order of the texts; a paper's date holds up to the next. */
  readonly dates: readonly { readonly original: number; readonly start: number; readonly when: string | null }[]
}

/** A name shorter than this stands in other words. */
const LEAST = 4

/**
 * Words that name entries of the registers, offices that they held on the day of the paper, and papers that are cited, in the order of the
 * text. Where two fit, the longer words are meant; where several people held an office, or it is not known when, nobody is named.
 */
export function namesIn(texts: readonly string[], known: Known): readonly NameProposal[] {
  return texts.flatMap((text, original) => {
    const found = [...peopleIn(text, original, known), ...entriesIn(text, original, known), ...citedIn(text, original, known)]
    const sorted = found.sort(
      (a, b) => placeOf(a)[1] - placeOf(b)[1] || placeOf(b)[2] - placeOf(a)[2] || b.confidence - a.confidence,
    )
    const kept: NameProposal[] = []
    for (const one of sorted) {
      const last = kept.at(-1)
      if (!last || placeOf(one)[1] >= placeOf(last)[2]) kept.push(one)
    }
    return kept
  })
}

const placeOf = (one: NameProposal): SourceRange => one.source[0]!

function named(
  register: NameProposal['register'],
  entry: string | null,
  original: number,
  at: number,
  words: string,
  confidence: number,
  reason: string,
): NameProposal {
  const source = [[original, at, at + words.length]] as const
  return { kind: 'name', id: proposalId('name', entry ?? '', source), source, confidence, reason, entry, register, words }
}

/** Every place where words stand by themselves, over line ends too. */
function placesOf(text: string, words: string): readonly { readonly at: number; readonly words: string }[] {
  const parts = words
    .trim()
    .split(/\s+/u)
    .map((word) => word.replace(/[.*+?^${}()|[\]\\/]/g, '\\$&').replace(/['’]/g, "[’']"))
  const pattern = new RegExp(`(?<![\\p{L}\\d])${parts.join('\\s+')}(?![\\p{L}\\d])`, 'gu')
  return [...text.matchAll(pattern)].map(({ 0: own, index }) => ({ at: index, words: own }))
}

function peopleIn(text: string, original: number, { people, dates }: Known): readonly NameProposal[] {
  const offices = new Map<string, { person: Person; tenure: Tenure }[]>()
  for (const person of people)
    for (const tenure of tenuresOf(person))
      if (tenure.office.length > 6 && OFFICE.test(tenure.office) && !/,/.test(tenure.office))
        offices.set(tenure.office, [...(offices.get(tenure.office) ?? []), { person, tenure }])
  const byName = people
    .filter(({ name }) => name.length >= LEAST)
    .flatMap(({ id, name }) =>
      placesOf(text, name).map(({ at, words }) =>
        named('people', id, original, at, words, 0.92, `“${name}” stands in the register of people.`),
      ),
    )
  const byOffice = [...offices].flatMap(([office, holders]) =>
    placesOf(text, office).flatMap(({ at, words }) => {
      const when = dates.findLast((one) => one.original === original && one.start <= at)?.when ?? null
      const sure = holders.filter(({ tenure }) => wasHeld(tenure, when) === true)
      const [one] = sure
      if (!one || sure.length > 1) return []
      return [
        named('people', one.person.id, original, at, words, 0.85, `${one.person.name} was ${office} on the day of the paper.`),
      ]
    }),
  )
  return [...byName, ...byOffice]
}

const entriesIn = (text: string, original: number, { names }: Known): readonly NameProposal[] =>
  names
    .filter(({ name, kind }) => name.length >= LEAST || (kind === 'term' && /^[\p{Lu}\d]{2,}$/u.test(name)))
    .flatMap(({ id, name }) =>
      placesOf(text, name).map(({ at, words }) =>
        named('names', id, original, at, words, 0.9, `“${name}” stands in the register of names.`),
      ),
    )

/** “Washington tel no 813”, “your letter of 16 March”, “my minute to you of 3 May”. */
const CITED: readonly RegExp[] = [
  /\b(?:\p{Lu}[\p{L}]+ )?(?:tel(?:egram)?s?\.?|telno)(?: \p{Lu}\p{L}+)?(?: to \p{Lu}\p{L}+)?(?:\s+(?:no|nos|number|numbers)\.?)?\s*\d{1,4}(?:(?:,| and|, and)\s+\d{1,4})*/gu,
  /\b(?:[Yy]our|[Mm]y|[Hh]is|[Hh]er|[Tt]heir|[Tt]he|\p{Lu}\p{L}+['’]s) (?:private |personal )?(?:letter|minute|message|note|memorandum|despatch|dispatch|submission|telegram|paper)(?: to (?:me|you|him|her|\p{Lu}[\p{L} .]{2,30}?))? of (?:\d{1,2}(?:st|nd|rd|th)?(?: of)?\s+\p{Lu}\p{L}+(?:,? \d{4})?|\p{Lu}\p{L}+ \d{1,2}(?:st|nd|rd|th)?(?:, \d{4})?)/gu,
]

function citedIn(text: string, original: number, { names }: Known): readonly NameProposal[] {
  const papers = names.filter(({ kind }) => kind === 'paper')
  return CITED.flatMap((pattern) =>
    [...text.matchAll(pattern)].map(({ 0: words, index }) => {
      const own = papers.find(({ name, says }) => [name, says ?? ''].some((one) => one !== '' && fold(one) === fold(words)))
      return own
        ? named('names', own.id, original, index, words, 0.9, `“${own.name}” stands in the register of names, as a paper.`)
        : named('names', null, original, index, words, 0.85, 'It cites another paper, with its number or its date.')
    }),
  )
}

const fold = (words: string) => words.toLowerCase().replace(/[^\p{L}\d]/gu, '')
