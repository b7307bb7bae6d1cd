import { replaceReference } from '../../../shared/commands/replace-reference.ts'
import type { Person } from '../../../shared/model/hand.ts'
import type { Named } from '../../../shared/model/names.ts'
import { mergedName, mergedPerson, type Registered } from '../../../shared/search/register.ts'
import type { Workbench } from '../../state/app-state.ts'
import { numbered } from '../../ui/choice.ts'
import { entryForm } from './entry-form.ts'

/** A row that has an entry. */
export type Row = Registered<unknown> & { readonly entry: Person | Named }

const isPerson = (entry: Person | Named): entry is Person => 'offices' in entry

/** States an entry anew, by a form. */
export function editEntry(bench: Workbench, { entry }: Row): void {
  bench.form.set(
    entryForm({
      title: entry.name,
      verb: 'State it so',
      before: entry,
      submit: (stated) => {
        void bench.addToRegisters(stated.kind === 'person' ? { people: [stated.entry] } : { names: [stated.entry] })
        return null
      },
    }),
  )
}

/** Asks which other entry of its kind it is the same as: everything that names it names that one then. */
export function mergeEntry(bench: Workbench, row: Row, others: readonly Row[]): void {
  bench.chooser.set({
    title: `${row.entry.name} is the same as`,
    hint: 'What names it in this document names that one then; one undo gives it back',
    options: numbered(
      null,
      others.map(({ entry }) => ({ label: entry.name, run: () => merge(bench, row.entry, entry) })),
    ),
  })
}

function merge(bench: Workbench, from: Person | Named, into: Person | Named): void {
  const hands = bench.registers.get().hands.filter(({ person }) => person === from.id)
  const held = hands.map((hand) => ({ ...hand, person: into.id }))
  if (isPerson(from) && isPerson(into)) void bench.addToRegisters({ hands: held, people: [mergedPerson(into, from)] })
  else if (!isPerson(from) && !isPerson(into)) void bench.addToRegisters({ names: [mergedName(into, from)] })
  giveUp(bench, from, into)
}

/** Takes an entry away: what named it names nobody that is stated; the tags stay. */
export function takeAway(bench: Workbench, { entry }: Row): void {
  giveUp(bench, entry, null)
}

function giveUp(bench: Workbench, from: Person | Named, into: Person | Named | null): void {
  const desk = bench.desk.get()
  if (desk?.view && desk.writable) {
    // not by `run`, which would take the focus out of the register
    replaceReference(from.id, into?.id ?? null)(desk.view.state, desk.view.dispatch)
    desk.redraw()
  }
  void bench.retire(from.id)
  bench.say(
    `${from.name} is taken out of the register; what named it in this document ${into ? `names ${into.name}` : 'stays tagged, and names nobody who is stated'}. Undo gives that back.`,
  )
}
