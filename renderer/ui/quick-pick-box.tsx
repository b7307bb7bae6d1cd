import { type KeyboardEvent, useMemo, useState } from 'react'
import type { QuickPick } from './choice.ts'
import { isMac, shownKey } from './keys.ts'
import { goesTo, ListBox, Option, optionId } from './list-box.tsx'
import { Modal } from './modal.tsx'
import { narrowed } from './narrow.ts'

/** As many as are drawn at once: typing brings the others. */
const MOST = 100

const LIST = 'listed'

interface Props {
  readonly pick: QuickPick
  /** What it stands beside on the screen, or null. */
  readonly beside?: DOMRectReadOnly | null
  readonly close: () => void
}

/** A long list: typing narrows it, Enter takes what is marked. Esc leaves everything as it is. */
export function QuickPickBox({ pick, beside = null, close }: Props) {
  const [query, setQuery] = useState('')
  const [at, setAt] = useState(0)
  const found = useMemo(() => {
    const hits = narrowed(pick.options, query).map((place) => pick.options[place]!)
    const begin = query.trim() === '' ? hits.filter((option) => !option.onlyTyped) : hits
    // what says why there is none of it stays where it was found
    return begin.sort((a, b) => Number(isPast(a)) - Number(isPast(b)))
  }, [query, pick])
  const shown = found.slice(0, MOST)
  const marked = shown[at]
  const run = (index: number) => {
    const option = shown[index]
    if (!option || option.disabled) return
    close()
    option.run()
  }
  const onKeyDown = (event: KeyboardEvent) => {
    const to = goesTo(event.key, at, shown.length, 'stops')
    if (event.key === 'Escape') close()
    else if (to !== null) setAt(to)
    else if (event.key === 'Enter') run(at)
    else if (event.key !== 'Tab') return
    event.preventDefault()
    event.stopPropagation()
  }
  return (
    <Modal label={pick.title} className="palette" beside={beside} close={close}>
      <input
        // biome-ignore lint/a11y/noAutofocus: the list is opened to be typed into
        autoFocus
        role="combobox"
        aria-expanded={shown.length > 0}
        aria-controls={shown.length > 0 ? LIST : undefined}
        aria-activedescendant={optionId(LIST, marked ? at : -1)}
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
        <ListBox id={LIST} label={pick.title} at={marked ? at : -1} className="choices">
          {shown.map(({ id, label, detail, keys, disabled }, index) => (
            <Option
              key={id}
              list={LIST}
              index={index}
              isMarked={index === at}
              disabled={disabled}
              className="choice"
              choose={run}
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
            </Option>
          ))}
        </ListBox>
      ) : (
        <p className="empty">{pick.empty}</p>
      )}
      {marked?.disabled ? (
        <p className="empty" role="status">
          {marked.why ?? `${marked.label}: not possible here.`}
        </p>
      ) : null}
      {found.length > MOST ? <p className="empty">{found.length - MOST} more: type to narrow the list.</p> : null}
    </Modal>
  )
}

/** What cannot be taken now comes last; what is only there to say why there is none of it does not. */
const isPast = ({ disabled, why }: QuickPick['options'][number]) => disabled === true && why === undefined
