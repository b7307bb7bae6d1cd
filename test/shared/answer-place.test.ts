import { EditorState } from 'prosemirror-state'
import { describe, expect, it } from 'vitest'
import { answerPlace, type FromPaper, whyNoAnswer } from '../../shared/checklist/answer.ts'
import { isAnswered, placesIn } from '../../shared/checklist/places.ts'
import { parseTranscript } from '../../shared/format/parse.ts'
import { serialise } from '../../shared/format/serialise.ts'
import { idsFrom } from '../../shared/model/ids.ts'
import type { Transcript } from '../../shared/model/transcript.ts'
import { fromDocument, toDocument } from '../../shared/schema/document.ts'
import { OUTCOMES_OF, QUESTIONS, type Question } from '../../shared/vocabulary/checklist.ts'
import { block, division, gap, letter, mark, object, page, point, said } from './export-letter.ts'

const TOLD: FromPaper = { number: 7, outcome: 'as-here', words: '', cert: null, who: 'R Bone', when: '2026-12-01' }

const LETTER: Transcript = letter([
  page(
    [
      block('paragraph', {
        content: [
          said('We would '),
          said('exlude', 'u1'),
          said(' the '),
          said('Pols', 'u2'),
          said(', '),
          said('Czecs', 'd1', 'u3'),
          said(' and '),
          gap({ id: 'g1', reason: 'machine-failed' }),
          said('.'),
        ],
        annotations: {
          u1: mark('undetermined', { suggestion: 'exclude' }),
          u2: mark('unclear'),
          u3: mark('unclear'),
          d1: mark('placeName', { cert: 'low', basis: 'context' }),
        },
      }),
      block('close', { content: [said('Yours'), point('n1'), point('q1')] }, { hand: 'ajc', facts: { handCert: 'unknown' } }),
    ],
    [
      object('note', 'n1', 'Not now.', { hand: 'mt', cert: 'low', readingCert: 'low' }),
      object('query', 'q1', 'Autograph?', { state: 'open' }),
    ],
  ),
  {
    ...page([
      block('marking', 'SECRET'),
      block('paragraph', 'The end'),
      division('d2', { facts: { cert: 'low' } }),
      block('paragraph'),
    ]),
    turn: 'undecided',
  },
])

function work(transcript = LETTER) {
  const before = toDocument(transcript)
  let state = EditorState.create({ doc: before })
  let seed = 7
  const newId = idsFrom(() => {
    seed = (seed * 48271) % 2147483647
    return seed / 2147483647
  })
  const text = () => fromDocument(state.doc)
  return {
    before,
    state: () => state,
    text,
    words: () => state.doc.firstChild!.textBetween(0, state.doc.firstChild!.content.size, '\n', ' '),
    tag: (id: string) => {
      for (const { content } of text().pages)
        for (const child of content) if (child.type === 'block' && child.annotations[id]) return child.annotations[id]
      return null
    },
    tags: () =>
      text().pages.flatMap(({ content }) =>
        content.flatMap((child) => (child.type === 'block' ? Object.values(child.annotations) : [])),
      ),
    answer: (place: string, question: Question, told: Partial<FromPaper>) =>
      answerPlace(
        { newId, texts: () => [] },
        { place, question },
        { ...TOLD, ...told },
      )(state, (tr) => {
        state = state.apply(tr)
      }),
  }
}

describe('an answer of the paper', () => {
  it('that it has the words as they stand: the error is the writer’s, and the doubt goes', () => {
    const one = work()
    expect(one.answer('u1', 'undetermined', {})).toBe(true)
    expect(one.tag('u1')).toMatchObject({ type: 'emendation', attrs: { corr: 'exclude', basis: 'paper', cert: null } })
    expect(one.answer('u2', 'unclear', {})).toBe(true)
    expect(one.tag('u2')).toBe(null)
    expect(one.words()).toContain('We would exlude the Pols,')
  })

  it('that it reads otherwise: the words are mended, and what stood is kept', () => {
    const one = work()
    expect(one.answer('u2', 'unclear', { outcome: 'otherwise', words: ' Poles ', cert: 'high' })).toBe(true)
    expect(one.words()).toContain('the Poles, Czecs')
    expect(one.tag('u2')).toMatchObject({ type: 'correction', attrs: { was: 'Pols', basis: 'paper', cert: 'high' } })
    expect(one.answer('u3', 'unclear', { outcome: 'otherwise', words: 'Czechs' })).toBe(true)
    expect(one.tag('d1'), 'other tags stay on the words').toMatchObject({ type: 'placeName' })
  })

  it('that it cannot be read there either: the place is not asked again, and a gap is illegible', () => {
    const one = work()
    expect(one.answer('u2', 'unclear', { outcome: 'unreadable' })).toBe(true)
    expect(one.tag('u2')).toMatchObject({ type: 'unclear', attrs: { basis: 'paper' } })
    expect(one.answer('g1', 'gap', { outcome: 'unreadable' })).toBe(true)
    expect(JSON.stringify(one.text())).toContain('"reason":"illegible"')
    const left = placesIn({ ...LETTER, ...one.text() }).filter((place) => !isAnswered(one.text())(place))
    expect(left.map(({ place }) => place)).not.toContain('u2')
    expect(left.map(({ place }) => place)).not.toContain('g1')
  })

  it('fills a gap with words that say where they are from', () => {
    const one = work()
    expect(one.answer('g1', 'gap', { outcome: 'otherwise', words: 'the Danes' })).toBe(true)
    expect(one.words()).toContain('and the Danes.')
    expect(one.tags()).toContainEqual(
      expect.objectContaining({
        type: 'supplied',
        attrs: expect.objectContaining({ basis: 'paper', reason: 'read on the paper' }),
      }),
    )
  })

  it('states how sure a name, a hand, a reading and a date are, and nothing that was not said', () => {
    const one = work()
    expect(one.answer('d1', 'certainty', { cert: 'high' })).toBe(true)
    expect(one.tag('d1')).toMatchObject({ attrs: { cert: 'high', basis: 'paper' } })
    expect(one.answer('n1', 'hand', { outcome: 'told', words: 'signs MT elsewhere' })).toBe(true)
    expect(one.answer('n1', 'reading', { outcome: 'otherwise', words: 'Not yet.' })).toBe(true)
    const note = one.text().pages[0]!.margin.find(({ id }) => id === 'n1')!
    expect(note.attrs).toMatchObject({ cert: null, readingCert: null, basis: 'paper', basisNote: 'signs MT elsewhere' })
    expect(note.content.map((run) => (run.type === 'text' ? run.text : ''))).toEqual(['Not yet.'])
    expect(Object.values(note.annotations)).toMatchObject([{ type: 'correction', attrs: { was: 'Not now.', basis: 'paper' } }])
    expect(one.answer('d2', 'date', { outcome: 'told', cert: 'medium' })).toBe(true)
    expect(JSON.stringify(one.text().pages[1])).toContain('"facts":{"cert":"medium","basis":"paper"}')
  })

  it('answers a query in the query, and decides a page turn', () => {
    const one = work()
    expect(one.answer('q1', 'query', { outcome: 'told', words: 'Yes, in ink' })).toBe(true)
    const query = one.text().pages[0]!.margin.find(({ id }) => id === 'q1')!
    expect(query.attrs.state).toBe('resolved')
    expect(JSON.stringify(query.content)).toContain('Yes, in ink (the paper; R Bone, 2026-12-01)')
    const turn = one.text().pages[1]!.id
    expect(one.answer(turn, 'turn', { outcome: 'foot' })).toBe(true)
    const [first, second] = one.text().pages
    expect(first!.content.at(-1)).toMatchObject({ role: 'marking' })
    expect([second!.turn, second!.content[0]]).toEqual([undefined, expect.objectContaining({ role: 'paragraph' })])
  })

  it('is kept with its number, basis, person and day, and is in the file', () => {
    const one = work()
    one.answer('u1', 'undetermined', {})
    const answer = {
      number: 7,
      place: 'u1',
      question: 'undetermined',
      was: 'exlude',
      outcome: 'as-here',
      words: '',
      basis: 'paper',
      who: 'R Bone',
      when: '2026-12-01',
    }
    expect(one.text().pages[0]!.answers).toEqual([answer])
    const back = parseTranscript(serialise({ ...LETTER, ...one.text() }))
    expect(back.ok && back.value.pages[0]!.answers).toEqual([answer])
  })

  it('is refused where the place is gone, and where it is none: nothing changes', () => {
    const one = work()
    expect(one.answer('gone', 'unclear', {})).toBe(false)
    expect(one.answer('u2', 'unclear', { outcome: 'otherwise', words: ' ' })).toBe(false)
    expect(one.answer('u2', 'unclear', { outcome: 'told' })).toBe(false)
    expect(one.answer('u2', 'unclear', { who: ' ' })).toBe(false)
    expect(one.answer('u2', 'unclear', { when: 'Monday' })).toBe(false)
    expect(one.state().doc.eq(one.before)).toBe(true)
  })

  it('of every kind of question can be given in every way that it can come out', () => {
    for (const question of Object.keys(QUESTIONS) as Question[])
      for (const outcome of OUTCOMES_OF[question]) {
        const told = { outcome, words: 'so' }
        expect(whyNoAnswer(question, { ...TOLD, ...told })).toBe(null)
        for (const { place } of placesIn(LETTER).filter((one) => one.question === question)) {
          const one = work()
          expect(one.answer(place, question, told), `${question} ${outcome}`).toBe(true)
          one.state().doc.check()
          expect(
            placesIn({ ...LETTER, ...one.text() }).some(
              (now) => now.place === place && now.question === question && !isAnswered(one.text())(now),
            ),
          ).toBe(false)
        }
      }
  })
})
