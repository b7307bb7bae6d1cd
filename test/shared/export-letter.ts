import { canonicalise } from '../../shared/format/canonical.ts'
import type { Hand } from '../../shared/model/hand.ts'
import { emptyPaper } from '../../shared/model/paper.ts'
import type { Annotations, Block, Division, MarginObject, Page, Paper, Run, Transcript } from '../../shared/model/transcript.ts'
import { emptyAttributes } from '../../shared/vocabulary/attribute.ts'
import type { MarginName } from '../../shared/vocabulary/margin.ts'
import type { RoleName } from '../../shared/vocabulary/roles.ts'
import { attributesOf } from '../../shared/vocabulary/vocabulary.ts'

type Attributes = Readonly<Record<string, unknown>>

export const HANDS: readonly Hand[] = [
  { id: 'tw', name: 'typewriter', badge: 'TW', medium: 'typewriter', person: null },
  { id: 'mt', name: 'Margaret Thatcher', badge: 'MT', medium: 'felt-tip', person: 'thatcher' },
  { id: 'ajc', name: 'A J Coles', badge: 'AJC', medium: 'ink', person: 'coles' },
]

let count = 0
const fresh = (kind: string) => {
  count += 1
  return `${kind}${count}`
}

export const said = (text: string, ...ids: string[]): Run => ({ type: 'text', text, in: ids })
export const lb = (...ids: string[]): Run => atom('lb', {}, ...ids)
export const gap = (attrs: Attributes = {}, ...ids: string[]): Run => atom('gap', attrs, ...ids)
export const point = (note: string): Run => atom('point', { note })
export const reference = (to: string): Run => atom('ref', { to })

function atom(name: string, attrs: Attributes, ...ids: string[]): Run {
  return { type: 'atom', atom: name, attrs: { id: '', ...emptyAttributes(attributesOf(name)!), ...attrs }, in: ids }
}

export function mark(type: string, attrs: Attributes = {}): Annotations[string] {
  return { type, attrs: { ...emptyAttributes(attributesOf(type)!), ...attrs } }
}

export interface Content {
  readonly content: readonly Run[]
  readonly annotations?: Annotations
}

const content = (words: string | Content) => ({
  annotations: {},
  ...(typeof words === 'string' ? { content: [said(words)] } : words),
})

/** A block of a role, by the typewriter unless another hand is named. */
export function block(role: RoleName | null, words: string | Content = 'words', more: Partial<Block> = {}): Block {
  const base = { type: 'block', id: fresh('b'), role, hand: 'tw', continues: false, source: [], extra: {} } as const
  return { ...base, ...content(words), ...more }
}

export function object(type: MarginName, id: string, words: string | Content = 'words', attrs: Attributes = {}): MarginObject {
  return { type, id, attrs: { ...emptyAttributes(attributesOf(type)!), ...attrs }, ...content(words), extra: {} }
}

export function division(id: string, more: Partial<Paper> = {}): Division {
  return { ...emptyPaper(id), type: 'division', ...more }
}

export function page(children: Page['content'], margin: readonly MarginObject[] = [], more: Partial<Page> = {}): Page {
  return { id: fresh('p'), printed: null, folio: null, image: null, state: null, content: children, margin, extra: {}, ...more }
}

/** A transcript of a letter with these pages; hands and people as in `HANDS`. */
export function letter(pages: readonly Page[], more: Partial<Transcript> = {}): Transcript {
  return canonicalise({
    originals: [
      {
        name: 'letter.txt',
        sha256: 'a'.repeat(64),
        bytes: 0,
        encoding: 'utf-8',
        bom: false,
        importer: { name: 'text', version: 1, options: {} },
        text: '',
        extra: {},
      },
    ],
    status: 'in-progress',
    paper: emptyPaper('paper1'),
    pages,
    tray: [],
    unused: [],
    hands: HANDS,
    people: [
      { id: 'thatcher', name: 'Margaret Thatcher', offices: ['Prime Minister'] },
      { id: 'coles', name: 'A J Coles', offices: [] },
    ],
    names: [],
    revisions: [],
    extra: {},
    ...more,
  })
}
