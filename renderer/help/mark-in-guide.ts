/** The name of the highlight in the style sheet. */
const NAME = 'guide-answer'

/**
 * Marks the words that were asked for in a page of the guide, and brings the first of them into sight; no page, or no words, takes the marks away.
 * They are painted by the browser: nothing in the page changes.
 */
export function markInGuide(page: HTMLElement | null, asked: string): void {
  CSS.highlights.delete(NAME)
  const wanted = asked.toLowerCase().split(/\s+/).filter(Boolean)
  if (!page || wanted.length === 0) return
  const ranges: Range[] = []
  const texts = document.createTreeWalker(page, NodeFilter.SHOW_TEXT)
  for (let text = texts.nextNode(); text; text = texts.nextNode()) {
    const words = text.nodeValue!.toLowerCase()
    for (const word of wanted)
      for (let at = words.indexOf(word); at >= 0; at = words.indexOf(word, at + word.length)) {
        const range = document.createRange()
        range.setStart(text, at)
        range.setEnd(text, Math.min(at + word.length, text.nodeValue!.length))
        ranges.push(range)
      }
  }
  if (ranges.length === 0) return
  CSS.highlights.set(NAME, new Highlight(...ranges))
  ranges[0]!.startContainer.parentElement?.scrollIntoView({ block: 'center' })
}
