import { bdi, classes, el, group } from '../export/html/node.ts'
import { writeHtml } from '../export/html/writer.ts'
import { counted } from '../text/counted.ts'
import { shortDate } from '../vocabulary/short-date.ts'
import { element, type XmlElement, type XmlNode } from '../xml/node.ts'
import { type CheckList, type CheckRow, pageInWords } from './rows.ts'
import { SHEET_STYLE } from './sheet-style.ts'

export interface SheetHead {
  /** What the collection, or the letter, is called. */
  readonly title: string
  /** The day it is printed, ISO 8601: handed in. */
  readonly day: string
  readonly version: string
}

/** Nothing is fetched and nothing runs. */
const POLICY = "default-src 'none'; style-src 'unsafe-inline'"

/** The list as a sheet to take to the archive: a row a place, with its number, its words in their line, and room to write in. */
export function setSheet({ places, gone }: CheckList, head: SheetHead): XmlElement {
  const rows: XmlElement[] = []
  let last = ''
  for (const row of places) {
    const where = `${row.document}\n${row.page}\n${row.reference}`
    if (where !== last) rows.push(groupRow(row))
    last = where
    rows.push(placeRow(row))
  }
  return group(
    'html',
    null,
    [
      group('head', null, [
        element('meta', { charset: 'utf-8' }),
        element('meta', { 'http-equiv': 'Content-Security-Policy', content: POLICY }),
        element('meta', { name: 'viewport', content: 'width=device-width, initial-scale=1' }),
        element('title', {}, [`Check list: ${head.title}`]),
        element('style', {}, [SHEET_STYLE]),
      ]),
      group('body', 'check-sheet', [
        el('h1', null, ['To check at the archive: ', bdi(head.title)]),
        el('p', 'told', [
          `${counted(places.length, 'place')} · ${shortDate(head.day)} · Scholion ${head.version} · the numbers stay as they are while the list is out`,
        ]),
        el('p', 'by', ['Looked up by ', el('span', 'blank'), ' on ', el('span', 'blank'), ' against ', el('span', 'blank')]),
        places.length === 0
          ? el('p', null, ['Nothing is open.'])
          : group('table', null, [
              group('thead', null, [
                el('tr', null, [
                  el('th', 'no', ['No.'], { scope: 'col' }),
                  el('th', null, ['The transcript has'], { scope: 'col' }),
                  el('th', 'write', ['The paper has'], { scope: 'col' }),
                ]),
              ]),
              group('tbody', null, rows),
            ]),
        ...(gone.length === 0 ? [] : [goneList(gone)]),
      ]),
    ],
    { lang: 'en' },
  )
}

/** The sheet as one file. */
export function sheetText(list: CheckList, head: SheetHead): string {
  return writeHtml(setSheet(list, head)).text
}

function groupRow(row: CheckRow): XmlElement {
  return el('tr', 'where', [
    el('th', null, [bdi(row.reference), ' · ', bdi(row.document), ` · ${pageInWords(row)}`], { colspan: '3', scope: 'rowgroup' }),
  ])
}

function placeRow({ number, asks, lineBefore, before, words, after, lineAfter, beside, handName }: CheckRow): XmlElement {
  const line = (text: string): readonly XmlNode[] => (text === '' ? [] : [el('span', 'line', [text])])
  const by = [beside ? 'in a note' : null, handName === null ? null : `hand: ${handName}`].filter((part) => part !== null)
  return el('tr', 'place', [
    el('td', 'no', [number === null ? '–' : String(number)]),
    el('td', null, [
      el('p', 'words', [
        ...line(lineBefore),
        el('span', 'line', [before, el('mark', null, [words === '' ? '▸' : words]), after]),
        ...line(lineAfter),
      ]),
      el('p', 'asks', [bdi([asks, ...by].join(' · '))]),
    ]),
    el('td', 'write', [el('span', 'rule'), el('span', classes('rule', words.length > 40 && 'more'))]),
  ])
}

function goneList(gone: CheckList['gone']): XmlElement {
  return group('section', 'gone', [
    el('h2', null, ['Not on the list any more']),
    group(
      'ul',
      null,
      gone.map(({ number, document, page, words }) =>
        el('li', null, [`${number}: `, bdi(document), `, page ${page}, “`, bdi(words), '”']),
      ),
    ),
  ])
}
