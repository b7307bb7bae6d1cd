import { callAgain, calledHere, callNoMore } from '../../../shared/commands/call-again.ts'
import { referringHere, referTo } from '../../../shared/commands/refer.ts'
import { isBlock, isEditorNote, nameOf, pagesOf } from '../../../shared/document/access.ts'
import { papersIn } from '../../../shared/schema/papers.ts'
import { noteRows } from '../../../shared/state/note-list.ts'
import { referentsIn, wordsIn } from '../../../shared/state/referents.ts'
import { paperInWords } from '../../../shared/vocabulary/paper.ts'
import { firstWords, referenceWords } from '../../../shared/vocabulary/referent.ts'
import type { AppState } from '../../state/app-state.ts'
import type { OpenDocument } from '../../state/open-document.ts'
import type { QuickPick, QuickPickItem } from '../../ui/choice.ts'

/** Everything that a note of ours may refer to: notes, pages, papers, paragraphs; null where the caret is in no such note. */
export function referencePick(app: AppState, opened: OpenDocument): QuickPick | null {
  const { state } = opened
  const inside = referringHere(state)
  if (!inside) return null
  const { doc } = state
  const find = referentsIn(doc)
  const option = (id: string, detail: string): QuickPickItem => {
    const label = referenceWords(find(id))
    return {
      id,
      label,
      detail,
      run: () => {
        if (opened.run(referTo(opened.context, id))) app.say(`Refers to ${label}`)
      },
    }
  }
  const rows = noteRows(doc).filter(({ id, node }) => id !== inside.node.attrs.id && REFERRED.has(nameOf(node)))
  const pages = pagesOf(doc)
  return {
    title: 'Refer to',
    about: 'selection',
    placeholder: 'A number, words of a note or paragraph, a hand …',
    empty: 'Nothing in this transcript is called that.',
    options: [
      ...rows.map(({ id, node }) => option(id, detailOf(opened, node.attrs.hand, wordsIn(node)))),
      ...pages.map((page) => option(page.attrs.id, `page · ${firstWords(page.firstChild ? wordsIn(page.firstChild) : '')}`)),
      ...papersIn(doc).map(({ paper }) => option(paper.id, `paper · ${paperInWords(paper)}`)),
      ...pages.flatMap((page) =>
        page.children
          .filter((block) => isBlock(block) && wordsIn(block).trim() !== '')
          .map((block) => option(block.attrs.id, 'paragraph')),
      ),
    ],
  }
}

const REFERRED: ReadonlySet<string> = new Set(['editornote', 'note'])

function detailOf(opened: OpenDocument, hand: string | null | undefined, words: string): string {
  const by = hand === undefined ? '' : `${opened.hand(hand)?.badge ?? 'hand not stated'} · `
  return `${by}“${firstWords(words)}”`
}

/** The editor's notes that the selected words, or the caret, may call too; first those that this place may do without. */
export function callPick(app: AppState, opened: OpenDocument): QuickPick {
  const { state } = opened
  const find = referentsIn(state.doc)
  const ours = noteRows(state.doc).filter(({ node }) => isEditorNote(node))
  const here = new Set(calledHere(state))
  const row = (id: string, words: string, lead: string, act: () => boolean, said: string): QuickPickItem => {
    const number = referenceWords(find(id))
    return {
      id: `${lead}${id}`,
      label: `${lead}${number}`,
      detail: `“${firstWords(words)}”`,
      run: () => {
        if (act()) app.say(`${number.replace('n.', 'Note')} ${said}`)
      },
    }
  }
  return {
    title: 'The same editor’s note here',
    about: 'selection',
    placeholder: 'A number, or words of the note …',
    empty: 'There is no editor’s note that could be called here too.',
    options: [
      ...ours
        .filter(({ id }) => here.has(id))
        .map(({ id, node }) =>
          row(id, wordsIn(node), 'no more here: ', () => opened.run(callNoMore(id)), 'stands at its other place'),
        ),
      ...ours
        .filter(({ id }) => opened.can(callAgain(opened.context, id)))
        .map(({ id, node }) => row(id, wordsIn(node), '', () => opened.run(callAgain(opened.context, id)), 'is called here too')),
    ],
  }
}
