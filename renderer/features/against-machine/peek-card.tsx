import { useEffect, useLayoutEffect, useRef } from 'react'
import type { AppState } from '../../state/app-state.ts'
import { keysOf } from '../../state/own-keys.ts'
import { standBeside } from '../../ui/beside.ts'
import { isKey, isMac } from '../../ui/keys.ts'
import { useObservable } from '../../ui/observable.ts'
import { endPeek, peekOf } from './peeking.ts'

/** So many letters of the line are shown before the words, and after them. */
const MOST = 60

const HIDING = ['pointerdown', 'wheel', 'resize', 'blur'] as const

/** The machine's reading under the caret. Takes no focus and no key; any key, a press or turning the wheel takes it away, and does what it does. */
export function PeekCard({ app }: { readonly app: AppState }) {
  const shown = useObservable(peekOf(app))
  const opened = useObservable(app.opened)
  const card = useRef<HTMLDivElement>(null)
  // biome-ignore lint/correctness/useExhaustiveDependencies: another document has other words
  useEffect(() => endPeek(app), [app, opened])
  useEffect(() => {
    if (shown === null) return
    const hide = () => endPeek(app)
    const pressed = (event: KeyboardEvent) => {
      // pressed again, its own key takes it away by itself
      if (!keysOf({ id: 'peek', keys: ['F2'] }).some((key) => isKey(event, key, isMac))) hide()
    }
    const on = { capture: true, passive: true } as const
    window.addEventListener('keydown', pressed, on)
    for (const name of HIDING) window.addEventListener(name, hide, on)
    return () => {
      window.removeEventListener('keydown', pressed, on)
      for (const name of HIDING) window.removeEventListener(name, hide, on)
    }
  }, [app, shown])
  useLayoutEffect(() => {
    if (!shown || !card.current) return
    const { offsetWidth: width, offsetHeight: height, style } = card.current
    const { left, top, bottom } = standBeside(shown.beside, { width, height }, { width: innerWidth, height: innerHeight })
    style.left = `${left}px`
    style.top = top === undefined ? '' : `${top}px`
    style.bottom = bottom === undefined ? '' : `${bottom}px`
  }, [shown])
  if (!shown) return null
  const { before, words, after, line, differs } = shown.reading
  const { left, top, width, height } = shown.beside
  return (
    <>
      <div className="menu-target" aria-hidden="true" style={{ left, top, width, height }} />
      {/* told to those who do not see it when it comes */}
      <div ref={card} className="peek" aria-hidden="true">
        <p className="detail">
          Machine transcript, line {line}
          {shown.file === null ? '' : ` of ${shown.file}`}
          {differs ? ' · reads otherwise' : ''}
        </p>
        <p className="peek-line">
          {before.length > MOST ? `… ${before.slice(-MOST)}` : before}
          {words === '' ? <span className="nothing">(nothing)</span> : <mark>{words}</mark>}
          {after.length > MOST ? `${after.slice(0, MOST)} …` : after}
        </p>
      </div>
    </>
  )
}
