import { readdirSync, readFileSync } from 'node:fs'
import { basename, join } from 'node:path'
import { fileURLToPath } from 'node:url'
import { describe, expect, it } from 'vitest'

const ROOT = fileURLToPath(new URL('../..', import.meta.url))

/**
 * Where the time of day may be asked for, and what for: to be shown, to be written down, or for days. Nothing else may, since people and machines
 * set it: what waits, runs out or comes again goes by the clocks of `elapsed` and by timers.
 */
const MAY_ASK: Readonly<Record<string, string>> = {
  'check.ts': 'the day of a report that is printed',
  'checklist.ts': 'the day that a sheet is printed on',
  'open-document.ts': 'when this sitting was, in the list of revisions',
  'folder-host.ts': 'the clock that the host’s parts are given; where the numbers of a watch begin',
  'documents.ts': 'a file that was changed a moment ago is looked at again, whichever way a clock jumped',
  'history.ts': 'when a version was kept: shown, and for thirty days',
  'join-originals.ts': 'when an original was taken out, in the list of revisions',
  'document-saver.ts': 'since when something is unsaved, and when it was saved: shown',
  'main.ts': 'the day on which a download failed',
  'presence.ts': 'since when somebody has a letter open: shown',
  'system-tools.ts': 'the clock that other parts are given',
  'tag-elsewhere.ts': 'when a letter was tagged, in the list of revisions',
  'today.ts': 'the day that somebody states: shown, and written down',
  'tokens.ts': 'for thirty days a page is known',
}

const TIME_OF_DAY = /\bDate\.now\b|\bnew Date\(\)|\bDate\(\)|\bnow\(\)\.(getTime|valueOf)\b|\bsweep\(.*\bnow\(\)/

const sources = ['electron', 'renderer', 'shared'].flatMap((folder) =>
  (readdirSync(join(ROOT, folder), { recursive: true }) as string[])
    .filter((name) => /\.(ts|tsx|mjs)$/.test(name))
    .map((name) => join(folder, name)),
)
const withoutComments = (text: string) => text.replace(/\/\*[\s\S]*?\*\/|(^|\s)\/\/.*$/gm, '')
const asking = sources.filter((path) => TIME_OF_DAY.test(withoutComments(readFileSync(join(ROOT, path), 'utf8'))))

describe('nothing waits by a clock that somebody may set', () => {
  it('the time of day is asked for only where it is shown, written down, or counted in days', () => {
    expect(sources.length).toBeGreaterThan(150)
    expect(asking.filter((path) => !(basename(path) in MAY_ASK))).toEqual([])
  })

  it('who may ask for it does', () => {
    const names = asking.map((path) => basename(path))
    expect(Object.keys(MAY_ASK).filter((name) => !names.includes(name))).toEqual([])
  })

  it('it is not kept to be counted with, and sets no timer', () => {
    const counts = [
      /\b(setTimeout|setInterval|delay|[aA]larm\.set|pause)\([^\n]*(Date\.now|new Date|now\(\))/,
      /\b(const|let)\s+\w+\s*=\s*Date\.now\(\)|([|?]{2}|[+-])=\s*Date\.now\(\)|[-+]\s*Date\.now\(\)|Date\.now\(\)\s*[-+<>]/,
    ]
    const bad = (path: string) => counts.some((one) => one.test(withoutComments(readFileSync(join(ROOT, path), 'utf8'))))
    expect(sources.filter(bad)).toEqual([])
  })
})
