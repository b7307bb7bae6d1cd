import { type ReactNode, useLayoutEffect, useRef } from 'react'

interface Props {
  readonly label: string
  readonly className: string
  readonly close: () => void
  /** Something was entered: a click beside it does not throw that away. */
  readonly keep?: boolean
  readonly children: ReactNode
}

/** What comes over the window when asked: the browser's own modal dialog, so nothing behind it takes keys. Esc or a click beside it closes. */
export function Modal({ label, className, close, keep = false, children }: Props) {
  const dialog = useRef<HTMLDialogElement>(null)
  useLayoutEffect(() => {
    const shown = dialog.current
    shown?.showModal()
    return () => shown?.close()
  }, [])
  return (
    // biome-ignore lint/a11y/useKeyWithClickEvents: Esc is the dialog's own key
    <dialog
      ref={dialog}
      className={className}
      aria-label={label}
      onCancel={(event) => {
        event.preventDefault()
        close()
      }}
      onClick={(event) => {
        if (event.target === dialog.current && !keep) close()
      }}
    >
      {children}
    </dialog>
  )
}
