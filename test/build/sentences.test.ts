import { readFileSync } from 'node:fs'
import { join } from 'node:path'
import { describe, expect, it } from 'vitest'
import { sentencesIn, sentencesText } from '../../build/sentences.mjs'
import { CHECKOUT } from '../support/start-scholion.ts'

const text = readFileSync(join(CHECKOUT, 'build/sentences.md'), 'utf8')
const sentences = text.split('\n').filter((line) => line.startsWith('- '))
const faults = sentences.filter((line) =>
  /^- `(full|read-only|unreachable|busy|refused|blocked|damaged|too-large|not-durable|name-too-long|unsound|newer|too-deep|invalid)` /.test(
    line,
  ),
)

describe('what Scholion says', () => {
  it('stands in one file, as it is in the sources (npm run sentences writes it)', () => {
    expect(sentencesText()).toBe(text)
    expect(sentences.length).toBeGreaterThan(150)
  })

  it('says of every refused reading or writing what is safe, or what to do', () => {
    expect(faults.length).toBeGreaterThan(30)
    const bare = faults.filter(
      (line) =>
        !/nothing (was|is)|as it (is|was|stands)|is kept|stays|still here|not touched|untouched|was left|; [a-z]|Choose|Try again|Try|Save|Rename|Mend|Divide|Keep|Compare|Open|Take|Undo|Mend/i.test(
          line,
        ) && !/\{[a-zA-Z.]*(sentence|why|blocked)\}/.test(line),
    )
    expect(bare).toEqual([])
  })

  it('names no path of this computer’s, and calls a machine transcript by its name', () => {
    expect(
      sentences.filter(
        (line) =>
          /\{[^}]*(\bpath\b|\bfolder\}|homedir|\bcwd)[^}]*\}/.test(line) &&
          !/made\.path|electron\/cli/.test(line) &&
          !/checked on|in \{folder\} because/.test(line),
      ),
    ).toEqual([])
    expect(sentences.filter((line) => /original file|OCR file/i.test(line))).toEqual([])
  })

  it('is found in calls, in named values and in what a function hands on; what is worked out stands in braces', () => {
    const source =
      "const SAFE = 'Nothing was changed at all, never.'\n" +
      "export const f = (name: string) => failed('gone', `$" +
      '{name} is gone now. $' +
      "{SAFE}`)\nfunction g() { return 'A whole sentence that is handed on.' }"
    expect(sentencesIn('a.ts', source).map(({ tag, sentence }) => `${tag}: ${sentence}`)).toEqual([
      ': Nothing was changed at all, never.',
      'gone: {name} is gone now. Nothing was changed at all, never.',
      ': A whole sentence that is handed on.',
    ])
  })
})
