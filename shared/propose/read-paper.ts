import { isoDate } from '../vocabulary/iso-date.ts'
import { MARKING_LEVELS } from '../vocabulary/markings.ts'
import { readDates } from './read-date.ts'

/** A block as far as it can tell of its paper. `words` has its line breaks as `\n`. */
export interface ToldBlock {
  readonly role: string | null
  readonly facts: Readonly<Record<string, unknown>>
  readonly words: string
  /** Its words that are tagged as a name or a date, in their order; `when` is what a date is stated to be. */
  readonly tagged?: readonly ToldTag[]
}

export interface ToldTag {
  readonly type: string
  readonly words: string
  readonly when: string | null
}

/** What the blocks of one paper say of it, each where a block with such a role says so. It is only ever offered. */
export interface PaperReading {
  readonly from: string | null
  readonly to: string | null
  /** ISO 8601: a day. */
  readonly date: string | null
  readonly dateWritten: string | null
  readonly place: string | null
  readonly subject: string | null
  readonly ourReference: string | null
  readonly yourReference: string | null
  readonly fileReference: string | null
  readonly copies: readonly string[]
  /** A level of protective marking, and that of what the paper covers. */
  readonly marking: string | null
  readonly covering: string | null
  readonly markingWritten: string | null
}

const TELLING = new Set([
  'signature',
  'addressee',
  'dateline',
  'date-time',
  'heading',
  'our-reference',
  'your-reference',
  'registry-reference',
  'copies',
  'marking',
])

/** Whether a block with this role tells something of its paper. */
export const tellsOfPaper = (role: string | null): boolean => role !== null && TELLING.has(role)

/** Reads what blocks state by their roles. Blocks without role tell nothing, and nothing is taken from one paper for another. */
export function readPaper(blocks: readonly ToldBlock[]): PaperReading {
  const of = (role: string) => blocks.filter((block) => block.role === role && block.words.trim() !== '')
  const first = (role: string) => oneLine(of(role)[0]?.words ?? '')
  // a dateline of several blocks tells its date in one of them
  const dates = [...of('dateline'), ...of('date-time')]
  const dated = [...dates.map(taggedDate), ...dates.map(({ words }) => dateIn(words))].find((date) => date !== null)
  const marking = of('marking')[0]
  return {
    from: taggedName(of('signature'), ['persName']) ?? senderIn(of('signature')),
    to: taggedName(of('addressee').slice(0, 1), ['persName', 'orgName']) ?? recipientIn(of('addressee')),
    date: dated?.when ?? null,
    dateWritten: dated?.words ?? null,
    place: dated?.place ?? null,
    subject: first('heading'),
    ourReference: first('our-reference'),
    yourReference: first('your-reference'),
    fileReference: first('registry-reference'),
    copies: of('copies').flatMap(({ words }) => copiesIn(words)),
    ...(marking ? markingIn(marking) : { marking: null, covering: null, markingWritten: null }),
  }
}

const oneLine = (words: string): string | null => words.replace(/\s+/gu, ' ').trim() || null

/** Of one line, no more is looked at. */
const LONGEST = 200

/** What is no typed name of the writer. */
const UNNAMED = new Set<unknown>(['autograph', 'conformed', 'initials', 'stamped', 'absent', 'pp'])

/** The typed name under a letter; null where it bears several, or none. */
function senderIn(signatures: readonly ToldBlock[]): string | null {
  const typed = signatures.filter(({ facts, words }) => !UNNAMED.has(facts.kind) && /\p{L}{2}/u.test(words))
  const names = new Set(typed.map(({ words }) => partyIn(words)))
  return names.size === 1 ? [...names][0]! : null
}

function recipientIn([first]: readonly ToldBlock[]): string | null {
  return first ? partyIn(first.words) : null
}

/** The one name that is tagged in these blocks; null where none is, or several are. */
function taggedName(blocks: readonly ToldBlock[], types: readonly string[]): string | null {
  const tags = blocks.flatMap(({ tagged = [] }) => tagged.filter(({ type }) => types.includes(type)))
  const names = new Set(tags.flatMap(({ words }) => oneLine(words) ?? []))
  return names.size === 1 ? [...names][0]! : null
}

/** The date that is tagged in a block and stated to be a day, with what stands before it in its line as the place. */
function taggedDate({ words, tagged = [] }: ToldBlock): Dated | null {
  const tag = tagged.find(({ type, when }) => type === 'date' && isoDate(when)?.length === 10)
  const written = tag && oneLine(tag.words)
  if (!written) return null
  const line = words.split('\n').find((one) => one.includes(tag.words)) ?? ''
  return { when: tag.when!, words: written, place: placeIn(line.slice(0, line.indexOf(tag.words))) }
}

interface Dated {
  readonly when: string
  readonly words: string
  readonly place: string | null
}

/** What stands before a date, where it is words. */
function placeIn(before: string): string | null {
  const place = before.slice(-LONGEST).replace(/[\s,;:]+$/u, '')
  return /\p{L}{2}/u.test(place) ? oneLine(place) : null
}

/** Who is named in the first line, without brackets, titles after the name, and what follows a comma. */
function partyIn(words: string): string | null {
  const line = words.split('\n').find((one) => /\p{L}/u.test(one)) ?? ''
  const bare = line
    .slice(0, LONGEST)
    .replace(/\s+/gu, ' ')
    .replace(/^[\s([]+|[\s)\]]+$/gu, '')
    .replace(/^(?:to|from)\s*:\s*/i, '')
    .replace(/\s*,.*$/u, '')
    .replace(/\s+Esq(?:uire|\.)?(?:\s.*)?$/u, '')
  return oneLine(bare)
}

/** The date at the end of some words, or of their first line that has one, with what stands before it as the place. */
function dateIn(words: string): Dated | null {
  for (const whole of words.split('\n')) {
    const line = whole.slice(-LONGEST).replace(/\s+/gu, ' ').trim()
    const tokens = line.split(' ').slice(-12)
    for (let at = 0; at < tokens.length; at++) {
      const tail = tokens.slice(at).join(' ')
      const [reading] = readDates(tail, null)
      if (reading?.when.length !== 10) continue
      return { when: reading.when, words: tail, place: placeIn(line.slice(0, line.length - tail.length)) }
    }
  }
  return null
}

const copiesIn = (words: string): readonly string[] =>
  words
    .replace(/^\s*(?:c\.?c\.?|copies(?: to)?|copy to)\s*:?\s*/iu, '')
    .split(/[\n;]/u)
    .flatMap((one) => oneLine(one.slice(0, LONGEST).replace(/[.,\s]+$/u, '')) ?? [])

/** The level as the block's facts state it, else as its letters spell it. */
export function markingIn({
  facts,
  words,
}: Pick<ToldBlock, 'facts' | 'words'>): Pick<PaperReading, 'marking' | 'covering' | 'markingWritten'> {
  const letters = words.toUpperCase().replace(/[^A-Z]/gu, '')
  const spelled = (before: string) =>
    Object.entries(MARKING_LEVELS).find(([, label]) => letters === before + label.replace(' ', ''))?.[0] ?? null
  const stated = (fact: unknown) => (typeof fact === 'string' && Object.hasOwn(MARKING_LEVELS, fact) ? fact : null)
  return {
    marking: stated(facts.level) ?? spelled(''),
    covering: stated(facts.covering) ?? spelled('COVERING'),
    markingWritten: oneLine(words),
  }
}
