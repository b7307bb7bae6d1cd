import { insertPage } from '../../../shared/commands/stand-in-page.ts'
import { GAP_REASONS } from '../../../shared/vocabulary/atoms.ts'
import { PAGE_STATES, type PageState } from '../../../shared/vocabulary/page.ts'
import type { OpenDocument } from '../../state/open-document.ts'
import { type KeyMenu, numbered } from '../../ui/choice.ts'

/** Why an archive puts a card in the place of papers. */
const ON_CARDS = ['retained-3-4', 'foi', 'redacted-by-department'] as const satisfies readonly (keyof typeof GAP_REASONS)[]

/** Alt+Shift+G: what stands, or is lacking, between the pages here; the next key says which. */
export function pageMenu(opened: OpenDocument): KeyMenu {
  const insert =
    (page: PageState, reason: string | null = null) =>
    () =>
      void opened.run(insertPage(opened.context, page, reason))
  const pages = (Object.keys(PAGE_STATES) as PageState[]).filter((page) => page !== 'present')
  return {
    title: 'After this block stands a page that is',
    about: 'block',
    hint: 'Where pages are kept from us a gap says so; how many, why and on what evidence is stated beside it, in the inspector',
    options: numbered(null, [
      ...pages.map((page) => ({ label: PAGE_STATES[page], run: insert(page) })),
      ...ON_CARDS.map((reason) => ({ label: `dummy: ${GAP_REASONS[reason]}`, run: insert('dummy', reason) })),
    ]),
  }
}
