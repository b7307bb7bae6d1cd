import { type Chooser, numbered, type Writing } from '../choosers/choice.ts'
import type { Desk } from '../desk.ts'
import type { Workbench } from '../workbench.ts'

/** Words that are written often. */
export interface Snippet {
  readonly name: string
  readonly words: string
}

const TEMPLATE = `# Words that you write often. A line gives them a name: the name, an equals sign, the words.
# A line that begins with # says nothing: take the # away, or write your own.
# fcs = Foreign and Commonwealth Secretary
# nk = not known from this transcript
`

/** Reads the file of snippets; a line that is none is told, and everything else holds. */
export function readSnippets(text: string): { readonly snippets: readonly Snippet[]; readonly problems: readonly string[] } {
  const snippets: Snippet[] = []
  const problems: string[] = []
  text.split(/\r?\n/).forEach((line, at) => {
    if (line.trim() === '' || line.trimStart().startsWith('#')) return
    const equals = line.indexOf('=')
    const name = line.slice(0, Math.max(equals, 0)).trim()
    const words = line.slice(equals + 1).trim()
    if (equals < 0 || name === '' || words === '') problems.push(`Line ${at + 1}: it needs a name, an equals sign and words.`)
    else if (snippets.some((one) => one.name === name))
      problems.push(`Line ${at + 1}: “${name}” has words already; the first hold.`)
    else snippets.push({ name, words })
  })
  return { snippets, problems }
}

/** The words to write at the caret; the last choice is to change the list. */
export function snippetChooser(bench: Workbench, desk: Desk): Chooser {
  const { snippets } = readSnippets(bench.settings.get().snippets ?? '')
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
    problems: (text) => readSnippets(text).problems,
    keep: (text) => bench.keepSetting('snippets', text),
  }
}
