import { answerPlace, whyNoAnswer } from '../../../shared/checklist/answer.ts'
import { findPlace } from '../../../shared/checklist/find-place.ts'
import type { CheckRow } from '../../../shared/checklist/rows.ts'
import { CERTAINTY } from '../../../shared/vocabulary/certainty.ts'
import { needsWords, OUTCOMES, OUTCOMES_OF, type Outcome } from '../../../shared/vocabulary/checklist.ts'
import type { AppState } from '../../state/app-state.ts'
import type { OpenDocument } from '../../state/open-document.ts'
import { today } from '../../state/today.ts'
import type { Form } from '../../ui/choice.ts'

/** What the paper told of one place. Nothing is stated beforehand but who edits here, and the day. */
export function answerForm(app: AppState, opened: OpenDocument, row: CheckRow, number: number): Form {
  const { question } = row
  const ways = OUTCOMES_OF[question]
  const outcomes = Object.fromEntries(ways.map((outcome) => [outcome, OUTCOMES[outcome]]))
  const asksWords = ways.some((outcome) => needsWords(question, outcome)) || question === 'hand' || question === 'date'
  const hasCert = question !== 'query' && question !== 'turn' && question !== 'aside'
  return {
    title: `No. ${number}: ${row.words === '' ? row.asks : `“${row.words.slice(0, 60)}”`}`,
    hint: row.asks,
    about: 'selection',
    fields: [
      { name: 'outcome', spec: { kind: 'choice', label: 'Answer', values: outcomes }, value: null },
      ...(asksWords ? [{ name: 'words', spec: { kind: 'text', label: 'The paper has' }, value: null } as const] : []),
      ...(hasCert
        ? [{ name: 'cert', spec: { kind: 'choice', label: 'Certainty', values: CERTAINTY }, value: null } as const]
        : []),
      { name: 'who', spec: { kind: 'text', label: 'Looked up by' }, value: app.editor.get() },
      { name: 'when', spec: { kind: 'date', label: 'On' }, value: today() },
    ],
    verb: 'Save',
    submit: (values) => {
      const text = (name: string) => {
        const value = values[name]
        return typeof value === 'string' ? value.trim() : ''
      }
      const told = {
        number,
        outcome: text('outcome') as Outcome,
        words: text('words'),
        cert: text('cert') || null,
        who: text('who'),
        when: text('when'),
      }
      const why = whyNoAnswer(question, told)
      if (why !== null) return why
      if (!opened.run(answerPlace(opened.context, row, told)))
        return findPlace(opened.document, row.place, question) === null && question !== 'aside'
          ? 'The place is not there any more. Nothing was changed.'
          : 'The words cannot be put in their place here: they go over several blocks, or have gaps in them. Put them right in the text.'
      app.say(`No. ${number} answered: ${OUTCOMES[told.outcome]}.`)
      return null
    },
  }
}
