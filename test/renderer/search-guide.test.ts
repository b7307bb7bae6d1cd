import { describe, expect, it } from 'vitest'
import { searchGuide, wordsOfMarkdown } from '../../renderer/help/search-guide.ts'

const PAGES = [
  { title: 'Correct the transcript', words: 'Type. What the machine read is kept, whatever you do. A note may stand beside it.' },
  { title: 'Notes', words: 'Handwriting stands in the margin, beside the line at which the machine read it. Müller wrote many.' },
  { title: 'Export', words: 'TEI or one page.' },
]
const found = (asked: string) => searchGuide(PAGES, asked).map(({ page }) => PAGES[page]!.title)

describe('the guide is searched', () => {
  it('for pages that hold every word, those first whose title says it', () => {
    expect(found('note')).toEqual(['Notes', 'Correct the transcript'])
    expect(found('machine margin')).toEqual(['Notes'])
    expect(found('muller')).toEqual(['Notes'])
    expect(found('telegram')).toEqual([])
    expect(found('  ')).toEqual([])
  })

  it('and shows the words around the first place, cut at words', () => {
    expect(searchGuide(PAGES, 'beside it')[0]).toEqual({
      page: 0,
      excerpt: '… you do. A note may stand beside it.',
    })
  })

  it('by what is read, without pictures and the signs of Markdown', () => {
    expect(wordsOfMarkdown('# Papers\n\n`Ctrl+K` **finds** all\nof it.\n\n![A picture](pictures/a.png)\n')).toBe(
      'Papers Ctrl+K finds all of it.',
    )
  })
})
