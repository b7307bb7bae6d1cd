import type { DocumentEntry, Host, WriteTranscript } from '../../shared/api/contract.ts'
import { value } from './letters.ts'

/** One host and what stands behind it, so that a test can look at it and change it as another program would. */
export interface World {
  readonly host: Host
  readonly disk: {
    read(name: string): Promise<string | null>
    write(name: string, text: string): Promise<void>
    remove(name: string): Promise<void>
    /** Everything that can be told of the originals: content, time, inode, mode. */
    originals(): Promise<unknown>
  }
  close(): Promise<void>
}

/** The world of the test that runs, and its host. */
export let world: World
export let host: Host

/** Begins in a fresh world. */
export function enter(made: World): void {
  world = made
  host = made.host
}

/** A document as it is listed, by its original. */
export const entry = async (original: string): Promise<DocumentEntry> => {
  const found = value(await host.list()).documents.find((one) => one.original === original)
  if (!found) throw new Error(`${original} is not listed`)
  return found
}
/** Writes the transcript of letter.txt. */
export const save = async (
  text: string,
  base: string | null,
  more: Pick<WriteTranscript, 'evenIfEmpty' | 'manual' | 'continues'> = {},
) => host.writeTranscript({ document: (await entry('letter.txt')).id, text, base, originals: ['letter.txt'], ...more })
export const FILE = 'letter.txt.tei.json'
