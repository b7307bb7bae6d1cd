import type { Node } from 'prosemirror-model'
import { objectHere } from '../../../shared/commands/margin-object.ts'
import { paperHere } from '../../../shared/commands/paper.ts'
import { stretchesOrBlock } from '../../../shared/commands/stretch.ts'
import { CITATIONS, type Cited, cite } from '../../../shared/export/citation.ts'
import { descriptionFrom } from '../../../shared/export/context.ts'
import { citationsFrom, citationsText, readCitations } from '../../../shared/export/own-citations.ts'
import { noteInWords, passageWithNotes } from '../../../shared/export/passage.ts'
import { withhold } from '../../../shared/export/withhold.ts'
import type { Transcript } from '../../../shared/model/transcript.ts'
import { anchorOf, papersIn } from '../../../shared/schema/papers.ts'
import { selectedOf } from '../../../shared/schema/selected.ts'
import type { Workbench } from '../../state/app-state.ts'
import type { Desk } from '../../state/open-document.ts'
import { type Chooser, numbered, type Writing } from '../../ui/choice.ts'
import { putOnClipboard } from '../../ui/put-on-clipboard.ts'

/** The paper and the page of the caret, cited as this collection or one of the houses does: each is shown as it would be copied. */
export function citationChooser(bench: Workbench, desk: Desk): Chooser {
  const cited = citedHere(desk)
  const options = inEachHouse(bench, cited, (words) => {
    bench.say(putOnClipboard({ text: words }) ? `Copied: ${words}` : `This could not be copied: ${words}`)
  })
  const own = { key: '0', label: 'Change this collection’s own …', run: () => bench.writing.set(citationWriting(bench)) }
  return { title: 'Copy a citation, as in', sentences: true, options: [...options, own] }
}

/** How this collection is cited, to be written by hand. */
function citationWriting(bench: Workbench): Writing {
  return {
    title: 'How this collection is cited',
    hint: 'Kept with the collection. What is not stated of a paper is never filled in.',
    text: citationsText(citationsFrom(bench.registers.get().extra)),
    problems: (text) => readCitations(text).problems,
    keep: (text) => void bench.stateOfCollection('citations', readCitations(text).citations),
  }
}

/**
 * The selected words, or the block of the caret, with what stands beside them as footnotes and a citation, for another program; the next key
 * says as which house cites. What is withheld is not copied. Null where no words of the text are selected.
 */
export function copyWithNotesChooser(bench: Workbench, desk: Desk): Chooser | null {
  const stretches = stretchesOrBlock(desk.state)
  if (stretches.length === 0) return null
  const { doc } = desk.state
  const whole = desk.capture()
  const cited = citedHere(desk)
  const leaving = (transcript: Transcript): Cited => ({ ...cited, paper: paperIn(transcript, cited.paper.id) ?? cited.paper })
  return {
    title: 'Copy with its notes, cited as in',
    hint: 'What stands beside the words becomes footnotes · what is withheld is a gap',
    sentences: true,
    options: inEachHouse(bench, leaving(withhold(whole).transcript), (citation) => {
      const { notes, ...passage } = passageWithNotes(whole, { ...whole, ...selectedOf(doc, stretches) }, citation)
      const many = notes === 1 ? 'one footnote' : `${notes} footnotes`
      bench.say(putOnClipboard(passage) ? `Copied with ${many}: ${citation}` : 'This could not be copied. Nothing was changed.')
    }),
  }
}

function citedHere(desk: Desk): Cited {
  const { state } = desk
  const papers = papersIn(state.doc)
  const object = objectHere(state)
  const at = object ? (anchorOf(state.doc, object.node.attrs.id, object.node.attrs.page) ?? 2) : state.selection.from
  const $at = state.doc.resolve(Math.max(2, at))
  const page = $at.depth >= 2 ? $at.node(2) : state.doc.firstChild!.firstChild!
  const { printed = null, folio = null } = page.attrs
  return {
    paper: papers[paperHere(state, papers)]!.paper,
    page: { printed, folio, number: $at.index(1) + 1 },
    note: object && noteIn(desk, object.node),
  }
}

/** A contemporary note as it can be cited: what is withheld of it is a gap. */
function noteIn(desk: Desk, { type, attrs }: Node): Cited['note'] {
  const words = type.name === 'note' ? noteInWords(desk.capture(), attrs.id) : null
  return words ? { by: desk.hand(attrs.hand)?.badge ?? 'hand not stated', words } : null
}

function inEachHouse(bench: Workbench, cited: Cited, act: (citation: string) => void): Chooser['options'] {
  const description = descriptionFrom(bench.registers.get().extra)
  return numbered(
    null,
    [...citationsFrom(bench.registers.get().extra), ...CITATIONS].map(({ name, template }) => {
      const words = cite(cited, description, template)
      return { label: words, detail: name, run: () => act(words) }
    }),
  )
}

function paperIn({ paper, pages }: Transcript, id: string): Cited['paper'] | undefined {
  const divisions = pages.flatMap((page) => page.content.flatMap((child) => (child.type === 'division' ? [child] : [])))
  return [paper, ...divisions].find((one) => one.id === id)
}
