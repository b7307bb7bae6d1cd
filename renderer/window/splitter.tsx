import { type KeyboardEvent, type PointerEvent, useLayoutEffect, useRef } from 'react'
import { useApp } from '../state/context.ts'
import { PANEL_WIDTHS, width } from '../state/look.ts'
import { useObservable } from '../ui/observable.ts'

const STEP = 16
const NAMES = { side: 'Width of the list of documents', facts: 'Width of the inspector' } as const
const EDGES = { side: 'Edge of the list', facts: 'Edge of the inspector' } as const

/** The edge between the sheet and a panel: dragged with the mouse, moved by the arrow keys; twice pressed, or Home, gives the usual width back. */
export function Splitter({ panel }: { readonly panel: 'side' | 'facts' }) {
  const app = useApp()
  const look = useObservable(app.look)
  const set = (to: number | null) => app.setLook({ [panel]: to === null ? null : width(to) })
  const edge = useRef<HTMLDivElement>(null)
  const box = () => document.querySelector(`.${panel === 'side' ? 'side' : 'facts-side'}`)!.getBoundingClientRect()
  const wider = panel === 'side' ? 1 : -1
  const key = (event: KeyboardEvent<HTMLElement>) => {
    const step = event.key === 'ArrowRight' ? STEP : event.key === 'ArrowLeft' ? -STEP : 0
    if (event.key === 'Home') set(null)
    else if (step !== 0) set(box().width + step * wider)
    else return
    event.preventDefault()
  }
  const move = (event: PointerEvent<HTMLElement>) => {
    const { currentTarget, clientX } = event
    if (!currentTarget.hasPointerCapture(event.pointerId)) return
    const { left, right } = box()
    // remembered when the mouse is let go
    app.look.set({ ...look, [panel]: width(panel === 'side' ? clientX - left : right - clientX) })
  }
  // the width that the window gives is known when it is drawn
  useLayoutEffect(() => edge.current?.setAttribute('aria-valuenow', String(Math.round(box().width))))
  return (
    <section className="edge" aria-label={EDGES[panel]}>
      {/* biome-ignore lint/a11y/useSemanticElements: an <hr> cannot be moved; a focusable separator is ARIA’s own pattern for it */}
      <div
        ref={edge}
        className={`splitter splitter-${panel}`}
        role="separator"
        aria-orientation="vertical"
        aria-label={NAMES[panel]}
        aria-valuemin={PANEL_WIDTHS.least}
        aria-valuemax={PANEL_WIDTHS.most}
        aria-valuenow={look[panel] ?? PANEL_WIDTHS.least}
        aria-valuetext={look[panel] === null ? 'as the window suggests' : `${look[panel]} pixels`}
        tabIndex={0}
        title={`${NAMES[panel]}: drag, or ← →; Home gives the usual width back`}
        onKeyDown={key}
        onPointerDown={(event) => event.currentTarget.setPointerCapture(event.pointerId)}
        onPointerMove={move}
        onLostPointerCapture={() => app.setLook({})}
        onDoubleClick={() => set(null)}
      />
    </section>
  )
}
