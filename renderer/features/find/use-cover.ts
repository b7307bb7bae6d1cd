import { type RefObject, useLayoutEffect } from 'react'

/**
 * Lets a bar lie over the head of the sheet that it stands in. What is read stays where it is when the bar comes, grows and goes: the sheet
 * begins as much lower as the bar is high, and is scrolled by as much. So its first line can be brought out from under the bar.
 */
export function useCover(bar: RefObject<HTMLElement | null>): void {
  useLayoutEffect(() => {
    const over = bar.current!
    const sheet = over.parentElement!
    let covered = 0
    const cover = (height: number) => {
      if (height === covered) return
      const scroller = sheet.querySelector('.editor-scroller')
      const read = scroller?.scrollTop ?? 0
      sheet.style.setProperty('--covered', `${height}px`)
      if (scroller) scroller.scrollTop = read + height - covered
      covered = height
    }
    const grown = new ResizeObserver(() => cover(over.offsetHeight))
    cover(over.offsetHeight)
    grown.observe(over)
    return () => {
      grown.disconnect()
      cover(0)
    }
  }, [bar])
}
