import { statSync } from 'node:fs'
import { basename, dirname, resolve } from 'node:path'
import type { Collection, DocumentEntry } from '../../shared/api/contract.ts'
import { TRANSCRIPT_ENDING } from '../../shared/api/file-names.ts'
import { endingsRead } from '../../shared/import/importers.ts'
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
  return listed.ok ? documentOf(listed.value, folder, name) : listed
}

const byNameIn = new WeakMap<Collection, ReadonlyMap<string, DocumentEntry>>()

/** The same in a collection that was listed: its names are gone through once, however many are asked for. */
export function documentOf(collection: Collection, folder: string, name: string): Result<DocumentEntry> {
  const byName = byNameIn.get(collection) ?? byNames(collection)
  byNameIn.set(collection, byName)
  const original = name.endsWith(TRANSCRIPT_ENDING) ? name.slice(0, -TRANSCRIPT_ENDING.length) : name
  const found = byName.get(original) ?? byName.get(original.normalize('NFC'))
  return found ? done(found) : failed('missing', whyNot(resolve(folder, name), name))
}

// what is named exactly goes before what is named as a further original, and that before what differs in how accents are encoded
function byNames({ documents }: Collection): ReadonlyMap<string, DocumentEntry> {
  const byName = new Map<string, DocumentEntry>()
  const add = (name: string, entry: DocumentEntry) => byName.has(name) || byName.set(name, entry)
  for (const entry of documents) add(entry.original, entry)
  for (const entry of documents) for (const other of entry.others) add(other, entry)
  for (const entry of documents) add(entry.original.normalize('NFC'), entry)
  return byName
}

function whyNot(path: string, name: string): string {
  const facts = statSync(path, { throwIfNoEntry: false })
  if (!facts) return `There is no file ${name} there. Nothing was changed.`
  if (facts.isDirectory()) return `${name} is a folder; name the files in it. Nothing was changed.`
  return `${name} is not a machine transcript that Scholion reads yet (text files, ${endingsRead(' or ')}). Nothing was changed.`
}
