import { writeFileSync } from 'node:fs'
import { join } from 'node:path'
import { expect, type Page } from '@playwright/test'
import { smallPng } from '../../build/small-png.mjs'
import { axeFaults } from './axe.ts'

/** Where pictures are wanted; without it the gallery asks axe instead. */
export const SHOTS = process.env.SCHOLION_SHOTS ?? null

/** Where the pictures of the guide are wanted. */
export const GUIDE = process.env.SCHOLION_GUIDE ?? null

const SCHEMES = ['light', 'dark'] as const
const SIZES = [
  { width: 1280, height: 720 },
  { width: 2560, height: 1440 },
] as const

/** A state of the window, in light and dark: pictures of it in both sizes where they are wanted, otherwise axe finds nothing in it (or in one part of it). */
export async function look(page: Page, name: string, enlarged = 1, within?: string): Promise<void> {
  for (const colorScheme of SCHEMES) {
    // a change of scheme is no motion to look at half way
    await page.emulateMedia({ colorScheme, reducedMotion: 'reduce' })
    if (SHOTS === null) expect.soft(await axeFaults(page, within), `${name}, ${colorScheme}`).toEqual([])
    else await pictures(page, `${name}-${colorScheme}`, enlarged)
  }
  await page.emulateMedia({ colorScheme: null })
}

async function pictures(page: Page, name: string, enlarged: number): Promise<void> {
  const before = page.viewportSize()
  for (const { width, height } of SIZES) {
    await page.setViewportSize({ width: width / enlarged, height: height / enlarged })
    await page.evaluate(() => new Promise((done) => requestAnimationFrame(() => requestAnimationFrame(() => done(null)))))
    await page.screenshot({ animations: 'disabled', path: join(SHOTS!, `${name}-${width}.png`) })
  }
  if (before) await page.setViewportSize(before)
}

/** A picture for the guide, as small as it can be. */
export async function guidePicture(page: Page, name: string): Promise<void> {
  await page.evaluate(() => new Promise((done) => requestAnimationFrame(() => requestAnimationFrame(() => done(null)))))
  writeFileSync(join(GUIDE!, name), smallPng(await page.screenshot({ animations: 'disabled', caret: 'hide' })))
}
