import { Fragment, Slice } from 'prosemirror-model'
import { EditorState, TextSelection } from 'prosemirror-state'
import { describe, expect, it } from 'vitest'
import { schema } from '../../shared/schema/schema.ts'
import { bareHtml } from '../../shared/state/bare-html.ts'
import { pasteSlice } from '../../shared/state/clipboard.ts'
import { OFFICE, OFFICE_SIGNS } from '../../shared/state/office-html.ts'
import { FROM_OFFICE, type FromOffice, tellOffice } from '../../shared/state/office-paste.ts'
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
    for (const piece of ['<tr><td>', '<u>', '<span style="text-decoration:line-through">', '</p>', '<a href="#_ftn1">'])
      expect(bareHtml(piece.repeat(1_000_000 / piece.length)).length).toBeGreaterThan(0)
  })
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

  it('in a note it is lines, its footnotes with their numbers', () => {
    const { doc } = paste(true)
    const note = doc.lastChild!.lastChild!
    expect(note.textBetween(0, note.content.size)).toBe(
      'YesMEETING with Mr Brown Mr Green[1] on Monday Tuesday[2]\nPresent\tOffice\n\n\n[1] The younger brother.\nHe died in 1911.',
    )
  })
})
