import { serialise } from '../../../shared/format/serialise.ts'
import type { Hand } from '../../../shared/model/hand.ts'
import { NAME_KINDS, type NameKind } from '../../../shared/model/names.ts'
import type { Transcript } from '../../../shared/model/transcript.ts'
import type { AttributeTable } from '../../../shared/vocabulary/attribute.ts'
import { isWordless, MARGIN_NAMES } from '../../../shared/vocabulary/margin.ts'
import { MARK_NAMES } from '../../../shared/vocabulary/marks.ts'
import { ROLE_NAMES } from '../../../shared/vocabulary/roles.ts'
import { attributesOf, factsOf } from '../../../shared/vocabulary/vocabulary.ts'
import { block, division, gap, HANDS, letter, mark, object, page, point, said } from '../../shared/export-letter.ts'
import { PAYLOADS } from './corpus.ts'

const ALL = Object.values(PAYLOADS)
const at = <Value>(list: readonly Value[], index: number): Value => list[index % list.length]!

const ENTRIES = { hands: 'h', people: 'p', names: 'w' } as const

/** Every field of a table that takes words holds the payload; references lead to entries that are there. */
function filled(table: AttributeTable, payload: string, index: number): Record<string, unknown> {
  const out: [string, unknown][] = []
  for (const [name, spec] of Object.entries(table)) {
    if (spec.kind === 'text' || spec.kind === 'words' || spec.kind === 'date') out.push([name, payload])
    if (spec.kind === 'reference' && spec.to !== 'object') out.push([name, `${ENTRIES[spec.to]}${index}`])
  }
  return Object.fromEntries(out)
}

/**
 * A transcript that holds every payload in every field that takes words: blocks, all annotations, all kinds of notes, gaps, pages, papers,
 * hands, people, names, the tray, the list of revisions, and keys that no version knows.
 */
export function hostileTranscript(name: string, sha256: string): Transcript {
  const hands = ALL.map(
    (payload, index): Hand => ({ id: `h${index}`, name: payload, badge: payload, medium: 'ink', person: `p${index}` }),
  )
  const people = ALL.map((payload, index) => ({ id: `p${index}`, name: payload, offices: [payload, payload] }))
  const paper = (payload: string) => ({ from: payload, to: payload, date: payload, relatedTo: payload, language: payload })
  const pages = ALL.map((payload, index) => {
    const type = at(
      MARK_NAMES.filter((one) => one !== 'passage'),
      index,
    )
    const annotations = {
      [`m${index}`]: mark(type, filled(attributesOf(type)!, payload, index)),
      [`q${index}`]: mark('passage', { note: `n${index}` }),
    }
    const words = {
      content: [
        said(payload, `m${index}`),
        gap(filled(attributesOf('gap')!, payload, index)),
        said(payload, `q${index}`),
        point(`k${index}`),
      ],
      annotations,
    }
    const kind = at(MARGIN_NAMES, index)
    const inside = isWordless(kind) ? { content: [] } : payload
    const role = at(ROLE_NAMES, index)
    const facts = filled(factsOf(role), payload, index)
    return page(
      [
        block(role, payload, { id: `t${index}`, ...(Object.keys(facts).length > 0 ? { facts } : {}) }),
        block('paragraph', words, { id: `b${index}`, hand: `h${index}` }),
        division(`d${index}`, paper(payload)),
      ],
      [
        object('note', `n${index}`, payload, filled(attributesOf('note')!, payload, index)),
        object(kind, `k${index}`, inside, filled(attributesOf(kind)!, payload, index)),
      ],
      {
        id: `g${index}`,
        printed: payload,
        folio: payload,
        image: payload,
        extra: { later: payload, constructor: payload, toString: payload },
      },
    )
  })
  const first = letter([])
  return letter(pages, {
    hands: [HANDS[0]!, ...hands],
    people,
    names: ALL.map((payload, index) => ({
      id: `w${index}`,
      kind: at(Object.keys(NAME_KINDS) as NameKind[], index),
      name: payload,
      says: payload,
      authority: payload,
    })),
    originals: [{ ...first.originals[0]!, name, sha256, extra: { later: payloadsAsKeys() } }],
    paper: { ...first.paper, ...paper(ALL[0]!) },
    tray: ALL.map((payload, index) => ({
      id: `l${index}`,
      type: 'emendation',
      attrs: mark('emendation', { corr: payload, basisNote: payload }).attrs,
      was: payload,
      blocks: [payload],
    })),
    revisions: ALL.map((payload) => ({ when: payload, who: payload, what: payload })),
  })
}

function payloadsAsKeys(): Readonly<Record<string, string>> {
  return Object.fromEntries(ALL.filter((payload) => payload !== '__proto__').map((payload) => [payload, payload]))
}

/** The same as a file's text. */
export function hostileFile(name: string, sha256: string): string {
  return serialise(hostileTranscript(name, sha256))
}

/** A registers file whose hands, people and description are payloads. */
export function hostileRegisters(payload: string): string {
  return JSON.stringify({
    format: 'scholion-collection',
    version: 1,
    hands: ALL.map((words, index) => ({ id: `r${index}`, name: words, badge: words, medium: 'ink' })),
    people: ALL.map((words, index) => ({ id: `s${index}`, name: words, offices: [words] })),
    names: ALL.map((words, index) => ({ id: `t${index}`, kind: 'term', name: words, says: words, authority: words })),
    description: {
      title: payload,
      country: payload,
      settlement: payload,
      repository: payload,
      reference: payload,
      rights: payload,
    },
  })
}
