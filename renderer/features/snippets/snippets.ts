import { readNamedLines } from '../../../shared/format/named-lines.ts'
import type { Workbench } from '../../state/app-state.ts'
import type { Desk } from '../../state/open-document.ts'
import { type Chooser, numbered, type Writing } from '../../ui/choice.ts'

const TEMPLATE = `# Words that you write often. A line gives them a name: the name, an equals sign, the words.
# A line that begins with # says nothing: take the # away, or write your own.
# fcs = Foreign and Commonwealth Secretary
# nk = not known from this transcript
`

/** The words to write at the caret; the last choice is to change the list. */
export function snippetChooser(bench: Workbench, desk: Desk): Chooser {
  const { lines: snippets } = readNamedLines(bench.settings.get().snippets ?? '')
  const options = numbered(
    null,
    snippets.map(({ name, words }) => ({ label: words, detail: name, run: () => write(desk, words) })),
  )
  return {
    title: 'Write at the caret',
    hint: snippets.length === 0 ? 'You have no snippets yet.' : 'What you write counts as yours, not as the machine’s.',
    options: [...options, { key: '0', label: 'Change the list …', run: () => bench.writing.set(snippetsWriting(bench)) }],
  }
}

function write(desk: Desk, words: string): void {
  desk.run((state, dispatch) => {
    if (dispatch) dispatch(state.tr.insertText(words).scrollIntoView())
    return true
  })
}

function snippetsWriting(bench: Workbench): Writing {
  return {
    title: 'Words that you write often',
    hint: 'Kept for you on this machine.',
    text: bench.settings.get().snippets ?? TEMPLATE,
    problems: (text) => readNamedLines(text).problems,
    keep: (text) => bench.keepSetting('snippets', text),
  }
}
