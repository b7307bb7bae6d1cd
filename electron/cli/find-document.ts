import { statSync } from 'node:fs'
import { basename, dirname, resolve } from 'node:path'
import type { DocumentEntry } from '../../shared/api/contract.ts'
import { TRANSCRIPT_ENDING } from '../../shared/api/file-names.ts'
import { done, failed, type Result } from '../../shared/model/result.ts'
import type { FolderHost } from '../host/folder-host.ts'

/** A FILE of the command line as folder and name. */
export function placeOf(file: string): { readonly folder: string; readonly name: string } {
  const path = resolve(file)
  return { folder: dirname(path), name: basename(path) }
}

/** The document that a name stands for: its original's, its transcript's, or that of a further original. */
export async function findDocument(host: FolderHost, folder: string, name: string): Promise<Result<DocumentEntry>> {
  const listed = await host.list()
  if (!listed.ok) return listed
  const { documents } = listed.value
  const original = name.endsWith(TRANSCRIPT_ENDING) ? name.slice(0, -TRANSCRIPT_ENDING.length) : name
  const same = (other: string) => other.normalize('NFC') === original.normalize('NFC')
  const found =
    documents.find((entry) => entry.original === original) ??
    documents.find((entry) => entry.others.includes(original)) ??
    documents.find((entry) => same(entry.original))
  if (found) return done(found)
  return failed('missing', whyNot(resolve(folder, name), name))
}

function whyNot(path: string, name: string): string {
  const facts = statSync(path, { throwIfNoEntry: false })
  if (!facts) return `There is no file ${name} there. Nothing was changed.`
  if (facts.isDirectory()) return `${name} is a folder; name the files in it. Nothing was changed.`
  return `${name} is not a machine transcript that Scholion reads yet (text files, .txt or .md). Nothing was changed.`
}
