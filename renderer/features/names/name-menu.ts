import { annotate, spansOf } from '../../../shared/commands/annotate.ts'
import type { Person } from '../../../shared/model/hand.ts'
import type { Named } from '../../../shared/model/names.ts'
import { tenuresOf } from '../../../shared/model/offices.ts'
import { paperDateAt } from '../../../shared/propose/paper-date.ts'
import { mayBe, officeMeant, type Ranked, rankEntries } from '../../../shared/propose/rank-entries.ts'
import { capitalised } from '../../../shared/text/capitalised.ts'
import { MARKS } from '../../../shared/vocabulary/marks.ts'
import { isNaming, NAMING, type Naming } from '../../../shared/vocabulary/naming.ts'
import { MARK_SYNONYMS } from '../../../shared/vocabulary/synonyms.ts'
import { tenureInWords } from '../../../shared/vocabulary/tenure-in-words.ts'
import type { AppState } from '../../state/app-state.ts'
import { likeliestFirst } from '../../state/likely.ts'
import type { OpenDocument } from '../../state/open-document.ts'
import { letterOf } from '../../state/own-keys.ts'
import { type Form, type KeyMenu, type MenuOption, numbered } from '../../ui/choice.ts'
import { mark, openMarkForm } from '../annotate/annotate-menus.ts'
import { openDates } from './date-menu.ts'
import { entryForm } from './entry-form.ts'
import { MARK_MENU, MARK_MENU_NAMES, type MarkInMenu } from './mark-menu-rows.ts'

function entriesOf(opened: OpenDocument, type: Naming): readonly Ranked[] {
  const offered = ({ id }: { readonly id: string }) => !opened.retired.get().has(id)
  if (type === 'persName')
    return opened.people
      .get()
      .filter(offered)
      .map((person) => ({ id: person.id, name: person.name, tenures: tenuresOf(person) }))
  return opened.names
    .get()
    .filter((named) => named.kind === NAMING[type] && offered(named))
    .map(({ id, name, says }) => ({ id, name, also: says === null ? [] : [says] }))
}

/** The words that would be tagged: the selection, or the word at the caret. */
function wordsHere(opened: OpenDocument): string | null {
  const spans = spansOf(opened.state)
  if (spans.length === 0) return null
  return spans.map(({ from, to }) => opened.state.doc.textBetween(from, to, ' ', ' ')).join(' ')
}

/**
 * The words name somebody or something: the next key says whom. Who may be meant stands first, and is offered for Enter; nobody is stated
 * without a key.
 */
function nameMenu(app: AppState, opened: OpenDocument, type: Naming): KeyMenu | null {
  const words = wordsHere(opened)
  if (words === null) return null
  const { label } = MARKS[type]
  const tag = (ref: string | null, name: string) => () => {
    if (opened.run(annotate(opened.context, type, { ref }))) app.say(`${capitalised(label)} marked: ${name}`)
  }
  const when = paperDateAt(opened.state.doc, opened.state.selection.from)?.when ?? null
  const ranked = rankEntries(entriesOf(opened, type), words, when)
  const known = numbered(
    { label: `${label} not stated`, run: tag(null, 'not stated') },
    ranked.map((entry) => ({ label: entry.name, detail: detailOf(entry, words, when), run: tag(entry.id, entry.name) })),
  )
  const options: MenuOption[] = [...known]
  options.push({
    key: letterOf('name.newEntry'),
    label: `new ${label} …`,
    run: () => app.overlay.form(newEntry(app, opened, type, words)),
  })
  const atOnce = options.length
  const called = `new ${label} called “${words.slice(0, 60)}”`
  options.push({
    key: '',
    label: called,
    detail: 'at once, nothing else stated',
    run: () => addAtOnce(app, opened, type, words),
  })
  const offer =
    ranked[0] && mayBe(ranked[0], words, when) ? { offered: 1, offer: 'likely' } : { offered: atOnce, offer: 'Enter: new' }
  const menu: KeyMenu = {
    title: `${type === 'persName' ? 'Who' : `Which ${label}`} is “${words.slice(0, 60)}”?`,
    about: 'words',
    options,
    ...offer,
  }
  const meant = ranked.filter((entry) => mayBe(entry, words, when))
  // a name that nobody known bears is a new one: that stands where it is seen
  const likely = meant.length > 0 ? meant.map(({ name }) => name) : [called, `new ${label} …`]
  return likeliestFirst(opened, type, menu, likely)
}

/** The office that is meant, at the paper’s date; else what else is known of an entry. */
function detailOf(entry: Ranked, words: string, when: string | null): string {
  const office = officeMeant(entry, words, when) ?? entry.tenures?.[0]
  return office ? tenureInWords(office) : (entry.also?.[0] ?? '')
}

function bareEntry(type: Naming, id: string, name: string): Person | Named {
  const kind = NAMING[type]
  return kind === 'person' ? { id, name, offices: [] } : { id, kind, name, says: null, authority: null }
}

/** The words are an entry of the register from now on, of which nothing but its name is stated. */
function addAtOnce(app: AppState, opened: OpenDocument, type: Naming, words: string): void {
  const entry = bareEntry(type, opened.context.newId(), words.replace(/\s+/gu, ' ').trim())
  // known first: a tag that names nobody known would lose its name
  void app.addToRegisters('offices' in entry ? { people: [entry] } : { names: [entry] })
  if (!opened.run(annotate(opened.context, type, { ref: entry.id }))) return
  app.say(`${capitalised(MARKS[type].label)} marked: ${entry.name}, new in the register`)
}

/** A new entry of the register, which the words then name. */
function newEntry(app: AppState, opened: OpenDocument, type: Naming, words: string): Form {
  const id = opened.context.newId()
  return {
    ...entryForm({
      title: `New ${MARKS[type].label}`,
      verb: 'Add and apply',
      before: bareEntry(type, id, words),
      submit: (stated) => {
        void app.addToRegisters(stated.kind === 'person' ? { people: [stated.entry] } : { names: [stated.entry] })
        return opened.run(annotate(opened.context, type, { ref: id })) ? null : 'Nothing is selected any more.'
      },
    }),
    about: 'words',
  }
}

/** Everything that words can be marked as, by one key more. */
export function markMenu(app: AppState, opened: OpenDocument): KeyMenu {
  const options = MARK_MENU_NAMES.map((name): MenuOption => {
    const { detail } = MARK_MENU[name]
    const run = () => give(app, opened, name)
    const also = MARK_SYNONYMS[name]
    return { key: letterOf(`markAs.${name}`), label: MARKS[name].label, also, ...(detail === undefined ? {} : { detail }), run }
  })
  return likeliestFirst(opened, 'mark', { title: 'Tag', about: 'words', options })
}

/** Gives the words a mark as its row says: a name or a date by a list, what needs facts by its form, the rest at once. */
export function give(app: AppState, opened: OpenDocument, name: MarkInMenu): void {
  if (isNaming(name)) openNames(app, opened, name)
  else if (name === 'date') openDates(app, opened)
  else if (MARK_MENU[name].atOnce) mark(app, opened, name)
  else openMarkForm(app, opened, name)
}

/** Opens the list of whom the words may name, or says what to do first. */
export function openNames(app: AppState, opened: OpenDocument, type: Naming): void {
  const menu = nameMenu(app, opened, type)
  if (menu) app.overlay.menu(menu)
  else app.say('Select the words first, or put the caret into one.')
}
