import fc from 'fast-check'
import { statedOf } from '../../shared/format/attributes.ts'
import { canonicalise } from '../../shared/format/canonical.ts'
import { MEDIA, UNKNOWN_MANUSCRIPT } from '../../shared/model/hand.ts'
import { NAME_KINDS, type Named } from '../../shared/model/names.ts'
import type { SourceRange } from '../../shared/model/source.ts'
import type { Annotation, Block, Division, MarginObject, Page, Run, Transcript } from '../../shared/model/transcript.ts'
import { ATOM_NAMES } from '../../shared/vocabulary/atoms.ts'
import { type AttributeSpec, type AttributeTable, emptyValue } from '../../shared/vocabulary/attribute.ts'
import { isWordless, MARGIN_NAMES } from '../../shared/vocabulary/margin.ts'
import { MARK_NAMES } from '../../shared/vocabulary/marks.ts'
import { COPY_STATUSES, PAGE_STATES, PAPER_KINDS, PAPER_RELATIONS, STATUSES } from '../../shared/vocabulary/page.ts'
import { PAPER_FACTS } from '../../shared/vocabulary/paper.ts'
import { ROLE_NAMES } from '../../shared/vocabulary/roles.ts'
import { UNUSED_REASONS } from '../../shared/vocabulary/unused.ts'
import { attributesOf, factsOf } from '../../shared/vocabulary/vocabulary.ts'

/** Words as they come, and worse: controls, lone surrogates, direction marks, quotes, signs of JSON and XML. */
export const hostileText: fc.Arbitrary<string> = fc.oneof(
  { weight: 4, arbitrary: fc.lorem({ maxCount: 6 }) },
  { weight: 2, arbitrary: fc.string({ unit: 'binary', maxLength: 12 }) },
  {
    weight: 1,
    arbitrary: fc.array(fc.integer({ min: 0, max: 0xffff }), { maxLength: 8 }).map((units) => String.fromCharCode(...units)),
  },
  {
    weight: 1,
    arbitrary: fc.constantFrom(
      '"',
      '\\',
      '</script>',
      '\u202e',
      '\ufeff',
      '\u0000',
      '\ud800',
      '\udc00\ud800',
      '__proto__',
      ']}',
      '\u2028',
      '{"lb": true}',
      '\r\n',
    ),
  },
)

const keys = fc.oneof(
  fc.string({ maxLength: 6 }).map((word) => `x-${word}`),
  fc.constantFrom('constructor', 'toString', 'hasOwnProperty', 'toJSON', '0', 'later'),
)
const json = fc
  .jsonValue({ maxDepth: 3 })
  .map((value) => JSON.parse(JSON.stringify(value)) as unknown)
  .filter((value) => !JSON.stringify(value).includes('__proto__'))
const extra = fc.oneof(
  { weight: 3, arbitrary: fc.constant({}) },
  { weight: 1, arbitrary: fc.dictionary(keys, json, { maxKeys: 2, noNullPrototype: true }) },
)
const maybe = <Value>(value: fc.Arbitrary<Value>) => fc.option(value, { nil: null, freq: 2 })
const keyOf = (table: object) => fc.constantFrom(...Object.keys(table))

/** Numbers and stretches that are turned into ids and ranges once the whole transcript is known. */
const values = fc.record({
  numbers: fc.array(fc.nat(999), { minLength: 6, maxLength: 6 }),
  texts: fc.array(hostileText, { minLength: 3, maxLength: 3 }),
  record: extra,
})
type Values = typeof values extends fc.Arbitrary<infer Value> ? Value : never

const run = fc.record({
  atom: fc.option(fc.constantFrom(...ATOM_NAMES), { freq: 4 }),
  text: hostileText,
  in: fc.array(fc.nat(5), { maxLength: 3 }),
  values,
})
const inside = {
  runs: fc.array(run, { maxLength: 5 }),
  marks: fc.array(fc.record({ type: fc.constantFrom(...MARK_NAMES), values }), { maxLength: 4 }),
}
const paper = fc.record({
  kind: maybe(keyOf(PAPER_KINDS)),
  relation: maybe(keyOf(PAPER_RELATIONS)),
  relatedTo: maybe(hostileText),
  copyStatus: maybe(keyOf(COPY_STATUSES)),
  from: maybe(hostileText),
  to: maybe(hostileText),
  date: maybe(fc.constantFrom('1982-03-12', '1982')),
  language: maybe(fc.constantFrom('en', 'fr')),
  values,
  extra,
})
const block = fc.record({
  ...inside,
  role: maybe(fc.constantFrom(...ROLE_NAMES)),
  hand: fc.nat(9),
  continues: fc.boolean(),
  values,
  extra,
})
const object = fc.record({ ...inside, type: fc.constantFrom(...MARGIN_NAMES), values, extra })
const page = fc.record({
  printed: maybe(hostileText),
  folio: maybe(hostileText),
  image: maybe(fc.constantFrom('0001.jpg', '2')),
  state: maybe(keyOf(PAGE_STATES)),
  content: fc.array(fc.oneof({ weight: 5, arbitrary: block }, { weight: 1, arbitrary: paper }), { maxLength: 4 }),
  extra,
})
const held = fc.array(
  fc.record({
    office: hostileText,
    from: maybe(fc.constantFrom('1979', '1979-05-05')),
    to: maybe(fc.constantFrom('1982-04-05', 'x')),
  }),
  { maxLength: 2 },
)
const revisions = fc.array(fc.record({ when: fc.constant('1982-03-12T09:00:00Z'), who: hostileText, what: hostileText }), {
  maxLength: 2,
})
const joined = fc.record({
  revision: maybe(fc.constant('a'.repeat(64))),
  paper: fc.constantFrom('first', 'paper1', 'gone'),
  status: keyOf(STATUSES),
  pages: fc.subarray(['page0', 'page1', 'gone']),
  lost: fc.subarray(['tray0', 'unused1', 'gone']),
  revisions,
  unknown: extra,
})
const raw = fc.record({
  originals: fc.array(
    fc.record({
      text: fc.array(hostileText, { maxLength: 4 }).map((lines) => lines.join('\n')),
      bom: fc.boolean(),
      joined: fc.option(joined),
      extra,
    }),
    {
      minLength: 1,
      maxLength: 3,
    },
  ),
  status: keyOf(STATUSES),
  paper,
  pages: fc.array(page, { minLength: 1, maxLength: 3 }),
  margin: fc.array(object, { maxLength: 4 }),
  tray: fc.array(fc.record({ type: fc.constantFrom(...MARK_NAMES, ...MARGIN_NAMES), was: hostileText, values }), {
    maxLength: 2,
  }),
  unused: fc.array(fc.record({ reason: keyOf(UNUSED_REASONS), values }), { maxLength: 3 }),
  hands: fc.array(
    fc.record({
      name: hostileText,
      badge: fc.string({ maxLength: 4 }),
      medium: fc.constantFrom(...MEDIA),
      looks: fc.constantFrom({}, { colour: 'violet' as const }, { colour: 'teal' as const, typeface: 'serif' as const }),
      identified: fc.option(hostileText.filter((words) => words.trim() !== '')),
      person: fc.nat(5),
      extra,
    }),
    { maxLength: 3 },
  ),
  people: fc.array(
    fc.record({
      name: hostileText,
      offices: fc.array(hostileText, { maxLength: 2 }),
      held,
      authority: maybe(hostileText),
      extra,
    }),
    { maxLength: 2 },
  ),
  names: fc.array(
    fc.record({ kind: keyOf(NAME_KINDS), name: hostileText, says: maybe(hostileText), authority: maybe(hostileText), extra }),
    { maxLength: 4 },
  ),
  revisions,
  extra,
})
type Raw = typeof raw extends fc.Arbitrary<infer Value> ? Value : never

/**
 * Valid transcripts in canonical form: several originals, divisions, notes anchored at points, words, pages and nowhere, overlapping and
 * nested annotations (some over two blocks), tray, stretches set aside, unknown keys, hostile words. Sources lie in range; they need not cover.
 */
export const arbitraryTranscript: fc.Arbitrary<Transcript> = raw.map(build)

function build({ margin, ...from }: Raw): Transcript {
  const texts = from.originals.map(({ text }) => text)
  const hands = from.hands.map((_, at) => `hand${at}`)
  const people = from.people.map((_, at) => `person${at}`)
  const names = from.names.map((_, at) => `name${at}`)
  const margins = margin.map((_, at) => `note${at}`)
  const pageIds = from.pages.map((_, at) => `page${at}`)
  let count = 0
  const fresh = (kind: string) => {
    count += 1
    return `${kind}${count}`
  }
  const pick = (list: readonly string[], number: number) =>
    number % 3 === 0 ? null : (list[number % (list.length || 1)] ?? null)

  const ranges = (numbers: readonly number[]): SourceRange[] => {
    const original = (numbers[0] ?? 0) % texts.length
    const length = texts[original]!.length
    if (length === 0 || (numbers[1] ?? 0) % 3 === 0) return []
    const start = (numbers[2] ?? 0) % length
    return [[original, start, Math.min(length, start + 1 + ((numbers[3] ?? 0) % 9))]]
  }

  const stated = (name: string, spec: AttributeSpec, number: number, { numbers, texts: words, record }: Values) => {
    switch (spec.kind) {
      case 'choice':
        return Object.keys(spec.values)[number % Object.keys(spec.values).length]
      case 'list':
        return words.filter((one) => one.trim() !== '').slice(0, number % 3)
      case 'choices':
        return Object.keys(spec.values).slice(0, number % 3)
      case 'date':
        return number % 3 === 0 ? words[0] : `19${10 + (number % 90)}-03-12`
      case 'text':
      case 'words':
        return words[number % words.length]
      case 'number':
        return number / 4
      case 'flag':
        return true
      case 'reference':
        // what may be gone leads anywhere, and nowhere
        if (spec.mayBeGone) return pick([...margins, ...pageIds, 'first', 'block1', 'block2', 'paper3', 'gone'], number)
        return pick(name === 'page' ? pageIds : { hands, people, names, object: margins }[spec.to], number)
      case 'ranges':
        return ranges(numbers)
      case 'record':
        return Object.keys(record).length > 0 ? record : null
      default:
        return emptyValue(spec)
    }
  }
  const attributes = (table: AttributeTable, own: Values) =>
    Object.fromEntries(
      Object.entries(table).map(([name, spec], at) => {
        const number = own.numbers[at % own.numbers.length]! + at
        return [name, number % 2 === 0 ? emptyValue(spec) : stated(name, spec, number, own)]
      }),
    )

  const described = (id: string, { values: own, ...rest }: Raw['paper']) => {
    const facts = statedOf(PAPER_FACTS, attributes(PAPER_FACTS, own))
    return { id, ...rest, ...(Object.keys(facts).length > 0 ? { facts } : {}) }
  }

  // every third annotation goes on from the block before: same id, equal attributes
  let last: { id: string; annotation: Annotation } | null = null
  const content = (holder: Pick<Raw['margin'][number], 'runs' | 'marks'>) => {
    const marks = holder.marks.map(({ type, values: own }, at) => {
      if (at === 2 && last) return last
      last = { id: fresh('a'), annotation: { type, attrs: attributes(attributesOf(type)!, own) } }
      return last
    })
    const runs: Run[] = holder.runs.map(({ atom, text, in: inIds, values: own }) => {
      const ids = [...new Set(inIds.flatMap((number) => marks[number]?.id ?? []))].sort()
      if (atom === null) return { type: 'text', text, in: ids }
      const id = own.numbers[0]! % 2 === 0 ? '' : fresh('atom')
      return { type: 'atom', atom, attrs: { id, ...attributes(attributesOf(atom)!, own) }, in: ids }
    })
    const used = new Set(runs.filter((own) => own.type === 'atom' || own.text !== '').flatMap((own) => own.in))
    const annotations = Object.fromEntries(marks.filter(({ id }) => used.has(id)).map(({ id, annotation }) => [id, annotation]))
    return { content: runs, annotations }
  }

  const pages: Page[] = from.pages.map((own, index) => ({
    ...own,
    id: pageIds[index]!,
    content: own.content.map((child): Block | Division => {
      if (!('runs' in child)) return { type: 'division', ...described(fresh('paper'), child) }
      const hand = pick([...hands, UNKNOWN_MANUSCRIPT.id], child.hand)
      const { role, continues, extra: rest } = child
      const facts = statedOf(factsOf(role), attributes(factsOf(role), child.values))
      return {
        type: 'block',
        id: fresh('block'),
        role,
        hand,
        ...(Object.keys(facts).length > 0 ? { facts } : {}),
        continues,
        source: ranges(child.values.numbers),
        ...content(child),
        extra: rest,
      }
    }),
    margin: [],
  }))
  const objects = margin.map((own, at): MarginObject => {
    const attrs = attributes(attributesOf(own.type)!, own.values)
    // pieces go on from earlier ones only, so that they make no ring
    const joins = 'joins' in attrs ? { joins: attrs.joins === null || at === 0 ? null : margins[at - 1] } : {}
    const inside = isWordless(own.type) ? { content: [], annotations: {} } : content(own)
    return { type: own.type, id: margins[at]!, attrs: { ...attrs, ...joins }, ...inside, extra: own.extra }
  })
  return canonicalise(
    anchored(
      {
        ...from,
        originals: from.originals.map(({ joined, ...own }, at) => ({
          ...own,
          ...(joined === null ? {} : { joined }),
          name: at === 0 ? 'letter.txt' : `page ${at} “ü”.txt`,
          sha256: `${at}`.repeat(64),
          bytes: own.text.length,
          encoding: 'utf-8',
          importer: { name: 'text', version: 1, options: { blocks: 'line' } },
        })),
        paper: described('first', from.paper),
        pages: pages as Page[],
        tray: from.tray.map(({ type, was, values: own }, at) => ({
          id: `tray${at}`,
          type,
          attrs: attributes(attributesOf(type)!, own),
          was,
          blocks: ['block1', 'gone'].slice(at),
        })),
        unused: from.unused.map(({ reason, values: own }) => ({ id: fresh('unused'), reason, source: ranges(own.numbers) })),
        hands: from.hands.map(({ name, badge, medium, looks, identified, person, extra: rest }, at) => ({
          id: hands[at]!,
          name,
          badge,
          medium,
          ...(identified === null ? {} : { identifiedBy: identified }),
          ...looks,
          person: pick(people, person),
          extra: rest,
        })),
        people: from.people.map(({ held, authority, ...own }, at) => ({
          id: people[at]!,
          ...own,
          ...(held.length > 0 ? { held } : {}),
          ...(authority === null ? {} : { authority }),
        })),
        names: from.names.map((own, at) => ({ id: names[at]!, ...own })) as Named[],
      },
      objects,
    ),
  )
}

/** Puts margin objects where a document gives them back: under the page of their anchor, in the order of their anchors. */
function anchored(transcript: Transcript, objects: readonly MarginObject[]): Transcript {
  const pages = canonicalise(transcript).pages
  const places = new Map<string, { page: number; at: number }>()
  pages.forEach((own, index) => {
    let at = 0
    for (const child of own.content) {
      if (child.type === 'division') continue
      for (const piece of child.content) {
        at += 1
        const names = piece.in.map((id) => child.annotations[id]!).filter(({ type }) => type === 'passage')
        const notes = [
          piece.type === 'atom' && piece.atom === 'point' ? piece.attrs.note : null,
          ...names.map(({ attrs }) => attrs.note),
        ]
        for (const note of notes) if (typeof note === 'string' && !places.has(note)) places.set(note, { page: index, at })
      }
    }
  })
  for (const { id, attrs } of objects) {
    const index = pages.findIndex((own) => own.id === attrs.page)
    if (!places.has(id) && index >= 0) places.set(id, { page: index, at: -1 })
  }
  // what is anchored in the words of a note alone is kept with that note
  for (let found = true; found; ) {
    const next = new Map<string, { page: number; at: number }>()
    for (const { id, type, content, annotations } of objects) {
      const place = type === 'note' ? places.get(id) : undefined
      if (!place) continue
      for (const piece of content) {
        if (piece.type === 'text' && piece.text === '') continue
        const passages = piece.in.flatMap((one) => annotations[one] ?? []).filter((one) => one.type === 'passage')
        const point = piece.type === 'atom' && piece.atom === 'point' ? piece.attrs.note : null
        for (const note of [point, ...passages.map(({ attrs }) => attrs.note)]) {
          if (typeof note !== 'string' || places.has(note)) continue
          const known = next.get(note)
          if (!known || place.page < known.page || (place.page === known.page && place.at < known.at)) next.set(note, place)
        }
      }
    }
    for (const [id, place] of next) places.set(id, place)
    found = next.size > 0
  }
  for (const { id } of objects) if (!places.has(id)) places.set(id, { page: 0, at: -2 })
  const order = (a: MarginObject, b: MarginObject) => places.get(a.id)!.at - places.get(b.id)!.at || (a.id < b.id ? -1 : 1)
  return {
    ...transcript,
    pages: pages.map((own, index) => ({
      ...own,
      margin: objects.filter(({ id }) => places.get(id)?.page === index).sort(order),
    })),
  }
}
