import { objectHere } from '../../../shared/commands/margin-object.ts'
import { paperHere } from '../../../shared/commands/paper.ts'
import { CITATIONS, type CitationStyle, cite } from '../../../shared/export/citation.ts'
import { descriptionFrom } from '../../../shared/export/context.ts'
import { anchorOf, papersIn } from '../../../shared/schema/papers.ts'
import type { Desk } from '../desk.ts'
import type { Workbench } from '../workbench.ts'
import { type Chooser, numbered } from './choice.ts'

/** The paper and the page of the caret, cited as one of the houses does: each is shown as it would be copied. */
export function citationChooser(bench: Workbench, desk: Desk): Chooser {
  const { state } = desk
  const papers = papersIn(state.doc)
  const object = objectHere(state)
  const at = object ? (anchorOf(state.doc, object.node.attrs.id, object.node.attrs.page) ?? 2) : state.selection.from
  const $at = state.doc.resolve(Math.max(2, at))
  const page = $at.depth >= 2 ? $at.node(2) : state.doc.firstChild!.firstChild!
  const { printed = null, folio = null } = page.attrs
  const cited = { paper: papers[paperHere(state, papers)]!.paper, page: { printed, folio, number: $at.index(1) + 1 } }
  const description = descriptionFrom(bench.registers.get().extra)
  return {
    title: 'Copy a citation, as in',
    options: numbered(
      null,
      Object.entries(CITATIONS).map(([style, house]) => {
        const words = cite(cited, description, style as CitationStyle)
        return {
          label: words,
          detail: house,
          run: () => bench.say(copyWords(words) ? `Copied: ${words}` : `This could not be copied: ${words}`),
        }
      }),
    ),
  }
}

/** Puts words on the clipboard as plain text, without asking for a permission. */
function copyWords(words: string): boolean {
  let copied = false
  const give = (event: ClipboardEvent) => {
    event.clipboardData?.setData('text/plain', words)
    event.preventDefault()
    event.stopImmediatePropagation()
    copied = true
  }
  document.addEventListener('copy', give, true)
  document.execCommand('copy')
  document.removeEventListener('copy', give, true)
  return copied
}
