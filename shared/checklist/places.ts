import { lengthOf, type SourceRange, wordsOf } from '../model/source.ts'
import type { Annotation, Block, MarginObject, Page, Paper, Run, Transcript, Unused } from '../model/transcript.ts'
import { gapWords } from '../schema/schema.ts'
import { CERTAINTY } from '../vocabulary/certainty.ts'
import { QUESTIONS, type Question } from '../vocabulary/checklist.ts'
import { penMarkWords } from '../vocabulary/pen-marks.ts'
import { labelOf } from '../vocabulary/vocabulary.ts'
import { type InContext, inContext, textWithPlaces } from './context.ts'

/** One thing that only the paper can settle. */
export interface CheckPlace extends InContext {
  /** The id of the annotation, gap, object, block, paper, page or stretch that is asked about. */
  readonly place: string
  readonly question: Question
  /** The question in words, with what is stated of it already. */
  readonly asks: string
  /** Its page, from 1; and the index of its paper, from 0. */
  readonly page: number
  readonly paper: number
  /** The hand of the block or note, by id; null where none is stated. */
  readonly hand: string | null
  /** Whether the words are a note’s, not the text’s. */
  readonly beside: boolean
}

type Attrs = Readonly<Record<string, unknown>>

const isUnsure = (cert: unknown): cert is 'low' | 'unknown' => cert === 'low' || cert === 'unknown'
const said = (value: unknown) => (typeof value === 'string' && value.trim() !== '' ? value : null)

/**
 * Everything in a transcript that only the paper can settle, in reading order: undetermined and doubtful readings, gaps, open queries, what is stated as
 * possible or not known, page turns that are not decided, stretches set aside as not determined. What was answered is among it.
 */
export function placesIn(transcript: Transcript): readonly CheckPlace[] {
  const texts = transcript.originals.map(({ text }) => text)
  const listing = new Listing(texts)
  let paper = 0
  listing.paper(transcript.paper, paper, 1)
  transcript.pages.forEach((page, index) => {
    paper = listing.page(page, index, paper, transcript.pages[index - 1])
  })
  for (const { id, source } of asideUncited(transcript)) {
    const [[original, from, to] = [0, 0, 0], ...more] = source
    const text = texts[original] ?? ''
    const context =
      more.length === 0 ? inContext(text, from, to, '', '') : inContext(wordsOf(source, texts), 0, lengthOf(source), '', '')
    listing.add({ place: id, question: 'aside', ...pageBefore(transcript, original, from) }, context)
  }
  return listing.places
}

/** Whether this place was looked up. */
export function isAnswered({ pages }: Pick<Transcript, 'pages'>): (place: Pick<CheckPlace, 'place' | 'question'>) => boolean {
  const answered = new Set(pages.flatMap(({ answers = [] }) => answers).map((one) => `${one.question} ${one.place}`))
  return ({ place, question }) => answered.has(`${question} ${place}`)
}

type Where = Pick<CheckPlace, 'place' | 'question' | 'page' | 'paper'>
type More = Partial<Pick<CheckPlace, 'hand' | 'beside'>> & { readonly details?: readonly (string | null)[] }

/** Gathers the places in order; an annotation over several blocks is one. */
class Listing {
  readonly places: CheckPlace[] = []
  private readonly seen = new Map<string, number>()
  private readonly texts: readonly string[]

  constructor(texts: readonly string[]) {
    this.texts = texts
  }

  add(where: Where, context: InContext, { hand = null, beside = false, details = [] }: More = {}): void {
    const key = `${where.question} ${where.place}`
    const before = this.seen.get(key)
    if (before !== undefined) {
      const first = this.places[before]!
      if (where.question !== 'gap')
        this.places[before] = { ...first, words: `${first.words} ${context.words}`, after: context.after }
      return
    }
    this.seen.set(key, this.places.length)
    const asks = [QUESTIONS[where.question], ...details.filter((one) => one !== null)].join('; ')
    this.places.push({ ...where, ...context, asks, hand, beside })
  }

  paper({ id, facts = {}, date }: Paper, paper: number, page: number): void {
    if (!isUnsure(facts.cert)) return
    const words = said(facts.dateWritten) ?? date ?? ''
    this.add({ place: id, question: 'date', page, paper }, inContext(words, 0, words.length, '', ''), {
      details: [certWords(facts.cert)],
    })
  }

  /** Gives the index of the paper that the page ends in. */
  page(page: Page, index: number, first: number, previous: Page | undefined): number {
    let paper = first
    const blocks = page.content.filter((child) => child.type === 'block')
    const texts = blocks.map(({ content }) => textWithPlaces(content).text)
    const at = { page: index + 1 }
    if (page.turn === 'undecided') {
      const words = texts.find((text) => text.trim() !== '') ?? ''
      const before = previous?.content.filter((child) => child.type === 'block').at(-1)
      const above = before ? textWithPlaces(before.content).text : ''
      this.add({ ...at, place: page.id, question: 'turn', paper }, inContext(words, 0, words.length, above, texts[1] ?? ''))
    }
    const left = new Map(page.margin.map((object) => [object.id, object]))
    const objects = (ids: readonly string[], around: InContext | null, of: number) => {
      for (const id of ids) {
        const object = left.get(id)
        if (!object) continue
        left.delete(id)
        this.object(object, around, { ...at, paper: of })
      }
    }
    let block = 0
    for (const child of page.content) {
      if (child.type === 'division') {
        paper += 1
        this.paper(child, paper, index + 1)
        continue
      }
      this.block(child, { ...at, paper }, texts[block - 1] ?? '', texts[block + 1] ?? '')
      for (const { id, context } of anchorsOf(child, texts[block - 1] ?? '', texts[block + 1] ?? ''))
        objects([id], context, paper)
      block += 1
    }
    objects([...left.keys()], null, paper)
    return paper
  }

  private block(block: Block, at: Pick<CheckPlace, 'page' | 'paper'>, previous: string, next: string): void {
    const { id, hand, facts = {} } = block
    if (isUnsure(facts.handCert)) {
      const { text } = textWithPlaces(block.content)
      this.add({ ...at, place: id, question: 'hand' }, inContext(text, 0, text.length, previous, next), {
        hand,
        details: [certWords(facts.handCert)],
      })
    }
    this.inside(block, at, hand, false, previous, next)
  }

  private object(object: MarginObject, around: InContext | null, at: Pick<CheckPlace, 'page' | 'paper'>): void {
    const { id, type, attrs } = object
    const { text } = textWithPlaces(object.content)
    const words = type === 'penmark' ? penMarkWords(attrs) : text
    const own = inContext(words, 0, words.length, '', '')
    const hand = said(attrs.hand)
    // a query is read beside the words that it asks about
    if (type === 'query' && attrs.state !== 'resolved') {
      const details = [own.words === '' ? null : own.words, said(attrs.assigned) && `for ${said(attrs.assigned)}`]
      this.add({ ...at, place: id, question: 'query' }, around ?? inContext('', 0, 0, '', ''), { details })
    }
    const details = [around && around.words !== '' ? `beside “${around.words}”` : null]
    if (isUnsure(attrs.cert))
      this.add({ ...at, place: id, question: 'hand' }, own, { hand, beside: true, details: [certWords(attrs.cert), ...details] })
    if (isUnsure(attrs.readingCert))
      this.add({ ...at, place: id, question: 'reading' }, own, {
        hand,
        beside: true,
        details: [certWords(attrs.readingCert), ...details],
      })
    this.inside(object, at, hand, true, '', '')
  }

  private inside(
    holder: Pick<Block | MarginObject, 'id' | 'content' | 'annotations'>,
    at: Pick<CheckPlace, 'page' | 'paper'>,
    hand: string | null,
    beside: boolean,
    previous: string,
    next: string,
  ): void {
    const { text, starts } = textWithPlaces(holder.content)
    const stretches = stretchesOf(holder.content, starts)
    const shown = new Set<string>()
    holder.content.forEach((run, index) => {
      for (const id of run.in) {
        const annotation = holder.annotations[id]
        const asked = annotation && !shown.has(id) ? askedOf(annotation) : null
        if (!annotation || !asked) continue
        shown.add(id)
        const [from, to] = stretches.get(id)!
        const more = { hand, beside, details: asked.details }
        this.add({ ...at, place: id, question: asked.question }, inContext(text, from, to, previous, next), more)
      }
      if (run.type !== 'atom' || run.atom !== 'gap') return
      const place = gapPlace(holder.id, holder.content, index)
      const context = inContext(text, starts[index]!, starts[index + 1]!, previous, next)
      const read = wordsOf(evidenceOf(run), this.texts).replace(/\s+/gu, ' ').trim()
      const details = [
        said(run.attrs.description),
        read === '' ? null : `the machine read “${read.slice(0, 80)}”`,
        isUnsure(run.attrs.cert) ? certWords(run.attrs.cert) : null,
      ]
      const words = gapWords(run.attrs)
      this.add({ ...at, place, question: 'gap' }, { ...context, words }, { hand: said(run.attrs.hand) ?? hand, beside, details })
    })
  }
}

function evidenceOf(run: Run): readonly SourceRange[] {
  const evidence = run.type === 'atom' && run.atom === 'gap' ? run.attrs.evidence : null
  return Array.isArray(evidence) ? (evidence as readonly SourceRange[]) : []
}

/** What is set aside as not determined, but what a gap stands for already: that is asked about once. */
function asideUncited({ pages, unused }: Transcript): readonly Unused[] {
  const holders = pages.flatMap((page) => [...page.content.filter((child) => child.type === 'block'), ...page.margin])
  const cited = holders.flatMap(({ content }) => content.flatMap(evidenceOf))
  const isCited = ([original, from, to]: SourceRange) =>
    cited.some(([other, start, end]) => other === original && start <= from && to <= end)
  return unused.filter(({ reason, source }) => reason === 'not-determined' && source.length > 0 && !source.every(isCited))
}

/** The page and the paper of the block that the machine read last before a place of an original. */
function pageBefore({ pages }: Transcript, original: number, at: number): Pick<CheckPlace, 'page' | 'paper'> {
  let best = { page: 1, paper: 0, start: -1 }
  let paper = 0
  pages.forEach(({ content }, index) => {
    for (const child of content) {
      if (child.type === 'division') paper += 1
      else
        for (const [own, start] of child.source)
          if (own === original && start <= at && start > best.start) best = { page: index + 1, paper, start }
    }
  })
  return { page: best.page, paper: best.paper }
}

/** What a gap is called: by its id; one without is told by its holder, and which of its nameless gaps it is. */
function gapPlace(holder: string, runs: readonly Run[], index: number): string {
  const run = runs[index]
  const id = run?.type === 'atom' ? run.attrs.id : ''
  if (typeof id === 'string' && id !== '') return id
  const nameless = runs
    .slice(0, index)
    .filter((one) => one.type === 'atom' && one.atom === 'gap' && (one.attrs.id ?? '') === '').length
  return `${holder.slice(0, 50)}.gap${nameless + 1}`
}

const certWords = (cert: unknown) => CERTAINTY[cert as keyof typeof CERTAINTY]

/** What is asked of the words under an annotation, or null where nothing is. */
function askedOf({
  type,
  attrs,
}: Annotation): { readonly question: Question; readonly details: readonly (string | null)[] } | null {
  const cert = isUnsure(attrs.cert) ? certWords(attrs.cert) : null
  if (type === 'undetermined') return { question: 'undetermined', details: [perhaps(attrs), cert] }
  if (type === 'unclear') return { question: 'unclear', details: [said(attrs.reason), cert] }
  return cert === null ? null : { question: 'certainty', details: [`${labelOf(type)}: ${cert}`] }
}

const perhaps = ({ suggestion }: Attrs) => (said(suggestion) === null ? null : `perhaps “${said(suggestion)}”`)

/** The stretch from the first to the last run of each annotation, in the text of its holder. */
function stretchesOf(runs: readonly Run[], starts: readonly number[]): ReadonlyMap<string, readonly [number, number]> {
  const found = new Map<string, readonly [number, number]>()
  runs.forEach(({ in: ids }, at) => {
    for (const id of ids) found.set(id, [found.get(id)?.[0] ?? starts[at]!, starts[at + 1]!])
  })
  return found
}

/** The objects of the margin that are anchored in a block, in order, each with the words that it stands beside. */
function anchorsOf(
  block: Block,
  previous: string,
  next: string,
): readonly { readonly id: string; readonly context: InContext }[] {
  const { text, starts } = textWithPlaces(block.content)
  const stretches = stretchesOf(block.content, starts)
  const found = new Map<string, InContext>()
  block.content.forEach((run, at) => {
    if (run.type === 'atom' && run.atom === 'point' && typeof run.attrs.note === 'string' && !found.has(run.attrs.note))
      found.set(run.attrs.note, inContext(text, starts[at]!, starts[at]!, previous, next))
    for (const id of run.in) {
      const { type, attrs } = block.annotations[id] ?? { type: '', attrs: {} as Attrs }
      if (type === 'passage' && typeof attrs.note === 'string' && !found.has(attrs.note))
        found.set(attrs.note, inContext(text, ...stretches.get(id)!, previous, next))
    }
  })
  return [...found].map(([id, context]) => ({ id, context }))
}
