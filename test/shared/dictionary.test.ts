import { describe, expect, it, test } from 'vitest'
import { frequenciesOf } from '../../shared/text/dictionary/frequencies.ts'
import { hunspellWords } from '../../shared/text/dictionary/hunspell.ts'
import { wordTable } from '../../shared/text/dictionary/word-table.ts'
import { allSpellers } from '../support/doubts.ts'

const AFF = `SET UTF-8
FORBIDDENWORD !
NEEDAFFIX &
PFX U Y 1
PFX U 0 un .
SFX D Y 3
SFX D 0 d e
SFX D y ied [^aeiou]y
SFX D 0 ed [^ey]
SFX S Y 1
SFX S 0 s .
`

describe('the words of a dictionary', () => {
  const knows = hunspellWords(AFF, '7\nagree/UDS\ncarry/D\nminute/D\nteh/!\nstem&/&D\nLondon\nLondon/S\n')

  it.each(['agree', 'agreed', 'agrees', 'unagree', 'unagreed', 'carried', 'minuted', 'London', 'Londons'])(
    '%s is one',
    (word) => {
      expect(knows(word)).toBe(true)
    },
  )

  it.each(['unminute', 'carryed', 'agreeed', 'carrys', 'teh', 'london', '', 'un'])('“%s” is none', (word) => {
    expect(knows(word)).toBe(false)
  })

  it('has flags of two letters where it says so', () => {
    const french = hunspellWords("FLAG long\nNEEDAFFIX ()\nSFX S. Y 1\nSFX S. 0 s/D'Q' [^s]\n", '2\naccord/S.\nracine/()S.\n')
    expect(['accord', 'accords', 'racine', 'racines'].map(french)).toEqual([true, true, false, true])
  })
})

describe('a table of words', () => {
  it('gives each word its number, and none to others', () => {
    const words = Array.from({ length: 3000 }, (_, index) => `w${(index * 7919) % 65536}`)
    const table = wordTable(words)
    expect(words.map(table.numberOf)).toEqual(words.map((_, index) => index))
    expect(['', 'w', 'x1', 'w1'].filter((word) => !words.includes(word)).map(table.numberOf)).toEqual([-1, -1, -1, -1])
  })
})

describe('how frequent words and pairs are', () => {
  const { frequency, bigram } = frequenciesOf('the 600\r\nof 300\nminute 100\n', 'of the 30\r\nof unknown 5\nthe minute 70\n')

  it('is told in a million, and 0 where it is not known', () => {
    expect([frequency('the'), frequency('minute'), frequency('teh')]).toEqual([600_000, 100_000, 0])
    expect([bigram('of', 'the'), bigram('the', 'minute'), bigram('the', 'of'), bigram('of', 'unknown')]).toEqual([
      300_000, 700_000, 0, 0,
    ])
  })
})

describe('the dictionaries that come with Scholion', () => {
  test.each([
    ['en', ['behaviour', 'behavior', 'realise', 'realize', 'LONDON', 'London', 'Telegram', 'telegram’s', "doesn't", 'unhappily']],
    ['fr', ['gouvernement', 'été', 'Communauté', 'accordés', 'était', 'Françaises', 'sœur']],
  ])('know the words of “%s” in all their forms', async (language, words) => {
    const speller = (await allSpellers())[language]!
    expect(words.filter((word) => !speller.knows(word))).toEqual([])
  })

  test.each([
    ['en', ['london', 'teh', 'willigness', 'provenfet', 'tth']],
    ['fr', ['gouvemement', 'qne', 'particulicr']],
  ])('know no misreading of “%s”', async (language, words) => {
    const speller = (await allSpellers())[language]!
    expect(words.filter(speller.knows)).toEqual([])
  })

  test('tell which words follow one another', async () => {
    const { en } = await allSpellers()
    expect(en!.bigram('prime', 'minister')).toBeGreaterThan(10)
    expect(en!.bigram('minister', 'prime')).toBe(0)
    expect(en!.frequency('the')).toBeGreaterThan(en!.frequency('committee'))
  })
})
