import { annotate, spansOf } from '../../../shared/commands/annotate.ts'
import { setHand } from '../../../shared/commands/set-block.ts'
import { UNKNOWN_MANUSCRIPT } from '../../../shared/model/hand.ts'
import { capitalised } from '../../../shared/text/capitalised.ts'
import { MARKS } from '../../../shared/vocabulary/marks.ts'
import { namingOf } from '../../../shared/vocabulary/naming.ts'
import type { AppState } from '../../state/app-state.ts'
import { calledIn } from '../../state/document-title.ts'
import type { QuickPickItem } from '../../ui/choice.ts'
import { stateHand } from '../blocks/block-menu.ts'
import { openRegister } from '../names/names-box.tsx'

/** Every hand: what is chosen is the hand of the block or note that the caret is in. */
export function handEntries(app: AppState): readonly QuickPickItem[] {
  const opened = app.opened.get()
  const hands = opened?.offered ?? app.registers.get().hands
  return [...hands, UNKNOWN_MANUSCRIPT].map(({ id, name, badge }) => ({
    id: `hand ${id}`,
    label: name,
    detail: `${badge} · hand of the block or note here`,
    also: [badge],
    onlyTyped: true,
    disabled: app.reading.get() || !opened?.can(setHand(id)),
    run: () => opened && stateHand(app, opened, id),
  }))
}

/** Everybody and everything in the registers: the selected words name it; where none are selected, its places are shown. */
export function nameEntries(app: AppState): readonly QuickPickItem[] {
  const opened = app.opened.get()
  const { people, names } = opened ? { people: opened.people.get(), names: opened.names.get() } : app.registers.get()
  const gone = opened?.retired.get() ?? new Set<string>()
  const tags = opened?.view && opened.writable && !opened.state.selection.empty && spansOf(opened.state).length > 0
  const entry = (kind: Parameters<typeof namingOf>[0], id: string, name: string, also: readonly string[]): QuickPickItem => {
    const naming = namingOf(kind)
    const { label } = MARKS[naming]
    return {
      id: `name ${id}`,
      label: name,
      detail: tags ? `${label} · tags the selected words` : `${label} · where it stands`,
      also,
      onlyTyped: true,
      disabled: app.reading.get(),
      run: () => {
        if (!tags) openRegister(app, { kind, id })
        else if (opened?.run(annotate(opened.context, naming, { ref: id }))) app.say(`${capitalised(label)} marked: ${name}`)
      },
    }
  }
  return [
    ...people.filter(({ id }) => !gone.has(id)).map(({ id, name, offices }) => entry('person', id, name, offices)),
    ...names
      .filter(({ id }) => !gone.has(id))
      .map(({ id, kind, name, says }) => entry(kind, id, name, says === null ? [] : [says])),
  ]
}

/** Every document of the collection, by its title and by the name of its file: what is chosen is opened. */
export function documentEntries(app: AppState): readonly QuickPickItem[] {
  return (app.collection.get()?.documents ?? []).map((document) => {
    const { title } = calledIn(document)
    return {
      id: `document ${document.id}`,
      label: title,
      detail: title === document.original ? 'opens it' : `opens ${document.original}`,
      onlyTyped: true,
      run: () => void app.open(document),
    }
  })
}
