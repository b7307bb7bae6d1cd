import { type KeyboardEvent, useEffect, useRef, useState } from 'react'
import type { KeyMenu } from './choice.ts'
import { digitOf } from './keys.ts'
import { Modal } from './modal.tsx'

/** A list that waits for one key; arrows and Enter, or the mouse, choose too. Esc leaves everything as it is. */
export function KeyMenuBox({ chooser, close }: { readonly chooser: KeyMenu; readonly close: () => void }) {
  const [at, setAt] = useState(chooser.offered ?? -1)
  const box = useRef<HTMLDivElement>(null)
  useEffect(() => {
    setAt(chooser.offered ?? -1)
    box.current?.focus()
  }, [chooser])
  // braces, not a value: newer browsers answer scrolling with a promise, which React would take for a clean-up
  useEffect(() => {
    box.current?.querySelector('[aria-selected="true"]')?.scrollIntoView({ block: 'nearest' })
  })

  const pick = (index: number) => {
    const option = chooser.options[index]
    if (!option) return
    close()
    option.run()
  }
  const onKeyDown = (event: KeyboardEvent) => {
    if (event.ctrlKey || event.metaKey || event.altKey) return
    const { length } = chooser.options
    const byKey = chooser.options.findIndex(
      (option) => option.key !== '' && option.key === (digitOf(event.nativeEvent) ?? event.key.toLowerCase()),
    )
    if (event.key === 'Escape' || event.key === 'Tab') close()
    else if (event.key === 'ArrowDown') setAt((at + 1) % length)
    else if (event.key === 'ArrowUp') setAt((Math.max(at, 0) - 1 + length) % length)
    else if (event.key === 'Home') setAt(0)
    else if (event.key === 'End') setAt(length - 1)
    else if (event.key === 'Enter') pick(at)
    else if (byKey >= 0) pick(byKey)
    else return
    event.preventDefault()
    event.stopPropagation()
  }
  return (
    <Modal label={chooser.title} className={chooser.sentences ? 'chooser of-sentences' : 'chooser'} close={close}>
      <p className="chooser-title" id="chooser-title">
        {chooser.title}
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
        {chooser.options.map((option, index) => (
          // biome-ignore lint/a11y/useFocusableInteractive: the listbox holds the focus and names the active option
          // biome-ignore lint/a11y/useKeyWithClickEvents: keys are handled by the listbox
          <div
            key={`${option.key}${option.label}`}
            id={`choice-${index}`}
            role="option"
            aria-selected={index === at}
            className="choice"
            onClick={() => pick(index)}
            onPointerMove={() => setAt(index)}
          >
            {option.key ? <kbd>{option.key.toUpperCase()}</kbd> : <span className="no-key" />}
            <span>{option.label}</span>
            {option.detail ? <span className="detail">{option.detail}</span> : null}
            {index === chooser.offered ? <span className="detail">{chooser.offer ?? 'Enter: again'}</span> : null}
          </div>
        ))}
      </div>
      <p className="chooser-hint">{chooser.hint ?? 'One key chooses · ↑ ↓ Enter · Esc leaves it as it is'}</p>
    </Modal>
  )
}
