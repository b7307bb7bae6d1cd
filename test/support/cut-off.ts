import type { Page } from '@playwright/test'

/** What of a box, or of what has no box over it, cannot be read or reached: one line each. */
export async function whatIsCutOff(page: Page, of: string): Promise<readonly string[]> {
  return page.evaluate((selector) => {
    const box = document.querySelector<HTMLElement>(selector)
    if (!box) return [`there is no ${selector}`]
    const faults: string[] = []
    const told = (element: Element) =>
      `<${element.tagName.toLowerCase()} class="${element.className}"> “${(element.ariaLabel ?? (element as HTMLElement).innerText ?? '').slice(0, 40)}”`
    const { left, right, top, bottom } = box.getBoundingClientRect()
    if (left < 0 || right > innerWidth || top < 0 || bottom > innerHeight)
      faults.push(`${told(box)} does not fit into the window`)
    for (const element of [box, ...box.querySelectorAll<HTMLElement>('*')]) {
      // what is only read out is drawn as one pixel
      if (!element.checkVisibility() || element.closest('svg') || element.offsetWidth <= 1) continue
      const { overflowX, overflowY, textOverflow, whiteSpace } = getComputedStyle(element)
      const over = element.scrollWidth - element.clientWidth
      // a line of a small file may be longer than its field: that is scrolled, and meant so
      const scrollsLines = element instanceof HTMLTextAreaElement && whiteSpace === 'pre'
      const isField = element instanceof HTMLInputElement || element instanceof HTMLSelectElement
      if (overflowX !== 'visible' && textOverflow !== 'ellipsis' && !scrollsLines && !isField && over > 1)
        faults.push(`${told(element)} is ${over} px wider than what is shown of it`)
      if (overflowY === 'hidden' && !isField && element.scrollHeight - element.clientHeight > 1)
        faults.push(`${told(element)} is cut off below`)
    }
    const stops = box.querySelectorAll<HTMLElement>('button, input, select, textarea, a[href], [tabindex="0"], [role=option]')
    for (const element of stops) {
      if (!element.checkVisibility()) continue
      element.scrollIntoView({ block: 'nearest', inline: 'nearest' })
      const own = element.getBoundingClientRect()
      const x = (Math.max(own.left, left) + Math.min(own.right, right)) / 2
      const y = (Math.max(own.top, top) + Math.min(own.bottom, bottom)) / 2
      const hit =
        own.right > left && own.left < right && own.bottom > top && own.top < bottom ? document.elementFromPoint(x, y) : null
      if (!element.contains(hit) && !hit?.closest('label')?.contains(element))
        faults.push(`${told(element)} cannot be brought into sight`)
    }
    return faults
  }, of)
}
