import { expect, test } from 'vitest'
import { unseenIn } from '../../shared/text/unseen.ts'

test('signs that turn the direction, have no width or control something are found and named', () => {
  expect(unseenIn('a\u202eb\u200bc\u0001\ufeff')).toEqual([
    { at: 1, short: 'RLO', says: 'right-to-left override (U+202E)' },
    { at: 3, short: 'ZWSP', says: 'zero-width space (U+200B)' },
    { at: 5, short: '0001', says: 'control character (U+0001)' },
    { at: 6, short: 'BOM', says: 'byte order mark, or zero-width no-break space (U+FEFF)' },
  ])
})

test('every sign of the fault table is among them', () => {
  const signs = [
    [0x202a, 0x202e],
    [0x2066, 0x2069],
    [0x200b, 0x200f],
    [0x2060, 0x2060],
    [0xfeff, 0xfeff],
  ] as const
  for (const [from, to] of signs)
    for (let code = from; code <= to; code += 1) expect(unseenIn(String.fromCharCode(code))).toHaveLength(1)
})

test('letters, blanks, line ends, accents and right-to-left words are not', () => {
  expect(unseenIn('a b\tc\nd\u00a0e\u0301 \u05e9\u05dc\u05d5\u05dd \u{1f469} “–”')).toEqual([])
})
