import { type KeyboardEvent, useMemo, useState } from 'react'
import { MENUS } from '../app/actions/action.ts'
import { ACTIONS } from '../app/actions/actions.ts'
import { isMac } from '../app/actions/keyboard.ts'
import { shownKey } from '../app/actions/keys.ts'
import { keysOf } from '../app/actions/own-keys.ts'
import { useBench } from '../app/context.ts'
import { Overlay } from './overlay.tsx'

/** Gives nothing back: newer browsers answer scrolling with a promise, which React would take for a clean-up. */
function intoView(element: HTMLElement | null): void {
  element?.scrollIntoView({ block: 'nearest' })
}

/** Every command with its key: typing narrows, Enter does it. */
export function Palette({ close }: { readonly close: () => void }) {
  const bench = useBench()
  const [query, setQuery] = useState('')
  const [at, setAt] = useState(0)
  const possible = useMemo(() => new Set(ACTIONS.filter((action) => action.can(bench)).map((action) => action.id)), [bench])
  const found = useMemo(() => {
    const words = query.toLowerCase().split(/\s+/).filter(Boolean)
    const hits = ACTIONS.filter((action) =>
      words.every((word) => `${action.label} ${action.menu} ${keysOf(action).join(' ')}`.toLowerCase().includes(word)),
    )
    return hits.sort((a, b) => Number(possible.has(b.id)) - Number(possible.has(a.id)))
  }, [query, possible])
  const run = (index: number) => {
    const action = found[index]
    if (!action || !possible.has(action.id)) return
    close()
    action.run(bench)
  }
  const onKeyDown = (event: KeyboardEvent) => {
    if (event.key === 'Escape') close()
    else if (event.key === 'ArrowDown') setAt(Math.min(at + 1, found.length - 1))
    else if (event.key === 'ArrowUp') setAt(Math.max(at - 1, 0))
    else if (event.key === 'Enter') run(at)
    else if (event.key !== 'Tab') return
    event.preventDefault()
    event.stopPropagation()
  }
  return (
    <Overlay label="All commands" className="palette" close={close}>
      <input
        // biome-ignore lint/a11y/noAutofocus: the palette is opened to be typed into
        autoFocus
        role="combobox"
        aria-expanded="true"
        aria-controls="palette-list"
        aria-activedescendant={found[at] ? `command-${found[at].id}` : undefined}
        aria-label="All commands"
        placeholder="What do you want to do?"
        value={query}
        onChange={(event) => {
          setQuery(event.target.value)
          setAt(0)
        }}
        onKeyDown={onKeyDown}
      />
      <div id="palette-list" role="listbox" aria-label="Commands" className="choices" tabIndex={-1}>
        {found.map((action, index) => (
          // biome-ignore lint/a11y/useFocusableInteractive: the search field holds the focus and names the active command
          // biome-ignore lint/a11y/useKeyWithClickEvents: keys are handled by the search field
          <div
            key={action.id}
            id={`command-${action.id}`}
            role="option"
            aria-selected={index === at}
            aria-disabled={!possible.has(action.id)}
            className="choice"
            ref={index === at ? intoView : null}
            onClick={() => run(index)}
          >
            <span>{action.label}</span>
            <span className="detail">{MENUS.includes(action.menu) ? action.menu : ''}</span>
            <span className="keys">
              {keysOf(action).map((key) => (
                <kbd key={key}>{shownKey(key, isMac)}</kbd>
              ))}
            </span>
          </div>
        ))}
        {found.length === 0 ? <p className="empty">No command is called that.</p> : null}
      </div>
    </Overlay>
  )
}
