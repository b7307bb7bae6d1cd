import { expect, type Page } from '@playwright/test'

/** More stops than any part of the window has. */
const MOST = 250

/**
 * Goes round by Tab from where the focus is until it is there again, and back by Shift+Tab over all stops or the last of them. Each stop is
 * another than the one before, and back goes over the same: nothing holds the focus. Gives the parts of the window that were passed.
 */
export async function tabRound(page: Page, where: string, back = MOST): Promise<ReadonlySet<string>> {
  await putEdges(page)
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
  await page.evaluate(() => {
    for (const edge of document.querySelectorAll('[data-edge]')) edge.remove()
  })
  return new Set(there.map(({ part }) => part))
}

/**
 * After the last stop the browser itself would have the focus, and give it back or keep it when it likes. So there is a stop of ours before the
 * first and one after the last, and who comes to the one goes on from the other.
 */
async function putEdges(page: Page): Promise<void> {
  await page.evaluate(() => {
    const around = [...document.querySelectorAll('dialog[open]')].at(-1) ?? document.body
    for (const side of ['first', 'last']) {
      const edge = document.createElement('span')
      edge.tabIndex = 0
      edge.dataset.edge = side
      edge.style.position = 'fixed'
      if (side === 'first') around.prepend(edge)
      else around.append(edge)
    }
  })
}

interface Stop {
  readonly id: number
  readonly name: string
  readonly part: string
}

/** One stop on, over the edge where there is one. */
async function go(page: Page, key: 'Tab' | 'Shift+Tab'): Promise<Stop> {
  await page.keyboard.press(key)
  const isEdge = await page.evaluate(() => {
    const edge = document.activeElement?.getAttribute('data-edge')
    const other = edge === 'last' ? 'first' : 'last'
    if (edge) document.querySelector<HTMLElement>(`[data-edge=${other}]`)!.focus()
    return Boolean(edge)
  })
  if (isEdge) await page.keyboard.press(key)
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
