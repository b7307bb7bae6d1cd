import type { Page } from '@playwright/test'

/**
 * What stands on the desk, line by line, drawn already or only about to be. The order of the margin's container is no part of it: each note is
 * drawn at its anchor.
 */
export function linesOnTheDesk(page: Page): Promise<readonly string[]> {
  return page.evaluate(() => {
    const linesOf = (element: Element) => {
      const copy = element.cloneNode(true) as Element
      for (const end of copy.querySelectorAll('br')) end.replaceWith('\n')
      return copy.textContent
    }
    const all = (selector: string) => [...document.querySelectorAll(`.ProseMirror ${selector}`)].map(linesOf)
    return [...all('.body .block, .body .division'), ...all('.margin-note').sort()]
  })
}
