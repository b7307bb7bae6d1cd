import type { ComponentType } from 'react'
import { AllKeys } from './all-keys.tsx'
import firstLetter from './first-letter.md?raw'
import glossary from './glossary.md?raw'
import jobs from './jobs.md?raw'
import safety from './safety.md?raw'
import { Signs } from './signs.tsx'
import theFile from './the-file.md?raw'
import goesWrong from './what-can-go-wrong.md?raw'

export interface GuidePage {
  readonly title: string
  /** The page in Markdown, or what draws it from the tables of the program. */
  readonly text: string | ComponentType
}

interface GuidePart {
  readonly title: string
  readonly pages: readonly GuidePage[]
}

/** The guide in the order of its list: how to begin, one page for each job, what is looked up, what keeps the work safe. */
export const GUIDE: readonly GuidePart[] = [
  { title: 'Begin', pages: [{ title: 'Your first letter', text: firstLetter }] },
  { title: 'Jobs', pages: jobPages(jobs) },
  {
    title: 'Look up',
    pages: [
      { title: 'All keys', text: AllKeys },
      { title: 'Signs on the sheet', text: Signs },
      { title: 'Words', text: glossary },
    ],
  },
  {
    title: 'Safety',
    pages: [
      { title: 'What keeps it safe', text: safety },
      { title: 'What can go wrong', text: goesWrong },
      { title: 'The file without Scholion', text: theFile },
    ],
  },
]

/** One page for each job: the file has them under each other, a heading each. */
function jobPages(text: string): readonly GuidePage[] {
  return text
    .split(/^## /m)
    .slice(1)
    .map((page) => {
      const end = page.indexOf('\n')
      return { title: page.slice(0, end).trim(), text: `# ${page}` }
    })
}
