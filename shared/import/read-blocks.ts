import type { NewId } from '../model/ids.ts'
import { emptyPaper } from '../model/paper.ts'
import { done, failed, type Result } from '../model/result.ts'
import { type SourceRange, wordsOf } from '../model/source.ts'
import type { Block, Extra, Page, Run, Transcript, Unused } from '../model/transcript.ts'
import { trimmed } from '../text/blank.ts'
import { cutLong } from '../text/cut-long.ts'
import { linesIn } from '../text/lines.ts'
import { LONGEST_BLOCK } from '../text/split-long.ts'
import { ATOMS } from '../vocabulary/atoms.ts'
import { emptyAttributes } from '../vocabulary/attribute.ts'
import { LARGEST } from './decode.ts'
import type { OriginalFile } from './importer.ts'

/** From where to where in the original's text, in UTF-16 units. */
export type Reach = readonly [start: number, end: number]

/** A block found, and within it or right before it what is no text of it: each entry is one sign, which may be in two parts (`**` … `**`). */
export interface BlockFound {
  readonly start: number
  readonly end: number
  readonly signs: readonly (readonly Reach[])[]
}

/** What stands between two form feeds: its blocks, and the signs that belong to none of them. */
export interface Sheet {
  readonly blocks: readonly BlockFound[]
  readonly signs: readonly (readonly Reach[])[]
}

export interface BlockReading {
  readonly name: string
  readonly version: number
  readonly options: Extra
  readonly find: (text: string, start: number, end: number) => Sheet
  /** How a block that is too long is cut; left out: so that the pieces are the whole. */
  readonly cut?: typeof cutLong
  /** A form feed before all words ends an empty page, as it was read before; left out: it begins the first one. */
  readonly emptyFirst?: true
}

/** Each line costs some hundred characters of the transcript file, which has a limit. */
const MOST_LINES = 250_000

/**
 * A first transcript of a text, which differs in nothing from it: every non-blank character belongs to a block, or is set aside as
 * `markup`. States nothing else: no role, no hand, no kind of paper, no page but at a form feed. What is cut because it is too long goes on
 * (`continues`). A page without words is without blocks. Fails (`too-large`) beyond `LARGEST` units or `MOST_LINES` lines.
 */
export function readBlocks(file: OriginalFile, newId: NewId, reading: BlockReading): Result<Transcript, 'too-large'> {
  const { text, ...original } = file
  const { name, version, options, find, cut = cutLong, emptyFirst } = reading
  const many = text.length > LARGEST ? `${LARGEST} characters` : linesIn(text).length > MOST_LINES ? `${MOST_LINES} lines` : null
  if (many !== null)
    return failed(
      'too-large',
      `${file.name} has more than ${many}, the most that is imported as text. It was not touched. Divide it first.`,
    )
  const id = withoutTwins(newId)
  const unused: Unused[] = []
  const setAside = (sign: readonly Reach[]) =>
    void unused.push({ id: id(), reason: 'markup', source: sign.map(([from, to]) => [0, from, to]) })
  const paper = id()
  const pages = sheets(text, emptyFirst === true).map(([start, end]): Page => {
    const sheet = find(text, start, end)
    sheet.signs.forEach(setAside)
    const content = sheet.blocks.flatMap((found): Block[] => {
      found.signs.forEach(setAside)
      const signs = found.signs.flat().sort((a, b) => a[0] - b[0])
      return cut(text, found.start, found.end, LONGEST_BLOCK)
        .map(([from, to]) => without(0, from, to, signs))
        .filter((source) => source.length > 0)
        .map((source, nth) => block(id(), source, text, nth > 0 && cut === cutLong))
    })
    return { id: id(), printed: null, folio: null, image: null, state: null, content, margin: [], extra: {} }
  })
  return done({
    originals: [{ ...original, importer: { name, version, options }, text, extra: {} }],
    status: 'untouched',
    paper: emptyPaper(paper),
    pages,
    tray: [],
    unused,
    hands: [],
    people: [],
    names: [],
    revisions: [],
    extra: {},
  })
}

/**
 * The stretches between form feeds; after the last one only if words follow, and before the first one only if words stand there (many
 * programs begin or end every page with one).
 */
function sheets(text: string, emptyFirst: boolean): readonly Reach[] {
  const out: Reach[] = []
  let start = 0
  for (let at = text.indexOf('\f'); at >= 0; at = text.indexOf('\f', start)) {
    out.push([start, at])
    start = at + 1
  }
  if (out.length === 0 || trimmed(text, start, text.length)) out.push([start, text.length])
  const [first] = out
  if (!emptyFirst && first && out.length > 1 && !trimmed(text, ...first)) out.shift()
  return out
}

/** The ranges of a stretch without those that are cut out of it (in order, not overlapping). */
function without(original: number, start: number, end: number, cuts: readonly Reach[]): readonly SourceRange[] {
  const ranges: SourceRange[] = []
  let from = start
  for (const [cutStart, cutEnd] of cuts) {
    if (cutEnd <= from || cutStart >= end) continue
    if (cutStart > from) ranges.push([original, from, cutStart])
    from = Math.max(from, cutEnd)
  }
  if (from < end) ranges.push([original, from, end])
  return ranges
}

function block(id: string, source: readonly SourceRange[], text: string, continues: boolean): Block {
  const content = runsOf(wordsOf(source, [text]))
  return { type: 'block', id, role: null, hand: null, continues, source, content, annotations: {}, extra: {} }
}

const LINE_END: Run = { type: 'atom', atom: 'lb', attrs: { id: '', ...emptyAttributes(ATOMS.lb.attributes) }, in: [] }

/** Words of an original as runs: each line end, of whatever kind, is one `lb`. */
function runsOf(words: string): readonly Run[] {
  return linesIn(words).flatMap(({ start, end, next }): Run[] => [
    ...(end > start ? [{ type: 'text', text: words.slice(start, end), in: [] } as const] : []),
    ...(next > end ? [LINE_END] : []),
  ])
}

/** Ids that are not given twice. A source of ids that gives nothing new for long is a bug. */
function withoutTwins(newId: NewId): NewId {
  const given = new Set<string>()
  return () => {
    for (let tries = 0; tries < 1000; tries += 1) {
      const id = newId()
      if (given.has(id)) continue
      given.add(id)
      return id
    }
    throw new Error('newId gives the same ids again and again')
  }
}
