import { type KeyboardEvent, type ReactNode, useEffect, useRef } from 'react'

interface TickRow {
  readonly key: string
  readonly ticked: boolean
  readonly content: ReactNode
}

interface Props {
  readonly rows: readonly TickRow[]
  readonly turn: (key: string, ticked: boolean) => void
  /** What Enter does on a row. */
  readonly take: () => void
  /** What is said where there are no rows. */
  readonly empty: string
}

/** Lines with a tick each: the arrows move, Space ticks or unticks, Enter takes what is ticked. The first has the focus when it comes. */
export function TickList({ rows, turn, take, empty }: Props) {
  const list = useRef<HTMLDivElement>(null)
  useEffect(() => list.current?.querySelector<HTMLElement>('input')?.focus(), [])
  const onKeyDown = (event: KeyboardEvent) => {
    const step = { ArrowDown: 1, ArrowUp: -1 }[event.key]
    if (event.key === 'Enter') take()
    else if (step !== undefined) {
      const all = [...(list.current?.querySelectorAll<HTMLElement>('input') ?? [])]
      const at = all.indexOf(event.target as HTMLElement)
      all[at < 0 ? 0 : Math.min(Math.max(at + step, 0), all.length - 1)]?.focus()
    } else return
    event.preventDefault()
  }
  return (
    // biome-ignore lint/a11y/noStaticElementInteractions: keys of all its ticks; each can be clicked too
    <div ref={list} className="mentions tag-places" onKeyDown={onKeyDown}>
      {rows.map(({ key, ticked, content }) => (
        <label key={key} className="mention">
          <input type="checkbox" checked={ticked} onChange={(event) => turn(key, event.target.checked)} />
          <span>{content}</span>
        </label>
      ))}
      {rows.length === 0 ? <p className="empty">{empty}</p> : null}
    </div>
  )
}
