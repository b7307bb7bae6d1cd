import type { Hand } from '../model/hand.ts'
import type { Annotations, Transcript } from '../model/transcript.ts'
import { countedIfAny } from '../text/counted.ts'
import { ROLES, type RoleName } from '../vocabulary/roles.ts'
import { attributesOf, labelOf } from '../vocabulary/vocabulary.ts'
import type { Comparison, Fact, Pairing } from './differences.ts'
import type { ComparedItem } from './items.ts'

export type HandName = (id: string | null) => string

/** What hands are called in either version. */
export function handNames(hands: readonly Hand[]): HandName {
  const names = new Map(hands.map((hand) => [hand.id, hand.name]))
  return (id) => (id === null ? 'not stated' : (names.get(id) ?? id))
}

/** What a thing in the text is called: a page, a division, the role of a block, the kind of a note and its hand. */
export function nameOf(item: ComparedItem, hand: HandName): string {
  if (item.kind === 'page') return 'page'
  if (item.kind === 'division') return 'division'
  if (item.kind === 'margin') {
    const by = item.object.attrs.hand
    return item.object.type === 'note' ? `note by ${hand(typeof by === 'string' ? by : null)}` : labelOf(item.object.type)
  }
  const { role } = item.child as { readonly role: string | null }
  return role === null ? 'block' : roleName(role)
}

const roleName = (role: string | null): string =>
  role === null ? 'not stated' : Object.hasOwn(ROLES, role) ? ROLES[role as RoleName].label : role

/** What of a row differs beside its words, each in a phrase. What no reader could see (an id, where the machine read it) is no difference. */
export function phrasesOf({ state, mine, theirs }: Pairing, hand: HandName): readonly string[] {
  const moved = state === 'moved' ? ['stands elsewhere'] : []
  if (!mine || !theirs || mine.print === theirs.print) return moved
  if (mine.kind === 'page' && theirs.kind === 'page') {
    const facts = ['printed', 'folio', 'image', 'state'] as const
    const names = { printed: 'number as printed', folio: 'folio', image: 'image', state: 'state' }
    return [...moved, ...facts.flatMap((fact) => fromTo(names[fact], mine.page[fact], theirs.page[fact]))]
  }
  if (mine.kind === 'margin' && theirs.kind === 'margin') {
    const [one, two] = [mine.object, theirs.object]
    return [
      ...moved,
      ...attributePhrases(one.type, one.attrs, two.attrs, hand),
      ...annotationPhrases(one.annotations, two.annotations),
    ]
  }
  if (mine.kind === 'block' && theirs.kind === 'block' && mine.child.type === 'block' && theirs.child.type === 'block') {
    const [one, two] = [mine.child, theirs.child]
    return [
      ...moved,
      ...fromTo('role', one.role && roleName(one.role), two.role && roleName(two.role)),
      ...fromTo('hand', one.hand && hand(one.hand), two.hand && hand(two.hand)),
      ...fromTo('goes on from the page before', one.continues ? 'yes' : 'no', two.continues ? 'yes' : 'no'),
      ...annotationPhrases(one.annotations, two.annotations),
    ]
  }
  if (mine.kind === 'division' && theirs.kind === 'division') return [...moved, 'description of the paper']
  return moved
}

const fromTo = (what: string, one: string | null, two: string | null): readonly string[] =>
  one === two ? [] : [`${what}: ${one ?? 'not stated'} → ${two ?? 'not stated'}`]

function attributePhrases(
  type: string,
  mine: Readonly<Record<string, unknown>>,
  theirs: Readonly<Record<string, unknown>>,
  hand: HandName,
): readonly string[] {
  return Object.entries(attributesOf(type) ?? {}).flatMap(([name, spec]) => {
    if (spec.kind === 'ranges' || spec.kind === 'record') return []
    const shown = (value: unknown): string | null => {
      if (value === null || value === undefined || value === '') return null
      if (spec.kind === 'choice') return spec.values[String(value)] ?? String(value)
      return spec.kind === 'reference' && spec.to === 'hands' ? hand(String(value)) : String(value)
    }
    return fromTo(spec.label, shown(mine[name]), shown(theirs[name]))
  })
}

function annotationPhrases(mine: Annotations, theirs: Annotations): readonly string[] {
  const say = (count: number, label: string, what: string) => `${label}${count > 1 ? ` (${count})` : ''} ${what}`
  const out: string[] = []
  for (const [from, to, what] of [
    [mine, theirs, 'only in the first'],
    [theirs, mine, 'only in the second'],
  ] as const) {
    const only = new Map<string, number>()
    for (const [id, { type }] of Object.entries(from)) if (!Object.hasOwn(to, id)) only.set(type, (only.get(type) ?? 0) + 1)
    for (const [type, count] of only) if (type !== 'passage') out.push(say(count, labelOf(type), what))
  }
  const other = Object.entries(mine).filter(([id, one]) => theirs[id] && JSON.stringify(one) !== JSON.stringify(theirs[id]))
  for (const type of new Set(other.map(([, { type }]) => type))) out.push(`${labelOf(type)} says something else`)
  return out
}

const FACT_NAMES: Readonly<Record<Fact, string | null>> = {
  paper: 'the description of the paper',
  status: 'how far the work has come',
  tray: 'the lost anchors',
  unused: 'what is set aside',
  refused: 'the proposals that were refused',
  hands: 'the hands',
  people: 'the people',
  names: 'the names',
  // every save adds a line: that alone is no difference
  revisions: null,
  originals: 'the machine transcript it was made from',
  extra: 'what other programs keep in the file',
}

/** What differs as a whole, in words. */
export function factPhrases({ facts }: Comparison): readonly string[] {
  return facts.flatMap((fact) => FACT_NAMES[fact] ?? [])
}

/** Whether a reader would see a difference in this row. */
export function isSeen(row: Pairing, hand: HandName): boolean {
  if (row.state === 'same') return false
  if (!row.mine || !row.theirs) return true
  return row.mine.words !== row.theirs.words || phrasesOf(row, hand).length > 0
}

/** How much two versions differ, in a phrase: “3 blocks, 1 note, what is set aside”, or “nothing”. */
export function inAPhrase(comparison: Comparison, mine: Transcript, theirs: Transcript): string {
  const hand = handNames([...mine.hands, ...theirs.hands])
  const seen = comparison.rows.filter((row) => isSeen(row, hand))
  const count = (kind: ComparedItem['kind'], one: string) =>
    countedIfAny(seen.filter((row) => (row.theirs ?? row.mine)?.kind === kind).length, one)
  const parts = [
    ...count('block', 'block'),
    ...count('margin', 'note'),
    ...count('page', 'page'),
    ...count('division', 'division'),
    ...factPhrases(comparison),
  ]
  return parts.length === 0 ? 'nothing' : parts.join(', ')
}
