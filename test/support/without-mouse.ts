import { expect, type Page } from '@playwright/test'

/** From now on the page has no mouse: nothing in it can be hit, and whatever comes of one all the same is counted. To be called before the page is loaded. */
export async function takeMouseAway(page: Page): Promise<void> {
  await page.addInitScript(() => {
    const still = new CSSStyleSheet()
    still.replaceSync('* { pointer-events: none !important }')
    document.adoptedStyleSheets.push(still)
    const seen: string[] = []
    Object.assign(window, { withoutMouse: still, ofMouse: seen })
    const kinds = ['pointerdown', 'pointerup', 'pointermove', 'mousedown', 'mouseup', 'mousemove', 'click', 'wheel', 'touchstart']
    for (const kind of kinds)
      window.addEventListener(
        kind,
        (event) => {
          // Enter and Space click a button too: such a click counts none
          if (event.isTrusted && !(kind === 'click' && (event as MouseEvent).detail === 0)) seen.push(kind)
        },
        true,
      )
  })
}

/** Nothing that was done came of a mouse. */
export async function expectNoMouse(page: Page): Promise<void> {
  expect(await page.evaluate(() => (window as { ofMouse?: readonly string[] }).ofMouse)).toEqual([])
}
