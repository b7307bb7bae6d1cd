import { collate } from '../../../shared/commands/collate.ts'
import { paperHere } from '../../../shared/commands/paper.ts'
import { pagesOf } from '../../../shared/document/access.ts'
import { pagesOfPaper } from '../../../shared/document/pages-of-paper.ts'
import { papersIn } from '../../../shared/schema/papers.ts'
import { collationInWords, pagesInWords, readPages } from '../../../shared/vocabulary/collation.ts'
import { isoDate } from '../../../shared/vocabulary/iso-date.ts'
import { COLLATED_WITH } from '../../../shared/vocabulary/page.ts'
import type { AppState } from '../../state/app-state.ts'
import type { OpenDocument } from '../../state/open-document.ts'
import { today } from '../../state/today.ts'
import type { Form } from '../../ui/choice.ts'

/** What was compared, with what, by whom and when. Nothing is stated beforehand but who edits here, and the day. */
export function collationForm(app: AppState, opened: OpenDocument): Form {
  const papers = papersIn(opened.state.doc)
  const index = paperHere(opened.state, papers)
  const own = pagesOfPaper(opened.state.doc, index)
  const all = pagesOf(opened.state.doc)
  const whole = pagesInWords(own.map(({ at }) => at))
  const extent = { whole: `${papers.length > 1 ? 'this paper' : 'the whole paper'}: ${whole}`, pages: 'only some pages' }
  return {
    title: papers.length > 1 ? `Paper ${index + 1} of ${papers.length} was collated` : 'The paper was collated',
    hint: 'Somebody compared the transcript with it, word for word. It is recorded page by page, and stands in every edition.',
    fields: [
      { name: 'against', spec: { kind: 'choice', label: 'With', values: COLLATED_WITH }, value: null },
      { name: 'extent', spec: { kind: 'choice', label: 'How much', values: extent }, value: null },
      { name: 'pages', spec: { kind: 'text', label: 'Which pages (1, 3-5)' }, value: null },
      { name: 'who', spec: { kind: 'text', label: 'By' }, value: app.editor.get() },
      { name: 'when', spec: { kind: 'date', label: 'On' }, value: today() },
    ],
    verb: 'Save',
    submit: ({ against, extent: which, pages, who, when }) => {
      const by = typeof who === 'string' ? who.trim() : ''
      const day = isoDate(when)
      if (typeof against !== 'string') return 'Say what it was compared with.'
      if (by === '') return 'Say who compared it.'
      if (day === null) return 'Say when: a day, a month or a year.'
      const some = typeof pages === 'string' ? pages.trim() : ''
      if (which !== 'whole' && some === '') return 'Say whether it was the whole paper, or which pages.'
      if (which === 'whole' && some !== '') return 'Either the whole paper, or some pages: empty one of the two.'
      const numbers = which === 'whole' ? own.map(({ at }) => at) : readPages(some, all.length)
      if (typeof numbers === 'string') return numbers
      const ids = new Set(numbers.map((at) => String(all[at]!.attrs.id)))
      const record = { against, who: by, when: day }
      if (!opened.run(collate(ids, record))) return 'This is recorded already.'
      app.say(
        `Recorded: ${collationInWords(pagesOf(opened.document).map(({ attrs }) => ({ state: attrs.state, collated: attrs.collated })))}.`,
      )
      return null
    },
  }
}
