import { initialsOf } from '../../../shared/model/editor.ts'
import type { AppState } from '../../state/app-state.ts'
import { letterOf } from '../../state/own-keys.ts'
import { type Field, type Form, type KeyMenu, numbered } from '../../ui/choice.ts'

/** Who is editing from now on: one of the collection's editors by a digit, or somebody new. What was done until now keeps its name. */
export function editorMenu(app: AppState): KeyMenu {
  const now = app.editor.get()
  const { editors } = app.registers.get()
  const team = editors.map(({ name, initials }) => ({
    label: name,
    detail: name === now ? `${initials} · now` : initials,
    run: () => void app.setEditor(name),
  }))
  return {
    title: `Who is editing? Now: ${now ?? 'not stated'}`,
    hint: 'The name stands with every revision that is saved. What was done until now stays under the name of who did it.',
    options: [
      ...numbered({ label: 'not stated', run: () => void app.setEditor('') }, team).map((option) =>
        option.key === letterOf('editor.somebodyNew') ? { ...option, key: '' } : option,
      ),
      { key: letterOf('editor.somebodyNew'), label: 'somebody new …', run: () => app.overlay.form(newEditor(app)) },
    ],
  }
}

function newEditor(app: AppState): Form {
  const field = (name: string, label: string, value: string | null): Field => ({ name, spec: { kind: 'text', label }, value })
  const now = app.editor.get()
  const isKnown = app.registers.get().editors.some(({ name }) => name === now)
  return {
    title: 'New editor',
    hint: 'In the register of this collection, for everybody who works in it.',
    fields: [field('name', 'Name', isKnown ? null : now), field('initials', 'Initials (made of the name where left out)', null)],
    verb: 'Add',
    submit: (values) => {
      const said = (key: string) => String(values[key] ?? '').trim()
      const name = said('name')
      if (name === '') return 'A name is needed.'
      if (app.registers.get().editors.some((one) => one.name === name)) return 'This name stands in the register already.'
      const initials = said('initials') || initialsOf(name)
      void app.addToRegisters({ editors: [{ id: app.newId(), name, initials }] })
      void app.setEditor(name)
      return null
    },
  }
}
