import {
  annotate,
  annotationsAt,
  correctable,
  correctMarked,
  setAnnotation,
  spansOf,
  supply,
} from '../../../shared/commands/annotate.ts'
import { insertGap } from '../../../shared/commands/insert-gap.ts'
import { removeAnnotation } from '../../../shared/commands/remove-annotation.ts'
import { setAside } from '../../../shared/commands/set-aside.ts'
import { tellDeed } from '../../../shared/compare/tell-deed.ts'
import { markNameOf } from '../../../shared/document/access.ts'
import { capitalised } from '../../../shared/text/capitalised.ts'
import { ATOMS, GAP_REASONS } from '../../../shared/vocabulary/atoms.ts'
import { type AttributeTable, emptyValue } from '../../../shared/vocabulary/attribute.ts'
import { MARKS, type MarkName } from '../../../shared/vocabulary/marks.ts'
import { GAP_SYNONYMS, MARK_SYNONYMS, UNUSED_SYNONYMS } from '../../../shared/vocabulary/synonyms.ts'
import { OFFERED_REASONS, UNUSED_REASONS, type UnusedReason } from '../../../shared/vocabulary/unused.ts'
import type { AppState } from '../../state/app-state.ts'
import { likeliestFirst } from '../../state/likely.ts'
import type { OpenDocument } from '../../state/open-document.ts'
import { letterOf } from '../../state/own-keys.ts'
import { type Field, type Form, type KeyMenu, numbered } from '../../ui/choice.ts'

export const withinLetters = () => `${letterOf('lift.added').toUpperCase()} or ${letterOf('lift.struckOut').toUpperCase()}`

/** Ctrl+Shift+G: a gap; the next key says why. The first choice states nothing. */
export function gapMenu(opened: OpenDocument): KeyMenu {
  const gap = (reason: string | null) => () => void opened.run(insertGap(opened.context, { reason }))
  const reasons = (Object.keys(GAP_REASONS) as (keyof typeof GAP_REASONS)[]).map((reason) => ({
    label: GAP_REASONS[reason],
    also: GAP_SYNONYMS[reason],
    run: gap(reason),
  }))
  const options = numbered({ label: 'reason not stated', run: gap(null) }, reasons)
  return likeliestFirst(opened, 'gap', { title: 'Gap, because', about: 'selection', options })
}

/** Ctrl+Shift+X: the selection is not text of the paper; the next key says what it is. `deleted` is no reason to choose: deleting is. */
export function asideMenu(app: AppState, opened: OpenDocument): KeyMenu {
  const reasons = OFFERED_REASONS
  const options = reasons.map((reason) => ({
    label: UNUSED_REASONS[reason],
    also: UNUSED_SYNONYMS[reason],
    run: () => putAside(app, opened, reason),
  }))
  return likeliestFirst(opened, 'aside', {
    title: 'Set aside, because it is',
    about: opened.state.selection.empty ? 'block' : 'selection',
    options: numbered(null, options),
  })
}

/** Sets the selection aside, or the block of the caret, and says so: what went is no more to be seen on the sheet. */
export function putAside(app: AppState, opened: OpenDocument, reason: UnusedReason): void {
  const before = opened.state.doc
  if (!opened.run(setAside(opened.context, reason))) return
  const told = tellDeed(before, opened.state.doc)
  app.say(
    `${told.charAt(0).toUpperCase()}${told.slice(1)}, ${UNUSED_REASONS[reason]}: it stands under “Set aside”, and Undo brings it back.`,
  )
}

/** Ctrl+Shift+S: whose error is it? The words that follow are the editor’s, marked as such. */
export function errorMenu(app: AppState, opened: OpenDocument): KeyMenu {
  const form = (name: MarkName) => () => openMarkForm(app, opened, name)
  return {
    title: 'Correct or emend',
    about: 'words',
    options: [
      {
        key: letterOf('error.paper'),
        label: 'the paper’s error',
        detail: 'emendation',
        also: MARK_SYNONYMS.emendation,
        run: form('emendation'),
      },
      {
        key: letterOf('error.machine'),
        label: 'the machine’s error',
        detail: 'marked correction, or conjectural reading of a hand',
        also: MARK_SYNONYMS.correction,
        run: form('correction'),
      },
      {
        key: letterOf('error.notKnown'),
        label: 'not known whose',
        detail: 'undetermined',
        also: MARK_SYNONYMS.undetermined,
        run: form('undetermined'),
      },
      {
        key: letterOf('error.restored'),
        label: 'restored by the editor',
        detail: 'supplied, at the caret',
        also: MARK_SYNONYMS.supplied,
        run: () => app.overlay.form(supplyForm(opened)),
      },
      { key: letterOf('error.added'), label: 'added by a hand', detail: 'addition', also: MARK_SYNONYMS.add, run: form('add') },
      {
        key: letterOf('error.struckOut'),
        label: 'struck out by a hand',
        detail: 'deletion',
        also: MARK_SYNONYMS.del,
        run: form('del'),
      },
    ],
  }
}

const fieldsOf = (table: AttributeTable, values: Readonly<Record<string, unknown>> = {}): readonly Field[] =>
  Object.entries(table).map(([name, spec]) => ({ name, spec, value: (values[name] ?? emptyValue(spec)) as Field['value'] }))

const SURENESS = new Set(['cert', 'basis', 'basisNote'])

/** What a tag states before how sure that is. */
const ownFirst = (fields: readonly Field[]): readonly Field[] => [
  ...fields.filter(({ name }) => !SURENESS.has(name)),
  ...fields.filter(({ name }) => SURENESS.has(name)),
]

/** Opens the form that puts an annotation on the selected words, or says what to do first. */
export function openMarkForm(app: AppState, opened: OpenDocument, name: MarkName): void {
  const form = markForm(opened, name)
  if (form) app.overlay.form(form)
  else app.say('Select the words first, or put the caret into one.')
}

/** The form that puts an annotation on the selected words, its fields from the vocabulary; null where there are no words. */
function markForm(opened: OpenDocument, name: MarkName): Form | null {
  const spans = spansOf(opened.state)
  const [first] = spans
  if (!first) return null
  const words = spans.map(({ from, to }) => opened.state.doc.textBetween(from, to, ' ')).join(' ')
  const { attributes, label } = MARKS[name]
  if (name !== 'correction') {
    return {
      title: label,
      about: 'words',
      hint: `“${words}”`,
      fields: ownFirst(fieldsOf(attributes)),
      verb: 'Mark',
      submit: (values) => (opened.run(annotate(opened.context, name, values)) ? null : 'Nothing is selected any more.'),
    }
  }
  const { was: _, ...sure } = MARKS.correction.attributes
  const now: Field = { name: 'now', spec: { kind: 'words', label: 'Should read' }, value: words }
  return {
    title: label,
    about: 'words',
    hint: `The machine read “${correctable(opened.context, opened.state)?.was ?? words}”`,
    fields: [now, ...fieldsOf(sure, correctable(opened.context, opened.state)?.earlier?.attrs)],
    verb: 'Correct',
    submit: ({ now, ...attrs }) =>
      opened.run(correctMarked(opened.context, String(now), attrs))
        ? null
        : 'The words must differ from what the machine read, and lie in one block.',
  }
}

/** The form for words that the editor restores at the caret. */
export function supplyForm(opened: OpenDocument): Form {
  const words: Field = { name: 'words', spec: { kind: 'words', label: 'Words restored' }, value: '' }
  return {
    title: MARKS.supplied.label,
    about: 'selection',
    fields: [words, ...fieldsOf(MARKS.supplied.attributes)],
    verb: 'Supply',
    submit: ({ words, ...attrs }) =>
      opened.run(supply(opened.context, String(words), attrs)) ? null : 'Write the words that are restored.',
  }
}

/** Puts an annotation on the selected words at once; facts about it are stated beside, in the inspector. */
export function mark(app: AppState, opened: OpenDocument, name: MarkName): void {
  if (opened.run(annotate(opened.context, name))) app.say(`${capitalised(MARKS[name].label)} marked`)
  else app.say('Select the words first, or put the caret into one.')
}

/** Ctrl+\: takes off the annotation at the caret; asks which where there are several. */
export function removeMenu(app: AppState, opened: OpenDocument): void {
  const marks = annotationsAt(opened.state)
  if (marks.length === 0) app.say('There is no annotation here.')
  else if (marks.length === 1) opened.run(removeAnnotation(marks[0]!.attrs.id))
  else {
    const options = marks.map((one) => ({
      label: MARKS[markNameOf(one)].label,
      run: () => void opened.run(removeAnnotation(one.attrs.id)),
    }))
    app.overlay.menu({ title: 'Remove tag', about: 'words', options: numbered(null, options) })
  }
}

/** Facts of an annotation as fields, for the inspector. */
export function annotationFields(name: MarkName, attrs: Readonly<Record<string, unknown>>): readonly Field[] {
  // what the machine read is a fact, not an opinion
  return fieldsOf(MARKS[name].attributes, attrs).map((field) => (field.name === 'was' ? { ...field, readOnly: true } : field))
}

export function gapFields(attrs: Readonly<Record<string, unknown>>): readonly Field[] {
  return fieldsOf(ATOMS.gap.attributes, attrs)
}

export { fieldsOf, setAnnotation }
