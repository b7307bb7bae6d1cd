import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import { peek } from '../../shared/api/peek.ts'
import { serialise } from '../../shared/format/serialise.ts'
import { titleOfPaper } from '../../shared/propose/blocks-of-paper.ts'
import { type Title, titleOf } from '../../shared/propose/document-title.ts'
import { readPaper, type ToldBlock } from '../../shared/propose/read-paper.ts'
import { toDocument } from '../../shared/schema/document.ts'
import { papersIn } from '../../shared/schema/papers.ts'
import { arbitraryTranscript } from '../support/arbitrary-transcript.ts'

const NOTHING = { kind: null, from: null, to: null, date: null, subject: null }
const block = (role: string | null, words: string, facts: Readonly<Record<string, unknown>> = {}): ToldBlock => ({
  role,
  facts,
  words,
})
const called = (facts: Partial<typeof NOTHING> | Readonly<Record<string, string>>, ...blocks: readonly ToldBlock[]) =>
  titleOf({ ...NOTHING, ...facts }, blocks)

const LETTER = [
  block('letterhead', 'Foreign and Commonwealth Office'),
  block('dateline', 'London, 12 March 1982'),
  block('salutation', 'Dear John,'),
  block('heading', 'Poland: The Buckley Mission'),
  block('paragraph', 'We have now heard that Mr Buckley will visit Bonn.'),
  block('signature', '(F N Richards)\nPrivate Secretary', { kind: 'typed' }),
  block('addressee', 'A J Coles Esq\n10 Downing Street'),
]

describe('what a document is called on screen', () => {
  it('is who writes to whom and when, as stated of the paper', () => {
    expect(called({ from: 'F N Richards', to: 'A J Coles', date: '1982-03-12' })).toEqual({
      words: 'Richards to Coles, 12 Mar 1982',
      from: 'stated',
      date: '1982-03-12',
    })
    expect(called({ from: 'the Prime Minister', date: '1982-03' })?.words).toBe('From the Prime Minister, Mar 1982')
    expect(called({ to: 'Lord Carrington', date: 'in the spring' })?.words).toBe('To Lord Carrington, in the spring')
    expect(called({ kind: 'minute', date: '1982' })?.words).toBe('Minute, 1982')
    expect(called({ date: '1982-10-14' })?.words).toBe('14 Oct 1982')
  })

  it.each([
    ['F N Richards', 'Richards'],
    ["M O'D B Alexander", 'Alexander'],
    ['G.G.H. Walden', 'Walden'],
    ['George P. Shultz', 'Shultz'],
    ['Mr Pym', 'Pym'],
    ['Sir R Armstrong', 'Armstrong'],
    ['Michael Palliser', 'Michael Palliser'],
    ['Prime Minister', 'Prime Minister'],
    ['Lord Carrington', 'Lord Carrington'],
    ['the Minister for Industry', 'the Minister for Industry'],
    ['MODBA', 'MODBA'],
  ])('calls %s %s', (party, brief) => {
    expect(called({ from: party, to: 'X' })?.words).toBe(`${brief} to X`)
  })

  it('is read from signature, addressee and dateline where nothing is stated of the paper, and says so', () => {
    expect(called({}, ...LETTER)).toEqual({ words: 'Richards to Coles, 12 Mar 1982', from: 'roles', date: '1982-03-12' })
    expect(called({ from: 'F N Richards', date: '1982-03-13' }, ...LETTER)).toEqual({
      words: 'Richards to Coles, 13 Mar 1982',
      from: 'roles',
      date: '1982-03-13',
    })
  })

  it('makes nothing up: without a typed name, an addressee or a whole date it is the subject, the first line, or nothing', () => {
    const autograph = block('signature', 'F N Richards', { kind: 'autograph' })
    expect(called({}, autograph, block('heading', 'Poland'), block('dateline', '15/3'))?.words).toBe('Poland')
    expect(called({}, block(null, '1'), block(null, 'We have now\nheard'))).toEqual({
      words: 'We have now',
      from: 'line',
      date: null,
    })
    expect(called({}, block('letterhead', 'Cabinet Office'), block('salutation', 'Dear John,'))?.words).toBe('Dear John,')
    expect(called({}, block(null, '1 7'), block('letterhead', 'Cabinet Office'))).toBeNull()
    const two = [block('signature', 'A Briggs'), block('signature', 'B Crewe')]
    expect(called({}, ...two, block('heading', 'Coal'))?.words).toBe('Coal')
  })

  it('is one short line, whatever a file states', () => {
    const long = called({ subject: `${'word '.repeat(60)}` })!.words
    expect(long.length).toBeLessThan(75)
    expect(long.endsWith(' …')).toBe(true)
  })

  it('is the same read from the file and from the text, and nothing that a file holds stops it', () => {
    fc.assert(
      fc.property(arbitraryTranscript, (whole) => {
        fc.pre(whole.originals.length > 0)
        const doc = toDocument(whole)
        const open: Title | null = titleOfPaper(doc, papersIn(doc)[0]!, 0)
        expect(peek(serialise(whole))?.title ?? null).toEqual(open)
      }),
    )
  })
})

describe('what the blocks of a paper tell of it', () => {
  it('is offered fact by fact, with the words as written', () => {
    expect(readPaper([...LETTER, block('copies', 'cc: Frank Cooper\nAntony Acland')])).toMatchObject({
      from: 'F N Richards',
      to: 'A J Coles',
      date: '1982-03-12',
      dateWritten: '12 March 1982',
      place: 'London',
      subject: 'Poland: The Buckley Mission',
      copies: ['Frank Cooper', 'Antony Acland'],
      marking: null,
    })
  })

  it.each([
    ['S E C R E T', {}, { marking: 'secret', covering: null }],
    ['covering SECRET', {}, { marking: null, covering: 'secret' }],
    ['TOP SECRET', {}, { marking: 'top-secret', covering: null }],
    ['Secret and Personal', {}, { marking: null, covering: null }],
    ['SECRET', { level: 'confidential' }, { marking: 'confidential', covering: null }],
  ])('takes “%s” for no more than it spells or was stated', (words, facts, read) => {
    expect(readPaper([block('marking', words, facts)])).toMatchObject({ ...read, markingWritten: words })
  })

  it('is nothing where no block has such a role', () => {
    const reading = readPaper(LETTER.map(({ words }) => block(null, words)))
    expect(Object.values(reading).filter((value) => value !== null)).toEqual([[]])
  })
})
