import type { Page } from '@playwright/test'

/** Keeps small settings of the person at the page, past the window: as if they had been kept in an earlier sitting. */
export async function keepSettings(page: Page, settings: Readonly<Record<string, string>>): Promise<void> {
  await page.waitForFunction(() => 'scholion' in window || sessionStorage.getItem('scholion-session') !== null)
  await page.evaluate(
    async (body) => {
      if ('scholion' in window) {
        const { host } = window.scholion as { host: { writeSettings: (ask: unknown) => Promise<unknown> } }
        await host.writeSettings(body)
        return
      }
      const token = sessionStorage.getItem('scholion-session') ?? ''
      const headers = { 'content-type': 'application/json', 'x-scholion-token': token }
      await fetch('/api/writeSettings', { method: 'POST', headers, body: JSON.stringify(body) })
    },
    { settings },
  )
}

/** A person who said, in an earlier sitting, that they do not want to be asked who they are. */
export const nobodyAsks = (page: Page): Promise<void> => keepSettings(page, { nameAsked: 'yes' })

/** The page is that of somebody whose name is known. */
export async function isEditor(page: Page, name: string): Promise<void> {
  await keepSettings(page, { editor: name })
  await page.reload()
}
