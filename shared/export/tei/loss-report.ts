import type { Transcript } from '../../model/transcript.ts'
import type { Losses } from '../losses.ts'

const many = (count: number, one: string, more: string) => (count === 1 ? one : more.replace('#', String(count)))

/** Tells what a transcript holds and no TEI file of it does, whatever its text. What single places lose is told where they are written. */
export function tellTranscriptLosses(transcript: Transcript, unjoined: number, queries: boolean, losses: Losses): void {
  const { unused, tray, pages } = transcript
  const tell = (count: number, one: string, more: string) => {
    if (count > 0) losses.add(many(count, one, more))
  }
  losses.add('Which words of the machine transcript each block and note was read from stays in the transcript file.')
  tell(
    unused.length,
    'One stretch of the machine transcript that is set aside stays in the transcript file.',
    '# stretches of the machine transcript that are set aside stay in the transcript file.',
  )
  tell(
    tray.length,
    'One annotation that has lost its words stays in the transcript file.',
    '# annotations that have lost their words stay in the transcript file.',
  )
  const margin = pages.flatMap((page) => page.margin)
  const hidden = queries ? 0 : margin.filter(({ type }) => type === 'query').length
  tell(hidden, 'One query is left out, as was asked.', '# queries are left out, as was asked.')
  tell(
    unjoined,
    'One block says that it goes on from the page before, and there is nothing like it there; it stands by itself.',
    '# blocks say that they go on from the page before, and there is nothing like them there; they stand by themselves.',
  )
  tell(
    extrasOf(transcript),
    'One part of the file has keys that this version does not know; they stay in the transcript file.',
    '# parts of the file have keys that this version does not know; they stay in the transcript file.',
  )
}

function extrasOf({ extra, paper, pages, hands, people, names, originals }: Transcript): number {
  const parts = [
    extra,
    paper.extra,
    ...pages.flatMap((page) => [page.extra, ...[...page.content, ...page.margin].map((child) => child.extra)]),
    ...[...hands, ...people, ...names].map((entry) => entry.extra ?? {}),
    ...originals.map((original) => original.extra),
  ]
  return parts.filter((part) => Object.keys(part).length > 0).length
}
