import type { HistoryEntry, KeptJournal } from '../../../shared/api/contract.ts'
import { parseTranscript } from '../../../shared/format/parse.ts'
import { differences } from '../../../shared/merge/differences.ts'
import { inAPhrase } from '../../../shared/merge/phrases.ts'
import type { Transcript } from '../../../shared/model/transcript.ts'
import { awaitBox } from '../../state/await-box.ts'
import type { Bench } from '../../state/bench.ts'
import type { Desk } from '../../state/open-document.ts'
import { numbered } from '../../ui/choice.ts'
import type { Way } from './comparing.ts'
import { keepBoth, keepMine, keepOffer, takeOffer, takeTheirs } from './settle.ts'

const SCREEN = 'On the screen'

/** How many earlier versions are read before the list is shown, to say what differs; the others show their size alone. */
const READ = 12

const dateOf = (iso: string) => new Date(iso).toLocaleString([], { dateStyle: 'long', timeStyle: 'short' })

/** A text as a transcript, or null where it cannot be read; then why is told. */
function read(bench: Bench, text: string, what: string): Transcript | null {
  const parsed = parseTranscript(text)
  if (parsed.ok) return parsed.value
  bench.tell('failed', `${what} cannot be looked at. ${parsed.fault.sentence}`)
  return null
}

/** Whatever there is to be looked at: a clash with the file, unsaved work on offer, or what was taken in. */
export function lookAtBoth(bench: Bench, desk: Desk): void {
  const { offer } = desk
  if (desk.keeper.keeping.get().trouble?.clash === 'changed') void lookAtClash(bench, desk)
  else if (offer) lookAtOffer(bench, desk, offer)
  else lookAtTaken(bench, desk)
}

export function canLookAtBoth(desk: Desk): boolean {
  return desk.keeper.keeping.get().trouble?.clash === 'changed' || desk.offer !== null || desk.takenIn.get() !== null
}

/** What is on the screen beside what somebody else put into the file. */
export function lookAtClash(bench: Bench, desk: Desk): Promise<void> {
  return awaitBox(bench, async () => {
    const there = await bench.host.readTranscript({ document: desk.opened.entry.id })
    if (!there.ok || there.value.text === null) {
      bench.tell('failed', there.ok ? 'The file is not there any more. Your work is still here.' : there.fault.sentence)
      return null
    }
    const theirs = read(bench, there.value.text, 'The version in the file')
    if (!theirs) return null
    return () =>
      bench.comparing.set({
        title: 'Your work and the version in the file',
        mine: { label: `Mine (${SCREEN.toLowerCase()})`, transcript: desk.capture() },
        theirs: { label: 'Theirs (in the file)', transcript: theirs },
        ways: [
          { label: 'Keep both', run: () => void keepBoth(bench, desk) },
          { label: 'Show theirs', run: () => void takeTheirs(bench, desk) },
          { label: 'Mine replaces theirs', run: () => void keepMine(bench, desk) },
        ],
      })
  })
}

/** The file beside work that was not saved when the program last stopped. */
export function lookAtOffer(bench: Bench, desk: Desk, offer: KeptJournal): void {
  const theirs = read(bench, offer.record.text, 'The unsaved work')
  if (!theirs) return
  bench.comparing.set({
    title: 'The file and the unsaved work',
    mine: { label: 'The file, as you see it now', transcript: desk.capture() },
    theirs: { label: 'The unsaved work', transcript: theirs },
    ways: [
      { label: 'Bring the unsaved work back', run: () => void takeOffer(bench, desk, offer) },
      { label: 'Keep it as a copy', run: () => void keepOffer(bench, desk, offer) },
    ],
  })
}

/** The text as it was before somebody else's work was taken in, beside what it is now. */
export function lookAtTaken(bench: Bench, desk: Desk): void {
  const taken = desk.takenIn.get()
  if (!taken) return
  bench.comparing.set({
    title: 'Before and after their work was taken in',
    mine: { label: 'Mine, before', transcript: taken.before },
    theirs: { label: 'Both together, now', transcript: desk.capture() },
    ways: [],
  })
}

/** Versions that were replaced, each with its time and how much differs from what is on the screen. */
export function earlierVersions(bench: Bench, desk: Desk): Promise<void> {
  return awaitBox(bench, () => listEarlier(bench, desk))
}

async function listEarlier(bench: Bench, desk: Desk): Promise<(() => void) | null> {
  const document = desk.opened.entry.id
  const listed = await bench.host.listHistory({ document })
  if (!listed.ok) {
    bench.tell('failed', listed.fault.sentence)
    return null
  }
  if (listed.value.length === 0) {
    bench.tell('said', 'No earlier version of this document is kept yet.')
    return null
  }
  const now = desk.capture()
  const details = await Promise.all(
    listed.value.map(async ({ id, bytes }, at) => {
      const size = `${Math.ceil(bytes / 1024)} KB`
      const text = at < READ ? await bench.host.readHistory({ document, entry: id }) : null
      const then = text?.ok ? parseTranscript(text.value) : null
      return then?.ok ? `${size} · differs in: ${inAPhrase(differences(then.value, now), then.value, now)}` : size
    }),
  )
  return () =>
    bench.chooser.set({
      title: 'Which earlier version?',
      hint: 'It is shown beside what is on the screen; nothing is changed by looking.',
      options: numbered(
        null,
        listed.value.map((entry, at) => ({
          label: nameOf(entry),
          detail: details[at] ?? '',
          run: () => void lookAtVersion(bench, desk, entry),
        })),
      ),
    })
}

const nameOf = ({ at, kept }: HistoryEntry) => (kept ? `${dateOf(at)}, kept as “${kept.label}”` : dateOf(at))

function lookAtVersion(bench: Bench, desk: Desk, entry: HistoryEntry): Promise<void> {
  return awaitBox(bench, async () => {
    const answer = await bench.host.readHistory({ document: desk.opened.entry.id, entry: entry.id })
    if (answer.ok)
      return () => lookAtOlder(bench, desk, answer.value, `the version of ${nameOf(entry)}`, 'Bring this version back')
    bench.tell('failed', answer.fault.sentence)
    return null
  })
}

/** Versions of this document that stand beside its file, left there by a sync program or by “Keep both”. */
export function conflictCopies(bench: Bench, desk: Desk): void {
  const { id } = desk.opened.entry
  const copies = copiesOf(bench, desk)
  const show = (name: string) =>
    awaitBox(bench, async () => {
      const answer = await bench.host.readCopy({ document: id, name })
      if (answer.ok) return () => lookAtOlder(bench, desk, answer.value.text, name, 'Put this copy in its place')
      bench.tell('failed', answer.fault.sentence)
      return null
    })
  bench.chooser.set({
    title: 'Which conflict copy?',
    hint: 'It is shown beside what is on the screen; no file is changed by looking.',
    options: numbered(
      null,
      copies.map((name) => ({ label: name, run: () => void show(name) })),
    ),
  })
}

export function copiesOf(bench: Bench, desk: Desk): readonly string[] {
  const listed = bench.collection.get()?.documents.find(({ id }) => id === desk.opened.entry.id)
  return listed?.copies ?? desk.opened.entry.copies
}

function lookAtOlder(bench: Bench, desk: Desk, text: string, name: string, verb: string): void {
  const other = read(bench, text, name)
  if (!other) return
  const take = () => {
    const fault = desk.bringBack(other)
    if (fault !== null) bench.tell('failed', fault)
    else
      bench.tell(
        'said',
        `${capital(name)} is shown, and will be saved. What it replaces goes to the history; Undo brings it back at once.`,
      )
  }
  const ways: readonly Way[] = desk.writable ? [{ label: verb, run: take }] : []
  bench.comparing.set({
    title: `Now, and ${name}`,
    mine: { label: SCREEN, transcript: desk.capture() },
    theirs: { label: capital(name), transcript: other },
    ways,
  })
}

const capital = (words: string) => words.charAt(0).toUpperCase() + words.slice(1)
