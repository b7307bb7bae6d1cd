import { done, failed, type Result } from '../../model/result.ts'
import type { SourceRange } from '../../model/source.ts'
import type { Block, MarginObject, Transcript } from '../../model/transcript.ts'
import { MARGIN, type MarginName } from '../../vocabulary/margin.ts'
import { MARK_NAMES, type MarkName } from '../../vocabulary/marks.ts'
import { element, lined } from '../../xml/node.ts'
import { writeXml } from '../../xml/writer.ts'
import type { ExportContext } from '../context.ts'
import { divisionJudge } from '../divided-words.ts'
import { handsOf, isTyped } from '../hands.ts'
import { type EditionLine, type Inline, lineOf, lineOfObject } from '../inline.ts'
import { Losses, tellReplaced } from '../losses.ts'
import { type MachineReading, machineReadings } from '../machine-readings.ts'
import { leavesOf, nest } from '../nest.ts'
import { numberEditorNotes } from '../numbering.ts'
import { paragraphsOf } from '../paragraphs.ts'
import { placementOf } from '../placement.ts'
import { type PaperText, papersOf, type ReadingUnit, type Whole } from '../reading-order.ts'
import { referencesOf } from '../references.ts'
import { staysWhole } from '../whole-marks.ts'
import { withDivisions } from '../with-divisions.ts'
import { withhold } from '../withhold.ts'
import { writeBetween, writeDivision } from './division.ts'
import { writeHeader } from './header.ts'
import { Ids } from './ids.ts'
import { tellTranscriptLosses } from './loss-report.ts'
import { MARGIN_TEI } from './margin.ts'
import { isHandwriting } from './marks.ts'
import { pointerFaults } from './pointers.ts'
import { writeNames } from './registers.ts'
import { ROLES_TEI } from './roles.ts'
import type { Planned, TeiOptions, Writing } from './writing.ts'

const NAMESPACE = 'http://www.tei-c.org/ns/1.0'

/**
 * A transcript as one TEI P5 document, valid against tei_all by construction, and what TEI could not hold. A pointer that leads nowhere is
 * a fault of ours (`bug`): no document is given then. Equal transcript, options and context give equal bytes.
 */
export function writeTei(
  whole: Transcript,
  options: TeiOptions,
  context: ExportContext,
): Result<{ readonly text: string; readonly losses: readonly string[] }, 'bug'> {
  const { transcript, losses: withheld } = withhold(whole)
  const { papers, unjoined } = papersOf(transcript)
  const writing = prepare(transcript, papers, options)
  const { losses } = writing
  for (const sentence of withheld) losses.add(sentence)
  tellTranscriptLosses(transcript, unjoined, options.queries, losses)
  const divisions = papers.map((paper) => writeDivision(paper, writing))
  const names = writeNames(writing)
  const root = element('TEI', { xmlns: NAMESPACE }, [
    '\n',
    writeHeader(writing, context),
    '\n',
    ...(names === null ? [] : [names, '\n']),
    element('text', {}, [lined('body', {}, divisions)]),
    '\n',
  ])
  const [fault] = pointerFaults(root)
  if (fault !== undefined) {
    return failed(
      'bug',
      `No TEI was written: ${fault}. This is a fault of Scholion; the transcript is as it was. Please report it.`,
    )
  }
  const { text, replaced } = writeXml(root)
  tellReplaced(replaced, losses)
  return done({ text, losses: losses.list() })
}

function prepare(transcript: Transcript, papers: readonly PaperText[], options: TeiOptions): Writing {
  const texts = transcript.originals.map(({ text }) => text)
  const hands = handsOf(transcript)
  const placement = placementOf(transcript, ({ type }) => type !== 'query' || options.queries)
  const shown = new Map(placement.order.map((object) => [object.id, object]))
  const next = new Map<string, string>()
  for (const { id, type, attrs } of placement.order)
    if (type === 'note' && typeof attrs.joins === 'string' && shown.get(attrs.joins)?.type === 'note' && !next.has(attrs.joins))
      next.set(attrs.joins, id)
  const lines = new Map<string, readonly Planned[]>()
  const inHandwriting = new Set<string>()
  const ids = new Ids()
  ids.of('fixed', 'ocr')
  const writing: Writing = {
    transcript,
    options,
    hands,
    placement,
    shown,
    papers: new Set(papers.map(({ paper }) => paper.id)),
    next,
    numbers: numberEditorNotes(placement),
    references: referencesOf(transcript, papers, placement),
    ids,
    losses: new Losses(),
    judge: divisionJudge(transcript),
    divided: { any: false },
    segments: new Map(),
    lines,
    inHandwriting,
    readings: (holder) => readingsOf(holder, texts),
    between: (items, division) => writeBetween(items, division, writing),
    object: (object) => MARGIN_TEI[object.type as MarginName](object, writing),
  }
  for (const { items } of papers) planItems(items, writing, lines)
  for (const object of placement.order)
    lines.set(
      object.id,
      paragraphsOf(dividing(lineOfObject(object, placement, writing.readings(object)), writing)).map((line) =>
        planned(line, !isOurs(object) && !isTyped(object.attrs.hand, hands), writing),
      ),
    )
  for (const one of [...lines.values()].flat()) findHandwriting(one, writing, inHandwriting)
  return writing
}

/** Corrections of which any word is handwriting: not one of their elements may be silent. */
function findHandwriting({ tree, annotations, handwritten }: Planned, writing: Writing, found: Set<string>): void {
  for (const leaf of leavesOf(tree)) {
    const types = leaf.in.flatMap((id) => annotations[id] ?? [])
    if (handwritten || types.some((one) => isHandwriting(one, writing))) for (const id of leaf.in) found.add(id)
  }
}

function readingsOf(holder: Block | MarginObject, texts: readonly string[]): readonly MachineReading[] {
  if (holder.type === 'block') return machineReadings(holder as Block, (holder as Block).source, texts)
  const { source } = (holder as MarginObject).attrs
  return Array.isArray(source) ? machineReadings(holder, source as readonly SourceRange[], texts) : []
}

/** Editor's notes and queries are not the paper's. */
function isOurs({ type }: MarginObject): boolean {
  return !('hand' in MARGIN[type as MarginName].attributes)
}

function planItems(items: readonly ReadingUnit[], writing: Writing, lines: Map<string, readonly Planned[]>): void {
  for (const item of items) {
    if (item.kind === 'turn') continue
    lines.set(item.id, planWhole(item, writing))
    for (const piece of item.pieces) if (piece.type === 'between') planItems(piece.items, writing, lines)
  }
}

function planWhole(whole: Whole, writing: Writing): readonly Planned[] {
  const line = dividing(lineOf(whole.pieces, writing.placement, writing.readings), writing)
  // where no hand is stated, a block is the typewriter's or the printer's (archivist.md, Hands)
  const handwritten = whole.hand !== null && !isTyped(whole.hand, writing.hands)
  const isAddress = whole.role !== null && ROLES_TEI[whole.role].as === 'address'
  const split = isAddress ? atLineEnds(line) : [line]
  return split.map((one) => planned(one, handwritten, writing))
}

function dividing(line: EditionLine, { judge, divided }: Writing): EditionLine {
  const own = withDivisions(line, judge)
  divided.any ||= own !== line
  return own
}

/** The lines of an address: each is an `addrLine` (CO#CONAAD). */
function atLineEnds({ items, annotations }: EditionLine): readonly EditionLine[] {
  const lines: Inline[][] = [[]]
  for (const item of items) {
    if (item.kind === 'lb') lines.push([])
    else lines.at(-1)!.push(item)
  }
  return lines.map((own) => ({ items: own, annotations }))
}

function planned({ items, annotations }: EditionLine, handwritten: boolean, writing: Writing): Planned {
  const typeOf = (id: string) => annotations[id]?.type as MarkName | undefined
  // a passage is two anchors and no element: nothing need be cut for it
  const leaves = items.map((item) => ({
    ...item,
    in: item.in.filter((id) => typeOf(id) !== undefined && typeOf(id) !== 'passage'),
  }))
  const rank = (id: string) => MARK_NAMES.indexOf(typeOf(id)!)
  const tree = nest(leaves, writing.segments, rank, (id) => staysWhole(typeOf(id)!, 'tei'))
  return { tree, annotations, handwritten }
}
