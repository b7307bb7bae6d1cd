import type { HistoryEntry, KeptJournal } from '../../../shared/api/contract.ts'
import { parseTranscript } from '../../../shared/format/parse.ts'
import { readKept } from '../../../shared/format/read-mended.ts'
import { differences } from '../../../shared/merge/differences.ts'
import { inAPhrase } from '../../../shared/merge/phrases.ts'
import type { Transcript } from '../../../shared/model/transcript.ts'
import type { AppCore } from '../../state/app-core.ts'
import { awaitBox } from '../../state/await-box.ts'
import type { OpenDocument } from '../../state/open-document.ts'
import { numbered } from '../../ui/choice.ts'
import { compare } from './compare-box.tsx'
import type { Way } from './comparing.ts'
import { keepBoth, keepChosen, keepMine, keepOffer, takeOffer, takeTheirs } from './settle.ts'

const SCREEN = 'On the screen'

/** How many earlier versions are read before the list is shown, to say what differs; the others show their size alone. */
const READ = 12

const dateOf = (iso: string) => new Date(iso).toLocaleString([], { dateStyle: 'long', timeStyle: 'short' })

/** A text as a transcript, or null where it cannot be read; then why is told. */
function read(app: AppCore, text: string, what: string): Transcript | null {
  const parsed = parseTranscript(text)
  if (parsed.ok) return parsed.value
  app.notify('failed', `${what} cannot be looked at. ${parsed.fault.sentence}`)
  return null
}

/** Whatever there is to be looked at: a clash with the file, unsaved work on offer, or what was taken in. */
export function lookAtBoth(app: AppCore, opened: OpenDocument): void {
  const { offer } = opened
  if (opened.saver.saveState.get().trouble?.clash === 'changed') void lookAtClash(app, opened)
  else if (offer) lookAtOffer(app, opened, offer)
  else lookAtTaken(app, opened)
}

export function canLookAtBoth(opened: OpenDocument): boolean {
  return opened.saver.saveState.get().trouble?.clash === 'changed' || opened.offer !== null || opened.takenIn.get() !== null
}

/** What is on the screen beside what somebody else put into the file. */
export function lookAtClash(app: AppCore, opened: OpenDocument): Promise<void> {
  return awaitBox(app, async () => {
    const there = await app.host.readTranscript({ document: opened.loaded.entry.id })
    if (!there.ok || there.value.text === null) {
      app.notify('failed', there.ok ? 'The file is not there any more. Your work is still here.' : there.fault.sentence)
      return null
    }
    const theirs = read(app, there.value.text, 'The version in the file')
    if (!theirs) return null
    const { revision } = there.value
    return () => {
      const mine = opened.capture()
      compare(app, {
        title: 'Your work and the version in the file',
        mine: { label: `Mine (${SCREEN.toLowerCase()})`, transcript: mine },
        theirs: { label: 'Theirs (in the file)', transcript: theirs },
        ways: [
          { label: 'Keep both', run: () => void keepBoth(app, opened) },
          { label: 'Show theirs', run: () => void takeTheirs(app, opened) },
          { label: 'Keep mine', run: () => void keepMine(app, opened) },
        ],
        choose: (choices) => void keepChosen(app, opened, { mine, theirs, revision }, choices),
      })
    }
  })
}

/** The file beside work that was not saved when the program last stopped. */
export function lookAtOffer(app: AppCore, opened: OpenDocument, offer: KeptJournal): void {
  const kept = readKept(offer.record.text, opened.context.newId)
  if (!kept.ok) {
    app.notify('failed', `The unsaved work cannot be looked at. ${kept.fault.sentence}`)
    return
  }
  const theirs = kept.value
  compare(app, {
    title: 'The file and the unsaved work',
    mine: { label: 'The file, as you see it now', transcript: opened.capture() },
    theirs: { label: 'The unsaved work', transcript: theirs },
    ways: [
      { label: 'Bring the unsaved work back', run: () => void takeOffer(app, opened, offer) },
      { label: 'Keep it as a copy', run: () => void keepOffer(app, opened, offer) },
    ],
  })
}

/** The text as it was before somebody else's work was taken in, beside what it is now. */
function lookAtTaken(app: AppCore, opened: OpenDocument): void {
  const taken = opened.takenIn.get()
  if (!taken) return
  compare(app, {
    title: 'Before and after their work was taken in',
    mine: { label: 'Mine, before', transcript: taken.before },
    theirs: { label: 'Both together, now', transcript: opened.capture() },
    ways: [],
  })
}

/** Versions that were replaced, each with its time and how much differs from what is on the screen. */
export function earlierVersions(app: AppCore, opened: OpenDocument): Promise<void> {
  return awaitBox(app, () => listEarlier(app, opened))
}

async function listEarlier(app: AppCore, opened: OpenDocument): Promise<(() => void) | null> {
  const document = opened.loaded.entry.id
  const listed = await app.host.listHistory({ document })
  if (!listed.ok) {
    app.notify('failed', listed.fault.sentence)
    return null
  }
  if (listed.value.length === 0) {
    app.notify('said', 'No earlier version of this document is kept yet.')
    return null
  }
  const now = opened.capture()
  const details = await Promise.all(
    listed.value.map(async ({ id, bytes }, at) => {
      const size = `${Math.ceil(bytes / 1024)} KB`
      const text = at < READ ? await app.host.readHistory({ document, entry: id }) : null
      const then = text?.ok ? parseTranscript(text.value) : null
      return then?.ok ? `${size} · differs in: ${inAPhrase(differences(then.value, now), then.value, now)}` : size
    }),
  )
  return () =>
    app.overlay.menu({
      title: 'Which earlier version?',
      hint: 'It is shown beside what is on the screen; nothing is changed by looking.',
      options: numbered(
        null,
        listed.value.map((entry, at) => ({
          label: nameOf(entry),
          detail: details[at] ?? '',
          run: () => void lookAtVersion(app, opened, entry),
        })),
      ),
    })
}

const nameOf = ({ at, kept }: HistoryEntry) => (kept ? `${dateOf(at)}, kept as “${kept.label}”` : dateOf(at))

function lookAtVersion(app: AppCore, opened: OpenDocument, entry: HistoryEntry): Promise<void> {
  return awaitBox(app, async () => {
    const answer = await app.host.readHistory({ document: opened.loaded.entry.id, entry: entry.id })
    if (answer.ok)
      return () => lookAtOlder(app, opened, answer.value, `the version of ${nameOf(entry)}`, 'Bring this version back')
    app.notify('failed', answer.fault.sentence)
    return null
  })
}

/** Versions of this document that stand beside its file, left there by a sync program or by “Keep both”. */
export function conflictCopies(app: AppCore, opened: OpenDocument): void {
  const { id } = opened.loaded.entry
  const copies = copiesOf(app, opened)
  const show = (name: string) =>
    awaitBox(app, async () => {
      const answer = await app.host.readCopy({ document: id, name })
      if (answer.ok) return () => lookAtOlder(app, opened, answer.value.text, name, 'Put this copy in its place')
      app.notify('failed', answer.fault.sentence)
      return null
    })
  app.overlay.menu({
    title: 'Which conflict copy?',
    hint: 'It is shown beside what is on the screen; no file is changed by looking.',
    options: numbered(
      null,
      copies.map((name) => ({ label: name, run: () => void show(name) })),
    ),
  })
}

export function copiesOf(app: AppCore, opened: OpenDocument): readonly string[] {
  const listed = app.collection.get()?.documents.find(({ id }) => id === opened.loaded.entry.id)
  return listed?.copies ?? opened.loaded.entry.copies
}

function lookAtOlder(app: AppCore, opened: OpenDocument, text: string, name: string, verb: string): void {
  const other = read(app, text, name)
  if (!other) return
  const take = () => {
    const fault = opened.bringBack(other)
    if (fault !== null) app.notify('failed', fault)
    else
      app.notify(
        'said',
        `${capital(name)} is shown, and will be saved. What it replaces goes to the history; Undo brings it back at once.`,
      )
  }
  const ways: readonly Way[] = opened.writable ? [{ label: verb, run: take }] : []
  compare(app, {
    title: `Now, and ${name}`,
    mine: { label: SCREEN, transcript: opened.capture() },
    theirs: { label: capital(name), transcript: other },
    ways,
  })
}

const capital = (words: string) => words.charAt(0).toUpperCase() + words.slice(1)
