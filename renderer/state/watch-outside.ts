import type { DocumentEntry } from '../../shared/api/contract.ts'
import { parseTranscript } from '../../shared/format/parse.ts'
import type { Bench } from './bench.ts'
import type { Desk } from './open-document.ts'
import { isEmptied } from './saving/clash.ts'

/** Between two knocks at a host that is gone, in ms. */
const KNOCK = 1000

/**
 * Watches the folder for as long as the page lives: a list that changed is drawn anew; a document that changed on disk is shown anew, or asked
 * about. A host that went away is told of, and when it is back what was left unsaved is saved.
 */
export async function watchOutside(bench: Bench): Promise<never> {
  for (let since = 0; ; ) {
    const answer = await bench.host.watch({ since })
    if (!answer.ok) {
      bench.away.set(answer.fault)
      await new Promise((resume) => setTimeout(resume, KNOCK))
      continue
    }
    const first = since === 0 && bench.away.get() === null
    const news = answer.value.at !== since || bench.away.get() !== null
    since = answer.value.at
    if (news && !first) await lookAround(bench)
  }
}

async function lookAround(bench: Bench): Promise<void> {
  const wasAway = bench.away.get() !== null
  if (bench.collection.get() === null) return bench.arrive()
  const documents = await bench.refresh()
  if (!documents) return
  const desk = bench.desk.get()
  if (!desk) return
  if (wasAway) await desk.keeper.save()
  await lookAtFile(
    bench,
    desk,
    documents.find((one) => one.id === desk.opened.entry.id),
  )
}

/** What stands on disk is compared by its revision alone: our own saves, and files that were only touched, are no news. */
export async function lookAtFile(bench: Bench, desk: Desk, entry: DocumentEntry | undefined): Promise<void> {
  const { keeper } = desk
  await keeper.settled()
  if ((entry?.transcript?.revision ?? null) === keeper.revision) return keeper.found()
  // the list may be older than a save of ours
  const read = await bench.host.readTranscript({ document: desk.opened.entry.id })
  if (!read.ok || bench.desk.get() !== desk || keeper.keeping.get().state === 'saving') return
  const { text, revision } = read.value
  if (revision === keeper.revision) return keeper.found()
  if (!desk.writable) showAgain(bench, desk, text, revision)
  else if (keeper.dirty)
    void keeper.save() // it meets the clash, and asks
  else if (text === null || !parseTranscript(text).ok || isEmptied(text, desk.hasWords)) keeper.lost(desk.clashWith(text))
  else {
    const fault = desk.reload(text, revision)
    bench.tell(
      'warning',
      fault ??
        'This document was changed outside Scholion, and what you see is the new version. Nothing of yours was unsaved; Undo brings the earlier version back.',
    )
  }
}

/** A document that is open to read only follows the file; one whose file could not be read may be readable now. */
function showAgain(bench: Bench, desk: Desk, text: string | null, revision: string | null): void {
  if (desk.opened.standIn === null && text !== null && desk.reload(text, revision) === null) return
  bench.tell('warning', 'The file of this document was changed outside Scholion.', [
    { label: 'Open it again', run: () => void bench.open(desk.opened.entry) },
  ])
}
