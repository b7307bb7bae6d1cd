import { annotate, spansOf } from '../../../shared/commands/annotate.ts'
import { tenureInWords, tenuresOf } from '../../../shared/model/offices.ts'
import { paperDateAt } from '../../../shared/propose/paper-date.ts'
import { mayBe, officeMeant, type Ranked, rankEntries } from '../../../shared/propose/rank-entries.ts'
import { MARKS, type MarkName } from '../../../shared/vocabulary/marks.ts'
import { NAMING, type Naming } from '../../../shared/vocabulary/naming.ts'
import type { Workbench } from '../../state/app-state.ts'
import type { Desk } from '../../state/open-document.ts'
import { type Chooser, type Form, numbered, type Option } from '../../ui/choice.ts'
import { mark, openMarkForm } from '../annotate/annotate-menus.ts'
import { openDates } from './date-menu.ts'
import { entryForm } from './entry-form.ts'

function entriesOf(desk: Desk, type: Naming): readonly Ranked[] {
  const offered = ({ id }: { readonly id: string }) => !desk.retired.get().has(id)
  if (type === 'persName')
    return desk.people
      .get()
      .filter(offered)
      .map((person) => ({ id: person.id, name: person.name, tenures: tenuresOf(person) }))
  return desk.names
    .get()
    .filter((named) => named.kind === NAMING[type] && offered(named))
    .map(({ id, name, says }) => ({ id, name, also: says === null ? [] : [says] }))
}

/** The words that would be tagged: the selection, or the word at the caret. */
function wordsHere(desk: Desk): string | null {
  const spans = spansOf(desk.state)
  if (spans.length === 0) return null
  return spans.map(({ from, to }) => desk.state.doc.textBetween(from, to, ' ', ' ')).join(' ')
}

/**
 * The words name somebody or something: the next key says whom. Who may be meant stands first, and is offered for Enter; nobody is stated
 * without a key.
 */
export function nameChooser(bench: Workbench, desk: Desk, type: Naming): Chooser | null {
  const words = wordsHere(desk)
  if (words === null) return null
  const { label } = MARKS[type]
  const tag = (ref: string | null, name: string) => () => {
    if (desk.run(annotate(desk.context, type, { ref }))) bench.say(`${label} marked: ${name}`)
  }
  const when = paperDateAt(desk.state.doc, desk.state.selection.from)?.when ?? null
  const ranked = rankEntries(entriesOf(desk, type), words, when)
  const known = numbered(
    { label: `${label} not stated`, run: tag(null, 'not stated') },
    ranked.map((entry) => ({ label: entry.name, detail: detailOf(entry, words, when), run: tag(entry.id, entry.name) })),
  )
  // letters are for what is not in the list yet
  const options: Option[] = known.map((option) => (/^[a-z]$/.test(option.key) ? { ...option, key: '' } : option))
  options.push({ key: 'n', label: `new ${label} …`, run: () => bench.form.set(newEntry(bench, desk, type, words)) })
  const likely = ranked[0] && mayBe(ranked[0], words, when) ? { offered: 1, offer: 'Enter: may be meant' } : {}
  return { title: `“${words.slice(0, 60)}” names`, options, ...likely }
}

/** The office that is meant, at the paper’s date; else what else is known of an entry. */
function detailOf(entry: Ranked, words: string, when: string | null): string {
  const office = officeMeant(entry, words, when) ?? entry.tenures?.[0]
  return office ? tenureInWords(office) : (entry.also?.[0] ?? '')
}

/** A new entry of the register, which the words then name. */
function newEntry(bench: Workbench, desk: Desk, type: Naming, words: string): Form {
  const kind = NAMING[type]
  const id = desk.context.newId()
  return entryForm({
    title: `New ${MARKS[type].label}`,
    verb: 'Add and mark',
    before: kind === 'person' ? { id, name: words, offices: [] } : { id, kind, name: words, says: null, authority: null },
    submit: (stated) => {
      void bench.addToRegisters(stated.kind === 'person' ? { people: [stated.entry] } : { names: [stated.entry] })
      return desk.run(annotate(desk.context, type, { ref: id })) ? null : 'Nothing is selected any more.'
    },
  })
}

/** Everything that words can be marked as, by one key more. */
export function markChooser(bench: Workbench, desk: Desk): Chooser {
  const naming = (type: Naming) => () => openNames(bench, desk, type)
  const form = (name: MarkName) => () => openMarkForm(bench, desk, name)
  return {
    title: 'These words are',
    options: [
      { key: 'p', label: MARKS.persName.label, run: naming('persName') },
      { key: 'o', label: MARKS.orgName.label, run: naming('orgName') },
      { key: 'l', label: MARKS.placeName.label, run: naming('placeName') },
      { key: 'd', label: MARKS.date.label, run: () => openDates(bench, desk) },
      { key: 'w', label: MARKS.title.label, detail: 'the title of a book, a treaty, a newspaper', run: naming('title') },
      { key: 'e', label: MARKS.event.label, run: naming('event') },
      { key: 't', label: MARKS.term.label, detail: 'with its expansion', run: naming('term') },
      { key: 'c', label: MARKS.cited.label, detail: '“Washington tel no 813”', run: naming('cited') },
      { key: 'f', label: MARKS.foreign.label, run: form('foreign') },
      { key: 'u', label: MARKS.unclear.label, run: () => mark(bench, desk, 'unclear') },
      { key: 'a', label: MARKS.add.label, detail: 'the sentence reads on with it', run: form('add') },
      { key: 'x', label: MARKS.del.label, run: form('del') },
      { key: 'h', label: MARKS.withheld.label, detail: 'editions print a gap in their place', run: form('withheld') },
    ],
  }
}

/** Opens the list of whom the words may name, or says what to do first. */
export function openNames(bench: Workbench, desk: Desk, type: Naming): void {
  const chooser = nameChooser(bench, desk, type)
  if (chooser) bench.chooser.set(chooser)
  else bench.say('Select the words first, or put the caret into one.')
}
