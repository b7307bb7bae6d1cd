import { readdirSync, readFileSync } from 'node:fs'
import { join } from 'node:path'
import fc from 'fast-check'
import { describe, expect, test } from 'vitest'
import { parseTranscript } from '../../shared/format/parse.ts'
import { serialise } from '../../shared/format/serialise.ts'
import type { TextOptions } from '../../shared/import/import-text.ts'
import { proposeTurns } from '../../shared/import/propose-turns.ts'
import { wordsOf } from '../../shared/model/source.ts'
import type { Block } from '../../shared/model/transcript.ts'
import { isBlank } from '../../shared/text/blank.ts'
import { linesIn } from '../../shared/text/lines.ts'
import { type Owner, ownershipFaults } from '../../shared/text/ownership.ts'
import { LONGEST_BLOCK } from '../../shared/text/split-long.ts'
import { hostileText } from '../support/arbitrary-transcript.ts'
import { blocksOf, imported } from '../support/imported.ts'

/** A block's words, line ends as `/`. */
const wordsIn = (block: Block) => block.content.map((run) => (run.type === 'text' ? run.text : '/')).join('')
const words = (text: string, options?: TextOptions) => blocksOf(imported(text, options)).map(wordsIn)
const markup = (text: string) => imported(text).unused.map(({ source }) => wordsOf(source, [text]))

const letter = fc.oneof(
  fc
    .array(
      fc.oneof(
        hostileText,
        fc.constantFrom(
          '\n',
          '\r\n',
          '\r',
          '\n\n',
          '\f',
          '- ',
          '> ',
          '* ',
          '# ',
          '**',
          ' ',
          '\t',
          'Dear John,',
          '\u00a0',
          '\ufeff',
        ),
      ),
      { maxLength: 30 },
    )
    .map((parts) => parts.join('')),
  fc.string({ unit: fc.constantFrom('a', ' ', '*', '>', '-', '#', '\n', '\r', '\f', '😀'), maxLength: 40 }),
)
const modes = fc.constantFrom<TextOptions>({ blocks: 'blank-line' }, { blocks: 'line' })

describe('a fresh import', () => {
  test('gives every character of the machine transcript that is not blank exactly one owner', () => {
    fc.assert(
      fc.property(letter, modes, (text, options) => {
        const transcript = imported(text, options)
        const owners: Owner[] = [...blocksOf(transcript), ...transcript.unused].map(({ id, source }) => ({ name: id, source }))
        expect(ownershipFaults(owners, [text], isBlank)).toEqual([])
      }),
      { numRuns: 2000 },
    )
  })

  test('says word for word what the machine read, a line end for a line end', () => {
    fc.assert(
      fc.property(letter, modes, (text, options) => {
        for (const block of blocksOf(imported(text, options))) {
          const read = wordsOf(block.source, [text])
          const lines = linesIn(read).map(({ start, end, next }) => read.slice(start, end) + (next > end ? '\n' : ''))
          expect(block.content.map((run) => (run.type === 'text' ? run.text : '\n')).join('')).toBe(lines.join(''))
          expect(read.length).toBeGreaterThan(0)
        }
      }),
      { numRuns: 2000 },
    )
  })

  test('is a transcript that can be saved and opened', () => {
    fc.assert(
      fc.property(letter, modes, (text, options) => {
        const transcript = imported(text, options)
        expect(parseTranscript(serialise(transcript))).toEqual({ ok: true, value: transcript })
      }),
    )
  })

  test('states nothing that its person did not state', () => {
    const transcript = imported('CABINET OFFICE\n\nDear John,\n')
    expect(transcript.status).toBe('untouched')
    expect(transcript.paper).toMatchObject({ kind: null, from: null, to: null, date: null, language: null })
    expect(transcript.pages).toHaveLength(1)
    expect(transcript.pages[0]).toMatchObject({ state: null, printed: null, folio: null, image: null })
    for (const block of blocksOf(transcript))
      expect(block).toMatchObject({ role: null, hand: null, continues: false, annotations: {} })
    expect([transcript.hands, transcript.people, transcript.tray]).toEqual([[], [], []])
  })
})

describe('blocks', () => {
  test('are lines without a blank line between them', () => {
    expect(words('(F N Richards)\nPrivate Secretary\n\n\nA J Coles Esq  \r\n 10 Downing St ')).toEqual([
      '(F N Richards)/Private Secretary',
      'A J Coles Esq  / 10 Downing St',
    ])
  })

  test('are lines where the person says so', () => {
    expect(words('(F N Richards)\nPrivate Secretary\n\nA J Coles', { blocks: 'line' })).toEqual([
      '(F N Richards)',
      'Private Secretary',
      'A J Coles',
    ])
  })

  test('of a list are its items, a line that goes on with its item', () => {
    const text = '- 1. After the discussion\n- 2. I need not\nrecord it\n'
    expect(words(text)).toEqual(['1. After the discussion', '2. I need not/record it'])
    expect(markup(text)).toEqual(['- ', '- '])
  })

  test('that are quoted lose their signs and keep their line ends', () => {
    expect(words('He wrote\n> Dear Francis,\n  > I am glad\nYours')).toEqual(['He wrote', 'Dear Francis,/I am glad', 'Yours'])
  })

  test('keep a dash that is not a sign: alone, or without a blank after it', () => {
    expect(words('-\n\n-5 degrees\n\n– a dash')).toEqual(['-', '-5 degrees', '– a dash'])
    expect(markup('-\n\n-5 degrees')).toEqual([])
  })

  test('lose paired stars around words and keep all others', () => {
    expect(words('**Secret** and **Personal** 2 ** 3 *** x **')).toEqual(['Secret and Personal 2 ** 3 *** x **'])
    expect(markup('**Secret**')).toEqual(['****'])
  })

  test('are cut at a line end where they are too long for the editor', () => {
    const line = `${'word '.repeat(100).trim()}\n`
    const blocks = blocksOf(imported(line.repeat(100)))
    expect(blocks.length).toBe(3)
    for (const block of blocks) {
      expect(wordsIn(block).length).toBeLessThanOrEqual(LONGEST_BLOCK)
      expect(wordsIn(block)).toMatch(/^word.*word$/s)
    }
  })

  test('of one endless line are cut, never inside a character', () => {
    const blocks = blocksOf(imported(`x${'😀'.repeat(25_000)}`))
    expect(blocks.length).toBeGreaterThan(2)
    for (const block of blocks) expect(wordsIn(block).isWellFormed()).toBe(true)
  })
})

describe('pages', () => {
  test('turn at a form feed only, in the middle of a line too', () => {
    const transcript = imported('one\n\n\n\n\ntwo\fthree\n\f\ffour\f\n')
    expect(transcript.pages.map((page) => page.content.map((child) => child.type === 'block' && wordsIn(child)))).toEqual([
      ['one', 'two'],
      ['three'],
      [],
      ['four'],
    ])
  })

  test('are proposed at long runs of blank lines, with the number of lines as the reason', () => {
    expect(proposeTurns('\n\n\n\none\n\n\ntwo\n\n \n\nthree\n\n\n\n')).toEqual([
      { start: 14, end: 18, blankLines: 3, reason: '3 blank lines stand here in the machine transcript' },
    ])
    expect(proposeTurns('one\n\n\n\f\n\n\ntwo')).toEqual([])
  })
})

test('a file of more lines than a transcript can hold is refused before anything is made of it', () => {
  expect(() => imported('\n'.repeat(250_001))).toThrow('more than 250000 lines')
})

test('a file without words is a page without blocks', () => {
  expect(imported(' \n\n').pages.map((page) => page.content)).toEqual([[]])
})

const corpus = join(import.meta.dirname, '../../corpus/prem19')

test('the four letters are proposed five page turns, of which two are known to be false', () => {
  const letters = readdirSync(corpus).filter((name) => name.endsWith('.txt'))
  expect(letters).toHaveLength(4)
  expect(letters.flatMap((name) => proposeTurns(readFileSync(join(corpus, name), 'utf8')))).toHaveLength(5)
})
