import { readFile } from 'node:fs/promises'
import { join } from 'node:path'
import { openFolderHost } from '../../../electron/host/folder-host.ts'
import { transcript } from '../../contract/letters.ts'

/** What the working program does over and over, in this order. */
export const KINDS = ['journal', 'save', 'journal', 'drop', 'registers', 'edition'] as const
export type Kind = (typeof KINDS)[number]

const WORDS = 12_000

/** A transcript that says one number many times. */
export function versionText(n: number): string {
  return transcript('letter.txt', `v${n} `.repeat(WORDS))
}

/** The number that a text says, -1 for no text, or null for a text that is not whole. */
export function versionIn(text: string | null): number | null {
  if (text === null) return -1
  const n = Number(/"v(\d+) /.exec(text)?.[1] ?? Number.NaN)
  return text === versionText(n) ? n : null
}

/** What the program told of one kind of work: the last it began, and the last it called done. -1: none. */
interface Said {
  readonly begun: number
  readonly done: number
}

/** What a working program told of itself, line by line. */
export function saidOf(lines: string): (kind: Kind) => Said {
  const last = (what: string, kind: Kind) => {
    const all = [...lines.matchAll(new RegExp(`^${what} ${kind} (\\d+)$`, 'gm'))]
    return Number(all.at(-1)?.[1] ?? -1)
  }
  return (kind) => ({ begun: last('begins', kind), done: last('done', kind) })
}

/** What was found after a kill or a power cut, counted. */
export interface Counts {
  lost: number
  corrupt: number
}

/** The versions that stand in the transcript, the registers and the edition; -1 for none. */
export interface Stands {
  readonly save: number
  readonly registers: number
  readonly edition: number
}
export const NOTHING: Stands = { save: -1, registers: -1, edition: -1 }

/** Looks at what stands in a folder after the program that told `lines` ended at once. `floor`: what stood there before. */
export async function lookAfter(
  place: { readonly folder: string; readonly stateDir: string },
  { lines, floor }: { readonly lines: string; readonly floor: Stands },
  counts: Counts,
): Promise<Stands> {
  const said = saidOf(lines)
  const judge = (text: string | null, least: number, most: number): number => {
    const version = versionIn(text)
    if (version === null || version > most) counts.corrupt += 1
    else if (version < least) counts.lost += 1
    return version ?? -1
  }
  const file = (...path: string[]) => readFile(join(place.folder, ...path), 'utf8').catch(() => null)
  // a recovery copy may be that of the version that the run before could not save any more
  const before = (kind: Kind) => (kind in floor ? floor[kind as keyof Stands] : floor.save + 1)
  const most = (kind: Kind) => Math.max(before(kind), said(kind).begun)
  const stands = (kind: keyof Stands, text: string | null) => judge(text, Math.max(floor[kind], said(kind).done), most(kind))
  const standing = {
    save: stands('save', await file('letter.txt.tei.json')),
    registers: stands('registers', await file('collection.json')),
    edition: stands('edition', await file('editions', 'letter.txt.html')),
  }

  const opened = await openFolderHost(place)
  if (!opened.ok) {
    counts.corrupt += 1
    return standing
  }
  const host = opened.value
  const document = (await host.list().then((all) => (all.ok ? all.value.documents : []))).find(
    (one) => one.original === 'letter.txt',
  )?.id
  const left = await host.readJournals({ document: document ?? '' })
  const journal = left.ok ? (left.value.journals[0]?.record ?? null) : null
  if (!left.ok || left.value.notices.length > 0) counts.corrupt += 1
  // a recovery copy may be gone as soon as its dropping began, and stands in the file then
  else if (journal !== null || said('drop').begun < said('journal').done)
    judge(journal?.text ?? null, said('journal').done, most('journal'))
  const entries = await host.listHistory({ document: document ?? '' })
  const versions = entries.ok ? entries.value : []
  for (const { id } of versions.slice(0, 2)) {
    const earlier = await host.readHistory({ document: document ?? '', entry: id })
    if (!earlier.ok || versionIn(earlier.value) === null) counts.corrupt += 1
  }
  await host.close()
  return standing
}
