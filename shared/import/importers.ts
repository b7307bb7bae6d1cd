import type { NewId } from '../model/ids.ts'
import { failed, type Result } from '../model/result.ts'
import type { Extra, Original, Transcript } from '../model/transcript.ts'
import type { Importer, OriginalFile } from './importer.ts'
import { MARKDOWN, MARKDOWN_1 } from './markdown/markdown.ts'
import { TEXT, TEXT_1 } from './text/text.ts'

/** What machine transcripts are read by. No other place knows the endings of their names, in words neither (`endingsRead`). */
export const IMPORTERS: readonly Importer[] = [TEXT, MARKDOWN]

/** Readings of before: nothing is imported by them any more, and transcripts made by them are restored by them. */
const FORMER: readonly Importer[] = [TEXT_1, MARKDOWN_1]

/** What the person chose: another importer than the file's own, by name, and its options. */
export interface ImportChoice {
  readonly importer?: string | undefined
  readonly options?: Extra | undefined
}

/** The importer that a file of this name is read by, or null where there is none: then it is no machine transcript. */
export function importerFor(name: string): Importer | null {
  const folded = name.toLowerCase()
  return IMPORTERS.find(({ endings }) => endings.some((ending) => folded.endsWith(ending))) ?? null
}

/** The endings of all names that are read, in words: “.txt or .md”. */
export function endingsRead(joined: ' or ' | ', '): string {
  return IMPORTERS.flatMap(({ endings }) => endings).join(joined)
}

/** A file's first transcript, by its own importer or by the one that was chosen. */
export function importOriginal(
  file: OriginalFile,
  newId: NewId,
  { importer, options = {} }: ImportChoice = {},
): Result<Transcript, 'too-large' | 'no-importer'> {
  const by = importer === undefined ? importerFor(file.name) : IMPORTERS.find(({ name }) => name === importer)
  if (!by)
    return failed(
      'no-importer',
      `Scholion reads no files like ${file.name}${importer ? ` as “${importer}”` : ''}. It was not touched.`,
    )
  return by.read(file, newId, options)
}

/** The importer that read an original, of the same version; null where this Scholion does not have it. */
export function importerOf({ importer: { name, version } }: Pick<Original, 'importer'>): Importer | null {
  return [...IMPORTERS, ...FORMER].find((one) => one.name === name && one.version === version) ?? null
}

/** The original's first transcript once more, by the importer, version and options that it was read by. */
export function importAgain(original: Original, newId: NewId): Result<Transcript, 'too-large' | 'no-importer'> {
  const { name, version, options } = original.importer
  const by = importerOf(original)
  if (!by)
    return failed(
      'no-importer',
      `${original.name} was read by the importer “${name}”, version ${version}, which this Scholion does not have. Nothing was changed.`,
    )
  const { joined: _, importer: __, extra: ___, ...file } = original
  return by.read(file, newId, options)
}
