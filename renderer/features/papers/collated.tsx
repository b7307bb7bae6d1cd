import { takeCollationBack } from '../../../shared/commands/collate.ts'
import { pagesOfPaper } from '../../../shared/document/pages-of-paper.ts'
import { collationsOf, isCollated, isWhole, oneInWords, pagesInWords } from '../../../shared/vocabulary/collation.ts'
import { useTip } from '../../state/actions.ts'
import { useApp } from '../../state/context.ts'
import type { OpenDocument } from '../../state/open-document.ts'
import { collationForm } from './collation-form.ts'

/** What the pages of a paper were compared with, by whom and when; that nothing was is said too. */
export function Collated({ opened, index }: { readonly opened: OpenDocument; readonly index: number }) {
  const app = useApp()
  const tip = useTip()
  const own = pagesOfPaper(opened.document, index)
  const pages = own.map(({ page }) => ({ state: page.attrs.state, collated: page.attrs.collated }))
  const all = collationsOf(pages)
  return (
    <div className="collated" data-field="collated">
      {all.length === 0 ? (
        <p>Not collated</p>
      ) : (
        <ul>
          {all.map((one) => (
            <li key={oneInWords(one)}>
              <span>
                <bdi>Collated {oneInWords(one)}</bdi>
                <span className="detail">
                  {isWhole(one.pages, pages) ? 'all pages' : pagesInWords(one.pages.map((at) => own[at]!.at))}
                </span>
              </span>
              <button
                type="button"
                disabled={!opened.writable}
                aria-label={`Remove: collated ${oneInWords(one)}`}
                onClick={() => opened.run(takeCollationBack(new Set(own.map(({ page }) => String(page.attrs.id))), one))}
              >
                Remove
              </button>
            </li>
          ))}
        </ul>
      )}
      {all.length > 0 && !isCollated(pages) ? <p className="detail">The other pages are not collated.</p> : null}
      <button
        type="button"
        title={tip('collated')}
        disabled={!opened.writable}
        onClick={() => app.overlay.form(collationForm(app, opened))}
      >
        Collated …
      </button>
    </div>
  )
}
