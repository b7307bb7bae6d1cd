import fc from 'fast-check'
import { EditorState } from 'prosemirror-state'
import { describe, expect, it } from 'vitest'
import { declareRight, mendTyped } from '../../shared/commands/mend-doubts.ts'
import { doubtPlaces, placesLike } from '../../shared/doubt/doubt-places.ts'
import { doubtsOf } from '../../shared/doubt/doubts-of.ts'
import { DoubtMemory } from '../../shared/doubt/memory.ts'
import { EMPTY_REGISTERS, mergeRegisters, parseRegisters, serialiseRegisters, withWord } from '../../shared/format/registers.ts'
import { toDocument } from '../../shared/schema/document.ts'
import { schema } from '../../shared/schema/schema.ts'
import { allSpellers, fromMachine } from '../support/doubts.ts'

const stateOf = (text: string) => EditorState.create({ doc: toDocument(fromMachine(text)) })
const wordsIn = (state: EditorState) => state.doc.textBetween(0, state.doc.content.size, '¶')

/** Positions of words in the document. */
function at(state: EditorState, words: string) {
  let found = { from: -1, to: -1 }
  state.doc.descendants((node, pos) => {
    const offset = node.isTextblock ? node.textBetween(0, node.content.size).indexOf(words) : -1
    if (offset >= 0) found = { from: pos + 1 + offset, to: pos + 1 + offset + words.length }
  })
  return found
}

function mended(state: EditorState, ...mendings: readonly (readonly [was: string, words: string])[]): EditorState | null {
  let after: EditorState | null = null
  const places = mendings.map(([was, words]) => ({ ...at(state, was), words }))
  mendTyped(places)(state, (tr) => {
    after = state.apply(tr)
  })
  return after
}

describe('a proposal that is taken', () => {
  it.each([
    ['tbe', 'the', 'for the report'],
    ['com mittee', 'committee', 'the committee on'],
    ['committe', 'committee', 'the committee on'],
    ['inthe', 'in the', 'is in the harbour'],
  ])('“%s” becomes “%s”', (was, now, line) => {
    const before = stateOf(`We wait ${line.replace(now, was)} here.\n`)
    expect(wordsIn(mended(before, [was, now])!)).toContain(line)
  })

  it('keeps the tag on the word, whichever letter was wrong', () => {
    const names = ['tbatcher', 'Thatcber', 'Thatche', 'hatcher']
    for (const was of names) {
      const before = stateOf(`Mrs ${was} agrees.\n`)
      const { from, to } = at(before, was)
      const tagged = before.apply(before.tr.addMark(from, to, schema.mark('persName', { id: 'p1' })))
      const after = mended(tagged, [was, 'Thatcher'])!
      let named = ''
      after.doc.descendants((node) => {
        if (node.isText && node.marks.length > 0) named += node.text
      })
      expect('Thatcher', was).toContain(named)
      expect(named.length, was).toBeGreaterThanOrEqual(7)
    }
  })

  it('leaves a line end where it is', () => {
    const before = stateOf('We saw the mini-\nsler today.\n')
    expect(wordsIn(mended(before, ['mini-\nsler', 'minister'])!)).toContain('mini-\nster today')
    expect(mended(stateOf('We saw the com\nmittee.\n'), ['com\nmittee', 'committee'])).toBeNull()
  })

  it('is refused where the place of a note would go with it', () => {
    const before = stateOf('We saw tbe cat.\n')
    const { from } = at(before, 'tbe')
    const pointed = before.apply(before.tr.insert(from + 1, schema.node('point', { id: 'n1' })))
    expect(mendTyped([{ from, to: from + 4, words: 'the' }])(pointed)).toBe(false)
  })

  it('makes the words read as proposed, whatever they were', () => {
    const word = fc.stringMatching(/^[a-e ]{1,8}$/u).filter((one) => one.trim() !== '')
    fc.assert(
      fc.property(word, word, (was, now) => {
        const before = stateOf(`xx${was.replaceAll(' ', '_')}zz\n`)
        const from = at(before, 'xx').from + 2
        const place = { from, to: from + was.length, words: now }
        const does = mendTyped([place])(before, (tr) => expect(wordsIn(before.apply(tr))).toContain(`xx${now}zz`))
        expect(does).toBe(was.replaceAll(' ', '_') !== now)
      }),
    )
  })
})

describe('a doubt in the document', () => {
  const LETTER = 'We are grateful for tbe report of the com mittee.\n\nHe has read tbe paper.\n'

  it('stands where its words are, and nowhere once they were changed', async () => {
    const transcript = fromMachine(LETTER)
    const doubts = doubtsOf(transcript, { spellers: await allSpellers() })
    const doc = toDocument(transcript)
    const places = doubtPlaces(doc, doubts)
    expect(places.map(({ from, to }) => doc.textBetween(from, to)).sort()).toEqual(['com mittee', 'tbe', 'tbe'])
    const changed = mended(EditorState.create({ doc }), ['com mittee', 'committee'])!
    expect(doubtPlaces(changed.doc, doubts).map(({ doubt }) => doubt.text)).toEqual(['tbe', 'tbe'])
    const like = placesLike(doc, places, places.find(({ doubt }) => doubt.text === 'tbe')!)
    expect(like.map(({ doubt }) => doubt.text)).toEqual(['tbe', 'tbe'])
  })

  it('that is by hand is never mended with others', async () => {
    const transcript = fromMachine(LETTER)
    const doubts = doubtsOf(transcript, { spellers: await allSpellers() })
    const doc = toDocument(transcript)
    const places = doubtPlaces(doc, doubts).map((place, index) =>
      index === 0 ? { ...place, doubt: { ...place.doubt, isHandwritten: true } } : place,
    )
    for (const place of places) expect(placesLike(doc, places, place).filter(({ doubt }) => doubt.isHandwritten)).toEqual([])
  })

  it('is found the same with what is remembered of the text before', async () => {
    const spellers = await allSpellers()
    const memory = new DoubtMemory()
    const texts = [LETTER, LETTER.replace('tbe report', 'the report'), LETTER.replace('He has', 'Hc has'), LETTER]
    for (const text of texts) {
      const transcript = fromMachine(text)
      expect(doubtsOf(transcript, { spellers, memory })).toEqual(doubtsOf(transcript, { spellers }))
    }
  })

  it('that was declared right is kept on its page, and is doubted no more', async () => {
    const spellers = await allSpellers()
    const transcript = fromMachine(LETTER)
    const [first, ...rest] = doubtsOf(transcript, { spellers })
    const state = EditorState.create({ doc: toDocument(transcript) })
    let doc = state.doc
    declareRight(first!.key, 4)(state, (tr) => {
      doc = tr.doc
    })
    expect(doc.firstChild!.firstChild!.attrs.right).toEqual([first!.key])
    expect(declareRight(first!.key, 4)(EditorState.create({ doc }))).toBe(false)
    expect(doubtsOf(transcript, { spellers, settled: new Set([first!.key]) })).toEqual(rest)
  })
})

describe('the word list of a collection', () => {
  it('is kept in the registers, sorted, each word once; two people’s lists become one', () => {
    const mine = withWord(withWord(EMPTY_REGISTERS, 'quondle', true), 'exocet', true)
    const read = parseRegisters(serialiseRegisters(mine))
    expect(read.ok && read.value.words).toEqual(['exocet', 'quondle'])
    const theirs = withWord(EMPTY_REGISTERS, 'harwell', true)
    expect(mergeRegisters(mine, theirs).words).toEqual(['exocet', 'harwell', 'quondle'])
    expect(withWord(mine, 'quondle', false).words).toEqual(['exocet'])
    expect(serialiseRegisters(withWord(theirs, 'harwell', false))).not.toContain('words')
  })

  it('is kept as it stands where it is no list of words', () => {
    const read = parseRegisters('{"format":"scholion-collection","version":1,"hands":[],"people":[],"words":{"a":1}}')
    expect(read.ok && serialiseRegisters(read.value)).toContain('"words"')
    expect(read.ok && read.value.words).toBeUndefined()
  })
})
