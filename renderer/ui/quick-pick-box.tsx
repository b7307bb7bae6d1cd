import { type KeyboardEvent, useMemo, useState } from 'react'
import type { QuickPick } from './choice.ts'
import { isMac, shownKey } from './keys.ts'
import { Modal } from './modal.tsx'

/** As many as are drawn at once: typing brings the others. */
const MOST = 100

/** Gives nothing back: newer browsers answer scrolling with a promise, which React would take for a clean-up. */
function intoView(element: HTMLElement | null): void {
  element?.scrollIntoView({ block: 'nearest' })
}

/** A long list: typing narrows it, Enter takes what is marked. Esc leaves everything as it is. */
export function QuickPickBox({ pick, close }: { readonly pick: QuickPick; readonly close: () => void }) {
  const [query, setQuery] = useState('')
  const [at, setAt] = useState(0)
  const found = useMemo(() => {
    const words = query.toLowerCase().split(/\s+/).filter(Boolean)
    const hits = pick.options.filter(({ label, detail = '', keys = [] }) =>
      words.every((word) => `${label} ${detail} ${keys.join(' ')}`.toLowerCase().includes(word)),
    )
    return hits.sort((a, b) => Number(a.disabled ?? false) - Number(b.disabled ?? false))
  }, [query, pick])
  const shown = found.slice(0, MOST)
  const run = (index: number) => {
    const option = shown[index]
    if (!option || option.disabled) return
    close()
    option.run()
  }
  const onKeyDown = (event: KeyboardEvent) => {
    if (event.key === 'Escape') close()
    else if (event.key === 'ArrowDown') setAt(Math.min(at + 1, shown.length - 1))
    else if (event.key === 'ArrowUp') setAt(Math.max(at - 1, 0))
    else if (event.key === 'Enter') run(at)
    else if (event.key !== 'Tab') return
    event.preventDefault()
    event.stopPropagation()
  }
  return (
    <Modal label={pick.title} className="palette" close={close}>
      <input
        // biome-ignore lint/a11y/noAutofocus: the list is opened to be typed into
        autoFocus
        role="combobox"
        aria-expanded={shown.length > 0}
        aria-controls={shown.length > 0 ? 'listing' : undefined}
        aria-activedescendant={shown[at] ? `listed-${at}` : undefined}
        aria-label={pick.title}
        placeholder={pick.placeholder}
        value={query}
        onChange={(event) => {
          setQuery(event.target.value)
          setAt(0)
        }}
        onKeyDown={onKeyDown}
      />
      {shown.length > 0 ? (
        <div id="listing" role="listbox" aria-label={pick.title} className="choices" tabIndex={-1}>
          {shown.map(({ id, label, detail, keys, disabled }, index) => (
            // biome-ignore lint/a11y/useFocusableInteractive: the search field holds the focus and names the active option
            // biome-ignore lint/a11y/useKeyWithClickEvents: keys are handled by the search field
            <div
              key={id}
              id={`listed-${index}`}
              role="option"
              aria-selected={index === at}
              aria-disabled={disabled}
              className="choice"
              ref={index === at ? intoView : null}
              onClick={() => run(index)}
            >
              <bdi>{label}</bdi>
              <bdi className="detail">{detail}</bdi>
              {keys ? (
                <span className="keys">
                  {keys.map((key) => (
                    <kbd key={key}>{shownKey(key, isMac)}</kbd>
                  ))}
                </span>
              ) : null}
            </div>
          ))}
        </div>
      ) : (
        <p className="empty">{pick.empty}</p>
      )}
      {shown[at]?.disabled ? (
        <p className="empty" role="status">
          {shown[at].label}: not possible here.
        </p>
      ) : null}
      {found.length > MOST ? <p className="empty">{found.length - MOST} more: type to narrow the list.</p> : null}
    </Modal>
  )
}
