import { EditorState, TextSelection } from 'prosemirror-state'
import { expect, test } from 'vitest'
import { replaceHand } from '../../shared/commands/replace-hand.ts'
import { setFacts, setHand } from '../../shared/commands/set-block.ts'
import { writeReadingEdition } from '../../shared/export/html/write-html.ts'
import { writeTei } from '../../shared/export/tei/write-tei.ts'
import { parseTranscript } from '../../shared/format/parse.ts'
import { serialise } from '../../shared/format/serialise.ts'
import { fromDocument, toDocument } from '../../shared/schema/document.ts'
import { block, letter, page } from './export-letter.ts'

const SURE = { handCert: 'low', handBasis: 'context', handBasisNote: 'his usual ink' }
const CONTEXT = { version: '0.1.0', sha256: 'b'.repeat(64), description: null }

function desk() {
  const begun = letter([page([block('signature', 'A. J. Coles', { hand: 'ajc', facts: { kind: 'initials' } })])])
  const doc = toDocument(begun)
  let state = EditorState.create({ doc })
  state = state.apply(state.tr.setSelection(TextSelection.atStart(doc)))
  const run = (command: ReturnType<typeof setHand>) =>
    command(state, (tr) => {
      state = state.apply(tr)
    })
  const facts = () => fromDocument(state.doc).pages[0]!.content[0] as { readonly facts?: object }
  return { run, facts: () => facts().facts, transcript: () => ({ ...begun, ...fromDocument(state.doc) }) }
}

test('who signed is stated with its certainty, which another hand does not take over', () => {
  const { run, facts } = desk()
  run(setFacts(SURE))
  expect(facts()).toEqual({ kind: 'initials', ...SURE })
  run(setHand('ajc'))
  expect(facts()).toEqual({ kind: 'initials', ...SURE })
  run(setHand('mt'))
  expect(facts()).toEqual({ kind: 'initials' })
})

test('a hand that turns out to be another’s keeps its certainty; one that is taken away leaves none', () => {
  const { run, facts } = desk()
  run(setFacts(SURE))
  run(replaceHand('ajc', 'mt'))
  expect(facts()).toEqual({ kind: 'initials', ...SURE })
  run(replaceHand('mt', null))
  expect(facts()).toEqual({ kind: 'initials' })
})

test('how sure a hand is stands in the file, in TEI about its `@hand`, and in the reading edition in words', () => {
  const { run, transcript } = desk()
  run(setFacts(SURE))
  const read = parseTranscript(serialise(transcript()))
  expect(read.ok && read.value.pages[0]!.content[0]).toMatchObject({ facts: SURE })
  const tei = writeTei(transcript(), { correction: 'silent', queries: false }, CONTEXT)
  const certainty = '<certainty match="@hand" locus="value" cert="low"><desc>basis: context; his usual ink</desc></certainty>'
  expect(tei.ok && tei.value.text.replace(/\n\s*/g, '')).toMatch(
    new RegExp(`<[^>]*hand="#hand.ajc"[^>]*>${certainty}A. J. Coles`),
  )
  const { text } = writeReadingEdition(transcript(), { queries: false }, CONTEXT)
  expect(text.replace(/<\/?bdi>/g, '')).toContain('[initials; hand: possible; basis: context; his usual ink]')
})
