import { citedIn, isCited } from '../../../shared/commands/cite-evidence.ts'
import { putBack } from '../../../shared/commands/put-back.ts'
import { restoreUnused } from '../../../shared/commands/restore-unused.ts'
import { discardLost, reattach } from '../../../shared/commands/tray.ts'
import { wordsOf } from '../../../shared/model/source.ts'
import type { TrayEntry, Unused } from '../../../shared/model/transcript.ts'
import { MARGIN_NAMES, type MarginName } from '../../../shared/vocabulary/margin.ts'
import { SET_ASIDE_BY, UNUSED_REASONS, type UnusedReason } from '../../../shared/vocabulary/unused.ts'
import { labelOf } from '../../../shared/vocabulary/vocabulary.ts'
import { useApp } from '../../state/context.ts'
import type { OpenDocument } from '../../state/open-document.ts'
import { useObservable } from '../../ui/observable.ts'
import { beginning } from './beginning.ts'

/** The tray: annotations whose words went, notes whose anchor went. Nothing is ever attached again but by hand. */
export function Lost({ opened }: { readonly opened: OpenDocument }) {
  const app = useApp()
  useObservable(opened.tick)
  const tray = (opened.view?.state.doc.attrs.tray ?? []) as readonly TrayEntry[]
  if (tray.length === 0)
    return <p className="empty">No lost anchors. When words that carry an annotation are deleted, the annotation waits here.</p>
  return (
    <ul className="list">
      {tray.map((entry) => (
        <li key={entry.id}>
          <p>
            <strong>{labelOf(entry.type)}</strong>{' '}
            {MARGIN_NAMES.includes(entry.type as MarginName) ? 'has lost its place:' : 'was on'} “
            {beginning(entry.was, 80) || 'a point'}”
          </p>
          <div className="row">
            <button
              type="button"
              onClick={() =>
                app.say(
                  opened.run(reattach(opened.context, entry.id))
                    ? 'Attached to the words selected.'
                    : 'Select the words it belongs to first.',
                )
              }
            >
              Attach to the selection
            </button>
            {entry.type === 'note' ? (
              <button type="button" onClick={() => opened.run(putBack(opened.context, entry.id))}>
                Put back into the text
              </button>
            ) : (
              <button type="button" onClick={() => opened.run(discardLost(entry.id))}>
                Let it go
              </button>
            )}
          </div>
        </li>
      ))}
    </ul>
  )
}

/** Signs of the file, of which there may be many. */
const isSign = ({ reason }: Unused) => SET_ASIDE_BY[reason as UnusedReason] === 'import'

/** What of the machine transcript is not text of the paper, with its reason; restored at a press. */
export function Aside({ opened }: { readonly opened: OpenDocument }) {
  useObservable(opened.tick)
  const unused = (opened.view?.state.doc.attrs.unused ?? []) as readonly Unused[]
  if (unused.length === 0)
    return <p className="empty">Nothing is set aside: every word of the machine transcript stands in the text or in a note.</p>
  const cited = citedIn(opened.document)
  return (
    <ul className="list">
      {[...unused]
        .sort((a, b) => Number(isSign(a)) - Number(isSign(b)))
        .map((entry) => (
          <li key={entry.id}>
            <p>
              <strong>{UNUSED_REASONS[entry.reason as UnusedReason] ?? entry.reason}</strong> “
              {beginning(wordsOf(entry.source, opened.texts), 120)}”
              {isCited(entry, cited) ? <span className="detail"> cited as evidence</span> : null}
            </p>
            <button type="button" onClick={() => opened.run(restoreUnused(opened.context, entry.id))}>
              Restore
            </button>
          </li>
        ))}
    </ul>
  )
}
