import { type ReactNode, useLayoutEffect, useState } from 'react'
import { type TargetRects, targetRects } from '../editor/target-rects.ts'
import type { AppState } from '../state/app-state.ts'
import type { MenuTarget } from '../ui/choice.ts'

interface Props {
  readonly app: AppState
  /** What of the text it is about, or undefined. */
  readonly about: MenuTarget | undefined
  /** What is asked: where another takes its place, it is looked for anew. */
  readonly asked: object
  /** Draws the box beside that place on the screen, or in the window's middle. */
  readonly draw: (beside: DOMRectReadOnly | null) => ReactNode
}

/** A menu, a list or a form beside what it is about, which is outlined on the sheet. */
export function BesideTarget({ app, about, asked, draw }: Props) {
  const [target, setTarget] = useState<TargetRects | null>(null)
  // biome-ignore lint/correctness/useExhaustiveDependencies: what is asked next may be about the same words elsewhere
  useLayoutEffect(() => {
    const view = app.opened.get()?.view
    const look = () => setTarget(view && about ? targetRects(view, about) : null)
    look()
    // the sheet is laid out anew after the window has its size
    const resized = () => requestAnimationFrame(() => requestAnimationFrame(look))
    window.addEventListener('resize', resized)
    return () => window.removeEventListener('resize', resized)
  }, [app, about, asked])
  return (
    <>
      {target?.lines.map(({ left, top, width, height }) => (
        <div key={`${left} ${top}`} className="menu-target" aria-hidden="true" style={{ left, top, width, height }} />
      ))}
      {draw(target?.around ?? null)}
    </>
  )
}
