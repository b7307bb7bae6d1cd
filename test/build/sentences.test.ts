import { readFileSync } from 'node:fs'
import { join } from 'node:path'
import { describe, expect, it } from 'vitest'
import { sentencesIn, sentencesText } from '../../build/sentences.mjs'
import { HOST_TAGS, type HostTag } from '../../shared/api/contract.ts'
import { CHECKOUT } from '../support/start-scholion.ts'

const text = readFileSync(join(CHECKOUT, 'build/sentences.md'), 'utf8')
const sentences = text.split('\n').filter((line) => line.startsWith('- '))
/** Answers to ourselves: nobody meets them who does not write to the host. */
const OUR_OWN: readonly HostTag[] = ['bad-request', 'bug']
/** Files that cannot be read. */
const READING = ['not-a-transcript', 'migration-failed', 'unsound', 'newer', 'too-deep', 'invalid', 'undecodable', 'unreadable']
const TAGS = [...HOST_TAGS.filter((tag) => !OUR_OWN.includes(tag)), ...READING]
const faults = sentences.filter((line) => TAGS.some((tag) => line.startsWith(`- \`${tag}\` `)))

/** What is safe, what to do, or the sentence of somebody who says it. */
const SAFE =
  /\b([Nn]othing (was|is|has been)|as (it|they) (is|are|was|were|stands?)|(is|are|was|were) (kept|untouched|not touched|left|still here|written anew)|stays?)\b/
const TO_DO =
  /(^|[.:;,] |\bor |\bthen |\band )(choose|try|save|rename|mend|divide|keep|compare|open|take|undo|close|move|bring|make|give|free|wait|ask|start|look|reload|delete)\b/i
const HANDED_ON = /\{[a-zA-Z.]*(sentence|why|blocked)\}/

/** Whether a sentence of a fault leaves the person alone with it. */
function leavesAlone(line: string): boolean {
  const said = line.replace(/^- `\S+` /, '')
  return ![SAFE, TO_DO, HANDED_ON].some((one) => one.test(said))
}

describe('what Scholion says', () => {
  it('stands in one file, as it is in the sources (npm run sentences writes it)', () => {
    expect(sentencesText()).toBe(text)
    expect(sentences.length).toBeGreaterThan(150)
  })

  it('says of every refused reading or writing what is safe, or what to do', () => {
    expect(faults.length).toBeGreaterThan(90)
    expect(faults.filter(leavesAlone)).toEqual([])
  })

  it.each(['The disk is full; it was so.', 'This opening has failed.', 'The file is damaged in its last part.'])(
    '%s is found to say neither',
    (sentence) => {
      expect(leavesAlone(`- \`full\` ${sentence}`)).toBe(true)
    },
  )

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
