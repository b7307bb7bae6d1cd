import { readNamedLines } from '../../../shared/format/named-lines.ts'
import type { AppState } from '../../state/app-state.ts'
import type { OpenDocument } from '../../state/open-document.ts'
import { type KeyMenu, numbered, type TextFileDialog } from '../../ui/choice.ts'

const TEMPLATE = `# Words that you write often. A line gives them a name: the name, an equals sign, the words.
# A line that begins with # says nothing: take the # away, or write your own.
# fcs = Foreign and Commonwealth Secretary
# nk = not known from this transcript
`

/** The words to write at the caret; the last choice is to change the list. */
export function snippetMenu(app: AppState, opened: OpenDocument): KeyMenu {
  const { lines: snippets } = readNamedLines(app.settings.get().snippets ?? '')
  const options = numbered(
    null,
    snippets.map(({ name, words }) => ({ label: words, detail: name, run: () => write(opened, words) })),
  )
  return {
    title: 'Write at the caret',
    about: 'selection',
    hint: snippets.length === 0 ? 'You have no snippets yet.' : 'What you write counts as yours, not as the machine’s.',
    options: [...options, { key: '0', label: 'Change the list …', run: () => app.overlay.file(snippetsFile(app)) }],
  }
}

function write(opened: OpenDocument, words: string): void {
  opened.run((state, dispatch) => {
    if (dispatch) dispatch(state.tr.insertText(words).scrollIntoView())
    return true
  })
}

function snippetsFile(app: AppState): TextFileDialog {
  return {
    title: 'Words that you write often',
    hint: 'Kept for you on this machine.',
    text: app.settings.get().snippets ?? TEMPLATE,
    problems: (text) => readNamedLines(text).problems,
    keep: (text) => app.keepSetting('snippets', text),
  }
}
