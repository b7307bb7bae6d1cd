import { TextSelection } from 'prosemirror-state'
import { annotate, annotationsAt, setAnnotation, spansOf } from '../../../shared/commands/annotate.ts'
import { isDate, isLb } from '../../../shared/document/access.ts'
import { type PaperDate, paperDateAt } from '../../../shared/propose/paper-date.ts'
import { type DateReading, dateAround, readDates } from '../../../shared/propose/read-date.ts'
import { capitalised } from '../../../shared/text/capitalised.ts'
import { MARKS } from '../../../shared/vocabulary/marks.ts'
import type { AppState } from '../../state/app-state.ts'
import type { OpenDocument } from '../../state/open-document.ts'
import { numbered } from '../../ui/choice.ts'

/**
 * Ctrl+Shift+D: the selected words, or the date around the caret, give a date. What it may be stands first and is offered for Enter, with
 * what was inferred and a weekday that does not fit; nothing is stated without a key.
 */
export function openDates(app: AppState, opened: OpenDocument): void {
  selectDateHere(opened)
  const spans = spansOf(opened.state)
  if (spans.length === 0) {
    app.say('Select the words first, or put the caret into one.')
    return
  }
  const words = spans.map(({ from, to }) => opened.state.doc.textBetween(from, to, ' ', ' ')).join(' ')
  const about = paperDateAt(opened.state.doc, spans[0]!.from)
  const readings = readDates(words, about?.when ?? null)
  const tag = (reading: DateReading | null) => () => {
    if (!opened.run(stateDate(opened, reading && attrsOf(reading, about)))) return
    const warning = reading?.warning ? ` ${reading.warning}` : ''
    app.say(`${capitalised(MARKS.date.label)} marked: ${reading === null ? 'not stated' : said(reading, about)}.${warning}`)
  }
  const options = readings.map((reading) => ({
    label: said(reading, about),
    detail: [reading.warning, reading.monthFirst ? 'read as month, then day' : null].filter(Boolean).join(' '),
    run: tag(reading),
  }))
  app.overlay.menu({
    title: `“${words.slice(0, 60)}” is`,
    about: 'words',
    options: numbered({ label: 'Date, unresolved', run: tag(null) }, options),
    ...(options.length > 0 ? { offered: 1, offer: 'likely' } : { hint: whyNone(about) }),
  })
}

function said({ inWords, inferred }: DateReading, about: PaperDate | null): string {
  return inferred === null ? inWords : `${inWords}; ${inferred} from ${about?.from}`
}

const whyNone = (about: PaperDate | null) =>
  about === null
    ? 'The paper’s date is not known, so no year is inferred: state it (paper, or a dateline), or state the date in the inspector'
    : 'These words give no date that is known here: state it in the inspector (Alt+I)'

/** What is stated with a reading: what the words do not say is said to be inferred. */
function attrsOf({ when, inferred }: DateReading, about: PaperDate | null) {
  return inferred === null ? { when } : { when, basis: 'context', basisNote: `${inferred} from ${about?.from} (${about?.when})` }
}

/** A date that is marked here already is stated; else the words are marked. */
function stateDate(opened: OpenDocument, attrs: Readonly<Record<string, string>> | null) {
  const own = annotationsAt(opened.state).find(isDate)
  return own ? setAnnotation(own.attrs.id, attrs ?? { when: null }) : annotate(opened.context, 'date', attrs ?? {})
}

/** Without a selection, the whole date that the caret stands in is selected, for the person to see. */
function selectDateHere(opened: OpenDocument): void {
  const { selection, doc, tr } = opened.state
  const { $from, empty } = selection
  if (!empty || !opened.view || !$from.parent.isTextblock) return
  const text = $from.parent.textBetween(0, $from.parent.content.size, undefined, (leaf) => (isLb(leaf) ? '\n' : '\ufffc'))
  const found = dateAround(text, $from.parentOffset)
  const start = $from.start()
  if (found) opened.view.dispatch(tr.setSelection(TextSelection.create(doc, start + found.from, start + found.to)))
}
