import { readdirSync, readFileSync } from 'node:fs'
import { join } from 'node:path'
import fc from 'fast-check'
import { describe, expect, test } from 'vitest'
import { parseTranscript } from '../../shared/format/parse.ts'
import { serialise } from '../../shared/format/serialise.ts'
import { importAgain, importerOf } from '../../shared/import/importers.ts'
import { proposeTurns } from '../../shared/import/propose-turns.ts'
import { wordsOf } from '../../shared/model/source.ts'
import type { Block } from '../../shared/model/transcript.ts'
import { isBlank } from '../../shared/text/blank.ts'
import { cutLong } from '../../shared/text/cut-long.ts'
import { linesIn } from '../../shared/text/lines.ts'
import { type Owner, ownershipFaults } from '../../shared/text/ownership.ts'
import { LONGEST_BLOCK } from '../../shared/text/split-long.ts'
import { hostileText } from '../support/hostile-text.ts'
import { blocksOf, imported, seededIds, type TextOptions, withBlock } from '../support/imported.ts'

/** A block's words, line ends as `/`. */
const wordsIn = (block: Block) => block.content.map((run) => (run.type === 'text' ? run.text : '/')).join('')
const words = (text: string, options?: TextOptions, name?: string) => blocksOf(imported(text, options, name)).map(wordsIn)
const markup = (text: string, name?: string) =>
  imported(text, undefined, name).unused.map(({ source }) => wordsOf(source, [text]))
/** As the first importers of their names read. */
const ofBefore = (text: string, name = 'text') => {
  const [original] = imported(text).originals
  const result = importAgain({ ...original!, importer: { name, version: 1, options: { blocks: 'blank-line' } } }, seededIds())
  if (!result.ok) throw new Error(result.fault.sentence)
  return result.value
}

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
          '---\n',
          '```\n',
          'key: value\n',
          '\\*',
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
const names = fc.constantFrom('letter.txt', 'letter.md')

describe('a fresh import', () => {
  test('gives every character of the machine transcript that is not blank exactly one owner', () => {
    fc.assert(
      fc.property(letter, modes, names, (text, options, name) => {
        const transcript = imported(text, options, name)
        const owners: Owner[] = [...blocksOf(transcript), ...transcript.unused].map(({ id, source }) => ({ name: id, source }))
        expect(ownershipFaults(owners, [text], isBlank)).toEqual([])
      }),
      { numRuns: 2000 },
    )
  })

  test('says word for word what the machine read, a line end for a line end', () => {
    fc.assert(
      fc.property(letter, modes, names, (text, options, name) => {
        for (const block of blocksOf(imported(text, options, name))) {
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
      fc.property(letter, modes, names, (text, options, name) => {
        const transcript = imported(text, options, name)
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

  test.each([
    ['a typed page number', '- 2 -\n\nI am'],
    ['a list', 'Points:\n- one\n* two\n# three\n> four'],
    ['emphasis', '**Secret** and \\*Personal\\*'],
    ['rules and fences', '---\ntitle: x\n---\n\n```\ncode\n```'],
    ['words set in', '\n     Dear John,\n\n\t  I am'],
  ])('of plain text are every sign and every blank before words: %s', (_, text) => {
    const transcript = imported(text)
    expect(transcript.unused).toEqual([])
    expect(blocksOf(transcript).map(wordsIn).join('/').replaceAll('//', '/')).toBe(text.replace(/\n+/g, '/').replace(/^\//, ''))
    expect(transcript.originals[0]?.importer).toMatchObject({ name: 'text', version: 2 })
  })

  test('begin at a line that begins like an item, and its sign is text', () => {
    expect(words('Points:\n- 1. After\n- 2. I need not\nrecord it')).toEqual([
      'Points:',
      '- 1. After',
      '- 2. I need not/record it',
    ])
  })

  test('are cut at a line end where they are too long for the editor, and go on', () => {
    const line = `  ${'word '.repeat(100).trim()}\n`
    const blocks = blocksOf(imported(line.repeat(100)))
    expect(blocks.map(({ continues }) => continues)).toEqual([false, true, true, true, true, true])
    for (const block of blocks) {
      expect(wordsIn(block).length).toBeLessThanOrEqual(LONGEST_BLOCK)
      expect(wordsIn(block)).toMatch(/^ {2}word.*word\/?$/s)
    }
  })

  test('that are cut are the whole, put together: no character is changed', () => {
    const long = fc
      .array(fc.constantFrom('word ', '\n', '\r\n', '\t', '😀', 'xxxxxxxxx', '\u00a0'), { minLength: 1, maxLength: 60 })
      .map((parts) => parts.join(''))
    fc.assert(
      fc.property(long, fc.integer({ min: 2, max: 30 }), (text, limit) => {
        const pieces = cutLong(text, 0, text.length, limit).map(([from, to]) => text.slice(from, to))
        expect(pieces.join('')).toBe(text)
        for (const piece of pieces) {
          expect(piece.length).toBeGreaterThan(0)
          expect(piece.length).toBeLessThanOrEqual(limit)
          expect(piece.isWellFormed()).toBe(true)
        }
      }),
    )
  })

  test('of one endless line are cut, never inside a character', () => {
    const blocks = blocksOf(imported(`x${'😀'.repeat(25_000)}`))
    expect(blocks.length).toBeGreaterThan(2)
    for (const block of blocks) expect(wordsIn(block).isWellFormed()).toBe(true)
  })
})

describe('Markdown', () => {
  const of = (text: string) => words(text, undefined, 'letter.md')
  const aside = (text: string) => markup(text, 'letter.md')

  test('of a list are its items, a line that goes on with its item', () => {
    const text = '- 1. After the discussion\n- 2. I need not\nrecord it\n'
    expect(of(text)).toEqual(['1. After the discussion', '2. I need not/record it'])
    expect(aside(text)).toEqual(['- ', '- '])
  })

  test('that is quoted loses its signs and keeps its line ends', () => {
    expect(of('He wrote\n> Dear Francis,\n  > I am glad\nYours')).toEqual(['He wrote', 'Dear Francis,/I am glad', 'Yours'])
  })

  test('keeps a dash that is not a sign: alone, or without a blank after it', () => {
    expect(of('-\n\n-5 degrees\n\n– a dash')).toEqual(['-', '-5 degrees', '– a dash'])
    expect(aside('-\n\n-5 degrees')).toEqual([])
  })

  test('loses paired stars around words and keeps all others', () => {
    expect(of('**Secret** and **Personal** 2 ** 3 *** x **')).toEqual(['Secret and Personal 2 ** 3 *** x **'])
    expect(aside('**Secret**')).toEqual(['****'])
  })

  test('has its front matter set aside whole, and a rule that only looks like one is text', () => {
    expect(of('---\ntitle: Minute\ntags:\n  - one\n---\nDear John,')).toEqual(['Dear John,'])
    expect(aside('---\ntitle: Minute\n---\nDear John,')).toEqual(['---\ntitle: Minute\n---'])
    expect(aside('---\nDear John,\n---\n')).toEqual(['/\n---'.slice(1)])
    expect(aside('Dear John,\n\n---\nkey: x\n---x')).toEqual([])
  })

  test('has front matter that is empty set aside as such, and says so', () => {
    for (const head of ['---\n---', '---\r\n---', '---\n...', '--- \n---']) {
      const transcript = imported(`${head}\nDear John,`, undefined, 'letter.md')
      expect(blocksOf(transcript).map(wordsIn), head).toEqual(['Dear John,'])
      expect(importerOf(transcript.originals[0]!)!.told(transcript), head).toBe(
        'Set aside as its signs, not deleted: front matter.',
      )
    }
    expect(of('---\n\n---\nDear John,')).toEqual(['---', '---/Dear John,'])
  })

  test('has what is fenced in as one block as it stands; a fence that is not closed is text', () => {
    expect(of('a\n```text\n- one\n\n  **two**\n```\nb')).toEqual(['a', '- one//  **two**', 'b'])
    expect(aside('a\n```text\n- one\n```\nb')).toEqual(['```text```'])
    expect(of('a\n\n```\nb')).toEqual(['a', '```/b'])
  })

  test('has headings by `#`, closed or not, and by a line under them', () => {
    expect(of('# One ##\ntext\n\nTwo\n===\ntext\nThree\n---\nend')).toEqual(['One', 'text', 'Two', 'text/Three', 'end'])
  })

  test('reads an escape as the character behind it', () => {
    expect(of('1\\. not \\*bold\\* \\\\ and C:\\dir')).toEqual(['1. not *bold* \\ and C:\\dir'])
    expect(of('\\- no item\n\\*\\*no\\*\\*')).toEqual(['- no item/**no**'])
  })

  test('says what was set aside, by kind', () => {
    const transcript = imported('---\na: b\n---\n# H\n\n- x\n- y\n\n**z** \\*', undefined, 'letter.md')
    expect(importerOf(transcript.originals[0]!)?.told(transcript)).toBe(
      'Set aside as its signs, not deleted: front matter, 1 sign of a heading, 2 list signs, 1 pair of stars, 1 escape.',
    )
  })
})

describe('a transcript made before', () => {
  test('is read again by the importer that it names, of the version that it names', () => {
    const transcript = ofBefore('     **Secret**\n\n- 1. After')
    expect(blocksOf(transcript).map(wordsIn)).toEqual(['Secret', '1. After'])
    expect(transcript.originals[0]?.importer).toMatchObject({ name: 'text', version: 1 })
    expect(transcript.unused).toHaveLength(2)
    expect(blocksOf(ofBefore('---\n---\nDear John,', 'markdown')).map(wordsIn)).toEqual(['---', 'Dear John,'])
  })

  test('of an importer that nobody knows is not read again, and says so', () => {
    const [original] = imported('x').originals
    const again = importAgain({ ...original!, importer: { name: 'hocr', version: 9, options: {} } }, seededIds())
    expect(again).toMatchObject({ ok: false, fault: { tag: 'no-importer' } })
  })
})

describe('what is written back into a file of its own kind', () => {
  test('is its text unit for unit where nothing was done', () => {
    fc.assert(
      fc.property(letter, modes, names, (text, options, name) => {
        const transcript = imported(text, options, name)
        expect(importerOf(transcript.originals[0]!)!.writeBack(transcript, 0)).toBe(text)
      }),
    )
  })

  test('has the letters that were changed, signs and line ends as they stood', () => {
    const transcript = imported('# Head\r\n\r\n- Deer **Jon**\r\n  and\r\n', undefined, 'letter.md')
    const block = blocksOf(transcript)[1]!
    const content = block.content.map((run) =>
      run.type === 'text' ? { ...run, text: run.text.replace('Deer Jon', 'Dear John') } : run,
    )
    const changed = withBlock(transcript, 1, { content })
    expect(importerOf(transcript.originals[0]!)!.writeBack(changed, 0)).toBe('# Head\r\n\r\n- Dear **John**\r\n  and\r\n')
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

  test('begin with no empty one where a form feed stands first, nor end with one', () => {
    expect(imported('\fone\ftwo\f\n').pages.map(({ content }) => content.length)).toEqual([1, 1])
    expect(imported('\f').pages).toHaveLength(1)
    expect(ofBefore('\fone').pages).toHaveLength(2)
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
