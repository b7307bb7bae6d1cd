import { type KeyboardEvent, useEffect, useRef, useState } from 'react'
import type { KeyMenu, MenuOption } from './choice.ts'
import { digitOf } from './keys.ts'
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

/**
 * A list that waits for one key; arrows and Enter, or the mouse, choose too. A letter is an entry's only as the first that is typed; any
 * other, and those that follow, narrow the list. Esc leaves everything as it is.
 */
export function KeyMenuBox({ menu, beside, close, picked }: Props) {
  const [typed, setTyped] = useState('')
  const [at, setAt] = useState(menu.offered ?? -1)
  const box = useRef<HTMLDivElement>(null)
  useEffect(() => {
    const begun = [...(menu.typed ?? '')].reduce((soFar, letter) => typedOn(menu.options, soFar, letter), '')
    setTyped(begun)
    setAt(begun ? 0 : (menu.offered ?? -1))
    box.current?.focus()
  }, [menu])
  // braces, not a value: newer browsers answer scrolling with a promise, which React would take for a clean-up
  useEffect(() => {
    box.current?.querySelector('[aria-selected="true"]')?.scrollIntoView({ block: 'nearest' })
  })

  const shown = narrowed(menu.options, typed)
  const pick = (option: MenuOption | undefined) => {
    if (!option) return
    close()
    option.run()
  }
  const type = (letter: string) => {
    const next = typedOn(menu.options, typed, letter)
    if (next !== typed) setAt(0)
    setTyped(next)
  }
  const onKeyDown = (event: KeyboardEvent) => {
    if (event.ctrlKey || event.metaKey || event.altKey) return
    const { length } = shown
    const letter = event.key.toLowerCase()
    const digit = digitOf(event.nativeEvent)
    const isLetter = /^\p{L}$/u.test(letter)
    const byKey =
      typed !== '' && isLetter ? undefined : menu.options.find((option) => option.key !== '' && option.key === (digit ?? letter))
    if (event.key === 'Escape' || event.key === 'Tab') close()
    else if (event.key === 'ArrowDown') setAt((at + 1) % length)
    else if (event.key === 'ArrowUp') setAt((Math.max(at, 0) - 1 + length) % length)
    else if (event.key === 'Home') setAt(0)
    else if (event.key === 'End') setAt(length - 1)
    else if (event.key === 'Enter') pick(menu.options[shown[at] ?? -1])
    else if (event.key === 'Backspace') {
      setTyped(typed.slice(0, -1))
      setAt(typed.length > 1 ? 0 : (menu.offered ?? -1))
    } else if (byKey) {
      // a key held down is one stroke
      if (event.repeat) return
      if (isLetter) picked?.(letter, event.timeStamp)
      pick(byKey)
    } else if (event.key.length === 1) type(event.key)
    else return
    event.preventDefault()
    event.stopPropagation()
  }
  return (
    <Modal label={menu.title} className={menu.sentences ? 'chooser of-sentences' : 'chooser'} beside={beside} close={close}>
      <p className="chooser-title" id="chooser-title">
        {menu.title}
      </p>
      <div
        ref={box}
        role="listbox"
        tabIndex={0}
        aria-labelledby="chooser-title"
        aria-activedescendant={at < 0 ? undefined : `choice-${at}`}
        onKeyDown={onKeyDown}
        className="choices"
      >
        {shown.map((place, index) => {
          const option = menu.options[place]!
          return (
            // biome-ignore lint/a11y/useFocusableInteractive: the listbox holds the focus and names the active option
            // biome-ignore lint/a11y/useKeyWithClickEvents: keys are handled by the listbox
            <div
              key={`${option.key}${option.label}`}
              id={`choice-${index}`}
              role="option"
              aria-selected={index === at}
              className="choice"
              onClick={() => pick(option)}
              onPointerMove={() => setAt(index)}
            >
              {option.key && !(typed && /^\p{L}$/u.test(option.key)) ? (
                <kbd>{option.key.toUpperCase()}</kbd>
              ) : (
                <span className="no-key" />
              )}
              <span>{option.label}</span>
              {option.keys ? (
                <span className="keys">
                  <kbd>{option.keys}</kbd>
                </span>
              ) : null}
              {option.detail ? <span className="detail">{option.detail}</span> : null}
              {place === menu.offered && !typed ? <span className="detail">{menu.offer ?? 'Enter: again'}</span> : null}
            </div>
          )
        })}
      </div>
      {typed ? (
        <p className="chooser-hint" role="status">
          Typed: <b className="typed">{typed}</b> · Enter takes the marked one · ⌫ a letter less · Esc leaves it as it is
        </p>
      ) : (
        <p className="chooser-hint">{menu.hint ?? 'One key chooses, a word narrows · ↑ ↓ Enter · Esc leaves it as it is'}</p>
      )}
    </Modal>
  )
}
