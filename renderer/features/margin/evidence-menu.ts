import { citeEvidence, cites, citingHere } from '../../../shared/commands/cite-evidence.ts'
import { nameOf } from '../../../shared/document/access.ts'
import { wordsOf } from '../../../shared/model/source.ts'
import type { Unused } from '../../../shared/model/transcript.ts'
import { UNUSED_REASONS, type UnusedReason } from '../../../shared/vocabulary/unused.ts'
import type { AppState } from '../../state/app-state.ts'
import type { OpenDocument } from '../../state/open-document.ts'
import { numbered } from '../../ui/choice.ts'

/** The gap or note at the caret cites what is set aside: the next key says which stretch. Cited already: it is taken off. */
export function openEvidence(app: AppState, opened: OpenDocument): void {
  const here = citingHere(opened.state)
  const unused = (opened.state.doc.attrs.unused as readonly Unused[]).filter(({ reason }) => reason !== 'markup')
  if (!here) app.say('Put the caret beside a gap, or into a note, first: it can cite what is set aside.')
  else if (unused.length === 0) app.say('Nothing is set aside that could be cited.')
  else
    app.overlay.menu({
      title: `This ${nameOf(here.node)} rests on, as evidence`,
      about: 'selection',
      hint: 'What is set aside stays so · again: no longer cited · Esc leaves it as it is',
      options: numbered(
        null,
        unused.map((entry) => ({
          label: `“${wordsOf(entry.source, opened.texts).replace(/\s+/g, ' ').slice(0, 60)}”`,
          detail: [UNUSED_REASONS[entry.reason as UnusedReason], cites(here.node, entry) ? 'cited: takes it off' : '']
            .filter(Boolean)
            .join(' · '),
          run: () => {
            if (opened.run(citeEvidence(entry.id))) app.say(`Evidence of this ${nameOf(here.node)} is stated.`)
          },
        })),
      ),
    })
}
