import { Fragment, Slice } from 'prosemirror-model'
import { EditorState, TextSelection } from 'prosemirror-state'
import { describe, expect, it } from 'vitest'
import { schema } from '../../shared/schema/schema.ts'
import { bareHtml } from '../../shared/state/bare-html.ts'
import { pasteSlice } from '../../shared/state/clipboard.ts'
import { FROM_OFFICE, type FromOffice, tellOffice } from '../../shared/state/office-paste.ts'
import { OFFICE, OFFICE_SIGNS } from '../../shared/state/office-signs.ts'
import { parts } from '../../shared/state/parts.ts'
import { asCopy } from '../../shared/state/pasted.ts'
import { WORD_CLIPBOARD, WRITER_CLIPBOARD } from '../support/office-clipboards.ts'

const NAMES: Readonly<Record<string, string>> = Object.fromEntries(
  Object.entries(OFFICE).map(([name, sign]) => [sign, `‹${name}›`]),
)
/** What the clipboard's HTML says, signs by their names, blanks as one. */
const read = (html: string) =>
  bareHtml(html)
    .replace(OFFICE_SIGNS, (sign) => NAMES[sign] ?? '?')
    .replace(/<(?!\/?s>|\/?p>|\/?div|br)[^>]*>/g, '')
    .replace(/\s+/g, ' ')
    .trim()

describe('what a word processor’s clipboard says', () => {
  it.each([
    ['Word', WORD_CLIPBOARD],
    ['Writer', WRITER_CLIPBOARD],
  ])(
    'is read from the elements and styles of %s: lines through and under words, tables, footnotes, what was inserted',
    (name, html) => {
      const said = read(html)
      for (const words of ['MEETING', 'at noon']) expect(said).toContain(`‹underlined›${words}‹underlinedEnd›`)
      for (const words of ['Mr Brown', 'Monday']) expect(said).toContain(`‹struck›${words}`)
      expect(said).toContain('‹inserted›, early')
      expect(said).toMatch(/<div data-block='\{"role":"item"\}'>‹row› ?Present ?‹tab› ?Office ?<\/div>/)
      expect(said).toMatch(/‹row› ?Mr Green ?‹tab› ?Treasury ?<br>and Board ?<\/div>/)
      const note = name === 'Word' ? 'ftn1' : 'sdfootnote1'
      expect(said).toContain(`Mr Green‹call›${note}‹end› on`)
      expect(said).toMatch(new RegExp(`‹footnote›‹back›${note}‹end› ?The younger brother`))
      expect(said).toContain('‹footnote›He died in 1911.')
      expect(bareHtml(html)).not.toMatch(/style|class|href|mso|onclick/)
    },
  )

  it('of a comment is its call and its words; a picture has its sign beside words, wherever it stands', () => {
    const said =
      read(`<img src="a.png"><p class=MsoNormal>Text<span class=MsoCommentReference><a class=msocomanchor id="_anchor_1"
      href="#_msocom_1" name="_msoanchor_1">[RA1]</a>&nbsp;</span> with <img src="file:///C:/b.png"></p><img src="c.png">
      <div style='mso-element:comment'><div id="_com_1" class=msocomtxt><p class=MsoCommentText><span class=MsoCommentReference>&nbsp;<a
      class=msocomoff href="#_msoanchor_1">[RA1]</a></span>Is it so?</p></div></div>`)
    expect(said).toContain('<p>‹picture›Text‹call›msocom1‹end›&nbsp; with ‹picture›‹picture›</p>')
    expect(said).toContain('‹footnote›&nbsp;‹back›msocom1‹end›Is it so?')
    expect(said).not.toContain('RA1')
  })

  it('is nothing that somebody typed: signs of ours that come with it go', () => {
    expect(bareHtml(`<p>a${OFFICE.struck}b${OFFICE.call}ftn1${OFFICE.end}</p>`)).toBe('<p>abftn1</p>')
  })

  it('of a table inside a table, cells over columns and rows without end is words still', () => {
    expect(read('<table><tr><td colspan=2>a<td>b</table>')).toBe(`<div data-block='{"role":"item"}'>‹row›a‹tab›‹tab›b`)
    expect(read('<table><tr><td>a<table><tr><td>b</td><td>c</td></tr></table></td></tr></table>')).toContain('b‹tab›c')
    expect(read('<table><tr><td>alone</td></tr></table>')).toBe('<p>‹row›alone</p>')
  })

  it('a megabyte of rows and elements that never end is read once', () => {
    for (const piece of [
      '<tr><td>',
      '<u>',
      '<span style="text-decoration:line-through">',
      '<ol><li>',
      '<pre>\n a',
      '<p style="display:none">a',
      '</p>',
      '<a href="#_ftn1">',
    ])
      expect(bareHtml(`x${piece.repeat(1_000_000 / piece.length)}`).length).toBeGreaterThan(0)
  })
})

/** Clipboard HTML as programs write it, and what is read of it: blocks in order, signs by their names. */
const WRITTEN: readonly (readonly [string, string, string])[] = [
  [
    'Chrome: a numbered list, one within another, bullets',
    `<meta charset='utf-8'><ol><li>first</li><li>second<ol type="a"><li>inner</li><li>again</li></ol></li><li>third<ul><li>dot</li></ul></li></ol>`,
    'item ‹number›1. first | item ‹number›2. second | item ‹number›a. inner | item ‹number›b. again | item ‹number›3. third | item ‹number›• dot',
  ],
  [
    'Chrome: numbers that begin elsewhere, go on from a value, and have letters or Roman signs',
    '<ol start="26" type="a"><li>z</li><li>aa</li></ol><ol type="I" start=4><li>four</li><li value="9">nine</li><li>ten</li></ol><ol style="list-style-type: lower-roman"><li>one</li></ol>',
    'item ‹number›z. z | item ‹number›aa. aa | item ‹number›IV. four | item ‹number›IX. nine | item ‹number›X. ten | item ‹number›i. one',
  ],
  [
    'Chrome: numbers that cannot be told, and a list without signs',
    '<ol reversed><li>two</li><li>one</li></ol><ol style="list-style-type: hebrew"><li>x</li></ol><ul style="list-style: none"><li>bare</li></ul>',
    'item ‹unnumbered›two | item ‹unnumbered›one | item ‹unnumbered›x | item bare',
  ],
  [
    'Google Docs: lists by style, nested without an item around them, paragraphs in items',
    `<b style="font-weight:normal;" id="docs-internal-guid-1"><ol style="margin-top:0;"><li dir="ltr" style="list-style-type:decimal;white-space:pre;" aria-level="1"><p dir="ltr"><span style="font-size:11pt;white-space:pre-wrap;">Present</span></p></li><ol><li dir="ltr" style="list-style-type:lower-alpha;" aria-level="2"><p><span>Mr Green</span></p></li></ol><li style="list-style-type:decimal"><p><span>Business</span></p><p><span>more</span></p></li></ol></b>`,
    'item ‹number›1. Present | item ‹number›a. Mr Green | item ‹number›2. Business<br>more',
  ],
  [
    'Writer: numbers, letters, paragraphs in items',
    '<ol start="3"><li><p style="margin-bottom: 0cm">third</p></li>\n<li><p>fourth</p>\n<ol type="a">\n<li><p>inner</p></li></ol>\n</li></ol>',
    'item ‹number›3. third | item ‹number›4. fourth | item ‹number›a. inner',
  ],
  [
    'Word: its own numbers and bullets, the room after them one blank',
    `<p class=MsoListParagraph style='text-indent:-18.0pt;mso-list:l0 level1 lfo1'><![if !supportLists]><span lang=EN-GB style='mso-bidi-font-family:Calibri'><span style='mso-list:Ignore'>1.<span style='font:7.0pt "Times New Roman"'>&nbsp;&nbsp;&nbsp;&nbsp;&nbsp; </span></span></span><![endif]>Present<o:p></o:p></p>
<p class=MsoListParagraph style='mso-list:l1 level1 lfo2'><![if !supportLists]><span style='font-family:Symbol'><span style='mso-list:Ignore'>·<span style='font:7.0pt "Times New Roman"'>&nbsp;&nbsp; </span></span></span><![endif]>Business</p>`,
    'item 1. Present | item • Business',
  ],
  [
    'raised and lowered: Word, Writer, Google Docs; not the call of a footnote',
    `<p>4<sup>th</sup> H<sub>2</sub>O m<span style="font-size:0.6em;vertical-align:super">3</span> Green<sup><a class="sdfootnoteanc" name="sdfootnote1anc" href="#sdfootnote1sym"><sup>1</sup></a></sup> so</p>`,
    'p 4‹raised›th H‹raised›2O m‹raised›3 Green‹call›sdfootnote1‹end› so',
  ],
  [
    'Chrome: lines and blanks of what is preformatted',
    '<pre>\nTO:  FCO\n\tLONDON\n\n  END\n</pre><p>after  it</p>',
    'pre TO:‹blank›‹blank›FCO<br>‹keptTab›LONDON<br><br>‹blank›‹blank›END | p after it',
  ],
  [
    'Chrome: blanks of styled words, a tab of Google Docs',
    `<div style="white-space: pre;"><span>a   b</span></div><p><span class="Apple-tab-span" style="white-space:pre">\t</span>Dear John</p>`,
    'div a‹blank›‹blank›‹blank›b | p ‹keptTab›Dear John',
  ],
  [
    'Word: typed blanks and tabs',
    `<p class=MsoNormal>From:<span style='mso-tab-count:2'>&nbsp;&nbsp;&nbsp; &nbsp; </span>The<span style='mso-spacerun:yes'>&nbsp; </span>Secretary</p>`,
    'p From:‹keptTab›‹keptTab›The‹blank›‹blank›Secretary',
  ],
  [
    'words that are not shown: Word, Chrome, Excel’s hidden rows; a table of contents of Word is shown',
    `<p>seen <span style='display:none;mso-hide:all'>not <span>this</span> nor that</span>here<span hidden>no</span></p><p style="display: none">gone<p>next</p>
<table><tr style='display:none'><td>x</td><td>y</td></tr><tr><td>a</td><td style="display:none">b</td><td>c</td></tr></table><p>Treaty <span style='display:none;mso-hide:screen'>12</span></p>`,
    'p seen ‹hidden›here‹hidden›‹hidden› | p next‹hidden› | item ‹row›a‹hidden›‹tab›c | p Treaty 12',
  ],
  [
    'Excel: rows of cells, a cell over columns, two lines in a cell, cells without words',
    `<table border=0 cellpadding=0 cellspacing=0 width=192 style='border-collapse:collapse'><col width=64 span=3 style='width:48pt'>
<tr height=20><td height=20 class=xl65 width=64>Name</td><td colspan=2 style='mso-ignore:colspan'>Paid</td><td>On</td></tr>
<tr height=20><td></td><td align=right x:num="12">12.50</td><td>a<br style='mso-data-placement:same-cell;'>b</td></tr></table>`,
    'item ‹row›Name‹tab›Paid‹tab›‹tab›On | item ‹row›‹tab›12.50‹tab›a<br>b',
  ],
  [
    'Calc: a cell over two rows keeps the cells below it in their columns',
    `<table cellspacing="0" border="0"><colgroup width="85"></colgroup><tr><td rowspan=2 height="34" align="left"><font face="Arial">Port</font></td><td align="right" sdval="1" sdnum="2057;">1</td></tr><tr><td align="right">2</td></tr><tr><td>Ship</td><td>3</td></tr></table>`,
    'item ‹row›Port‹tab›1 | item ‹row›‹tab›2 | item ‹row›Ship‹tab›3',
  ],
  [
    'a table and a list within a cell: lines of that cell, said',
    '<table><tr><td>a<table><tr><td>b</td><td>c</td></tr></table></td><td><ol><li>one</li><li>two</li></ol></td></tr></table>',
    'item ‹row›a‹inner›<br>b‹tab›c‹tab›‹number›1. one<br>‹number›2. two',
  ],
]

/** Blocks as they are written, a name each: `item` of a list or a row, `p`, `pre`. */
const blocksIn = (html: string) =>
  bareHtml(html)
    .replace(OFFICE_SIGNS, (sign) => NAMES[sign] ?? '?')
    .replace(/<div data-block='\{"role":"item"\}'>/g, '¶item ')
    .replace(/<(p|pre|div)>/g, '¶$1 ')
    .replace(/<(?!br>)[^>]*>/g, '')
    .replace(/\s+/g, ' ')
    .replace(/ ?(‹tab›) ?|(‹row›) /g, '$1$2')
    .split('¶')
    .map((words) => words.trim())
    .filter((words) => words !== '' && !/^(?:p|div)$/.test(words))
    .join(' | ')

it.each(WRITTEN)('as it is written by %s', (_name, html, right) => {
  expect(blocksIn(html)).toBe(right)
})

describe('pasted from a word processor', () => {
  const ids = () => {
    let count = 0
    return () => `new${String(++count).padStart(5, '0')}`
  }
  const struck = (words: string) => schema.text(`${OFFICE.struck}${words}`, [schema.mark('del', { rend: 'strikethrough' })])
  const block = (...content: readonly (string | ReturnType<typeof struck>)[]) =>
    schema.node(
      'block',
      null,
      content.map((one) => (typeof one === 'string' ? schema.text(one) : one)),
    )
  const slice = () =>
    new Slice(
      Fragment.from([
        block(
          `${OFFICE.underlined}MEETING${OFFICE.underlinedEnd} with `,
          struck('Mr Brown'),
          ` Mr Green${OFFICE.call}ftn1${OFFICE.end} on `,
          struck('Monday'),
          ` Tuesday${OFFICE.call}ftn2${OFFICE.end}`,
        ),
        schema.node('block', { role: 'item' }, schema.text(`${OFFICE.row} Present ${OFFICE.tab} Office`)),
        schema.node('block', null, schema.node('lb')),
        block(`${OFFICE.footnote}${OFFICE.back}ftn1${OFFICE.end} The younger brother.`),
        block(`${OFFICE.footnote}He died in 1911.`),
      ]),
      0,
      0,
    )
  const page = (words: string) =>
    schema.node('doc', null, [
      schema.node(
        'body',
        null,
        schema.node('page', { id: 'page0001' }, schema.node('block', { id: 'block001' }, schema.text(words))),
      ),
      schema.node('margin', null, schema.node('note', { id: 'note0001', hand: 'mt' }, schema.text('Yes'))),
    ])
  const paste = (inNote = false, pasted = slice()) => {
    const newId = ids()
    const doc = page('Dear John,')
    const state = EditorState.create({ doc, plugins: [parts()] })
    const at = inNote ? doc.content.size - 2 : 3 + 'Dear John,'.length
    const placed = state.apply(state.tr.setSelection(TextSelection.create(doc, at)))
    const tr = pasteSlice(placed, asCopy(pasted, newId), newId, null, true)!
    // the guards of the editor let it through
    const { doc: after } = placed.applyTransaction(tr).state
    after.check()
    expect(after).not.toBe(doc)
    return { doc: after, told: tr.getMeta(FROM_OFFICE) as FromOffice }
  }

  it('struck words are deletions, each its own; rows are lines with tabs; a footnote is an editor’s note at its call; no sign is left', () => {
    const { doc, told } = paste()
    const blocks = doc.firstChild!.firstChild!
    expect(blocks.children.map((one) => one.textContent)).toEqual([
      'Dear John,MEETING with Mr Brown Mr Green on Monday Tuesday',
      'Present\tOffice',
    ])
    expect(blocks.child(1).attrs.role).toBe('item')
    const deleted: Record<string, unknown>[] = []
    blocks.descendants((node) => {
      for (const mark of node.marks) if (mark.type.name === 'del') deleted.push({ ...mark.attrs, words: node.text })
    })
    expect(deleted.map(({ words, hand, rend }) => [words, hand, rend])).toEqual([
      ['Mr Brown', null, 'strikethrough'],
      ['Monday', null, 'strikethrough'],
    ])
    expect(new Set(deleted.map(({ id }) => id)).size).toBe(2)
    const [, ours] = doc.lastChild!.children
    expect(ours!.type.name).toBe('editornote')
    expect(ours!.textBetween(0, ours!.content.size)).toBe('The younger brother.\nHe died in 1911.')
    const point = blocks.firstChild!.children.find((node) => node.type.name === 'point')
    expect(point!.attrs.note).toBe(ours!.attrs.id)
    expect(doc.textContent).not.toMatch(OFFICE_SIGNS)
    const [line] = told.underlined
    expect(doc.textBetween(line!.from, line!.to)).toBe('MEETING')
    expect(told).toMatchObject({ struck: 2, rows: 1, notes: 1, lostCalls: 1 })
    expect(tellOffice(told)).toBe(
      'Pasted: 2 struck-out places as deletion, hand not stated; one footnote as editor’s note; one row of a table as lines, their cells parted by tabs. ' +
        'Not kept: one footnote call, whose notes were not copied with them; the line under one place.',
    )
  })

  it('a comment is an editor’s note at its call, and pictures are said to be lost', () => {
    const { doc, told } = paste(
      false,
      new Slice(
        Fragment.from([
          block(`Text${OFFICE.call}msocom1${OFFICE.end}\u00a0 with ${OFFICE.picture}words`),
          block(`${OFFICE.footnote}\u00a0${OFFICE.back}msocom1${OFFICE.end}Is it so?`),
        ]),
        0,
        0,
      ),
    )
    expect(doc.firstChild!.textContent).toBe('Dear John,Text with words')
    expect(doc.lastChild!.children.map((note) => note.textContent)).toEqual(['Yes', 'Is it so?'])
    expect(tellOffice(told)).toBe('Pasted: one comment as editor’s note. Not kept: one picture.')
  })

  it('numbers of lists are words; what was hidden, raised or not told is said to be dropped; blanks that were shown stand', () => {
    const { doc, told } = paste(
      false,
      new Slice(
        Fragment.from([
          block(`${OFFICE.number}1. 4${OFFICE.raised}th${OFFICE.hidden}`),
          block(`${OFFICE.unnumbered}x${OFFICE.blank}${OFFICE.blank}y${OFFICE.keptTab}z${OFFICE.inner}`),
        ]),
        0,
        0,
      ),
    )
    expect(doc.firstChild!.firstChild!.children.map((one) => one.textContent)).toEqual(['Dear John,1. 4th', 'x  y\tz'])
    expect(tellOffice(told)).toBe(
      'Pasted: one table within a cell as lines of that cell; one number or bullet of a list as words, counted from the list’s beginning as it was copied. ' +
        'Not kept: that one place was raised or lowered: the words are there; one number of a list; hidden words, in one place.',
    )
  })

  it('in a note it is lines, its footnotes with their numbers', () => {
    const { doc } = paste(true)
    const note = doc.lastChild!.lastChild!
    expect(note.textBetween(0, note.content.size)).toBe(
      'YesMEETING with Mr Brown Mr Green[1] on Monday Tuesday[2]\nPresent\tOffice\n\n\n[1] The younger brother.\nHe died in 1911.',
    )
  })
})
