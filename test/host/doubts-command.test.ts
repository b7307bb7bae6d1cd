import { describe, expect, test } from 'vitest'
import { inFolder, put, scholion, sha256 } from '../support/command-line.ts'

const LETTER = 'Dear John,\n\nWe met inthe Lords this moming.\n\nYours ever,\n'

describe('scholion doubts', () => {
  test('lists what looks misread, the likeliest first, and writes nothing', async () => {
    put('letter.txt', LETTER)
    const before = sha256('letter.txt')
    const { code, json } = await scholion('doubts', inFolder('letter.txt'), '--json')
    expect(code).toBe(0)
    expect(json()).toEqual([
      expect.objectContaining({ text: 'inthe', proposals: expect.arrayContaining(['in the']), kind: 'joined' }),
      {
        file: 'letter.txt',
        source: [LETTER.indexOf('moming'), LETTER.indexOf('moming') + 6],
        text: 'moming',
        reasons: [expect.stringMatching(/\.$/)],
        proposals: expect.arrayContaining(['morning']),
        score: expect.any(Number),
        kind: 'nonword',
        key: `0:${LETTER.indexOf('moming')}:moming`,
      },
    ])
    expect(sha256('letter.txt')).toBe(before)
  })

  test('says so in words, and where there is nothing', async () => {
    put('letter.txt', LETTER)
    put('clean.txt', 'Dear John,\n\nThank you for your letter.\n')
    expect((await scholion('doubts', inFolder('letter.txt'))).out).toContain('2 doubts: no word 1, two words in one 1.')
    expect((await scholion('doubts', inFolder('clean.txt'))).out).toBe('Nothing looks misread.\n')
  })

  test('takes no folder, and says what is wrong', async () => {
    expect((await scholion('doubts')).code).toBe(2)
    const missing = await scholion('doubts', inFolder('missing.txt'), '--json')
    expect([missing.code, missing.out]).toEqual([1, ''])
    expect(missing.err).toContain('There is no file missing.txt there.')
  })
})
