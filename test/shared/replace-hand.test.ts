import fc from 'fast-check'
import { EditorState } from 'prosemirror-state'
import { expect, test } from 'vitest'
import { countByHand, replaceHand } from '../../shared/commands/replace-hand.ts'
import { canonicalText } from '../../shared/format/canonical.ts'
import { fromDocument, toDocument } from '../../shared/schema/document.ts'
import { arbitraryTranscript } from '../support/arbitrary-transcript.ts'

const textsOf = (state: EditorState) =>
  fromDocument(state.doc).pages.map((page) =>
    [...page.content, ...page.margin].map((one) =>
      'content' in one ? one.content.map((run) => (run.type === 'text' ? run.text : run.atom)) : one.type,
    ),
  )

test('what one hand wrote is given to another whole: counts add up, no word goes, and nothing is left with the first', () => {
  fc.assert(
    fc.property(arbitraryTranscript, (transcript) => {
      const before = EditorState.create({ doc: toDocument(transcript) })
      const [from, to] = ['hand0', 'hand1']
      const [one, other] = [countByHand(before.doc, from), countByHand(before.doc, to)]
      let after = before
      replaceHand(from, to)(before, (tr) => {
        after = before.apply(tr)
      })
      after.doc.check()
      expect(countByHand(after.doc, from)).toBe(0)
      expect(countByHand(after.doc, to)).toBe(one + other)
      expect(textsOf(after)).toEqual(textsOf(before))
      expect(canonicalText(fromDocument(after.doc))).not.toMatch(/"hand": ?"hand0"/)
    }),
    { numRuns: 200 },
  )
})

test('a hand that is taken away leaves its notes, by a hand that is not stated', () => {
  fc.assert(
    fc.property(arbitraryTranscript, (transcript) => {
      const before = EditorState.create({ doc: toDocument(transcript) })
      let after = before
      replaceHand('hand0', null)(before, (tr) => {
        after = before.apply(tr)
      })
      expect(after.doc.lastChild!.childCount).toBe(before.doc.lastChild!.childCount)
      expect(countByHand(after.doc, 'hand0')).toBe(0)
      expect(textsOf(after)).toEqual(textsOf(before))
    }),
    { numRuns: 200 },
  )
})
