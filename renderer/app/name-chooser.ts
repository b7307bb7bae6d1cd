import { annotate, spansOf } from '../../shared/commands/annotate.ts'
import type { NameKind } from '../../shared/model/names.ts'
import { mayBe, type Ranked, rankEntries } from '../../shared/propose/rank-entries.ts'
import type { AttributeValue } from '../../shared/vocabulary/attribute.ts'
import { MARKS, type MarkName } from '../../shared/vocabulary/marks.ts'
import { type Chooser, type Field, type Form, numbered, type Option } from './choice.ts'
import { mark, markForm } from './choosers.ts'
import { openDates } from './date-chooser.ts'
import type { Desk } from './desk.ts'
import type { Workbench } from './workbench.ts'

/** Annotations that lead to an entry of a register. */
export type Naming = 'persName' | 'orgName' | 'placeName' | 'title' | 'event' | 'term' | 'cited'

const KIND: Readonly<Record<Exclude<Naming, 'persName'>, NameKind>> = {
  orgName: 'organisation',
  placeName: 'place',
  title: 'work',
  event: 'event',
  term: 'term',
  cited: 'paper',
}

function entriesOf(desk: Desk, type: Naming): readonly Ranked[] {
  if (type === 'persName') return desk.people.get().map(({ id, name, offices }) => ({ id, name, also: offices }))
  return desk.names
    .get()
    .filter(({ kind }) => kind === KIND[type])
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
  const ranked = rankEntries(entriesOf(desk, type), words)
  const known = numbered(
    { label: `${label} not stated`, run: tag(null, 'not stated') },
    ranked.map((entry) => ({ label: entry.name, detail: entry.also?.[0] ?? '', run: tag(entry.id, entry.name) })),
  )
  // letters are for what is not in the list yet
  const options: Option[] = known.map((option) => (/^[a-z]$/.test(option.key) ? { ...option, key: '' } : option))
  options.push({ key: 'n', label: `new ${label} …`, run: () => bench.form.set(newEntry(bench, desk, type, words)) })
  const likely = ranked[0] && mayBe(ranked[0], words) ? { offered: 1, offer: 'Enter: may be meant' } : {}
  return { title: `“${words.slice(0, 60)}” names`, options, ...likely }
}

/** A new entry of the register, which the words then name. */
function newEntry(bench: Workbench, desk: Desk, type: Naming, words: string): Form {
  const text = (name: string, label: string, value: string | null = null): Field => ({
    name,
    spec: { kind: 'text', label },
    value,
  })
  const isPerson = type === 'persName'
  const fields = isPerson
    ? [text('name', 'Name', words), text('office', 'Office, with what is known of its dates')]
    : [text('name', 'Name', words), text('says', SAYS[KIND[type]]), text('authority', 'Link to an authority file')]
  return {
    title: `New ${MARKS[type].label}`,
    hint: `In the register of this collection, for everybody who works in it.`,
    fields,
    verb: 'Add and mark',
    submit: (values) => {
      const said = (key: string) => stated(values[key])
      const name = said('name')
      if (name === null) return 'Write the name first.'
      const wrong = said('authority') === null ? null : notALink(said('authority')!)
      if (wrong !== null) return wrong
      const id = desk.context.newId()
      if (isPerson)
        void bench.addToRegisters({ people: [{ id, name, offices: said('office') === null ? [] : [said('office')!] }] })
      else
        void bench.addToRegisters({ names: [{ id, kind: KIND[type], name, says: said('says'), authority: said('authority') }] })
      return desk.run(annotate(desk.context, type, { ref: id })) ? null : 'Nothing is selected any more.'
    },
  }
}

const SAYS: Readonly<Record<NameKind, string>> = {
  organisation: 'What it is, in words',
  place: 'Where it is, in words',
  work: 'Author, year, in words',
  event: 'When and what, in words',
  term: 'Expansion',
  paper: 'Reference, sender, date, in words',
}

const stated = (value: AttributeValue | undefined) => (typeof value === 'string' && value.trim() !== '' ? value.trim() : null)

/** A sentence where this is not the shape of a link. It is never looked up. */
export function notALink(words: string): string | null {
  return /^https?:\/\/[^\s<>"]+$/.test(words) ? null : 'A link to an authority file begins with https:// and has no blanks.'
}

/** Everything that words can be marked as, by one key more. */
export function markChooser(bench: Workbench, desk: Desk): Chooser {
  const naming = (type: Naming) => () => openNames(bench, desk, type)
  const form = (name: MarkName) => () => {
    const next = markForm(desk, name)
    if (next) bench.form.set(next)
    else bench.say('Select the words first, or put the caret into one.')
  }
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
