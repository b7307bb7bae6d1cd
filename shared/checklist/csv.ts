import type { CheckRow } from './rows.ts'

const COLUMNS: readonly (readonly [heading: string, cell: (row: CheckRow) => string])[] = [
  ['No.', ({ number }) => (number === null ? '' : String(number))],
  ['Reference', ({ reference }) => reference],
  ['Document', ({ document }) => document],
  ['Page', ({ page }) => String(page)],
  ['As printed', ({ printed }) => printed ?? ''],
  ['Folio', ({ folio }) => folio ?? ''],
  ['Image', ({ image }) => image ?? ''],
  ['Question', ({ asks }) => asks],
  ['Hand', ({ handName }) => handName ?? ''],
  ['Line before', ({ lineBefore }) => lineBefore],
  ['Before', ({ before }) => before],
  ['Words', ({ words }) => words],
  ['After', ({ after }) => after],
  ['Line after', ({ lineAfter }) => lineAfter],
  ['The paper reads', () => ''],
  ['Looked up by', () => ''],
  ['On', () => ''],
]

/** What a spreadsheet would take for a formula or a command, also behind blanks and quotation marks, and in full width (CWE-1236). */
const FORMULA = /^[\s'"\u00a0\ufeff]*[=+\-@|%\uff1d\uff0b\uff0d\uff20\t\r\u2212]/u

/** One cell: always in quotation marks, on one line; what would be a formula begins with an apostrophe, and is text. */
function cellOf(text: string): string {
  const line = text.replace(/[\u0000-\u001f\u007f\u2028\u2029]+/gu, ' ')
  return `"${(FORMULA.test(line) ? `'${line}` : line).replaceAll('"', '""')}"`
}

/** The list as a table for a spreadsheet (RFC 4180), with a byte order mark so that it is read as UTF-8, and three empty columns to write in. */
export function csvOf(rows: readonly CheckRow[]): string {
  const lines = [COLUMNS.map(([heading]) => heading), ...rows.map((row) => COLUMNS.map(([, cell]) => cell(row)))]
  return `\ufeff${lines.map((cells) => `${cells.map(cellOf).join(',')}\r\n`).join('')}`
}
