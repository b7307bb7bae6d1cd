import { describe, expect, test } from 'vitest'
import type { JudgedPaper } from '../judged/paper.ts'
import { papersOf } from '../judged/papers-of.ts'
import { readPaper } from '../judged/read-paper.ts'

const HEAD = '@kind letter\n@lang en-GB\n'

function paper(body: string): JudgedPaper {
  const read = readPaper('example', HEAD + body)
  if (!read.ok) throw new Error(read.fault.sentence)
  return read.value
}

function fault(written: string): string {
  const read = readPaper('example', written)
  return read.ok ? 'no fault' : read.fault.sentence
}

const said = (one: JudgedPaper) =>
  one.stretches.map(({ start, end, role, layer, hand }) => [one.text.slice(start, end), role, layer, hand])

describe('a labelled paper', () => {
  test('is the machine’s text with its blank lines, without labels', () => {
    const body = '@ dateline typed\n12 March 1982\n\n@ paragraph typed\n  I am {=writting} to say\n@@ noon, {{so}}.\n'
    expect(paper(body).text).toBe('12 March 1982\n\n  I am writting to say\n@ noon, {so}.')
  })

  test('tells role, layer and hand of each block, without blanks round it', () => {
    const body = '@ dateline typed\n   12 March 1982  \n\n@ note handwritten MT\nNo. MT\n@ - unknown\nx\n@ noise unknown\n~~\n'
    expect(said(paper(body))).toEqual([
      ['12 March 1982', 'dateline', 'typed', null],
      ['No. MT', 'note', 'handwritten', 'MT'],
      ['x', null, 'unknown', null],
      ['~~', 'noise', 'unknown', null],
    ])
  })

  test('has blocks of several lines, parted by blank lines', () => {
    expect(said(paper('@ paragraph typed\nOne\ntwo.\n\nThree.\n@ paragraph typed\nFour.\n')).map(([words]) => words)).toEqual([
      'One\ntwo.',
      'Three.',
      'Four.',
    ])
  })

  test('tells handwriting run into a typed line from the line', () => {
    const one = paper('@ paragraph typed\nWe shall {h:No! I {sai>said|nonword} so} see\nto it {h:MT}\nnow.\n')
    expect(said(one)).toEqual([
      ['We shall', 'paragraph', 'typed', null],
      ['No! I sai so', 'note', 'handwritten', null],
      ['see\nto it', 'paragraph', 'typed', null],
      ['MT', 'note', 'handwritten', null],
      ['now.', 'paragraph', 'typed', null],
    ])
    expect(one.stretches.map(({ isRunIn }) => isRunIn)).toEqual([false, true, false, true, false])
    expect(one.errors[0]).toMatchObject({ start: 15, end: 18, read: 'sai' })
  })

  test('tells each error of the machine where it stands, and the slips of the paper', () => {
    const one = paper(
      '@ paragraph typed\nFirst.\nThe {com mittee>committee|parted} met on {l2>12|number} May and {=recieved} {h:a > b} it.\n',
    )
    expect(one.errors.map(({ start, end, should, kind }) => [one.text.slice(start, end), should, kind])).toEqual([
      ['com mittee', 'committee', 'parted'],
      ['l2', '12', 'number'],
    ])
    expect(one.slips.map(({ start, end }) => one.text.slice(start, end))).toEqual(['recieved'])
  })

  test('has page turns, and some of which the foot and head are not decided', () => {
    const one = paper(
      '@ paragraph typed\nOne\n@ catchword typed\n/two\n\n@turn\n@ paragraph typed\n two\n\n@turn undecided\n@ marking typed\nSECRET\n\n@ paragraph typed\nThree\n',
    )
    expect(one.turns.map(({ start, isDecided }) => [one.text.slice(start).split('\n')[0], isDecided])).toEqual([
      ['two', true],
      ['SECRET', false],
    ])
    expect(one.turns.map(({ start, end }) => end - start)).toEqual([0, 6])
    expect(one.order).toEqual([1, 2, 3])
  })

  test('has its pages’ true numbers where they are out of order', () => {
    const one = paper('@page 2\n@ paragraph typed\nThe end.\n@turn\n@page 1\n@ paragraph typed\nThe beginning.\n')
    expect(one.order).toEqual([2, 1])
  })

  test('tells its facts, and those of the papers after it', () => {
    const one = paper(
      '@from F N Richards\n@copies OD\n@copies Sir R Armstrong\n@date 1982-03-12\n@ paragraph typed\nOne\n@turn\n@division message encloses\n@from George Shultz\n@ paragraph typed\nTwo\n',
    )
    expect(one.facts).toMatchObject({
      from: 'F N Richards',
      to: null,
      date: '1982-03-12',
      copies: ['OD', 'Sir R Armstrong'],
    })
    expect(one.divisions).toMatchObject([{ start: 4, kind: 'message', relation: 'encloses', facts: { from: 'George Shultz' } }])
  })

  test.each([
    ['@ paragraf typed\nOne\n', 'example, line 3: "paragraf" is no role.'],
    ['@ paragraph typd\nOne\n', 'example, line 3: "typd" is no layer.'],
    ['One\n', 'example, line 3: text stands before the first block.'],
    ['@ paragraph typed\nOne {two\n', 'example, line 4: a brace is not closed.'],
    ['@ paragraph typed\nOne} two\n', 'example, line 4: a brace closes that nothing opened.'],
    [
      '@ paragraph typed\n{a>b|spelling}\n',
      'example, line 4: "spelling" is no kind of error (nonword, parted, joined, realword, number).',
    ],
    ['@ paragraph typed\n{inthe>in the|parted}\n', 'example, line 4: a parted word has no more parts than it should.'],
    ['@ paragraph typed\n{a b}\n', 'example, line 4: an error lacks its ">".'],
    ['@ paragraph typed\n{={a>b|nonword}}\n', 'example, line 4: a brace opens inside an error or a slip.'],
    ['@form F N Richards\n', 'example, line 3: "@form" is no label.'],
    ['@date 12 March 1982\n', 'example, line 3: a date is an ISO day: 1982-03-12.'],
    ['@ paragraph typed\nOne\n@turn\n', 'example: a turn or a division stands at the end, without text.'],
    ['@page 2\n@ paragraph typed\nOne\n@turn\nTwo\n', 'example: where one page has its number, each has one of its own.'],
    ['@clean\n@ paragraph typed\n{a>b|nonword}\n', 'example: a clean paper has an error of the machine.'],
    ['', 'example: a paper has text.'],
  ])('with a label that cannot be right is refused, by line: %j', (body, sentence) => {
    expect(fault(HEAD + body)).toBe(sentence)
  })

  test.each(['seen', 'unseen'] as const)('of the half %s is well labelled', (half) => {
    for (const { name, text, stretches } of papersOf(half)) {
      const bare = [...text].filter((sign) => sign.trim() !== '').length
      const covered = stretches
        .flatMap(({ start, end }) => [...text.slice(start, end)])
        .filter((sign) => sign.trim() !== '').length
      expect(covered, name).toBe(bare)
    }
  })
})
