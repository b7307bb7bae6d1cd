import type { Node } from 'prosemirror-model'
import { isNote, objectsOf } from '../../shared/document/access.ts'
import { UNKNOWN_MANUSCRIPT } from '../../shared/model/hand.ts'
import type { Named, NameKind } from '../../shared/model/names.ts'
import type { AttributeValue } from '../../shared/vocabulary/attribute.ts'
import type { ReferenceOptions } from '../ui/field-editor.tsx'
import type { AppState } from './app-state.ts'

/** What fields can refer to: entries of the registers that the open document has, and its notes. */
export function referenceOptions(app: AppState): ReferenceOptions {
  return (spec, value, only) => {
    const opened = app.opened.get()
    if (!opened) return null
    if (spec.to === 'hands')
      return [
        ...opened.hands
          .get()
          .filter((hand) => opened.offered.includes(hand) || hand.id === value)
          .map((hand) => [hand.id, `${hand.badge} · ${hand.name}`] as const),
        [UNKNOWN_MANUSCRIPT.id, UNKNOWN_MANUSCRIPT.name],
      ]
    if (spec.to === 'people') return opened.people.get().map((person) => [person.id, person.name])
    if (spec.to === 'names') return namesOf(opened.names.get(), spec.of)
    return notesOf(opened.view ? objectsOf(opened.view.state.doc) : [], only ? value : undefined)
  }
}

const namesOf = (names: readonly Named[], kind: NameKind | undefined) =>
  names.filter((named) => kind === undefined || named.kind === kind).map((named) => [named.id, named.name] as const)

const notesOf = (objects: readonly Node[], only: AttributeValue | undefined) =>
  objects
    .filter((object) => isNote(object) && (only === undefined || object.attrs.id === only))
    .map((object) => [String(object.attrs.id), `“${object.textContent.slice(0, 40)}”`] as const)
