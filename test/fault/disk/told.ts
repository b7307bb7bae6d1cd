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

/**
 * Looks at what stands in a folder after the program that told `lines` ended at once. `floor`: what stood there before. Gives back the version of
 * the transcript. `surely`: the lines that were told before the end.
 */
export async function lookAfter(
  place: { readonly folder: string; readonly stateDir: string },
  { surely, lines, floor }: { readonly surely: string; readonly lines: string; readonly floor: number },
  counts: Counts,
): Promise<number> {
  const [sure, perhaps] = [saidOf(surely), saidOf(lines)]
  const judge = (text: string | null, least: number, most: number): number => {
    const version = versionIn(text)
    if (version === null || version > most) counts.corrupt += 1
    else if (version < least) counts.lost += 1
    return version ?? -1
  }
  const file = (...path: string[]) => readFile(join(place.folder, ...path), 'utf8').catch(() => null)
  // a recovery copy may be that of the version that the run before could not save any more
  const most = (kind: Kind) => Math.max(kind === 'journal' ? floor + 1 : floor, perhaps(kind).begun)
  const standing = judge(await file('letter.txt.tei.json'), Math.max(floor, sure('save').done), most('save'))
  judge(await file('collection.json'), sure('registers').done, most('registers'))
  judge(await file('editions', 'letter.txt.html'), sure('edition').done, most('edition'))

  const opened = await openFolderHost(place)
  if (!opened.ok) {
    counts.corrupt += 1
    return standing
  }
  const host = opened.value
  const document = (await host.list().then((all) => (all.ok ? all.value.documents : []))).find(
    (one) => one.original === 'letter.txt',
  )?.id
  const journal = await host.readJournal({ document: document ?? '' })
  if (!journal.ok) counts.corrupt += 1
  // a recovery copy may be gone as soon as its dropping began, and stands in the file then
  else if (journal.value !== null || perhaps('drop').begun < sure('journal').done)
    judge(journal.value?.text ?? null, sure('journal').done, most('journal'))
  const entries = await host.listHistory({ document: document ?? '' })
  const versions = entries.ok ? entries.value : []
  for (const { id } of versions.slice(0, 2)) {
    const earlier = await host.readHistory({ document: document ?? '', entry: id })
    if (!earlier.ok || versionIn(earlier.value) === null) counts.corrupt += 1
  }
  await host.close()
  return standing
}
