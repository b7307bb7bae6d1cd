import type { Collection, DocumentEntry } from '../../../shared/api/contract.ts'
import type { AppState } from '../../state/app-state.ts'
import type { OpenDocument } from '../../state/open-document.ts'
import { type KeyMenu, numbered, type QuickPick } from '../../ui/choice.ts'
import { stateInWords } from '../documents/document-order.ts'
import { joinDocument, takeOut } from './join-originals.ts'

/** As many documents have a key; of more, typing finds one. */
const MOST = 35

/** Alt+Shift+O: another document whose pages come after the last one here, the next by name first. Null where there is none. */
export function joinMenu(app: AppState, opened: OpenDocument): KeyMenu | QuickPick | null {
  const offered = joinable(app.collection.get(), opened)
  if (offered.length === 0) return null
  const title = 'After the last page here come the pages of'
  const options = offered.map((entry) => ({
    id: entry.id,
    label: entry.original,
    detail: stateInWords(entry, false),
    run: () => void joinDocument(app, opened, entry),
  }))
  if (offered.length > MOST)
    return { title, placeholder: 'Whose pages come after the last one here?', empty: 'No document is called so.', options }
  return {
    title,
    hint: 'Its notes and its ledger come with them; the file itself is not touched.',
    options: numbered(null, options),
  }
}

function joinable(collection: Collection | null, opened: OpenDocument): readonly DocumentEntry[] {
  const here = new Set(opened.originals.map(({ name }) => name))
  const all = (collection?.documents ?? []).filter(
    ({ original, others, blocked, missing }) => !here.has(original) && others.length === 0 && blocked === null && !missing,
  )
  const last = opened.originals.at(-1)?.name ?? ''
  return [...all.filter(({ original }) => original > last), ...all.filter(({ original }) => original < last)]
}

/** Alt+Shift+U: which original has its own transcript again. Null where there is only the one. */
export function takeOutMenu(app: AppState, opened: OpenDocument): KeyMenu | null {
  const [first, ...others] = opened.originals
  if (!first || others.length === 0) return null
  return {
    title: 'Its own transcript again has',
    hint: `With what was done in its pages. ${first.name} stays: the transcript is named after it.`,
    options: numbered(
      null,
      others.map(({ name }) => ({ label: name, run: () => void takeOut(app, opened, name) })),
    ),
  }
}
