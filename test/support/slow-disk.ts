import { expect, type Page, type Route } from '@playwright/test'

/** The disk under a page, which may keep its answers to one call waiting. */
export interface SlowDisk {
  /** From now on the call is not answered. */
  readonly hold: () => void
  /** Waits until the page has made the call. */
  readonly asked: () => Promise<void>
  /** Answers what was asked meanwhile, and everything from now on. */
  readonly answer: () => Promise<void>
}

/** To be made before the page is loaded: a call of a page that is there already may slip past what is only then put in its way. */
export async function slowDisk(page: Page, call: string): Promise<SlowDisk> {
  const waiting: Route[] = []
  let holds = false
  await page.route(`**/api/${call}`, (route) => (holds ? void waiting.push(route) : route.continue()))
  return {
    hold: () => {
      holds = true
    },
    asked: () => expect.poll(() => waiting.length).toBeGreaterThan(0),
    answer: async () => {
      holds = false
      for (const route of waiting.splice(0)) await route.continue()
    },
  }
}
