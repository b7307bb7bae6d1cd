// Reads what its parent sends, one input a line, with the program's own readers, and answers what came of each. Prototypes are frozen or
// watched first: a reader that wrote into one would throw here, or be told.
import { createHash } from 'node:crypto'
import { mkdtempSync, readdirSync, rmSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { createInterface } from 'node:readline'
import { decoder } from '../../../electron/host/decoder.ts'
import { realFs } from '../../../electron/host/fs-port.ts'
import { journalIn } from '../../../electron/host/journal.ts'
import { documentsOf } from '../../../electron/host/listing.ts'
import type { Tools } from '../../../electron/host/replace-file.ts'
import { settingsIn } from '../../../electron/host/settings.ts'
import { readPageState } from '../../../electron/server/page-state.ts'
import { checkArguments } from '../../../shared/api/check-arguments.ts'
import { CALLS } from '../../../shared/api/contract.ts'
import { peek } from '../../../shared/api/peek.ts'
import { differences } from '../../../shared/compare/compare.ts'
import { checkCoverage } from '../../../shared/compare/coverage.ts'
import { descriptionFrom } from '../../../shared/export/context.ts'
import { EXPORTERS } from '../../../shared/export/exporters.ts'
import { canonicalText, canonicalTranscript } from '../../../shared/format/canonical.ts'
import { parseTranscript } from '../../../shared/format/parse.ts'
import { EMPTY_REGISTERS, mergeRegisters, parseRegisters, serialiseRegisters } from '../../../shared/format/registers.ts'
import { serialise } from '../../../shared/format/serialise.ts'
import { decode } from '../../../shared/import/decode.ts'
import { ENCODINGS, type Encoding, encodeAs } from '../../../shared/import/encodings.ts'
import { importOriginal } from '../../../shared/import/importers.ts'
import { idsFrom } from '../../../shared/model/ids.ts'
import { fromDocument, toDocument } from '../../../shared/schema/document.ts'
import { bareHtml } from '../../../shared/state/bare-html.ts'
import { asCopy, fromPlainText } from '../../../shared/state/pasted.ts'

const folder = mkdtempSync(join(tmpdir(), 'scholion-fuzz-'))
process.once('exit', () => rmSync(folder, { recursive: true, force: true }))
const HASH = 'a'.repeat(64)
const sha256 = (bytes: Uint8Array) => createHash('sha256').update(bytes).digest('hex')
let count = 0
const newId = idsFrom(() => {
  count = (count * 48_271 + 11) % 2_147_483_647
  return count / 2_147_483_647
})
const tools = {
  port: realFs,
  sha256,
  randomHex: () => String((count += 1)),
  now: () => new Date(0),
  pause: async () => {},
} as unknown as Tools

/** What must hold and does not: a crash, told by its words. */
function must(holds: boolean, what: string): void {
  if (!holds) throw new Error(`broken: ${what}`)
}

/** One line for the way an input ended: which fault, or what it was read as. */
type Read = (bytes: Uint8Array) => string | Promise<string>
const textOf = (bytes: Uint8Array) => Buffer.from(bytes).toString('utf8')

const READERS: Readonly<Record<string, Read>> = {
  text(bytes) {
    const outcomes: string[] = []
    for (const forced of [undefined, ...(Object.keys(ENCODINGS) as Encoding[])]) {
      const decoded = decode(bytes, decoder, forced)
      if (!decoded.ok) {
        outcomes.push(decoded.fault.tag)
        continue
      }
      const { text, encoding, bom, second } = decoded.value
      const back = encodeAs(text, encoding, bom, (words) => Buffer.from(words), second)
      must(back !== null && Buffer.compare(Buffer.from(back), Buffer.from(bytes)) === 0, 'the bytes do not come back')
      const imported = importOriginal({ name: 'x.txt', sha256: HASH, bytes: bytes.length, text, encoding, bom }, newId)
      outcomes.push(imported.ok ? `${encoding}${bom ? ' with bom' : ''}` : imported.fault.tag)
      if (!imported.ok) continue
      must(checkCoverage(imported.value).length === 0, 'a character without an owner')
      must(differences(imported.value).length === 0, 'a fresh import differs')
      through(imported.value)
    }
    return outcomes.join(', ')
  },
  transcript(bytes) {
    const text = textOf(bytes)
    peek(text)
    const parsed = parseTranscript(text)
    if (!parsed.ok) {
      must(parsed.fault.sentence.length > 20, 'a fault without a sentence')
      return parsed.fault.tag
    }
    through(parsed.value)
    return 'read'
  },
  registers(bytes) {
    const parsed = parseRegisters(textOf(bytes))
    if (!parsed.ok) return parsed.fault.tag
    const written = serialiseRegisters(mergeRegisters(EMPTY_REGISTERS, parsed.value))
    const again = parseRegisters(written)
    must(again.ok && serialiseRegisters(again.value) === written, 'registers do not come back')
    return descriptionFrom(parsed.value) ? 'read, described' : 'read'
  },
  paste(bytes) {
    const text = textOf(bytes)
    const html = bareHtml(text)
    const tag = /<\/?[a-z][a-z0-9]*(?: data-[a-z-]+=(?:"[^"]*"|'[^']*'))*>/g
    must(!html.replace(tag, '').includes('<'), `more than bare elements: ${html.replace(tag, '').slice(0, 200)}`)
    const slice = asCopy(fromPlainText(text, []), newId, true, () => false)
    for (const node of slice.content.content) node.check()
    return `${html.includes('<') ? 'markup' : 'words'}, ${slice.content.childCount > 1 ? 'blocks' : 'line'}`
  },
  async settings(bytes) {
    writeFileSync(join(folder, 'settings.json'), bytes)
    const read = await settingsIn(tools, folder).read()
    if (!read.ok) return read.fault.tag
    must(
      Object.values(read.value).every((one) => typeof one === 'string'),
      'a setting that is no text',
    )
    return Object.keys(read.value).length > 0 ? 'read' : 'empty, or set aside'
  },
  async journal(bytes) {
    writeFileSync(join(folder, 'd.json'), bytes)
    const read = await journalIn(tools, folder).read('d')
    if (!read.ok) return read.fault.tag
    const { journals, notices } = read.value
    // what was set aside is not to make the next listing longer
    for (const name of readdirSync(folder)) if (name.startsWith('d.')) rmSync(join(folder, name))
    return `${journals.length === 0 ? 'none' : 'read'}${notices.length === 0 ? '' : ', told'}`
  },
  async 'page state'(bytes) {
    writeFileSync(join(folder, 'page.json'), bytes)
    const { port, sessions } = await readPageState(tools, folder)
    return `${port === null ? 'no port' : 'port'}, ${sessions.length > 0 ? 'sessions' : 'none'}`
  },
  call(bytes) {
    let ask: unknown
    try {
      ask = JSON.parse(textOf(bytes))
    } catch {
      return 'no JSON'
    }
    const taken = CALLS.filter((call) => checkArguments(call, ask).ok)
    return taken.length === 0 ? 'refused' : `taken as ${taken.length > 3 ? 'one without an argument' : taken.join(', ')}`
  },
  names(bytes) {
    const documents = documentsOf(
      Buffer.from(bytes)
        .toString('latin1')
        .split('\n')
        .map((name) => Buffer.from(name, 'latin1')),
    )
    for (const { original, transcript, blocked } of documents)
      must(blocked !== null || (!/[/\\\u0000]/.test(original) && Buffer.byteLength(transcript) <= 255), original)
    return `${documents.some(({ blocked }) => blocked) ? 'some blocked' : 'none blocked'}, ${documents.length > 0 ? 'documents' : 'none'}`
  },
}

/** The whole way of a transcript: into the editor and back, into its file and back, out as every edition. */
function through(transcript: NonNullable<Extract<ReturnType<typeof parseTranscript>, { ok: true }>['value']>): void {
  const doc = toDocument(transcript)
  doc.check()
  const canonical = canonicalTranscript(transcript)
  // notes are put under the page of their anchor, in the order of the anchors: once is enough
  const once = fromDocument(doc)
  must(canonicalText(fromDocument(toDocument(once))) === canonicalText(once), 'the editor’s document says something else')
  const back = parseTranscript(serialise(transcript))
  must(back.ok && canonicalTranscript(back.value) === canonical, 'the file says something else')
  checkCoverage(transcript)
  for (const exporter of EXPORTERS) {
    const edition = exporter.run(transcript, exporter.defaults, { version: '1', sha256: null, description: null })
    if (!edition.ok) throw new Error(`${exporter.name}: ${edition.fault.sentence}`)
  }
}

for (const one of [Array, String, Number, Boolean, Function, Map, Set, RegExp, Promise]) Object.freeze(one.prototype)
// where this one is frozen, no object may have a key of its own that is called `toString`: nothing is added to it, and it is looked at
Object.preventExtensions(Object.prototype)
const before = Object.entries(Object.getOwnPropertyDescriptors(Object.prototype))
const untouched = () =>
  before.every(([key, { value, get }]) => {
    const now = Object.getOwnPropertyDescriptor(Object.prototype, key)
    return now?.value === value && now?.get === get
  })

for await (const line of createInterface({ input: process.stdin })) {
  const [reader = '', base64 = ''] = line.split(' ')
  const bytes = Buffer.from(base64, 'base64')
  const began = performance.now()
  let answer: { outcome: string } | { crash: string }
  try {
    answer = { outcome: await READERS[reader.replaceAll('_', ' ')]!(bytes) }
    must(untouched(), 'the prototype of every object was changed')
  } catch (error) {
    answer = { crash: error instanceof Error ? `${error.message}\n${error.stack}` : String(error) }
  }
  process.stdout.write(`${JSON.stringify({ ...answer, ms: performance.now() - began })}\n`)
}
