import { existsSync, readFileSync } from 'node:fs'
import { join } from 'node:path'
import { describe, expect, test } from 'vitest'
import { pageMarkers } from '../../shared/propose/page-markers.ts'

const CASES = join(
  process.env.SCHOLION_REFERENCE ?? join(import.meta.dirname, '../../../shared'),
  'data/cases/14-footnotes-running-heads',
)
const found = (text: string) => pageMarkers(text).map(({ start, end, page }) => `${page}: ${text.slice(start, end)}`)

describe('lines that tell of a page', () => {
  test.each([
    '--- Page 4 ---',
    '=====Page 4=====',
    '[page 4]',
    '[p. 4]',
    'Page 4 of 9',
    'PAGE 4    LONDON 04417  02 OF 03',
    '- 4 -',
    '## Page 4',
    '<pb n="4"/>',
    '                         4',
  ])('are found in each of ten styles: %s', (line) => {
    expect(found(`The third.\n${line}\nThe fourth.`)).toEqual([`4: ${line.trim()}`])
  })

  test.each([
    '-7-',
    '7',
    '--- page torn --- here.',
    'A reader has written: [page 3 of the annex is missing]',
    'Page 3 is lost.',
    'see page 4',
    '- 4 men -',
  ])('are not made of text that only looks so: %s', (line) => {
    expect(found(`the sum was\n${line}\nwhich is`)).toEqual([])
  })

  test('and running heads are found though one is misread', () => {
    const text =
      'THE INQUIRY   1\n\none\n\fTHE INQUIRY   2\ntwo\n\fTHE lNQUlRY   3\nthree\n\f4   THE INQUIRY\nfour\n\fAnother\nfive'
    expect(pageMarkers(text).map(({ kind, page }) => `${kind} ${page}`)).toEqual(
      ['1', '2', '3', '4'].map((n) => `running-head ${n}`),
    )
  })

  test.skipIf(!existsSync(CASES))(
    'of the cases are all found, and no false one (skipped where the reference folder is not there)',
    () => {
      const pages = (name: string) => pageMarkers(readFileSync(join(CASES, name), 'utf8')).map(({ page }) => page)
      expect(pages('page-markers.txt')).toEqual(['1', '2', '3', '4', '5', '6', '7', '8', '9', '11', '11', '14'])
      expect(pages('report-running-heads.txt')).toEqual(['1', '2', '3', '4'])
    },
  )
})
