import { replaceReference } from '../../../shared/commands/replace-reference.ts'
import type { Person } from '../../../shared/model/hand.ts'
import type { Named } from '../../../shared/model/names.ts'
import { mergedName, mergedPerson, type Registered } from '../../../shared/search/register.ts'
import type { AppState } from '../../state/app-state.ts'
import { numbered } from '../../ui/choice.ts'
import { entryForm } from './entry-form.ts'

/** A row that has an entry. */
export type RegisterRow = Registered<unknown> & { readonly entry: Person | Named }

const isPerson = (entry: Person | Named): entry is Person => 'offices' in entry

/** States an entry anew, by a form. */
export function editEntry(app: AppState, { entry }: RegisterRow): void {
  app.overlay.form(
    entryForm({
      title: entry.name,
      verb: 'Save',
      before: entry,
      submit: (stated) => {
        void app.addToRegisters(stated.kind === 'person' ? { people: [stated.entry] } : { names: [stated.entry] })
        return null
      },
    }),
  )
}

/** Asks which other entry of its kind it is the same as: everything that names it names that one then. */
export function mergeEntry(app: AppState, row: RegisterRow, others: readonly RegisterRow[]): void {
  app.overlay.menu({
    title: `${row.entry.name} is the same as`,
    hint: 'What names it in this document names that one then; one undo gives it back',
    options: numbered(
      null,
      others.map(({ entry }) => ({ label: entry.name, run: () => merge(app, row.entry, entry) })),
    ),
  })
}

function merge(app: AppState, from: Person | Named, into: Person | Named): void {
  const hands = app.registers.get().hands.filter(({ person }) => person === from.id)
  const held = hands.map((hand) => ({ ...hand, person: into.id }))
  if (isPerson(from) && isPerson(into)) void app.addToRegisters({ hands: held, people: [mergedPerson(into, from)] })
  else if (!isPerson(from) && !isPerson(into)) void app.addToRegisters({ names: [mergedName(into, from)] })
  giveUp(app, from, into)
}

/** Takes an entry away: what named it names nobody that is stated; the tags stay. */
export function takeAway(app: AppState, { entry }: RegisterRow): void {
  giveUp(app, entry, null)
}

function giveUp(app: AppState, from: Person | Named, into: Person | Named | null): void {
  const opened = app.opened.get()
  if (opened?.view && opened.writable) {
    // not by `run`, which would take the focus out of the register
    replaceReference(from.id, into?.id ?? null)(opened.view.state, opened.view.dispatch)
    opened.redraw()
  }
  void app.retire(from.id)
  app.say(
    `${from.name} is taken out of the register; what named it in this document ${into ? `names ${into.name}` : 'stays tagged, and names nobody who is stated'}. Undo gives that back.`,
  )
}
