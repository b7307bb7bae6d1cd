import type { Block, Division, MarginObject, Original, Page, Transcript } from '../model/transcript.ts'
import { canonicalContent, canonicalise } from './canonical.ts'
import { isDeeperThan } from './depth.ts'
import { Problems } from './fields.ts'
import { readChild, readMargin, readOriginal, readPage, transcriptFromFile } from './from-file.ts'
import { hasHostileKey } from './parse.ts'
import { print, printSorted } from './printer.ts'
import { childToFile, marginToFile, originalToFile, pageToFile, transcriptToFile } from './to-file.ts'
import { LIMITS } from './version.ts'

/** Levels of the whole file above a page or an original, and above what stands on a page. */
const ABOVE_PAGE = 2
const ABOVE_CHILD = 4

/**
 * Whether the printed text of a piece, read as a file is read, says what the piece says: what `parseTranscript` does for a whole file.
 * References are looked at over all pieces, elsewhere.
 */
export const readsBack = {
  page(text: string, page: Page): boolean {
    return sound(text, ABOVE_PAGE, (tree, problems) => same(pageToFile(readPage(tree, 0, problems)), pageToFile(page)))
  },

  child(text: string, child: Block | Division): boolean {
    return sound(text, ABOVE_CHILD, (tree, problems) => {
      const back = readChild(tree, '', problems)
      return same(childToFile(back.type === 'block' ? canonicalContent(back) : back), childToFile(child))
    })
  },

  object(text: string, object: MarginObject): boolean {
    return sound(text, ABOVE_CHILD, (tree, problems) =>
      same(marginToFile(canonicalContent(readMargin(tree, '', problems))), marginToFile(object)),
    )
  },

  /** Its text is compared as text: line by line it would cost too much. */
  original(text: string, original: Original): boolean {
    return sound(text, ABOVE_PAGE, (tree, problems) => {
      const back = readOriginal(tree, '', problems)
      const rest = (one: Original) => originalToFile({ ...one, text: '' })
      return back.text === original.text && same(rest(back), rest(original))
    })
  },

  /** Everything but pages and originals. */
  rest(transcript: Transcript): boolean {
    const rest = { ...transcript, pages: [], originals: [] }
    const page = { id: 'p', content: [] }
    return sound(print(transcriptToFile(rest, [page], [])), 0, (tree, problems) => {
      const back = transcriptFromFile(tree, problems)
      return same(transcriptToFile(canonicalise(back), [], []), transcriptToFile(canonicalise(rest), [], []))
    })
  },
}

function sound(text: string, above: number, compare: (tree: unknown, problems: Problems) => boolean): boolean {
  if (isDeeperThan(text, LIMITS.depth - above)) return false
  let tree: unknown
  try {
    tree = JSON.parse(text)
  } catch {
    return false
  }
  const problems = new Problems()
  return !hasHostileKey(tree) && compare(tree, problems) && problems.list.length === 0
}

const same = (a: unknown, b: unknown) => printSorted(a) === printSorted(b)
