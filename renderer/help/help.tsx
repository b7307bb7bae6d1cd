import Markdown from 'markdown-to-jsx'
import { useState } from 'react'
import type { AppState } from '../state/app-state.ts'
import { Modal } from '../ui/modal.tsx'
import { AllKeys } from './all-keys.tsx'
import firstLetter from './first-letter.md?raw'
import jobs from './jobs.md?raw'
import safety from './safety.md?raw'
import { Signs } from './signs.tsx'
import theFile from './the-file.md?raw'
import goesWrong from './what-can-go-wrong.md?raw'

const PAGES = [
  { title: 'All keys', text: AllKeys },
  { title: 'Signs on the sheet', text: Signs },
  { title: 'Your first letter', text: firstLetter },
  { title: 'Each job', text: jobs },
  { title: 'What keeps it safe', text: safety },
  { title: 'What can go wrong', text: goesWrong },
  { title: 'The file without Scholion', text: theFile },
] as const

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
  const page = PAGES[at]!
  return (
    <Modal label="Help" className="help" close={close}>
      <nav aria-label="Pages of the guide">
        {PAGES.map(({ title }, index) => (
          <button key={title} type="button" aria-current={index === at} onClick={() => setAt(index)}>
            {title}
          </button>
        ))}
        <button type="button" className="help-close" onClick={close}>
          Close <kbd>Esc</kbd>
        </button>
      </nav>
      {/* biome-ignore lint/a11y/noNoninteractiveTabindex: a long page must be scrollable by keyboard */}
      <article tabIndex={0} key={at}>
        {typeof page.text === 'string' ? <Markdown options={OPTIONS}>{page.text}</Markdown> : <page.text />}
      </article>
    </Modal>
  )
}
