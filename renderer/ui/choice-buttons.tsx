import { type KeyboardEvent, useRef } from 'react'
import type { AttributeValue } from '../../shared/vocabulary/attribute.ts'

interface Props {
  readonly label: string
  readonly value: AttributeValue
  readonly options: readonly (readonly [key: string, label: string])[]
  readonly change: (value: string | null) => void
  readonly disabled: boolean
}

/** A choice of a few, each a button. Arrow keys and letters choose as in a list; the first states nothing. */
export function ChoiceButtons({ label, value, options, change, disabled }: Props) {
  const all = [['', 'not stated'] as const, ...options]
  const box = useRef<HTMLDivElement>(null)
  const typed = useRef('')
  const now = Math.max(
    0,
    all.findIndex(([key]) => key === (value ?? '')),
  )
  const take = (at: number) => {
    change(all[at]![0] || null)
    box.current?.querySelectorAll<HTMLElement>('[role="radio"]')[at]?.focus()
  }
  const onKeyDown = (event: KeyboardEvent) => {
    if (event.ctrlKey || event.altKey || event.metaKey || disabled) return
    const step = { ArrowRight: 1, ArrowDown: 1, ArrowLeft: -1, ArrowUp: -1 }[event.key]
    if (step !== undefined) take((now + step + all.length) % all.length)
    else if (event.key === 'Home' || event.key === 'Delete') take(0)
    else if (event.key === 'End') take(all.length - 1)
    else if (event.key.length === 1 && event.key !== ' ') find(event.key.toLowerCase())
    else return
    event.preventDefault()
  }
  // a word that begins no entry begins anew with its last letter
  const find = (letter: string) => {
    const begins = (words: string) => all.findIndex(([, name]) => name.toLowerCase().startsWith(words))
    typed.current = begins(typed.current + letter) < 0 ? letter : typed.current + letter
    const at = begins(typed.current)
    if (at >= 0) take(at)
  }
  return (
    <div
      ref={box}
      role="radiogroup"
      aria-label={label}
      className="choice-buttons"
      onKeyDown={onKeyDown}
      onBlur={({ currentTarget, relatedTarget }) => {
        if (!currentTarget.contains(relatedTarget)) typed.current = ''
      }}
    >
      {all.map(([key, name], at) => (
        // biome-ignore lint/a11y/useSemanticElements: an input cannot look like a button that is pressed
        <button
          key={key}
          type="button"
          role="radio"
          aria-checked={at === now}
          tabIndex={at === now ? 0 : -1}
          disabled={disabled}
          onClick={() => change(key || null)}
        >
          {name}
        </button>
      ))}
    </div>
  )
}
