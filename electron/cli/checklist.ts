import { statSync, writeFileSync } from 'node:fs'
import { basename, resolve } from 'node:path'
import { csvOf } from '../../shared/checklist/csv.ts'
import {
  type CheckList,
  type CheckRow,
  checkListOf,
  gather,
  giveNumbers,
  type Listed,
  pageInWords,
  rowsOf,
} from '../../shared/checklist/rows.ts'
import { sheetText } from '../../shared/checklist/sheet.ts'
import { type Description, descriptionFrom } from '../../shared/export/context.ts'
import { EMPTY_REGISTERS, parseRegisters, type Registers, serialiseRegisters } from '../../shared/format/registers.ts'
import { NO_NUMBERS } from '../../shared/model/numbering.ts'
import { done, type Result } from '../../shared/model/result.ts'
import { counted } from '../../shared/text/counted.ts'
import type { FolderHost } from '../host/folder-host.ts'
import { readArguments } from './arguments.ts'
import { type Command, DONE, SOME_FAILED, type Streams, WRONG_USAGE } from './command.ts'
import { readTranscript } from './read-transcript.ts'
import { VERSION } from './version.ts'
import { withFolder } from './with-folder.ts'

interface Read {
  readonly list: CheckList
  readonly title: string
}

/** What only the paper can settle, over a whole collection: to be printed, looked up and keyed in again by number. */
export const checklist: Command = {
  name: 'checklist',
  usage: 'DIR [--csv FILE] [--html FILE] [--look] [--json]',
  summary:
    'lists what to look up on the paper, by reference and page, each place with a number that it keeps (in collection.json; --look gives no new ones and writes nothing); --csv and --html write the list as a table and as a sheet to print',
  async run(args, { out, err }) {
    const read = readArguments(args, { csv: { type: 'string' }, html: { type: 'string' }, look: { type: 'boolean' } })
    const files = typeof read === 'string' ? [] : [read.values.csv, read.values.html].filter((file) => typeof file === 'string')
    const isFolder = files.find((file) => file === '' || statSync(file, { throwIfNoEntry: false })?.isDirectory() === true)
    const wrong =
      typeof read === 'string'
        ? read
        : read.positionals.length !== 1
          ? 'name one folder.'
          : isFolder !== undefined
            ? `“${isFolder}” is no name of a file to write.`
            : null
    if (typeof read === 'string' || wrong !== null) {
      err(`scholion checklist: ${wrong}\n`)
      return WRONG_USAGE
    }
    const folder = resolve(read.positionals[0]!)
    const failures: string[] = []
    const result = await withFolder(folder, (host) => readList(host, basename(folder), read.values.look === true, failures, err))
    if (!result.ok) {
      err(`scholion checklist: ${result.fault.sentence}\n`)
      return SOME_FAILED
    }
    const { list, title } = result.value
    const head = { title, day: new Date().toISOString().slice(0, 10), version: VERSION }
    const made = [
      [read.values.csv, () => csvOf(list.places)],
      [read.values.html, () => sheetText(list, head)],
    ] as const
    for (const [file, text] of made) if (typeof file === 'string') failures.push(...written(resolve(file), text()))
    if (read.values.json) out(`${JSON.stringify(list, null, 2)}\n`)
    else out(told(list))
    failures.forEach(err)
    return failures.length > 0 ? SOME_FAILED : DONE
  },
}

/** Writes a file of the list, never in the place of another; a sentence where it cannot. */
function written(file: string, text: string): readonly string[] {
  try {
    writeFileSync(file, text, { flag: 'wx' })
    return []
  } catch (error) {
    const why = (error as NodeJS.ErrnoException).code === 'EEXIST' ? 'a file of that name stands there already' : String(error)
    return [`${file} was not written: ${why}. Name another.\n`]
  }
}

async function readList(
  host: FolderHost,
  folder: string,
  look: boolean,
  failures: string[],
  err: Streams['err'],
): Promise<Result<Read>> {
  const listed = await host.list()
  if (!listed.ok) return listed
  const { text, revision } = listed.value.registers
  const parsed = text === null ? null : parseRegisters(text)
  const registers = parsed?.ok ? parsed.value : EMPTY_REGISTERS
  const description: Description | null = descriptionFrom(registers)
  const documents: Listed[] = []
  const unread = new Set<string>()
  for (const entry of listed.value.documents) {
    const read = await readTranscript(host, entry)
    if (read.ok) {
      documents.push({ document: entry.original, gathered: gather(read.value.transcript) })
    } else {
      unread.add(entry.original)
      if (read.fault.tag !== 'none') failures.push(`${entry.original}: ${read.fault.sentence}\n`)
    }
  }
  const rows = rowsOf(documents, description)
  const kept = parsed && !parsed.ok ? parsed.fault.sentence : await keepNumbers(host, registers, revision, rows, look)
  if (typeof kept === 'string') err(`The numbers could not be kept: ${kept} They may be others the next time.\n`)
  const numbering =
    typeof kept === 'string' ? giveNumbers(registers.checklist ?? NO_NUMBERS, rows) : (kept.checklist ?? NO_NUMBERS)
  return done({ list: checkListOf(documents, rows, numbering, unread), title: description?.title ?? folder })
}

/** The registers with a number for every row, as they stand on disk now; a sentence where they could not be written. */
async function keepNumbers(
  host: FolderHost,
  registers: Registers,
  revision: string | null,
  rows: readonly CheckRow[],
  look: boolean,
): Promise<Registers | string> {
  let [now, base] = [registers, revision]
  for (let attempt = 0; attempt < 3; attempt++) {
    const before = now.checklist ?? NO_NUMBERS
    const numbering = giveNumbers(before, rows)
    if (look || numbering === before) return now
    const next = { ...now, checklist: numbering }
    const wrote = await host.writeRegisters({ text: serialiseRegisters(next), base })
    if (wrote.ok) return next
    if (wrote.fault.tag !== 'conflict') return wrote.fault.sentence
    const again = await host.list()
    const parsed = again.ok && again.value.registers.text !== null ? parseRegisters(again.value.registers.text) : null
    if (!again.ok || !parsed?.ok) return wrote.fault.sentence
    ;[now, base] = [parsed.value, again.value.registers.revision]
  }
  return 'somebody else writes collection.json again and again.'
}

function told({ places, answered, gone }: CheckList): string {
  const lines: string[] = []
  let last = ''
  for (const row of places) {
    const where = `${row.reference} · ${row.document} · ${pageInWords(row)}`
    if (where !== last) lines.push(`${lines.length > 0 ? '\n' : ''}${where}`)
    last = where
    const { number, asks, lineBefore, before, words, after, lineAfter, beside, handName } = row
    const by = [beside ? 'in a note' : null, handName === null ? null : `hand: ${handName}`].filter((part) => part !== null)
    lines.push(
      `${String(number ?? '–').padStart(5)}  ${[asks, ...by].join(' · ')}`,
      ...(lineBefore === '' ? [] : [`       ${lineBefore}`]),
      `       ${before}[${words}]${after}`,
      ...(lineAfter === '' ? [] : [`       ${lineAfter}`]),
      '       The paper has: ______________________________________________',
    )
  }
  const foot = [
    places.length === 0 ? 'Nothing is open.' : `${counted(places.length, 'place')} to look up.`,
    ...(answered.length === 0 ? [] : [`${counted(answered.length, 'answer')} of the paper keyed in.`]),
  ]
  const missing = gone.map(
    ({ number, document, page, words }) =>
      `${number} (${document}, page ${page}, “${words}”) is not on the list any more: it was settled or deleted without an answer.`,
  )
  return `${[...lines, ...(lines.length > 0 ? [''] : []), foot.join(' '), ...missing].join('\n')}\n`
}
