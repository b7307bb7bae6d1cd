import { importOriginal } from '../../../shared/import/importers.ts'
import { idsFrom, type NewId } from '../../../shared/model/ids.ts'
import type { Block, MarginObject, Page, Run, Transcript } from '../../../shared/model/transcript.ts'
import { emptyAttributes } from '../../../shared/vocabulary/attribute.ts'
import { MARGIN } from '../../../shared/vocabulary/margin.ts'
import { MARKS } from '../../../shared/vocabulary/marks.ts'
import { withEverything } from './annotated.ts'
import { prosePages, scribble, seeded } from './prose.ts'

/** A note on every third page. */
export const NOTE_EVERY = 3
export const ORIGINAL = 'papers.txt'
export const SHA256 = 'a'.repeat(64)

/** The transcript of so many words of prose, imported as the product imports; by default with a note by one hand on every third page. */
export function notedTranscript(words: number, full = false): Transcript {
  const random = seeded(7)
  const newId = idsFrom(random)
  const text = prosePages(words).join('\f')
  const file = { name: ORIGINAL, sha256: SHA256, bytes: text.length, text, encoding: 'utf-8', bom: false }
  const imported = importOriginal(file, newId)
  if (!imported.ok) throw new Error(imported.fault.sentence)
  if (full) return withEverything(imported.value, newId, random)
  const pages = imported.value.pages.map((page, at) =>
    at % NOTE_EVERY === 0 ? withNote(page, at / NOTE_EVERY, newId, random) : page,
  )
  const hand = { id: 'mt-felt', name: 'Prime Minister, felt-tip', badge: 'MT', medium: 'felt-tip', person: null } as const
  return { ...imported.value, pages, hands: [hand] }
}

/** Notes stand in turn left and right; one in two hangs on words, the others on a point. */
function withNote(page: Page, nth: number, newId: NewId, random: () => number): Page {
  const at = page.content.findIndex((child) => child.type === 'block')
  const block = page.content[at] as Block
  const note: MarginObject = {
    type: 'note',
    id: newId(),
    attrs: {
      ...emptyAttributes(MARGIN.note.attributes),
      hand: 'mt-felt',
      place: nth % 2 === 0 ? 'left' : 'right',
      passage: nth % 4 < 2 ? 'words' : null,
    },
    content: [{ type: 'text', text: scribble(random), in: [] }],
    annotations: {},
    extra: {},
  }
  const anchored = nth % 4 < 2 ? onWords(block, note.id, newId()) : onPoint(block, note.id, newId())
  return { ...page, content: page.content.with(at, anchored), margin: [note] }
}

function onPoint(block: Block, note: string, id: string): Block {
  const [before, after] = halves(block)
  const point: Run = { type: 'atom', atom: 'point', attrs: { id, note }, in: [] }
  return { ...block, content: [before, point, after, ...block.content.slice(1)] }
}

function onWords(block: Block, note: string, id: string): Block {
  const [before, after] = halves(block)
  const passage = { type: 'passage', attrs: { ...emptyAttributes(MARKS.passage.attributes), note } }
  return { ...block, content: [{ ...before, in: [id] }, after, ...block.content.slice(1)], annotations: { [id]: passage } }
}

function halves(block: Block) {
  const first = block.content[0]
  if (first?.type !== 'text') throw new Error('a block of prose begins with words')
  const middle = Math.max(1, first.text.length >> 1)
  return [
    { ...first, text: first.text.slice(0, middle) },
    { ...first, text: first.text.slice(middle) },
  ] as const
}
