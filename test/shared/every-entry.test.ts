import { existsSync, readdirSync, readFileSync, writeFileSync } from 'node:fs'
import { join } from 'node:path'
import { describe, expect, test } from 'vitest'
import { EXPORTERS, type ExportOptions } from '../../shared/export/exporters.ts'
import { passageWithNotes } from '../../shared/export/passage.ts'
import { parseTranscript } from '../../shared/format/parse.ts'
import { serialise } from '../../shared/format/serialise.ts'
import { NAME_KINDS } from '../../shared/model/names.ts'
import type { Transcript } from '../../shared/model/transcript.ts'
import { ATOM_NAMES, GAP_REASONS } from '../../shared/vocabulary/atoms.ts'
import { MARGIN_NAMES, NOTE_FUNCTIONS, NOTE_PLACES, PEN_MARKS } from '../../shared/vocabulary/margin.ts'
import { MARK_NAMES, MARKS } from '../../shared/vocabulary/marks.ts'
import { COPY_STATUSES, PAGE_STATES, PAPER_KINDS, PAPER_RELATIONS } from '../../shared/vocabulary/page.ts'
import { ROLE_NAMES } from '../../shared/vocabulary/roles.ts'
import { UNUSED_REASONS } from '../../shared/vocabulary/unused.ts'
import { labelOf } from '../../shared/vocabulary/vocabulary.ts'
import { everyEntry } from '../support/every-entry.ts'

const GOLDEN = join(import.meta.dirname, '../golden/every-entry')
const TEI_SOURCES = join(import.meta.dirname, '../../shared/export/tei')
const LEGEND = [{ mark: 'wavy', count: '2', means: 'he doubted it', source: 'the editor' }] as const
const CONTEXT = { version: '0.0.0', sha256: '0'.repeat(64), description: null, legend: LEGEND }

function edition(transcript: Transcript, kind: string, options: ExportOptions): string {
  const exporter = EXPORTERS.find(({ name }) => name === kind)!
  const made = exporter.run(transcript, { ...exporter.defaults, queries: true, legend: true, ...options }, CONTEXT)
  if (!made.ok) throw new Error(made.fault.sentence)
  return made.value.files[0]!.text
}

/** The file itself, every edition, and what is copied with its notes. */
function everyWayOut(transcript: Transcript): Readonly<Record<string, string>> {
  return {
    'every-entry.txt.tei.json': serialise(transcript),
    'every-entry.marked.xml': edition(transcript, 'tei', { correction: 'marked' }),
    'every-entry.apparatus.xml': edition(transcript, 'tei', { correction: 'apparatus' }),
    ...Object.fromEntries(
      EXPORTERS.filter(({ name }) => name !== 'tei').map(({ name, extension }) => [
        `every-entry.${extension}`,
        edition(transcript, name, {}),
      ]),
    ),
    'every-entry.copied.txt': passageWithNotes(transcript, transcript, 'The citation.').text,
  }
}

const made = everyWayOut(everyEntry())
if (process.env.SCHOLION_RENEW_GOLDEN === '1')
  for (const [name, text] of Object.entries(made)) writeFileSync(join(GOLDEN, name), text)
/** The file that is compared with; of a kind of edition that is new, nothing. */
const golden = (name: string) => (existsSync(join(GOLDEN, name)) ? readFileSync(join(GOLDEN, name), 'utf8') : '')
const RENEW =
  'look at each line that differs; if it was meant: SCHOLION_RENEW_GOLDEN=1 npx vitest run test/shared/every-entry.test.ts\n'

describe('a transcript with everything that can be stated leaves as it did', () => {
  test.each(Object.keys(made))('%s', (name) => {
    expect(made[name], RENEW).toBe(golden(name))
  })

  test('and is read as it was written', () => {
    const text = made['every-entry.txt.tei.json']!
    const read = parseTranscript(text)
    expect(read.ok ? [] : read.fault.problems).toEqual([])
    expect(read.ok && serialise(read.value)).toBe(text)
  })
})

describe('every entry of the vocabulary occurs in what is compared', () => {
  const read = parseTranscript(made['every-entry.txt.tei.json']!)
  if (!read.ok) throw new Error(read.fault.sentence)
  const { pages, unused, names } = read.value
  const blocks = pages.flatMap(({ content }) => content.filter((child) => child.type === 'block'))
  const papers = pages.flatMap(({ content }) => content.filter((child) => child.type === 'division'))
  const margin = pages.flatMap((page) => page.margin)
  const holders = [...blocks, ...margin]
  const atoms = holders.flatMap(({ content }) => content.filter((run) => run.type === 'atom'))
  const stated = (name: string) => margin.map(({ attrs }) => attrs[name])

  const TABLES: Readonly<Record<string, readonly [wanted: readonly string[], found: readonly unknown[]]>> = {
    marks: [MARK_NAMES, holders.flatMap(({ annotations }) => Object.values(annotations).map(({ type }) => type))],
    atoms: [ATOM_NAMES, atoms.map(({ atom }) => atom)],
    roles: [ROLE_NAMES, blocks.map(({ role }) => role)],
    'objects of the margin': [MARGIN_NAMES, margin.map(({ type }) => type)],
    'pen marks': [Object.keys(PEN_MARKS), stated('kind')],
    'places of notes': [Object.keys(NOTE_PLACES), stated('place')],
    'functions of notes': [Object.keys(NOTE_FUNCTIONS), stated('function')],
    'reasons of gaps': [Object.keys(GAP_REASONS), atoms.map(({ attrs }) => attrs.reason)],
    'states of pages': [Object.keys(PAGE_STATES), pages.map(({ state }) => state)],
    'reasons to set aside': [Object.keys(UNUSED_REASONS), unused.map(({ reason }) => reason)],
    'kinds of names': [Object.keys(NAME_KINDS), names.map(({ kind }) => kind)],
    'kinds of papers': [Object.keys(PAPER_KINDS), papers.map(({ kind }) => kind)],
    'relations of papers': [Object.keys(PAPER_RELATIONS), papers.map(({ relation }) => relation)],
    'states of copies': [Object.keys(COPY_STATUSES), papers.map(({ copyStatus }) => copyStatus)],
  }
  test.each(Object.keys(TABLES))('%s', (table) => {
    const [wanted, found] = TABLES[table]!
    const missing = wanted.filter((name) => !found.includes(name))
    expect(missing, 'test/support/every-entry.ts makes the transcript: put these into it').toEqual([])
  })

  const OUT = Object.keys(made).filter((name) => !name.endsWith('.json'))
  test.each(OUT)('its words stand in %s, but those that are withheld', (name) => {
    const text = made[name]!
    const words = [
      ...MARK_NAMES.filter((mark) => mark !== 'passage').map((mark) => `marked as ${MARKS[mark].label}`),
      ...ROLE_NAMES.map((role) => `A block that is ${labelOf(role)}.`),
      ...Object.values(NOTE_PLACES).map((label) => `What the note, ${label} says.`),
      ...Object.values(NOTE_FUNCTIONS).map((label) => `What the note, ${label} says.`),
    ]
    expect(words.filter((one) => !text.includes(one))).toEqual([`marked as ${MARKS.withheld.label}`])
  })

  test('every element that the TEI edition can write is in it', () => {
    const sources = readdirSync(TEI_SOURCES).map((name) => readFileSync(join(TEI_SOURCES, name), 'utf8'))
    const written = new Set(
      sources.flatMap((text) => [...text.matchAll(/\b(?:element|lined)\(\s*'([A-Za-z]+)'/g)].map(([, name]) => name!)),
    )
    expect(written.size).toBeGreaterThan(40)
    const text = made['every-entry.marked.xml']! + made['every-entry.apparatus.xml']!
    expect([...written].filter((name) => !new RegExp(`<${name}[ />]`).test(text)).sort()).toEqual([])
  })
})
