import type { NewId } from '../model/ids.ts'
import { emptyPaper } from '../model/paper.ts'
import { done, failed, type Result } from '../model/result.ts'
import { type SourceRange, wordsOf } from '../model/source.ts'
import type { Block, Page, Run, Transcript, Unused } from '../model/transcript.ts'
import { trimmed } from '../text/blank.ts'
import { linesIn } from '../text/lines.ts'
import { LONGEST_BLOCK, splitLong } from '../text/split-long.ts'
import { ATOMS } from '../vocabulary/atoms.ts'
import { emptyAttributes } from '../vocabulary/attribute.ts'
import { LARGEST } from './decode.ts'
import { type BlockMode, findBlocks } from './find-blocks.ts'
import { boldPairs, without } from './signs.ts'

export const TEXT_IMPORTER = { name: 'text', version: 1 } as const

export interface TextOptions {
  /** `blank-line`: a run of lines without a blank line between them is one block. `line`: each line is a block. */
  readonly blocks: BlockMode
}

export const TEXT_OPTIONS: TextOptions = { blocks: 'blank-line' }

export interface TextFile {
  /** The original's bare name, lower-case hex sha256 and length in bytes. */
  readonly name: string
  readonly sha256: string
  readonly bytes: number
  /** What `decode` gave. */
  readonly text: string
  readonly encoding: string
  readonly bom: boolean
}

/** Each line costs some hundred characters of the transcript file, which has a limit. */
export const MOST_LINES = 250_000

/**
 * A first transcript of a text file, which differs in nothing from it: every non-blank character belongs to a block, or is set aside as
 * `markup` (signs at the start of a line, paired `**`). States nothing else: no role, no hand, no kind of paper, no page but at a form
 * feed. A file without words gives a page without blocks. Fails (`too-large`) beyond `LARGEST` units or `MOST_LINES` lines. `newId` is called for every page,
 * block, paper and stretch set aside.
 */
export function importText(file: TextFile, newId: NewId, options: TextOptions = TEXT_OPTIONS): Result<Transcript, 'too-large'> {
  const { text, ...original } = file
  if (text.length > LARGEST)
    return failed(
      'too-large',
      `${file.name} has more than ${LARGEST} characters, the most that is imported as text. It was not touched. Divide it first.`,
    )
  if (linesIn(text).length > MOST_LINES)
    return failed(
      'too-large',
      `${file.name} has more than ${MOST_LINES} lines, the most that is imported as text. It was not touched. Divide it first.`,
    )
  const id = withoutTwins(newId)
  const aside: Unused[] = []
  const setAside = (source: readonly SourceRange[]) => void aside.push({ id: id(), reason: 'markup', source })
  const paper = id()
  const pages = sheets(text).map(([start, end]): Page => {
    const content = findBlocks(text, linesIn(text, start, end), options.blocks).flatMap((found): Block[] => {
      for (const [from, to] of found.signs) setAside([[0, from, to]])
      const pairs = linesIn(text, found.start, found.end).flatMap((line) => boldPairs(text, line.start, line.end))
      for (const [open, close] of pairs)
        setAside([
          [0, open, open + 2],
          [0, close, close + 2],
        ])
      const stars = pairs.flatMap(
        ([open, close]) =>
          [
            [open, open + 2],
            [close, close + 2],
          ] as const,
      )
      const cuts = [...found.signs, ...stars].sort((a, b) => a[0] - b[0])
      return splitLong(text, found.start, found.end, LONGEST_BLOCK)
        .map(([from, to]) => without(0, from, to, cuts))
        .filter((source) => source.length > 0)
        .map((source) => block(id(), source, text))
    })
    return { id: id(), printed: null, folio: null, image: null, state: null, content, margin: [], extra: {} }
  })
  return done({
    originals: [{ ...original, importer: { ...TEXT_IMPORTER, options: { ...options } }, text, extra: {} }],
    status: 'untouched',
    paper: emptyPaper(paper),
    pages,
    tray: [],
    unused: aside,
    hands: [],
    people: [],
    names: [],
    revisions: [],
    extra: {},
  })
}

/** The stretches between form feeds; after the last one only if words follow (many programs end every page with one). */
function sheets(text: string): readonly (readonly [start: number, end: number])[] {
  const out: [number, number][] = []
  let start = 0
  for (let at = text.indexOf('\f'); at >= 0; at = text.indexOf('\f', start)) {
    out.push([start, at])
    start = at + 1
  }
  if (out.length === 0 || trimmed(text, start, text.length)) out.push([start, text.length])
  return out
}

function block(id: string, source: readonly SourceRange[], text: string): Block {
  const content = runsOf(wordsOf(source, [text]))
  return { type: 'block', id, role: null, hand: null, continues: false, source, content, annotations: {}, extra: {} }
}

const LINE_END: Run = { type: 'atom', atom: 'lb', attrs: { id: '', ...emptyAttributes(ATOMS.lb.attributes) }, in: [] }

/** Words of an original as runs: each line end, of whatever kind, is one `lb`. */
export function runsOf(words: string): readonly Run[] {
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
