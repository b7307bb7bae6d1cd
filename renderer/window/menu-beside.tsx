import { useLayoutEffect, useState } from 'react'
import { type TargetRects, targetRects } from '../editor/target-rects.ts'
import type { AppState } from '../state/app-state.ts'
import { pickedByLetter } from '../state/menu-tail.ts'
import type { KeyMenu } from '../ui/choice.ts'
import { KeyMenuBox } from '../ui/key-menu-box.tsx'

interface Props {
  readonly app: AppState
  readonly menu: KeyMenu
  readonly close: () => void
}

/** A menu beside what it is about, which is outlined on the sheet. */
export function MenuBeside({ app, menu, close }: Props) {
  const [target, setTarget] = useState<TargetRects | null>(null)
  useLayoutEffect(() => {
    const view = app.opened.get()?.view
    const look = () => setTarget(view && menu.about ? targetRects(view, menu.about) : null)
    look()
    window.addEventListener('resize', look)
    return () => window.removeEventListener('resize', look)
  }, [app, menu])
  return (
    <>
      {target?.lines.map(({ left, top, width, height }) => (
        <div key={`${left} ${top}`} className="menu-target" aria-hidden="true" style={{ left, top, width, height }} />
      ))}
      <KeyMenuBox
        menu={menu}
        beside={menu.at ?? target?.around ?? null}
        picked={(letter, at) => pickedByLetter(app, menu, letter, at)}
        close={close}
      />
    </>
  )
}
