import type { DocumentEntry } from '../../../shared/api/contract.ts'
import { annotationsAt } from '../../../shared/commands/annotate.ts'
import { tagPlaces } from '../../../shared/commands/tag-alike.ts'
import { isNamingMark } from '../../../shared/document/access.ts'
import type { Alike } from '../../../shared/search/alike.ts'
import { mentionsIn } from '../../../shared/search/mentions.ts'
import { MARKS } from '../../../shared/vocabulary/marks.ts'
import type { AppState } from '../../state/app-state.ts'
import type { OpenDocument } from '../../state/open-document.ts'
import { tagElsewhere } from './tag-elsewhere.ts'
import type { Tagging } from './tagging.ts'

/** What the caret is in, as far as it names somebody or something; null elsewhere. */
export function taggingHere(opened: OpenDocument): Tagging | null {
  const mark = annotationsAt(opened.state).find(isNamingMark)
  const mention = mark && mentionsIn(opened.document).find(({ id }) => id === mark.attrs.id)
  if (!mention) return null
  const { type, words, ref } = mention
  const entries = type === 'persName' ? opened.people.get() : opened.names.get()
  return { type, words, entry: entries.find(({ id }) => id === ref) ?? null }
}

/** Places of one document that somebody ticked. */
interface Ticked {
  readonly document: DocumentEntry
  readonly places: readonly Alike[]
}

/** Tags what was ticked: here as one step that can be undone, in other documents through their files; then says what was done and what not. */
export async function tagTicked(app: AppState, tagging: Tagging, ticked: readonly Ticked[]): Promise<void> {
  const opened = app.opened.get()
  const own = ticked.find(({ document }) => document.id === opened?.loaded.entry.id)
  if (opened && own) opened.run(tagPlaces(app.newId, own.places, tagging.type, tagging.entry?.id ?? null))
  const elsewhere = ticked.filter((one) => one !== own && one.places.length > 0)
  const undone: string[] = []
  let places = own?.places.length ?? 0
  for (const { document, places: chosen } of elsewhere) {
    const written = await tagElsewhere(app, document, tagging, chosen)
    if (written.ok) places += chosen.length
    else undone.push(`${document.original} (${written.fault.sentence})`)
  }
  const as = `${MARKS[tagging.type].label}: ${tagging.entry?.name ?? 'not stated'}`
  const words = places === 1 ? 'One place is tagged' : `${places} places are tagged`
  if (elsewhere.length === 0) app.say(`${words}, ${as}. One undo takes the tags off again.`)
  else {
    const here = own && own.places.length > 0 ? ' One undo takes off those of the open document;' : ''
    const others =
      undone.length < elsewhere.length ? `${here} the others’ versions before are among their earlier versions (Alt+H).` : ''
    const left = undone.length > 0 ? ` Nothing was changed in ${undone.join('; ')}.` : ''
    app.notify(undone.length > 0 ? 'warning' : 'said', `${words}, ${as}.${others}${left}`)
    await app.refresh()
  }
}
