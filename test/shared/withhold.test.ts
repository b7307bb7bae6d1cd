import fc from 'fast-check'
import { describe, expect, test } from 'vitest'
import type { ExportContext } from '../../shared/export/context.ts'
import { EXPORTERS } from '../../shared/export/exporters.ts'
import { withhold } from '../../shared/export/withhold.ts'
import { parseTranscript } from '../../shared/format/parse.ts'
import { serialise } from '../../shared/format/serialise.ts'
import type { Transcript } from '../../shared/model/transcript.ts'
import { arbitraryTranscript } from '../support/arbitrary-transcript.ts'
import { block, division, gap, HANDS, letter, mark, object, page, point, said } from './export-letter.ts'

const CONTEXT: ExportContext = { version: '0.1.0', sha256: 'b'.repeat(64), description: null }

/** Everything that leaves, in every way it can: the files, their names, and what is said of them. */
function allThatLeaves(transcript: Transcript): readonly string[] {
  return EXPORTERS.flatMap((exporter) => {
    const modes = 'correction' in exporter.options ? ['silent', 'marked', 'apparatus'] : [null]
    return modes.map((correction) => {
      const options = { ...exporter.defaults, queries: true, ...(correction === null ? {} : { correction }) }
      const run = exporter.run(transcript, options, CONTEXT)
      if (!run.ok) throw new Error(run.fault.sentence)
      return JSON.stringify(run.value)
    })
  })
}

const SECRET = 'Zebraquill'

/** The secret word stands wherever the words of a stretch can be told from: in them, in what the machine read, in every free field beside them. */
function letterWithSecret(reason: string): Transcript {
  const annotations = {
    w: mark('withheld', { reason: `${SECRET} is alive` }),
    p: mark('persName', { ref: 'agent', basisNote: `so ${SECRET} said` }),
    c: mark('correction', { was: `Zebraqvill ${SECRET}` }),
    e: mark('emendation', { corr: `of ${SECRET}` }),
    u: mark('unclear', { reason: `perhaps ${SECRET}` }),
    a: mark('add', { hand: 'mt', basisNote: SECRET }),
    n: mark('passage', { note: 'n1', concerns: true }),
  }
  const content = [
    said('Our man in Vienna, '),
    said('Mr ', 'u', 'a', 'e'),
    said(SECRET, 'w', 'p', 'c', 'e', 'u', 'n', 'a'),
    said(' of Graz', 'w', 'e', 'a'),
    point('n2'),
    said(', has left.', 'a'),
  ]
  const words = `Our man in Vienna, Mr ${SECRET} of Graz, has left.`
  const paragraph = block('paragraph', { content, annotations }, { source: [[0, 0, words.length]] })
  const notes = [
    object('note', 'n1', 'Is he safe?', { hand: 'mt' }),
    object('note', 'n2', `${SECRET} must come home. ${reason}`, {
      hand: 'mt',
      withheld: reason,
      basisNote: SECRET,
      source: [[0, 0, 3]],
    }),
    object('editornote', 'n3', {
      content: [said(`On ${SECRET}`, 'x'), said(' see the file.')],
      annotations: { x: mark('withheld') },
    }),
  ]
  const made = letter([page([paragraph], [...notes])])
  return {
    ...made,
    originals: made.originals.map((original) => ({ ...original, text: words })),
    people: [...made.people, { id: 'agent', name: `Mr ${SECRET}`, offices: [], extra: {} }],
    tray: [{ id: 't', type: 'persName', attrs: mark('persName', { ref: 'agent' }).attrs, was: SECRET, blocks: [] }],
  }
}

describe('what is withheld', () => {
  test('leaves in no edition: not in the text, nor in what the machine read, other readings, registers or reasons', () => {
    for (const text of allThatLeaves(letterWithSecret('closed until 2031'))) {
      expect(text).not.toMatch(/zebraq/i)
      expect(text).not.toContain('Graz')
      expect(text).not.toContain('2031')
      expect(text).toContain('Our man in Vienna')
      expect(text).toContain('has left.')
      expect(text).toContain('Is he safe?')
    }
  })

  test('leaves a gap that says so, with how many words are gone, and its note keeps its hand and its place', () => {
    const { transcript } = withhold(letterWithSecret('closed'))
    const [tei = ''] = allThatLeaves(letterWithSecret('closed'))
    expect(tei).not.toContain('<corr ')
    expect(tei).toContain('<gap reason=\\"withheld\\" unit=\\"word\\" quantity=\\"3\\"/>')
    const note = transcript.pages[0]?.margin.find(({ id }) => id === 'n2')
    expect(note?.attrs.hand).toBe('mt')
    expect(note?.content).toMatchObject([{ atom: 'gap', attrs: { reason: 'withheld', unit: 'word' } }])
  })

  test('stands in the file and comes back from it as it was', () => {
    const text = serialise(letterWithSecret('closed'))
    const read = parseTranscript(text)
    expect(read.ok && serialise(read.value)).toBe(text)
    expect(text).toContain(SECRET)
  })

  test('of a note in pieces is the whole note', () => {
    const pieces = [
      object('note', 'first', 'Keep him', { hand: 'mt' }),
      object('note', 'second', 'in Graz', { hand: 'mt', joins: 'first' }),
      object('note', 'third', 'until May', { hand: 'mt', joins: 'second', withheld: 'closed' }),
    ]
    const made = letter([
      page([block('paragraph', { content: [point('first'), said('words'), point('second'), point('third')] })], pieces),
    ])
    for (const text of allThatLeaves(made)) expect(text).not.toMatch(/Keep him|in Graz|until May/)
  })

  test('of a paper is all of it: its words, its notes, who wrote to whom and when', () => {
    const second = division('reply', {
      kind: 'letter',
      from: 'Zebraquill',
      date: '1982-03-13',
      facts: { withheld: 'closed', subject: 'Graz' },
    })
    const beside = [
      object('note', 'in', 'burn this', { hand: 'mt' }),
      object('editornote', 'on', 'on Zebraquill', { paper: 'reply' }),
    ]
    const made = letter([
      page(
        [block('paragraph', 'Please answer.'), second, block('paragraph', { content: [said('Zebraquill '), point('in')] })],
        beside,
      ),
      page([block('paragraph', 'goes on to Graz')], [object('note', 'stays', 'yes', { hand: 'mt' })]),
    ])
    for (const text of allThatLeaves(made)) {
      expect(text).not.toMatch(/zebraq|graz|burn this|1982-03-13/i)
      expect(text).toContain('Please answer.')
    }
    const { transcript } = withhold(made)
    expect(transcript.pages.flatMap((one) => one.content)).toHaveLength(3)
    const withheld = letter([page([block('paragraph', 'Zebraquill')])], {
      paper: { ...made.paper, from: 'Graz', facts: { withheld: 'closed' } },
    })
    for (const text of allThatLeaves(withheld)) expect(text).not.toMatch(/zebraq|graz/i)
  })

  test('is looked for in the rest of the edition: where the same words stand again, the person is told', () => {
    const secret = { content: [said(SECRET, 'w')], annotations: { w: mark('withheld') } }
    const again = letter([page([block('paragraph', secret), block('paragraph', `the said ${SECRET.toUpperCase()}`)])])
    expect(withhold(again).losses).toEqual([
      expect.stringContaining('One stretch, note or paper'),
      expect.stringContaining('elsewhere too'),
    ])
    const once = letter([page([block('paragraph', secret)])])
    expect(withhold(once).losses).toHaveLength(1)
  })

  test('is nothing where nobody withheld anything: the transcript leaves as it is', () => {
    const made = letter([page([block('paragraph', { content: [said('words '), gap({ reason: 'illegible' })] })])])
    expect(withhold(made)).toEqual({ transcript: made, losses: [] })
    expect(made.hands).toHaveLength(HANDS.length)
  })

  test('in any transcript reaches no edition', () => {
    fc.assert(
      fc.property(arbitraryTranscript, fc.nat(), (transcript, pick) => {
        const blocks = transcript.pages.flatMap((one) => one.content).filter((child) => child.type === 'block')
        fc.pre(blocks.length > 0)
        const chosen = blocks[pick % blocks.length]!
        const content = [...chosen.content, said(SECRET, 'withheld')]
        const marked = {
          ...chosen,
          content,
          annotations: { ...chosen.annotations, withheld: mark('withheld', { reason: SECRET }) },
        }
        const pages = transcript.pages.map((one) => ({
          ...one,
          content: one.content.map((child) => (child === chosen ? marked : child)),
        }))
        for (const text of allThatLeaves({ ...transcript, pages })) expect(text).not.toContain(SECRET)
      }),
      { numRuns: 60 },
    )
  })
})
