import { initialsOf } from '../../../shared/model/editor.ts'
import type { Workbench } from '../../state/app-state.ts'
import { type Chooser, type Field, type Form, numbered } from '../../ui/choice.ts'

/** Who is editing from now on: one of the collection's editors by a digit, or somebody new. What was done until now keeps its name. */
export function editorChooser(bench: Workbench): Chooser {
  const now = bench.editor.get()
  const { editors } = bench.registers.get()
  const team = editors.map(({ name, initials }) => ({
    label: name,
    detail: name === now ? `${initials} · now` : initials,
    run: () => void bench.setEditor(name),
  }))
  return {
    title: `Who is editing? Now: ${now ?? 'not stated'}`,
    hint: 'The name stands with every revision that is saved. What was done until now stays under the name of who did it.',
    options: [
      ...numbered({ label: 'not stated', run: () => void bench.setEditor('') }, team).map((option) =>
        option.key === 'n' ? { ...option, key: '' } : option,
      ),
      { key: 'n', label: 'somebody new …', run: () => bench.form.set(newEditor(bench)) },
    ],
  }
}

function newEditor(bench: Workbench): Form {
  const field = (name: string, label: string, value: string | null): Field => ({ name, spec: { kind: 'text', label }, value })
  const now = bench.editor.get()
  const isKnown = bench.registers.get().editors.some(({ name }) => name === now)
  return {
    title: 'New editor',
    hint: 'In the register of this collection, for everybody who works in it.',
    fields: [field('name', 'Name', isKnown ? null : now), field('initials', 'Initials (made of the name where left out)', null)],
    verb: 'Add',
    submit: (values) => {
      const said = (key: string) => String(values[key] ?? '').trim()
      const name = said('name')
      if (name === '') return 'A name is needed.'
      if (bench.registers.get().editors.some((one) => one.name === name)) return 'This name stands in the register already.'
      const initials = said('initials') || initialsOf(name)
      void bench.addToRegisters({ editors: [{ id: bench.newId(), name, initials }] })
      void bench.setEditor(name)
      return null
    },
  }
}
