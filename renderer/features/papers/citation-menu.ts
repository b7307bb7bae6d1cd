import type { Node } from 'prosemirror-model'
import { paperHere } from '../../../shared/commands/paper.ts'
import { stretchesOrBlock } from '../../../shared/commands/stretch.ts'
import { isNote, pagesOf } from '../../../shared/document/access.ts'
import { anchorIndexOf } from '../../../shared/document/anchor-index.ts'
import { objectHere } from '../../../shared/document/margin-objects.ts'
import { CITATIONS, type Cited, cite } from '../../../shared/export/citation.ts'
import { descriptionFrom } from '../../../shared/export/context.ts'
import { citationsFrom, citationsText, readCitations } from '../../../shared/export/own-citations.ts'
import { noteInWords, passageWithNotes } from '../../../shared/export/passage.ts'
import { withhold } from '../../../shared/export/withhold.ts'
import type { Transcript } from '../../../shared/model/transcript.ts'
import { papersIn } from '../../../shared/schema/papers.ts'
import { selectedOf } from '../../../shared/schema/selected.ts'
import type { AppState } from '../../state/app-state.ts'
import type { OpenDocument } from '../../state/open-document.ts'
import { type KeyMenu, numbered, type TextFileDialog } from '../../ui/choice.ts'
import { putOnClipboard } from '../../ui/put-on-clipboard.ts'

/** The paper and the page of the caret, cited as this collection or one of the houses does: each is shown as it would be copied. */
export function citationMenu(app: AppState, opened: OpenDocument): KeyMenu {
  const cited = citedHere(opened)
  const options = inEachHouse(app, cited, (words) => {
    app.say(putOnClipboard({ text: words }) ? `Copied: ${words}` : `This could not be copied: ${words}`)
  })
  const own = { key: '0', label: 'Change this collection’s own …', run: () => app.overlay.file(citationFile(app)) }
  return { title: 'Copy a citation, as in', sentences: true, options: [...options, own] }
}

/** How this collection is cited, to be written by hand. */
function citationFile(app: AppState): TextFileDialog {
  return {
    title: 'How this collection is cited',
    hint: 'Kept with the collection. What is not stated of a paper is never filled in.',
    text: citationsText(citationsFrom(app.registers.get().extra)),
    problems: (text) => readCitations(text).problems,
    keep: (text) => void app.stateOfCollection('citations', readCitations(text).citations),
  }
}

/**
 * The selected words, or the block of the caret, with what stands beside them as footnotes and a citation, for another program; the next key
 * says as which house cites. What is withheld is not copied. Null where no words of the text are selected.
 */
export function copyWithNotesMenu(app: AppState, opened: OpenDocument): KeyMenu | null {
  const stretches = stretchesOrBlock(opened.state)
  if (stretches.length === 0) return null
  const { doc } = opened.state
  const whole = opened.capture()
  const cited = citedHere(opened)
  const leaving = (transcript: Transcript): Cited => ({ ...cited, paper: paperIn(transcript, cited.paper.id) ?? cited.paper })
  return {
    title: 'Copy with its notes, cited as in',
    hint: 'What stands beside the words becomes footnotes · what is withheld is a gap',
    sentences: true,
    options: inEachHouse(app, leaving(withhold(whole).transcript), (citation) => {
      const { notes, ...passage } = passageWithNotes(whole, { ...whole, ...selectedOf(doc, stretches) }, citation)
      const many = notes === 1 ? 'one footnote' : `${notes} footnotes`
      app.say(putOnClipboard(passage) ? `Copied with ${many}: ${citation}` : 'This could not be copied. Nothing was changed.')
    }),
  }
}

function citedHere(opened: OpenDocument): Cited {
  const { state } = opened
  const papers = papersIn(state.doc)
  const object = objectHere(state)
  const at = object ? (anchorIndexOf(state.doc).get(object.node.attrs.id)?.pos ?? 2) : state.selection.from
  const $at = state.doc.resolve(Math.max(2, at))
  const page = $at.depth >= 2 ? $at.node(2) : pagesOf(state.doc)[0]!
  const { printed = null, folio = null } = page.attrs
  return {
    paper: papers[paperHere(state, papers)]!.paper,
    page: { printed, folio, number: $at.index(1) + 1 },
    note: object && noteIn(opened, object.node),
  }
}

/** A contemporary note as it can be cited: what is withheld of it is a gap. */
function noteIn(opened: OpenDocument, note: Node): Cited['note'] {
  const words = isNote(note) ? noteInWords(opened.capture(), note.attrs.id) : null
  return words ? { by: opened.hand(note.attrs.hand)?.badge ?? 'hand not stated', words } : null
}

function inEachHouse(app: AppState, cited: Cited, act: (citation: string) => void): KeyMenu['options'] {
  const description = descriptionFrom(app.registers.get())
  return numbered(
    null,
    [...citationsFrom(app.registers.get().extra), ...CITATIONS].map(({ name, template }) => {
      const words = cite(cited, description, template)
      return { label: words, detail: name, run: () => act(words) }
    }),
  )
}

function paperIn({ paper, pages }: Transcript, id: string): Cited['paper'] | undefined {
  const divisions = pages.flatMap((page) => page.content.flatMap((child) => (child.type === 'division' ? [child] : [])))
  return [paper, ...divisions].find((one) => one.id === id)
}
