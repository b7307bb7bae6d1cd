import Markdown from 'markdown-to-jsx'
import { type KeyboardEvent, useEffect, useMemo, useRef, useState } from 'react'
import { ROLES } from '../../shared/vocabulary/roles.ts'
import { useActions } from '../state/actions.ts'
import type { AppState } from '../state/app-state.ts'
import { keysOf } from '../state/own-keys.ts'
import { isMac, shownKey } from '../ui/keys.ts'
import { Modal } from '../ui/modal.tsx'
import { GUIDE, type GuidePage } from './guide-pages.ts'
import { markInGuide } from './mark-in-guide.ts'
import { type Answer, searchGuide, wordsOfMarkdown } from './search-guide.ts'

const PAGES = GUIDE.flatMap(({ pages }) => pages)
const KEYS_PAGE = PAGES.findIndex(({ title }) => title === 'All keys')

/** Where the guide's pictures, which its pages name as they stand in the repository, are in the built page. */
const PICTURES = import.meta.glob<string>('./pictures/*.png', { eager: true, query: '?url', import: 'default' })

function Picture({ src = '', alt = '' }: { readonly src?: string; readonly alt?: string }) {
  return <img src={PICTURES[`./${src}`] ?? src} alt={alt} width={1280} height={720} />
}

const OPTIONS = { disableParsingRawHTML: true, overrides: { img: Picture } }

/** Opens the guide and all keys. */
export function openHelp(app: AppState): void {
  app.overlay.box('help', (close) => <Help close={close} />)
}

/** The guide, the same text as in the repository. Markdown becomes elements, never markup of its own: raw HTML in it stays text. */
function Help({ close }: { readonly close: () => void }) {
  const [at, setAt] = useState(0)
  const [asked, setAsked] = useState('')
  const nav = useRef<HTMLElement>(null)
  const article = useRef<HTMLElement>(null)
  const searched = useSearched()
  const answers = useMemo(() => searchGuide(searched, asked), [searched, asked])
  const isAsked = asked.trim() !== ''
  // the page that answers best is shown while the question is typed
  const shown = isAsked && !answers.some(({ page }) => page === at) ? (answers[0]?.page ?? at) : at
  // biome-ignore lint/correctness/useExhaustiveDependencies: another page is another element to mark
  useEffect(() => {
    if (article.current) markInGuide(article.current, isAsked ? asked : '')
    return () => markInGuide(null, '')
  }, [asked, isAsked, shown])
  const page = PAGES[shown]!
  const onKeyDown = (event: KeyboardEvent) => {
    const field = event.target instanceof HTMLInputElement
    if (event.key === 'Escape' && field && asked !== '') setAsked('')
    else if (event.key === 'Enter' && field) article.current?.focus()
    else if (event.key === 'ArrowDown' || event.key === 'ArrowUp') step(nav.current!, event.key === 'ArrowDown' ? 1 : -1)
    else return
    event.preventDefault()
    event.stopPropagation()
  }
  return (
    <Modal label="Help" className="help" close={close}>
      <nav aria-label="Pages of the guide" ref={nav} onKeyDown={onKeyDown}>
        <label className="help-search">
          <span className="unseen-label">Search the guide</span>
          <input
            type="search"
            placeholder="Search the guide"
            value={asked}
            // biome-ignore lint/a11y/noAutofocus: who opens the guide looks for something
            autoFocus
            onChange={(event) => setAsked(event.target.value)}
          />
        </label>
        <div className="help-pages">
          {isAsked ? (
            <Answers answers={answers} shown={shown} show={setAt} />
          ) : (
            GUIDE.map(({ title, pages }) => (
              <section key={title} aria-label={title}>
                <h2>{title}</h2>
                {pages.map((one) => (
                  <PageButton key={one.title} page={one} isShown={one === page} show={() => setAt(PAGES.indexOf(one))} />
                ))}
              </section>
            ))
          )}
        </div>
        <button type="button" className="help-close" onClick={close}>
          Close <kbd>Esc</kbd>
        </button>
      </nav>
      {/* biome-ignore lint/a11y/noNoninteractiveTabindex: a long page must be scrollable by keyboard */}
      <article tabIndex={0} key={shown} ref={article}>
        {typeof page.text === 'string' ? <Markdown options={OPTIONS}>{page.text}</Markdown> : <page.text />}
      </article>
    </Modal>
  )
}

function Answers(props: { readonly answers: readonly Answer[]; readonly shown: number; readonly show: (page: number) => void }) {
  const { answers, shown, show } = props
  return (
    <>
      <p role="status" className="help-says">
        {answers.length === 0 ? 'No page says anything of that. Fewer or other words?' : `On ${answers.length} pages`}
      </p>
      {answers.map(({ page, excerpt }) => (
        <PageButton key={page} page={PAGES[page]!} isShown={page === shown} show={() => show(page)} excerpt={excerpt} />
      ))}
    </>
  )
}

interface PageButtonProps {
  readonly page: GuidePage
  readonly isShown: boolean
  readonly show: () => void
  readonly excerpt?: string
}

function PageButton({ page, isShown, show, excerpt }: PageButtonProps) {
  return (
    <button type="button" aria-current={isShown} onClick={show} onFocus={show}>
      {page.title}
      {excerpt ? <span className="detail">{excerpt}</span> : null}
    </button>
  )
}

/** Goes to the next or previous page's button, or back to the field that is above them. */
function step(nav: HTMLElement, by: 1 | -1): void {
  const stops = [...nav.querySelectorAll<HTMLElement>('input, .help-pages button')]
  const here = stops.indexOf(document.activeElement as HTMLElement)
  stops[Math.min(Math.max(here + by, 0), stops.length - 1)]?.focus()
}

/** What each page says, for the search: pages that the program draws say what its tables hold. */
function useSearched(): readonly { readonly title: string; readonly words: string }[] {
  const actions = useActions()
  return useMemo(() => {
    const keys = actions.map(
      (action) =>
        `${action.label} ${keysOf(action)
          .map((key) => shownKey(key, isMac))
          .join(' ')}`,
    )
    const roles = Object.values(ROLES).map(({ label }) => label)
    return PAGES.map(({ title, text }, page) => ({
      title,
      words: typeof text === 'string' ? wordsOfMarkdown(text) : page === KEYS_PAGE ? [...keys, ...roles].join('. ') : title,
    }))
  }, [actions])
}
