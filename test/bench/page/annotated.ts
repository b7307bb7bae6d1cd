import type { Hand } from '../../../shared/model/hand.ts'
import type { NewId } from '../../../shared/model/ids.ts'
import type { Annotation, Block, MarginObject, Page, Run, Transcript } from '../../../shared/model/transcript.ts'
import { emptyAttributes } from '../../../shared/vocabulary/attribute.ts'
import { MARGIN, NOTE_FUNCTIONS } from '../../../shared/vocabulary/margin.ts'
import { MARKS, type MarkName } from '../../../shared/vocabulary/marks.ts'
import { scribble } from './prose.ts'

/** On a page of 300 words: 2,000 notes and 10,000 annotations in 100,000 words. */
const NOTES_A_PAGE = 6
const ANNOTATIONS_A_PAGE = 30
const KINDS: readonly MarkName[] = ['persName', 'orgName', 'placeName', 'term', 'date', 'unclear', 'undetermined', 'cited']
const HANDS: readonly Hand[] = ['MT', 'AJC', 'FR', 'CW'].map((badge, at) => ({
  id: `hand-${at}`,
  name: `Writer ${badge}, ink`,
  badge,
  medium: 'ink',
  person: null,
}))

/** A transcript as after months of work: six notes and thirty annotations on each page, by four hands. */
export function withEverything(transcript: Transcript, newId: NewId, random: () => number): Transcript {
  return { ...transcript, pages: transcript.pages.map((page) => fullPage(page, newId, random)), hands: HANDS }
}

function fullPage(page: Page, newId: NewId, random: () => number): Page {
  const blocks = page.content.filter((child) => child.type === 'block').length
  const margin: MarginObject[] = []
  let left = { notes: NOTES_A_PAGE, annotations: ANNOTATIONS_A_PAGE }
  let nth = 0
  const content = page.content.map((child) => {
    if (child.type !== 'block') return child
    const share = (of: number) => Math.ceil(of / (blocks - nth))
    const mine = { notes: share(left.notes), annotations: share(left.annotations) }
    left = { notes: left.notes - mine.notes, annotations: left.annotations - mine.annotations }
    nth += 1
    return fullBlock(child, mine, margin, newId, random)
  })
  return { ...page, content, margin }
}

function fullBlock(
  block: Block,
  counts: { readonly notes: number; readonly annotations: number },
  margin: MarginObject[],
  newId: NewId,
  random: () => number,
): Block {
  const annotations: Record<string, Annotation> = {}
  const content: Run[] = []
  let put = 0
  for (const run of block.content) {
    const words = run.type === 'text' ? run.text.split(/(?<=\s)/) : []
    if (words.length === 0) {
      content.push(run)
      continue
    }
    // a line of the typewriter is a run of its own; each takes its share
    const share = (of: number) => Math.ceil(of / block.content.filter(({ type }) => type === 'text').length)
    const marked = new Set(Array.from({ length: share(counts.annotations) }, () => Math.floor(random() * words.length)))
    const noted = put < counts.notes ? Math.floor(random() * words.length) : -1
    words.forEach((word, at) => {
      if (at === noted) {
        const id = newId()
        put += 1
        margin.push(noteBy(id, margin.length, random))
        content.push({ type: 'atom', atom: 'point', attrs: { id: newId(), note: id }, in: [] })
      }
      if (!marked.has(at)) {
        content.push({ type: 'text', text: word, in: [] })
        return
      }
      const type = KINDS[Math.floor(random() * KINDS.length)]!
      const id = newId()
      annotations[id] = { type, attrs: emptyAttributes(MARKS[type].attributes) }
      content.push({ type: 'text', text: word, in: [id] })
    })
  }
  return { ...block, content: merged(content), annotations }
}

/** Neighbouring runs of plain words as one, as the file holds them. */
function merged(runs: readonly Run[]): readonly Run[] {
  const out: Run[] = []
  for (const run of runs) {
    const last = out.at(-1)
    const plain = last?.type === 'text' && run.type === 'text' && last.in.length === 0 && run.in.length === 0
    if (plain) out[out.length - 1] = { ...last, text: last.text + run.text }
    else out.push(run)
  }
  return out
}

function noteBy(id: string, nth: number, random: () => number): MarginObject {
  const functions = Object.keys(NOTE_FUNCTIONS)
  return {
    type: 'note',
    id,
    attrs: {
      ...emptyAttributes(MARGIN.note.attributes),
      hand: HANDS[Math.floor(random() * HANDS.length)]!.id,
      place: nth % 2 === 0 ? 'left' : 'right',
      function: functions[Math.floor(random() * functions.length)],
    },
    content: [{ type: 'text', text: scribble(random), in: [] }],
    annotations: {},
    extra: {},
  }
}
