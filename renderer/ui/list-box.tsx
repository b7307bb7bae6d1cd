import { type KeyboardEvent, type ReactNode, type Ref, useEffect, useRef } from 'react'

interface Props {
  /** Its options are called by it and their number. */
  readonly id: string
  readonly label: string
  /** The number of the marked option, or -1. It is brought into sight. */
  readonly at: number
  readonly className: string
  /** Where the list itself has the focus: its keys. Else a field beside it has the focus, and names the marked option (`optionId`). */
  readonly own?: { readonly onKeyDown: (event: KeyboardEvent) => void; readonly ref?: Ref<HTMLDivElement> }
  readonly children: ReactNode
}

/** A list of which one option is marked: by arrows, or under the mouse. A click or Enter chooses it. */
export function ListBox({ id, label, at, className, own, children }: Props) {
  const list = useRef<HTMLDivElement | null>(null)
  useEffect(() => {
    // braces, not a value: newer browsers answer scrolling with a promise, which React would take for a clean-up
    if (at >= 0) list.current?.querySelector('[aria-selected="true"]')?.scrollIntoView({ block: 'nearest' })
  }, [at])
  const take = (element: HTMLDivElement | null) => {
    list.current = element
    if (typeof own?.ref === 'function') own.ref(element)
    else if (own?.ref) own.ref.current = element
  }
  return (
    <div
      ref={take}
      id={id}
      role="listbox"
      aria-label={label}
      tabIndex={own ? 0 : -1}
      aria-activedescendant={own ? optionId(id, at) : undefined}
      onKeyDown={own?.onKeyDown}
      className={className}
    >
      {children}
    </div>
  )
}

interface OptionProps {
  /** The list it is in. */
  readonly list: string
  /** Its number in the whole list. */
  readonly index: number
  readonly isMarked: boolean
  readonly className: string
  /** It is shown, and cannot be chosen now. */
  readonly disabled?: boolean | undefined
  readonly choose: (index: number) => void
  /** Told when the mouse moves over it. */
  readonly point?: (index: number) => void
  readonly children: ReactNode
}

/** One option of a list, which holds the focus for all of them. */
export function Option({ list, index, isMarked, className, disabled, choose, point, children }: OptionProps) {
  return (
    // biome-ignore lint/a11y/useFocusableInteractive: the list, or the field beside it, holds the focus and names the marked option
    // biome-ignore lint/a11y/useKeyWithClickEvents: keys are handled where the focus is
    <div
      id={optionId(list, index)}
      role="option"
      aria-selected={isMarked}
      aria-disabled={disabled}
      className={className}
      onClick={() => choose(index)}
      onPointerMove={point && !isMarked ? () => point(index) : undefined}
    >
      {children}
    </div>
  )
}

/** What `aria-activedescendant` names: undefined where nothing is marked. */
export const optionId = (list: string, index: number): string | undefined => (index < 0 ? undefined : `${list}-${index}`)

/** What a list does at its ends: it stops there, or goes on at the other. */
export type Ends = 'stops' | 'wraps'

/** How many lines a page of a list is. */
const PAGE = 10

/** The number of the option that a key goes to, from the one that is marked (-1: none) in a list of so many; null for a key that goes nowhere. */
export function goesTo(key: string, at: number, length: number, ends: Ends): number | null {
  const step = { ArrowDown: 1, ArrowUp: -1, PageDown: PAGE, PageUp: -PAGE }[key]
  if (step === undefined || length === 0) return null
  const wraps = ends === 'wraps' && Math.abs(step) === 1
  return wraps ? (step === 1 ? (at + 1) % length : (Math.max(at, 0) - 1 + length) % length) : clamp(at + step, length)
}

const clamp = (at: number, length: number) => Math.min(Math.max(at, 0), length - 1)
