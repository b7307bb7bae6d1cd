import type { SourceRange } from '../../model/source.ts'
import type { MarginObject, Transcript } from '../../model/transcript.ts'
import { letterNotes } from '../../schema/note-letters.ts'
import { counted } from '../../text/counted.ts'
import { paperTitle } from '../../vocabulary/paper.ts'
import { element, type XmlElement } from '../../xml/node.ts'
import type { ExportContext } from '../context.ts'
import { divisionJudge } from '../divided-words.ts'
import { handsOf } from '../hands.ts'
import { languageTag } from '../language-tag.ts'
import { Losses, tellReplaced } from '../losses.ts'
import { machineReadings } from '../machine-readings.ts'
import { numberEditorNotes } from '../numbering.ts'
import { editionTitle } from '../paper-title.ts'
import { placementOf } from '../placement.ts'
import { type PaperText, papersOf } from '../reading-order.ts'
import { referencesOf } from '../references.ts'
import { withhold } from '../withhold.ts'
import { about, legend, penLegend } from './back.ts'
import { setBetween, setItems } from './blocks.ts'
import { calledFootnotes, footnotesIn, paperFootnotes } from './footnotes.ts'
import { front, handsNotStated } from './front.ts'
import { bdi, classes, el, group } from './node.ts'
import { drawObject, editorNotes, foldedNotes, headnotes } from './notes.ts'
import { addressOf } from './reference.ts'
import type { Annotated, Setting } from './setting.ts'
import { sourceNote } from './source-note.ts'
import { STYLE } from './style.ts'
import { writeHtml } from './writer.ts'

export interface HtmlOptions {
  readonly queries: boolean
}

/** Nothing is fetched and nothing runs: the page opens from a disk, for ever. */
const POLICY = "default-src 'none'; style-src 'unsafe-inline'; img-src data:; script-src 'none'"

/**
 * The reading edition: one file that asks for nothing. Its three states are chosen without a script; notes are floats at their anchors,
 * so that none covers another. Equal transcript, options and context give equal bytes.
 */
export function writeReadingEdition(
  transcript: Transcript,
  options: HtmlOptions,
  context: ExportContext,
): { readonly text: string; readonly losses: readonly string[] } {
  const { root, losses } = setReadingEdition(transcript, options, context)
  const { text, replaced } = writeHtml(root)
  tellReplaced(replaced, losses)
  return { text, losses: losses.list() }
}

/** The page as a tree, before it is written: what the window shows is what the file will hold. */
export function setReadingEdition(
  whole: Transcript,
  options: HtmlOptions,
  context: ExportContext,
): { readonly root: XmlElement; readonly losses: Losses } {
  const { transcript, losses: withheld } = withhold(whole)
  const { papers } = papersOf(transcript)
  const setting = settingOf(transcript, papers, options)
  for (const sentence of withheld) setting.losses.add(sentence)
  tellLosses(transcript, setting, options)
  const texts = papers.map((_paper, index) => setPaper(papers, index, setting, context))
  const main = group('main', null, [...handsNotStated(setting), ...texts, ...editorNotes(setting)])
  const root = group('html', null, [headOf(transcript, context), bodyOf(main, setting, papers.length, context)], { lang: 'en' })
  return { root, losses: setting.losses }
}

function settingOf(transcript: Transcript, papers: readonly PaperText[], { queries }: HtmlOptions): Setting {
  const texts = transcript.originals.map(({ text }) => text)
  const placement = placementOf(transcript, ({ type }) => type !== 'query' || queries)
  const setting: Setting = {
    transcript,
    hands: handsOf(transcript),
    placement,
    shown: new Map(placement.order.map((object) => [object.id, object])),
    letters: letterNotes(placement.order),
    numbers: numberEditorNotes(placement),
    footnotes: footnotesIn(placement),
    called: calledFootnotes(transcript),
    references: referencesOf(transcript, papers, placement),
    colours: new Map(),
    losses: new Losses(),
    silent: new Set(),
    judge: divisionJudge(transcript),
    keepsLines: false,
    readings: (holder) => machineReadings(holder, sourceOf(holder), texts),
    draw: (object, apart) => drawObject(object, setting, apart),
    between: (items) => setBetween(items, setting),
    level: papers.length > 1 ? 3 : 2,
  }
  return setting
}

function sourceOf(holder: Annotated): readonly SourceRange[] {
  const { source } = holder.type === 'block' ? (holder as unknown as { source: unknown }) : (holder as MarginObject).attrs
  return Array.isArray(source) ? (source as readonly SourceRange[]) : []
}

/** What a reading edition leaves to the transcript file. */
function tellLosses({ unused, tray, pages }: Transcript, { losses }: Setting, { queries }: HtmlOptions): void {
  losses.add('Which words of the machine transcript each block and note was read from stays in the transcript file.')
  const aside = unused.filter(({ reason }) => reason !== 'markup').length
  if (aside > 0)
    losses.add(
      `What is set aside of the machine transcript stays in the transcript file: ${counted(aside, 'stretch', 'stretches')}.`,
    )
  if (tray.length > 0) losses.add(`Annotations that have lost their words stay in the transcript file: ${tray.length}.`)
  const hidden = queries ? 0 : pages.flatMap((page) => page.margin).filter(({ type }) => type === 'query').length
  if (hidden > 0) losses.add(`${counted(hidden, 'query is', 'queries are')} left out, as was asked.`)
  losses.add('Names, and normal forms of dates, are not shown.')
}

function headOf(transcript: Transcript, { version }: ExportContext): XmlElement {
  return group('head', null, [
    element('meta', { charset: 'utf-8' }),
    element('meta', { 'http-equiv': 'Content-Security-Policy', content: POLICY }),
    element('meta', { name: 'viewport', content: 'width=device-width, initial-scale=1' }),
    element('meta', { name: 'generator', content: `Scholion ${version}` }),
    element('title', {}, [`${editionTitle(transcript)} (draft edition)`]),
    element('style', {}, [STYLE]),
  ])
}

function bodyOf(main: XmlElement, setting: Setting, papers: number, context: ExportContext): XmlElement {
  return group('body', null, [
    front(setting, papers, context),
    main,
    group('footer', null, [...legend(setting), ...penLegend(context.legend ?? []), about(setting, context)]),
  ])
}

/** One paper: headnotes, what is stated of it, the text with its notes beside it, the notes folded. */
function setPaper(papers: readonly PaperText[], index: number, setting: Setting, context: ExportContext): XmlElement {
  const { paper, items } = papers[index]!
  const count = papers.length
  const all = papers.map((one) => one.paper)
  const { placement } = setting
  const own = placement.on.get(paper.id) ?? []
  const title = paperTitle(paper) ?? `Paper ${index + 1}`
  const notes = placement.order.filter(({ id, type }) => type === 'note' && placement.paperOf.get(id) === paper.id)
  const beside = own.filter(({ type }) => type !== 'editornote').flatMap((object) => setting.draw(object, false))
  const language = languageTag(paper.language)
  const sheet = group(
    'div',
    'sheet',
    [...(beside.length === 0 ? [] : [el('div', 'turn', beside)]), ...setItems(items, setting)],
    {
      lang: language,
    },
  )
  const level = `h${setting.level}`
  const heading = el(level, null, [count > 1 ? `Handwriting on paper ${index + 1}` : 'Handwriting on the paper'])
  const more = addressOf(paper.id, setting)
  const parts = [
    ...(count === 1 ? [] : [el('h2', 'paper-title', [bdi(title)], { dir: 'auto' })]),
    ...headnotes(own, setting),
    ...sourceNote(paper, all, context),
    sheet,
    ...paperFootnotes(paper.id, setting),
    ...foldedNotes(notes, setting, heading),
  ]
  return group('article', classes('paper', count === 1 ? 'alone' : null), parts, more)
}
