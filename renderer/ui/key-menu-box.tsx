import { type KeyboardEvent, useEffect, useRef, useState } from 'react'
import type { KeyMenu, MenuOption } from './choice.ts'
import { digitOf } from './keys.ts'
import { goesTo, ListBox, Option } from './list-box.tsx'
import { Modal } from './modal.tsx'
import { narrowed, typedOn } from './narrow.ts'

interface Props {
  readonly menu: KeyMenu
  /** What it stands beside on the screen, or null. */
  readonly beside: DOMRectReadOnly | null
  readonly close: () => void
  /** Told before a letter's entry is done: the letter, and when it came. */
  readonly picked?: (letter: string, at: number) => void
}

/** What was typed in a menu, and the number of the entry that is marked among those shown (-1: none). */
interface Narrowing {
  readonly menu: KeyMenu
  readonly typed: string
  readonly at: number
  /** It is marked because the mouse is over it, no more. */
  readonly pointed?: true
}

/**
 * A list that waits for one key; arrows and Enter, or the mouse, choose too. A letter is an entry's only as the first that is typed; any
 * other, and those that follow, narrow the list. Esc leaves everything as it is.
 */
export function KeyMenuBox({ menu, beside, close, picked }: Props) {
  const [own, setOwn] = useState(() => begun(menu))
  // a menu that takes another's place begins in the same drawing: a letter that follows at once is its own
  if (own.menu !== menu) setOwn(begun(menu))
  const { typed, at } = own
  const box = useRef<HTMLDivElement>(null)
  // biome-ignore lint/correctness/useExhaustiveDependencies: a menu that takes another's place takes the focus too
  useEffect(() => box.current?.focus({ preventScroll: true }), [menu])

  const shown = shownOf(menu, typed)
  const mark = (to: number) => setOwn({ menu, typed, at: to })
  const point = (to: number) => setOwn({ menu, typed, at: to, pointed: true })
  const pick = (option: MenuOption | undefined) => {
    if (!option) return
    close()
    option.run()
  }
  const type = (letter: string) => {
    const next = typedOn(menu.options, typed, letter)
    if (next !== typed) setOwn({ menu, typed: next, at: 0 })
  }
  const onKeyDown = (event: KeyboardEvent) => {
    if (event.ctrlKey || event.metaKey || event.altKey) return
    const letter = event.key.toLowerCase()
    const digit = digitOf(event.nativeEvent)
    const isLetter = /^\p{L}$/u.test(letter)
    const byKey =
      typed !== '' && isLetter ? undefined : menu.options.find((option) => option.key !== '' && option.key === (digit ?? letter))
    const along = typed === '' && (at < 0 || own.pointed) ? menu.along?.[event.key as 'ArrowDown' | 'ArrowUp'] : undefined
    const to = goesTo(event.key, at, shown.length, 'wraps')
    if (event.key === 'Escape' || event.key === 'Tab') close()
    else if (along) along()
    else if (to !== null) mark(to)
    else if (event.key === 'Home') mark(0)
    else if (event.key === 'End') mark(shown.length - 1)
    else if (event.key === 'Enter') pick(menu.options[shown[at] ?? -1])
    else if (event.key === 'Backspace') setOwn(typed.length > 1 ? { menu, typed: typed.slice(0, -1), at: 0 } : unnarrowed(menu))
    else if (byKey) {
      // a key held down is one stroke
      if (event.repeat) return
      if (isLetter) picked?.(letter, event.timeStamp)
      pick(byKey)
    } else if (event.key.length === 1) type(event.key)
    else return
    event.preventDefault()
    event.stopPropagation()
  }
  const likely = typed ? 0 : (menu.likely?.length ?? 0)
  return (
    <Modal label={menu.title} className={menu.sentences ? 'chooser of-sentences' : 'chooser'} beside={beside} close={close}>
      <p className="chooser-title">{menu.title}</p>
      <ListBox id="choice" label={menu.title} at={at} className="choices" own={{ onKeyDown, ref: box }}>
        {shown.map((place, index) => {
          const option = menu.options[place]!
          return (
            <Option
              key={`${option.key}${option.label}`}
              list="choice"
              index={index}
              isMarked={index === at}
              className={index === likely - 1 ? 'choice last-likely' : 'choice'}
              choose={() => pick(option)}
              point={point}
            >
              {option.key && !(typed && /^\p{L}$/u.test(option.key)) ? (
                <kbd>{option.key.toUpperCase()}</kbd>
              ) : (
                <span className="no-key" />
              )}
              <span className="what">
                <span>{option.label}</span>
                {option.detail ? <span className="detail">{option.detail}</span> : null}
              </span>
              {option.keys ? (
                <span className="keys">
                  <kbd>{option.keys}</kbd>
                </span>
              ) : null}
              {place === menu.offered && !typed ? <span className="detail offer">{menu.offer ?? 'Enter: again'}</span> : null}
            </Option>
          )
        })}
      </ListBox>
      {typed ? (
        <p className="chooser-hint" role="status">
          Typed: <b className="typed">{typed}</b> · Enter takes the marked one · Esc cancels
        </p>
      ) : (
        <p className="chooser-hint">{menu.hint ?? 'Type to filter · ↑ ↓ Enter · Esc cancels'}</p>
      )}
    </Modal>
  )
}

/** The entries that are shown, by their places in the menu: the likeliest first, as long as nothing is typed. */
function shownOf({ options, likely = [] }: KeyMenu, typed: string): readonly number[] {
  const all = narrowed(options, typed)
  return typed ? all : [...likely, ...all.filter((place) => !likely.includes(place))]
}

function unnarrowed(menu: KeyMenu): Narrowing {
  return { menu, typed: '', at: menu.offered === undefined ? -1 : shownOf(menu, '').indexOf(menu.offered) }
}

/** A menu as it comes, with what is typed in it already. */
function begun(menu: KeyMenu): Narrowing {
  const typed = [...(menu.typed ?? '')].reduce((soFar, letter) => typedOn(menu.options, soFar, letter), '')
  return typed ? { menu, typed, at: 0 } : unnarrowed(menu)
}
