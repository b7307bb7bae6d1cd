import { expect, type Page } from '@playwright/test'

/** More stops than any part of the window has. */
const MOST = 250

/**
 * Goes round by Tab from where the focus is until it is there again, and back by Shift+Tab over all stops or the last of them. Each stop is
 * another than the one before, and back goes over the same: nothing holds the focus. Gives the parts of the window that were passed.
 */
export async function tabRound(page: Page, where: string, back = MOST): Promise<ReadonlySet<string>> {
  const start = await stop(page)
  const there = [start]
  for (let step = 0; ; step++) {
    expect(step, `${where}: Tab comes round`).toBeLessThan(MOST)
    const next = await go(page, 'Tab')
    if (next.id === start.id) break
    expect(
      there.map(({ id }) => id),
      `${where}: Tab goes on from ${there.at(-1)!.name}`,
    ).not.toContain(next.id)
    there.push(next)
  }
  for (const expected of [...there].reverse().slice(0, back)) {
    expect(await go(page, 'Shift+Tab'), `${where}: Shift+Tab goes back over the same stops`).toEqual(expected)
  }
  return new Set(there.map(({ part }) => part))
}

interface Stop {
  readonly id: number
  readonly name: string
  readonly part: string
}

/** One stop on. Between the last and the first the browser itself has the focus: one key more leads back in. */
async function go(page: Page, key: 'Tab' | 'Shift+Tab'): Promise<Stop> {
  await page.keyboard.press(key)
  // the browser gives the focus back by itself or keeps it, and on a busy machine takes some frames to say which
  const outside = await page.evaluate(async () => {
    for (let frames = 0; frames < 6 && document.activeElement === document.body; frames++)
      await new Promise((drawn) => requestAnimationFrame(drawn))
    return document.activeElement === document.body
  })
  if (outside) await page.keyboard.press(key)
  return stop(page)
}

/** What has the focus: a number that is its own, and words to tell it by. */
async function stop(page: Page): Promise<Stop> {
  return page.evaluate(() => {
    const known = ((window as { stops?: Map<Element, number> }).stops ??= new Map())
    const element = document.activeElement ?? document.body
    if (!known.has(element)) known.set(element, known.size)
    const name = element.ariaLabel ?? element.closest('label')?.innerText ?? (element as HTMLElement).innerText ?? ''
    return {
      id: known.get(element)!,
      name: `<${element.tagName.toLowerCase()}> “${name.slice(0, 30)}”`,
      part: element.closest('dialog') ? 'box' : (element.closest('[data-part]')?.getAttribute('data-part') ?? 'window'),
    }
  })
}
