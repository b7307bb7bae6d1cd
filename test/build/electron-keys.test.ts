import { readdirSync, readFileSync } from 'node:fs'
import { join } from 'node:path'
import { fileURLToPath } from 'node:url'
import { expect, it } from 'vitest'

const ROOT = fileURLToPath(new URL('../..', import.meta.url))

/** Words of Electron that weaken it, hand something to another program, or reach past the typed bridge; with where each may stand. */
const FORBIDDEN: Readonly<Record<string, RegExp>> = {
  'web security switched off': /\bwebSecurity\b/,
  'insecure content': /\ballowRunningInsecureContent\b/,
  'experimental features': /\b(experimentalFeatures|enableBlinkFeatures|experimentalCanvasFeatures)\b/,
  'the remote module': /@electron\/remote|\benableRemoteModule\b/,
  'an address or a file handed to another program': /\bshell\.(openExternal|openPath)\b|\bopenExternal\(|\bopenPath\(/,
  'no sandbox': /no-sandbox|\bsandbox:\s*false\b/,
  'Node in a page': /\bnodeIntegration(InWorker|InSubFrames)?:\s*true\b|\bcontextIsolation:\s*false\b|\bwebviewTag:\s*true\b/,
  'a file page': /\bloadFile\(/,
  'code made of words': /\bexecuteJavaScript\(|\bnew Function\(|\beval\(/,
}

const sources = ['electron', 'renderer', 'shared'].flatMap((folder) =>
  (readdirSync(join(ROOT, folder), { recursive: true }) as string[])
    .filter((name) => /\.(ts|tsx|mjs)$/.test(name))
    .map((name) => join(folder, name)),
)

const withoutComments = (text: string) => text.replace(/\/\*[\s\S]*?\*\/|(^|\s)\/\/.*$/gm, '')

it.each(Object.entries(FORBIDDEN))('the program has nowhere: %s', (_, pattern) => {
  expect(sources.length).toBeGreaterThan(150)
  expect(sources.filter((path) => pattern.test(withoutComments(readFileSync(join(ROOT, path), 'utf8'))))).toEqual([])
})

it('Electron is one that is still mended', () => {
  const { devDependencies } = JSON.parse(readFileSync(join(ROOT, 'package.json'), 'utf8'))
  expect(Number(devDependencies.electron.split('.')[0])).toBeGreaterThanOrEqual(42)
  expect(devDependencies.electron).toMatch(/^\d+\.\d+\.\d+$/)
})
