import type { Paper, Transcript } from '../model/transcript.ts'
import { PAPER_KINDS } from '../vocabulary/page.ts'

/** What a paper is called in an edition: from what is stated of it, or null where nothing is. */
export function paperTitle({ kind, from, to, date }: Paper): string | null {
  if (from === null && to === null && kind === null) return null
  const kinds: Readonly<Record<string, string>> = PAPER_KINDS
  const parties = [from === null ? '' : `from ${from}`, to === null ? '' : `to ${to}`].filter((part) => part !== '')
  const words = [kind === null ? 'paper' : (kinds[kind] ?? kind), ...parties].join(' ')
  return `${words.charAt(0).toUpperCase()}${words.slice(1)}${date === null ? '' : `, ${date}`}`
}

/** What an edition of a transcript is called: its paper where that is stated, and its machine transcript's name where it is not. */
export function editionTitle(transcript: Transcript): string {
  return paperTitle(transcript.paper) ?? transcript.originals[0]?.name ?? 'Transcript'
}
