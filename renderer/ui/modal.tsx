import { type ReactNode, useLayoutEffect, useRef } from 'react'
import { standAt, standBeside } from './beside.ts'

interface Props {
  readonly label: string
  readonly className: string
  readonly close: () => void
  /** Something was entered: a click beside it does not throw that away. */
  readonly keep?: boolean
  /** It stands beside this place on the screen, without a veil; in the window's middle where nothing is said. */
  readonly beside?: DOMRectReadOnly | null
  readonly children: ReactNode
}

/** What comes over the window when asked: the browser's own modal dialog, so nothing behind it takes keys. Esc or a click beside it closes. */
export function Modal({ label, className, close, keep = false, beside = null, children }: Props) {
  const dialog = useRef<HTMLDialogElement>(null)
  useLayoutEffect(() => {
    const shown = dialog.current
    shown?.showModal()
    return () => shown?.close()
  }, [])
  useLayoutEffect(() => {
    const place = () => dialog.current && placeBeside(dialog.current, beside)
    place()
    window.addEventListener('resize', place)
    return () => window.removeEventListener('resize', place)
  }, [beside])
  return (
    // biome-ignore lint/a11y/useKeyWithClickEvents: Esc is the dialog's own key
    <dialog
      ref={dialog}
      className={beside ? `${className} beside` : className}
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

/** Sets where the dialog stands; nothing but the window's own rule where it stands beside nothing. */
function placeBeside(dialog: HTMLDialogElement, target: DOMRectReadOnly | null): void {
  const { style } = dialog
  // measured as high as it would be: what limits it is set after that
  style.maxHeight = target ? 'none' : ''
  const size = { width: dialog.offsetWidth, height: dialog.offsetHeight }
  // where the mouse is, there is nothing that has to be seen beside it
  const stands = target?.width === 0 && target.height === 0 ? standAt : standBeside
  const stand = target && stands(target, size, { width: innerWidth, height: innerHeight })
  const px = (value: number | undefined) => (value === undefined ? '' : `${value}px`)
  style.left = px(stand?.left)
  style.top = px(stand?.top)
  style.bottom = px(stand?.bottom)
  style.maxHeight = px(stand?.maxHeight)
}
