import type { Hand, Person } from '../../shared/model/hand.ts'
import { idsFrom } from '../../shared/model/ids.ts'
import { emptyPaper } from '../../shared/model/paper.ts'
import type { SourceRange } from '../../shared/model/source.ts'
import type { Annotation, Block, Division, MarginObject, Page, Paper, Run } from '../../shared/model/transcript.ts'
import { emptyAttributes } from '../../shared/vocabulary/attribute.ts'
import { MARGIN, type MarginName } from '../../shared/vocabulary/margin.ts'
import { MARKS, type MarkName } from '../../shared/vocabulary/marks.ts'
import { prosePages, scribble, seeded } from '../bench/page/prose.ts'

export const TYPEWRITER = 'typewriter'
export const MARGIN_PEOPLE: readonly Person[] = [
  { id: 'person-thorne', name: 'Adela Thorne', offices: ['Chairman of the Harbour Board'] },
  { id: 'person-lisle', name: 'Conrad Lisle', offices: ['Secretary of the Harbour Board'] },
]
/** Four writers, print and typewriter. */
export const MARGIN_HANDS: readonly Hand[] = [
  { id: 'thorne', name: 'Adela Thorne, ink', badge: 'AT', medium: 'ink', person: 'person-thorne' },
  { id: 'lisle', name: 'Conrad Lisle, pencil', badge: 'CL', medium: 'pencil', person: 'person-lisle' },
  { id: 'engineer', name: 'The engineer, ball-point', badge: 'ENG', medium: 'ball-point', person: null },
  { id: 'registry', name: 'Registry clerk, felt-tip', badge: 'R', medium: 'felt-tip', person: null },
  { id: 'print', name: 'Letterhead, print', badge: 'P', medium: 'print', person: null },
  { id: TYPEWRITER, name: 'Typewriter', badge: 'T', medium: 'typewriter', person: null },
]
export const WRITERS = ['thorne', 'lisle', 'engineer', 'registry', 'unknown-manuscript', null] as const

/** Words, words in annotations, or the point of a note. */
export type Part = string | { readonly words: string; readonly in: readonly string[] } | { readonly point: string }

/** Writes sheets as a machine would have read them: what is typed, then what was written beside it; every character has one owner. */
export class Sheets {
  readonly random = seeded(1958)
  readonly newId = idsFrom(this.random)
  readonly pages: Page[] = []
  readonly texts = ['', '']
  private original = 0
  private pool: string[] = []
  private annotations = new Map<string, Annotation>()
  private content: (Block | Division)[] = []
  private margin: MarginObject[] = []

  /** What follows was read from the second original. */
  nextOriginal(): void {
    this.original += 1
  }

  prose(words: number): string {
    if (this.pool.length < words)
      this.pool = prosePages(3000, Math.floor(this.random() * 1e6))
        .join(' ')
        .split(/\s+/)
    return this.pool.splice(0, words).join(' ')
  }

  scribble(): string {
    return scribble(this.random)
  }

  /** An annotation to put words into; over several blocks by using its id in each. */
  mark(type: MarkName, attrs: Readonly<Record<string, unknown>> = {}): string {
    const id = this.newId()
    this.annotations.set(id, { type, attrs: { ...emptyAttributes(MARKS[type].attributes), ...attrs } })
    return id
  }

  /** Words that a note stands beside. */
  passage(note: string): string {
    return this.mark('passage', { note, concerns: true })
  }

  block(role: string | null, parts: readonly Part[], own: Partial<Block> = {}): Block {
    const { content, annotations: used, text: words } = this.line(parts)
    const block: Block = {
      type: 'block',
      id: this.newId(),
      role,
      hand: TYPEWRITER,
      continues: false,
      source: this.read(words),
      content,
      annotations: used,
      extra: {},
      ...own,
    }
    this.content.push(block)
    return block
  }

  /** An object of the margin; its id is wanted before, by who anchors it. */
  beside(type: MarginName, id: string, words: string | readonly Part[], attrs: Readonly<Record<string, unknown>> = {}): string {
    const table: Readonly<Record<string, unknown>> = emptyAttributes(MARGIN[type].attributes)
    const parts = typeof words === 'string' ? (words === '' ? [] : [words]) : words
    const { content, annotations, text } = this.line(parts)
    const source = type === 'note' ? { source: this.read(text) } : {}
    this.margin.push({ type, id, attrs: { ...table, ...attrs, ...source }, content, annotations, extra: {} })
    return id
  }

  private line(parts: readonly Part[]) {
    const annotations: Record<string, Annotation> = {}
    const content = parts.map((part): Run => {
      if (typeof part === 'string') return { type: 'text', text: part, in: [] }
      if ('point' in part) return { type: 'atom', atom: 'point', attrs: { id: this.newId(), note: part.point }, in: [] }
      for (const id of part.in) annotations[id] = this.annotations.get(id)!
      return { type: 'text', text: part.words, in: [...part.in].sort() }
    })
    return { content, annotations, text: content.map((run) => (run.type === 'text' ? run.text : '')).join('') }
  }

  division(paper: Partial<Paper>): string {
    const id = this.newId()
    this.content.push({ ...emptyPaper(id), ...paper, type: 'division', id })
    return id
  }

  /** Ends the page. */
  turn(own: Partial<Page> = {}, id = this.newId()): void {
    const bare = { printed: String(this.pages.length + 1), folio: null, image: null, state: null, extra: {} }
    this.pages.push({ id, ...bare, content: this.content, margin: this.margin, ...own })
    this.content = []
    this.margin = []
  }

  private read(words: string): SourceRange[] {
    if (words.trim() === '') return []
    const start = this.texts[this.original]!.length
    this.texts[this.original] += `${words}\n\n`
    return [[this.original, start, start + words.length]]
  }
}
