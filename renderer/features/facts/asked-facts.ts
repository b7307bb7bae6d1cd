import { flushSync } from 'react-dom'
import type { AppState } from '../../state/app-state.ts'
import { ofApp } from '../../state/of-app.ts'
import type { OpenDocument } from '../../state/open-document.ts'
import type { QuickPick } from '../../ui/choice.ts'
import { observable } from '../../ui/observable.ts'
import { groupsHere } from './groups-here.ts'
import { canBeFilledIn, isStated } from './shown-facts.ts'

/** Facts that somebody asked for, by `keyOfFact`: they stay in sight while the window lives, stated or not. */
export const askedFactsOf = ofApp(() => observable<ReadonlySet<string>>(new Set()))

export const keyOfFact = (group: string, name: string): string => `${group}.${name}`

/** A list of all that can be stated of what is here, narrowed by typing; the one that is taken has the keys in the inspector. */
export function factPick(app: AppState, opened: OpenDocument): QuickPick {
  return {
    title: 'Add a fact',
    placeholder: 'Place, date, basis …',
    empty: 'Nothing of that name can be stated here.',
    options: groupsHere(opened).flatMap((group) =>
      group.fields
        .filter((field) => canBeFilledIn(field) && !field.readOnly)
        .map((field) => ({
          id: keyOfFact(group.id, field.name),
          label: field.spec.label,
          detail: isStated(field) ? `${group.title} · stated` : group.title,
          run: () => showFact(app, opened, keyOfFact(group.id, field.name)),
        })),
    ),
  }
}

/** Shows the field of a fact and gives it the keys, once what lay over the window has given the focus back. */
function showFact(app: AppState, opened: OpenDocument, key: string): void {
  const { selection } = opened.state
  queueMicrotask(() => {
    flushSync(() => {
      app.drawer.set(true)
      app.panel.set('here')
      opened.upToDate()
      const asked = askedFactsOf(app)
      asked.set(new Set([...asked.get(), key]))
    })
    // the box gave the focus back to the text, at its beginning: the caret goes back before the field has the keys
    if (!opened.state.selection.eq(selection)) opened.view?.dispatch(opened.state.tr.setSelection(selection))
    opened.view?.focus()
    const row = document.querySelector(`[data-fact="${CSS.escape(key)}"]`)
    row?.querySelector<HTMLElement>('[tabindex="0"], input, select, textarea')?.focus()
  })
}
