import type fc from 'fast-check'
import { statedOf } from '../../shared/format/attributes.ts'
import { canonicalise } from '../../shared/format/canonical.ts'
import { UNKNOWN_MANUSCRIPT } from '../../shared/model/hand.ts'
import type { Named } from '../../shared/model/names.ts'
import type { SourceRange } from '../../shared/model/source.ts'
import type { Annotation, Block, Division, MarginObject, Page, Run, Transcript } from '../../shared/model/transcript.ts'
import { type AttributeSpec, type AttributeTable, emptyValue } from '../../shared/vocabulary/attribute.ts'
import { isWordless } from '../../shared/vocabulary/margin.ts'
import { PAPER_FACTS } from '../../shared/vocabulary/paper.ts'
import { attributesOf, factsOf } from '../../shared/vocabulary/vocabulary.ts'
import { type Raw, raw, type Values } from './raw-transcript.ts'

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
          ...(own.bom ? { second: [[0, own.text.length] as const] } : {}),
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
        // told by the same draws, so that no other part is drawn otherwise
        ...(from.unused.length > 1
          ? {
              refused: from.unused.map(({ reason, values: own }) => ({ what: `stretch ${reason}`, source: ranges(own.numbers) })),
            }
          : {}),
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
