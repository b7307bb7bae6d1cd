import { statSync } from 'node:fs'
import { basename, dirname, extname, resolve } from 'node:path'
import type { DocumentEntry } from '../../shared/api/contract.ts'
import { exportEdition } from '../../shared/api/export-edition.ts'
import { isKeptName, isOriginalName } from '../../shared/api/file-names.ts'
import { descriptionFrom, type ExportContext } from '../../shared/export/context.ts'
import { EXPORTERS, type Exporter, type ExportOptions, optionsFrom } from '../../shared/export/exporters.ts'
import { parseRegisters } from '../../shared/format/registers.ts'
import { whyNotMade } from '../../shared/model/bare-name.ts'
import { done, failed, type Result } from '../../shared/model/result.ts'
import { legendFrom } from '../../shared/vocabulary/pen-legend.ts'
import type { FolderHost } from '../host/folder-host.ts'
import { readArguments } from './arguments.ts'
import { type Command, DONE, SOME_FAILED, type Streams, WRONG_USAGE } from './command.ts'
import { findDocument, placeOf } from './find-document.ts'
import { readTranscript } from './read-transcript.ts'
import { VERSION } from './version.ts'
import { withFolder } from './with-folder.ts'

interface Asked {
  readonly exporter: Exporter
  readonly options: ExportOptions
  readonly from: { readonly folder: string; readonly name: string | null }
  readonly to: { readonly folder: string; readonly name: string | null }
  readonly overwrite: boolean
}

interface Outcome {
  readonly file: string
  readonly names: readonly string[]
  readonly losses: readonly string[]
  readonly error: string | null
}

/** Writes editions of one transcript or of all in a folder. Each file all or nothing; one that fails does not stop the rest. */
export const exportEditions: Command = {
  name: 'export',
  usage: 'DIR|FILE --to KIND --out OUT [--option NAME=VALUE]… [--overwrite] [--json]',
  summary: 'writes editions (--to list names the kinds and their options); OUT is a folder, or for one FILE a file name',
  async run(args, streams) {
    const { out, err } = streams
    const read = readArguments(args, {
      to: { type: 'string' },
      out: { type: 'string' },
      option: { type: 'string', multiple: true },
      overwrite: { type: 'boolean' },
    })
    if (typeof read === 'string') return wrong(read, err)
    const { values, positionals } = read
    if (values.to === 'list') {
      out(
        values.json ? `${JSON.stringify({ exporters: EXPORTERS.map(described) }, null, 2)}\n` : EXPORTERS.map(listed).join('\n'),
      )
      return DONE
    }
    const asked = askedOf(positionals, values)
    if (typeof asked === 'string') return wrong(asked, err)
    const found: Outcome[] = []
    const result = await withFolder(asked.from.folder, (host) => exportAll(host, asked, found, streams), asked.to.folder)
    if (!result.ok)
      found.push({ file: asked.from.name ?? asked.from.folder, names: [], losses: [], error: result.fault.sentence })
    const failures = found.filter(({ error }) => error !== null)
    for (const { file, error } of failures) err(`${file}: ${error}\n`)
    if (values.json) {
      out(
        `${JSON.stringify({ ok: failures.length === 0, to: asked.exporter.name, folder: asked.to.folder, files: found }, null, 2)}\n`,
      )
    } else for (const outcome of found) if (outcome.error === null) out(told(outcome))
    return failures.length === 0 ? DONE : SOME_FAILED
  },
}

function wrong(what: string, err: Streams['err']): number {
  err(`scholion export: ${what}\n`)
  return WRONG_USAGE
}

function askedOf(positionals: readonly string[], values: Readonly<Record<string, unknown>>): Asked | string {
  const [file, ...rest] = positionals
  if (file === undefined || rest.length > 0) return 'name one folder or one file.'
  const exporter = EXPORTERS.find(({ name }) => name === values.to)
  const kinds = EXPORTERS.map(({ name }) => name).join(', ')
  if (!exporter)
    return values.to === undefined ? `say --to KIND: ${kinds}.` : `there is no kind “${values.to}”. There are: ${kinds}.`
  if (typeof values.out !== 'string' || values.out === '') return 'say --out OUT: a folder, or for one file a file name.'
  const options = optionsFrom(exporter, (values.option ?? []) as readonly string[])
  if (!options.ok) return options.fault.sentence
  const isFolder = (path: string) => statSync(path, { throwIfNoEntry: false })?.isDirectory() === true
  const from = isFolder(file) ? { folder: resolve(file), name: null } : placeOf(file)
  const target = resolve(values.out)
  const isName = from.name !== null && !isFolder(target) && !/[/\\]$/.test(values.out) && extname(target) !== ''
  const to = isName ? { folder: dirname(target), name: basename(target) } : { folder: target, name: null }
  if (to.name !== null && (isOriginalName(to.name) || isKeptName(to.name)))
    return `an edition cannot be called ${to.name}: that is the name of a machine transcript, of a transcript or of a collection’s own file.`
  const made = to.name ?? (isFolder(to.folder) ? null : basename(to.folder))
  const why = made === null ? null : whyNotMade(made)
  if (why !== null) return `${to.name === null ? 'a folder' : 'an edition'} cannot be called ${made}: such a name ${why}.`
  return { exporter, options: options.value, from, to, overwrite: values.overwrite === true }
}

async function exportAll(host: FolderHost, asked: Asked, found: Outcome[], { err }: Streams): Promise<Result<null>> {
  const { folder, name } = asked.from
  const listing = await host.list()
  if (!listing.ok) return listing
  const { documents, registers } = listing.value
  let collection: Pick<ExportContext, 'description' | 'legend'> = { description: null }
  if (registers.text !== null) {
    const parsed = parseRegisters(registers.text)
    if (parsed.ok) collection = { description: descriptionFrom(parsed.value), legend: legendFrom(parsed.value.extra) }
    else err(`collection.json: ${parsed.fault.sentence} The editions say nothing of the collection.\n`)
  }
  let entries: readonly DocumentEntry[] = documents.filter(({ transcript }) => transcript !== null)
  if (name !== null) {
    const one = await findDocument(host, folder, name)
    if (!one.ok) return one
    entries = [one.value]
  } else if (entries.length === 0) return failed('none', 'There is no transcript in this folder. “scholion import” makes one.')
  for (const entry of entries) {
    const result = await exportOne(host, entry, asked, collection)
    found.push({
      file: entry.original,
      names: result.ok ? result.value.names : [],
      losses: result.ok ? result.value.losses : [],
      error: result.ok ? null : result.fault.sentence,
    })
  }
  return done(null)
}

async function exportOne(
  host: FolderHost,
  entry: DocumentEntry,
  { exporter, options, to, overwrite }: Asked,
  collection: Pick<ExportContext, 'description' | 'legend'>,
): Promise<Result<Pick<Outcome, 'names' | 'losses'>>> {
  const read = await readTranscript(host, entry)
  if (!read.ok) return read
  const { transcript, sha256 } = read.value
  const asked = { exporter, options, overwrite, fileName: to.name }
  return exportEdition(host, transcript, asked, { ...collection, version: VERSION, sha256 }, (text) =>
    Buffer.from(text, 'utf8').toString('base64'),
  )
}

function told({ file, names, losses }: Outcome): string {
  const report = losses.map((loss) => `  - ${loss}\n`).join('')
  return `${file}: ${names.join(', ')}\n${losses.length === 0 ? '' : `  What it does not hold:\n${report}`}`
}

function described({ name, label, says, extension, options, defaults, cannotHold }: Exporter) {
  return { name, label, says, extension, options, defaults, cannotHold }
}

function listed({ name, label, says, extension, options, defaults, cannotHold }: Exporter): string {
  const lines = Object.entries(options).map(([option, spec]) => {
    const values =
      spec.kind === 'choice' ? Object.entries(spec.values).map(([value, words]) => `${value}: ${words}`) : ['yes', 'no']
    const standing = spec.kind === 'flag' ? (defaults[option] === true ? 'yes' : 'no') : String(defaults[option])
    return `    --option ${option}=…  ${spec.label} (${values.join('; ')}). Where it is not said: ${standing}.\n`
  })
  return `${name}  ${label}, .${extension}\n    ${says}\n${lines.join('')}    It cannot hold: ${cannotHold.join('; ')}.\n`
}
