import type { Collection } from '../../shared/api/contract.ts'
import { transcriptNameOf } from '../../shared/api/file-names.ts'
import { textToSave } from '../../shared/format/text-to-save.ts'
import { decode } from '../../shared/import/decode.ts'
import { ENCODINGS, type Encoding } from '../../shared/import/encodings.ts'
import { toldOfForbidden } from '../../shared/import/forbidden-signs.ts'
import { IMPORTERS, type ImportChoice, importerOf, importOriginal } from '../../shared/import/importers.ts'
import { proposeTurns } from '../../shared/import/propose-turns.ts'
import { idsFrom } from '../../shared/model/ids.ts'
import { done, failed, type Result } from '../../shared/model/result.ts'
import { pageMarkers } from '../../shared/propose/page-markers.ts'
import { counted } from '../../shared/text/counted.ts'
import { decoder } from '../host/decoder.ts'
import type { FolderHost } from '../host/folder-host.ts'
import { readArguments } from './arguments.ts'
import { type Command, DONE, SOME_FAILED, WRONG_USAGE } from './command.ts'
import { documentOf, placeOf } from './find-document.ts'
import { randomFraction } from './random.ts'
import { withFolder } from './with-folder.ts'

interface Imported {
  readonly transcript: string
  readonly encoding: string
  /** Whether the encoding is known, or only the likeliest. */
  readonly sure: boolean
  /** Name of the importer that read it. */
  readonly importer: string
  /** Why that encoding was taken, and what was set aside as signs, in sentences. */
  readonly why: string
  readonly blocks: number
  readonly pages: number
  /** Places where a page may turn; none is applied. */
  readonly proposedTurns: number
  /** Lines that look like page numbers or running heads; they are text like others. */
  readonly pageMarkers: number
}

interface Asked {
  readonly choice: ImportChoice
  readonly encoding: Encoding | undefined
}

/** Makes a transcript beside each original. Never writes an original, never over a transcript. */
export const importFiles: Command = {
  name: 'import',
  usage: `FILE… [--as ${IMPORTERS.map(({ name }) => name).join('|')}] [--blocks blank-line|line] [--encoding NAME] [--json]`,
  summary: 'makes a transcript beside each original; one that is there already is left as it is',
  async run(args, { out, err }) {
    const read = readArguments(args, { as: { type: 'string' }, blocks: { type: 'string' }, encoding: { type: 'string' } })
    const asked = typeof read === 'string' ? read : checked(read.values)
    if (typeof read === 'string' || typeof asked === 'string' || read.positionals.length === 0) {
      err(`scholion import: ${typeof asked === 'string' ? asked : 'name at least one file.'}\n`)
      return WRONG_USAGE
    }
    const files: object[] = []
    let failures = 0
    const told = (file: string, result: Result<Imported>) => {
      if (result.ok) {
        files.push({ file, ...result.value, error: null })
        if (!read.values.json) out(toldOf(file, result.value))
      } else {
        failures += 1
        files.push({ file, transcript: null, error: result.fault.sentence })
        err(`${file}: ${result.fault.sentence}\n`)
      }
    }
    for (const [folder, inFolder] of byFolder(read.positionals)) {
      const opened = await withFolder(folder, async (host) => {
        const listed = await host.list()
        if (!listed.ok) return listed
        const made = new Set<string>()
        for (const file of inFolder) told(file, await importOne(host, { ...asked, file, collection: listed.value, made }))
        return done(null)
      })
      if (!opened.ok) for (const file of inFolder) told(file, opened)
    }
    if (read.values.json) out(`${JSON.stringify({ ok: failures === 0, files }, null, 2)}\n`)
    return failures === 0 ? DONE : SOME_FAILED
  },
}

function checked({ as, blocks, encoding }: Readonly<Record<string, unknown>>): Asked | string {
  if (blocks !== undefined && blocks !== 'blank-line' && blocks !== 'line') return '--blocks takes blank-line or line.'
  if (as !== undefined && !IMPORTERS.some(({ name }) => name === as))
    return `--as takes ${IMPORTERS.map(({ name }) => name).join(' or ')}.`
  if (encoding !== undefined && !(typeof encoding === 'string' && Object.hasOwn(ENCODINGS, encoding)))
    return `--encoding takes ${Object.keys(ENCODINGS).join(' or ')}.`
  const options = blocks === undefined ? {} : { blocks }
  return { choice: { importer: as as string | undefined, options }, encoding: encoding as Encoding | undefined }
}

/** Files that follow one another in one folder go together: it is opened, and its names are looked at, once for all of them. */
function byFolder(files: readonly string[]): readonly (readonly [string, readonly string[]])[] {
  const groups: [string, string[]][] = []
  for (const file of files) {
    const { folder } = placeOf(file)
    const last = groups.at(-1)
    if (last?.[0] === folder) last[1].push(file)
    else groups.push([folder, [file]])
  }
  return groups
}

interface OneAsked extends Asked {
  readonly file: string
  /** As it was listed at the beginning, and the ids of what was imported since. */
  readonly collection: Collection
  readonly made: Set<string>
}

async function importOne(host: FolderHost, asked: OneAsked): Promise<Result<Imported>> {
  const { folder, name } = placeOf(asked.file)
  const found = documentOf(asked.collection, folder, name)
  if (!found.ok) return found
  const document = found.value
  if (document.blocked !== null) return failed('blocked', `${document.blocked} Nothing was changed.`)
  const there = document.transcript?.name ?? (asked.made.has(document.id) ? transcriptNameOf(document.original) : null)
  if (there !== null) return failed('exists', `there is a transcript already (${there}). It was left as it is.`)
  const original = await host.readOriginal({ document: document.id, name: document.original })
  if (!original.ok) return original
  const { base64, sha256, bytes } = original.value
  const decoded = decode(Buffer.from(base64, 'base64'), decoder, asked.encoding)
  if (!decoded.ok) return decoded
  const { why, sure, ...text } = decoded.value
  const imported = importOriginal({ name: document.original, sha256, bytes, ...text }, idsFrom(randomFraction), asked.choice)
  if (!imported.ok) return imported
  const importer = importerOf(imported.value.originals[0]!)
  const toSave = textToSave(imported.value)
  if (!toSave.ok) return toSave
  const originals = imported.value.originals.map((one) => one.name)
  const written = await host.writeTranscript({ document: document.id, text: toSave.value, base: null, originals })
  if (!written.ok) return written
  asked.made.add(document.id)
  return done({
    transcript: transcriptNameOf(document.original),
    encoding: text.encoding,
    sure,
    importer: importer!.name,
    why: [why, importer!.told(imported.value), toldOfForbidden(text.text)].filter((one) => one !== '').join(' '),
    blocks: imported.value.pages.reduce((sum, page) => sum + page.content.length, 0),
    pages: imported.value.pages.length,
    proposedTurns: proposeTurns(text.text).length,
    pageMarkers: pageMarkers(text.text).length,
  })
}

function toldOf(file: string, { transcript, why, blocks, pages, proposedTurns, pageMarkers: markers }: Imported): string {
  const turns = proposedTurns > 0 ? ` ${counted(proposedTurns, 'place')} where a page may turn; none is applied.` : ''
  const told = markers > 0 ? ` ${counted(markers, 'line')} like page numbers or running heads; they are text like others.` : ''
  return `${file}: ${transcript} was made: ${counted(pages, 'page')}, ${counted(blocks, 'block')}. ${why}${turns}${told}\n`
}
