import { readFileSync } from 'node:fs'
import fc from 'fast-check'
import { describe, expect, test } from 'vitest'
import { matchesIn } from '../../shared/search/find-words.ts'
import { fold } from '../../shared/search/fold.ts'
import { foldingOf, patternOf } from '../../shared/search/pattern.ts'
import type { Query } from '../../shared/search/query.ts'
import { searchTranscript } from '../../shared/search/search-transcript.ts'
import { imported } from '../support/imported.ts'

const ASK: Query = { words: '', matchCase: false, wholeWords: false, where: 'all' }
const found = (text: string, words: string, query: Partial<Query> = {}) => {
  const matches = matchesIn([text], { ...ASK, words, ...query })
  return matches.ok ? matches.value.map(({ from, to }) => text.slice(from, to)) : matches.fault.sentence
}

/** What stands in the text, what is asked for, and what of the text is found; with `exact`, nothing is. */
const ALIKE: readonly (readonly [what: string, text: string, asked: readonly string[], found: string])[] = [
  ['a letter with its mark, composed', 'Herr Müller kam', ['Müller', 'Mu\u0308ller', 'muller', 'MULLER'], 'Müller'],
  ['the same, decomposed', 'Herr Mu\u0308ller kam', ['Müller', 'Mu\u0308ller', 'Muller'], 'Mu\u0308ller'],
  ['the last letter with a mark', 'le canapé\u0301 bleu', ['canape'], 'canapé\u0301'],
  ['letters that are not composed of others', 'Wałęsa at Århus, Đoković', ['Walesa'], 'Wałęsa'],
  ['a sharp s and a ligature of vowels', 'Straße und Œuvre', ['STRASSE'], 'Straße'],
  ['Hebrew with its points', 'אמר שָׁלוֹם לו', ['שלום', 'שָׁלוֹם'], 'שָׁלוֹם'],
  ['Arabic with its vowel signs, and a stretched letter', 'قال مُحَمَّد أمس', ['محمد'], 'مُحَمَّد'],
  ['ligatures', 'the oﬃcial ﬁle', ['official'], 'oﬃcial'],
  ['digits of other scripts', 'سنة ١٩٨٢ هـ', ['1982', '١٩٨٢'], '١٩٨٢'],
  ['digits of India, and wide ones', 'वर्ष १९८२ और １９８３', ['1982'], '१९८२'],
  ['curly quotes and kinds of hyphens', 'a “non‑event”, 12–14 March', ['"non-event"'], '“non‑event”'],
  ['signs without width', 'soft\u00adhyphen, zero\u200bwidth', ['softhyphen'], 'soft\u00adhyphen'],
  ['a final sigma', 'ὁ λόγος ἦν', ['ΛΟΓΟΣ', 'λογοσ'], 'λόγος'],
]

describe('words are found whatever signs they are written with', () => {
  for (const [what, text, asked, words] of ALIKE)
    test(what, () => {
      for (const one of asked) expect(found(text, one)).toEqual([words])
      for (const one of asked)
        expect(found(text, one, { exact: true })).toEqual(one.normalize() === words.normalize() ? [words] : [])
    })

  test('and letters that only look alike stay apart: kana with and without their mark, vowels of India, syllables of Korea', () => {
    expect(found('か が', 'か')).toEqual(['か'])
    expect(found('가 각', '가')).toEqual(['가'])
    expect(found('की कु', 'की')).toEqual(['की'])
  })

  test('exactly: a letter is not found without its mark; a sign that nobody sees is found by itself', () => {
    expect(found('resume\u0301', 'resume', { exact: true })).toEqual([])
    expect(found('resume\u0301', 'resumé', { exact: true })).toEqual(['resume\u0301'])
    expect(found('a\u00adb', '\u00ad')).toEqual(['\u00ad'])
    expect(found('Müller muller', 'muller', { exact: true })).toEqual(['muller'])
  })
})

const SIGNS = ['-', '\u00ad', '¬', '⸗', '‐', '']
describe('a word that is divided at a line end is found', () => {
  for (const sign of SIGNS)
    for (const end of ['\n', ' \n  ', '\n\n        - 2 -\n\n'])
      if (sign !== '' || !end.includes('2'))
        test(`with ${JSON.stringify(sign + end)}`, () => {
          const text = `the old Depart${sign}${end}ment of Trade`
          const whole = `Depart${sign}${end}ment`
          expect(found(text, 'department')).toEqual([whole])
          expect(found(text, 'Department', { exact: true, matchCase: true })).toEqual([whole])
          expect(found(text, 'department of')).toEqual([`${whole} of`])
          if (sign !== '') expect(found(text, 'ment', { wholeWords: true })).toEqual([])
        })

  test('every one of the sample, over a page number too, and what keeps its hyphen with it', () => {
    const sample = imported(readFileSync('test/support/cases/hyphens.txt', 'utf8'))
    const joined = 'reconsider programme forecast ignored hyphen minister oblique cooperate vegetables government Department'
    const kept =
      'Vice-President 1980-1990 over-optimistic well-known Smith-Jones AB-1200-X 01-233 softhyphen zerowidth non-breaking'
    for (const words of [...joined.split(' '), ...kept.split(' ')])
      expect([words, [...searchTranscript(sample, { ...ASK, words })].length]).toEqual([words, words === 'hyphen' ? 5 : 1])
  })
})

/** Letters with everything that can stand at, in and between them. */
const sign = fc.oneof(
  { weight: 6, arbitrary: fc.constantFrom(...'abceinostuABEST') },
  fc.constantFrom(
    'é',
    'e\u0301',
    'ü',
    'u\u0308\u0323',
    'ﬁ',
    'ﬃ',
    'ß',
    'Æ',
    'ł',
    'İ',
    'שָׁ',
    'ם',
    'مُ',
    '٣',
    '१',
    '5',
    'か\u3099',
    '😀',
    '½',
    '…',
  ),
  fc.constantFrom(
    ' ',
    '  ',
    '\n',
    ' \n ',
    '-\n',
    '¬ \n',
    '\u00ad',
    '\u00ad\n',
    '-',
    '‐',
    '\u200b',
    '\u0301',
    '-\n- 2 -\n',
    "'",
    '’',
  ),
)
const writing = fc.array(sign, { minLength: 1, maxLength: 30 }).map((signs) => signs.join(''))

describe('nothing slides', () => {
  test('the map leads from every unit of the folded text to the sign that it comes from, in order, and over all of the text', () => {
    fc.assert(
      fc.property(writing, fc.boolean(), fc.boolean(), (text, matchCase, exact) => {
        const folded = fold(text, { matchCase, exact })
        let last = 0
        for (let unit = 0; unit < folded.text.length; unit++) {
          const [from, to] = [folded.from(unit), folded.to(unit)]
          expect(from).toBeLessThan(to)
          // what lies between two signs is made of signs without width alone
          const isGoingOn = unit > 0 && !folded.isBorder(unit)
          if (isGoingOn) expect([from, to]).toEqual([folded.from(unit - 1), folded.to(unit - 1)])
          else expect(fold(text.slice(last, from), { matchCase, exact }).text).toBe('')
          last = to
        }
        expect(fold(text.slice(last), { matchCase, exact }).text).toBe('')
      }),
    )
  })

  test('what is found holds the words, and no sign at its ends that is none of them', () => {
    fc.assert(
      fc.property(writing, writing, fc.nat(), fc.nat(), fc.boolean(), (before, after, at, length, exact) => {
        const text = before + after
        const begin = at % text.length
        const query = { ...ASK, words: text.slice(begin, begin + 1 + (length % 5)), exact }
        const matches = matchesIn([text], query)
        const pattern = patternOf(query)
        if (!matches.ok || !pattern.ok || pattern.value === null) return
        const holds = (part: string) => new RegExp(pattern.value!.source, 'u').test(fold(part, foldingOf(query)).text)
        for (const { from, to, cut } of matches.value) {
          const words = text.slice(from, to)
          expect(holds(words)).toBe(true)
          expect(/^\p{M}/u.test(text.slice(to)) && !/^[\s\u200b\u00ad]/u.test(words.at(-1)!)).toBe(false)
          if (cut) continue
          const signs = [...words]
          expect(holds(signs.slice(1).join(''))).toBe(false)
          const last = signs.findLastIndex((one) => !/\p{M}/u.test(one))
          expect(holds(signs.slice(0, last).join(''))).toBe(false)
        }
      }),
    )
  })

  test('a word is found where it stands, however it is written', () => {
    const word = fc.array(fc.constantFrom('a', 'é', 'u\u0308', 'ﬁ', 'ß', 'שָׁ', '٣', 'o'), { minLength: 1, maxLength: 8 })
    const filling = fc.array(fc.constantFrom('x', 'y\u0301', '\u00ad', '\n', ' ', '-\n', '2', 'ﬀ'), { maxLength: 12 })
    fc.assert(
      fc.property(filling, word, filling, (before, letters, after) => {
        const [head, asked] = [`${before.join('')}. `, letters.join('')]
        const text = `${head}${asked}. ${after.join('')}`
        for (const words of [asked, asked.normalize('NFD'), asked.normalize('NFC'), asked.toUpperCase()]) {
          const matches = matchesIn([text], { ...ASK, words, wholeWords: true })
          expect(matches.ok && matches.value).toContainEqual(
            expect.objectContaining({ from: head.length, to: head.length + asked.length }),
          )
        }
      }),
    )
  })
})
