import fc from 'fast-check'
import { MEDIA } from '../../shared/model/hand.ts'
import { NAME_KINDS } from '../../shared/model/names.ts'
import { ATOM_NAMES } from '../../shared/vocabulary/atoms.ts'
import { BASIS } from '../../shared/vocabulary/certainty.ts'
import { OUTCOMES, QUESTIONS } from '../../shared/vocabulary/checklist.ts'
import { MARGIN_NAMES } from '../../shared/vocabulary/margin.ts'
import { MARK_NAMES } from '../../shared/vocabulary/marks.ts'
import {
  COLLATED_WITH,
  COPY_STATUSES,
  PAGE_STATES,
  PAGE_TURNS,
  PAPER_KINDS,
  PAPER_RELATIONS,
  STATUSES,
} from '../../shared/vocabulary/page.ts'
import { ROLE_NAMES } from '../../shared/vocabulary/roles.ts'
import { UNUSED_REASONS } from '../../shared/vocabulary/unused.ts'
import { hostileText } from './hostile-text.ts'

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
export type Values = typeof values extends fc.Arbitrary<infer Value> ? Value : never

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
const day = fc.constantFrom('2026-11-30', '2026')
const collation = fc.record({ against: keyOf(COLLATED_WITH), who: hostileText, when: day })
const answer = fc.record({
  number: fc.nat(99),
  place: fc.constantFrom('block1', 'gone'),
  question: keyOf(QUESTIONS),
  was: hostileText,
  outcome: keyOf(OUTCOMES),
  words: hostileText,
  basis: keyOf(BASIS),
  who: hostileText,
  when: day,
})
const page = fc
  .record({
    printed: maybe(hostileText),
    folio: maybe(hostileText),
    image: maybe(fc.constantFrom('0001.jpg', '2')),
    state: maybe(keyOf(PAGE_STATES)),
    turn: maybe(keyOf(PAGE_TURNS)),
    collated: fc.array(collation, { maxLength: 2 }),
    answers: fc.array(answer, { maxLength: 2 }),
    right: fc.array(fc.string({ maxLength: 12 }), { maxLength: 2 }),
    content: fc.array(fc.oneof({ weight: 5, arbitrary: block }, { weight: 1, arbitrary: paper }), { maxLength: 4 }),
    extra,
  })
  .map(({ turn, collated, answers, right, ...rest }) => ({
    ...rest,
    ...(turn === null ? {} : { turn }),
    ...(collated.length > 0 ? { collated } : {}),
    ...(answers.length > 0 ? { answers } : {}),
    ...(right.length > 0 ? { right } : {}),
  }))
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
/** What a transcript is built of, in numbers and words: the numbers are turned into ids and ranges by what builds it. */
export const raw = fc.record({
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
export type Raw = typeof raw extends fc.Arbitrary<infer Value> ? Value : never
