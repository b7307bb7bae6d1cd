import { expect, type Page } from '@playwright/test'

/** The focus stands on something that can be seen, is not covered, and shows that it has it. */
export async function expectFocusSeen(page: Page, when: string): Promise<void> {
  await expect.poll(() => page.evaluate(whatIsWrong), `${when}: where the focus is can be seen`).toBe(null)
}

/** In the page: null, or why the focus cannot be seen. */
function whatIsWrong(): string | null {
  const element = document.activeElement
  if (!(element instanceof HTMLElement) || element === document.body) return 'nothing has the focus'
  const what = `<${element.tagName.toLowerCase()} class="${element.className}"> “${(element.ariaLabel ?? element.innerText ?? '').slice(0, 40)}”`
  const box = element.getBoundingClientRect()
  if (!element.checkVisibility({ visibilityProperty: true })) return `${what} is not drawn`
  const left = Math.max(box.left, 0)
  const upper = Math.max(box.top, 0)
  const width = Math.min(box.right, innerWidth) - left
  const height = Math.min(box.bottom, innerHeight) - upper
  if (width < 2 || height < 2) return `${what} is out of sight`
  const { withoutMouse } = window as { withoutMouse?: CSSStyleSheet }
  if (withoutMouse) withoutMouse.disabled = true
  const points = [0.1, 0.5, 0.9].flatMap((x) => [0.1, 0.5, 0.9].map((y) => [left + x * width, upper + y * height] as const))
  const isSeen = points.some(([x, y]) => element.contains(document.elementFromPoint(x, y)))
  if (withoutMouse) withoutMouse.disabled = false
  if (!isSeen) return `${what} is covered`
  const style = getComputedStyle(element)
  const isRinged = style.outlineStyle !== 'none' && Number.parseFloat(style.outlineWidth) >= 1
  // where words are written the caret shows it
  const isWritten = element.isContentEditable
  const active = document.getElementById(element.getAttribute('aria-activedescendant') ?? '')
  const marked = active ?? (element.matches('[data-focused]') ? element : null)
  const other = marked?.parentElement?.closest('[role=listbox], [role=menu], dialog')
  const isMarked = marked && other ? getComputedStyle(marked).backgroundColor !== getComputedStyle(other).backgroundColor : false
  // a page within the window has a line over it
  const over = element.matches('iframe') ? element.previousElementSibling : null
  const isLined = over !== null && getComputedStyle(over).boxShadow !== 'none'
  return isRinged || isWritten || isMarked || isLined ? null : `${what} does not show that it has the focus`
}
