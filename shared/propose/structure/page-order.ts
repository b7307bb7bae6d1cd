import { type OrderProposal, proposalId } from '../proposal.ts'
import { wordsOf } from './letters.ts'
import { beginsSmall, isProse } from './line-shape.ts'
import type { LineTurn } from './page-turns.ts'
import type { LinesRead } from './read-lines.ts'

interface PageLines {
  readonly first: number
  readonly end: number
  /** The number that it bears, or null. */
  readonly number: number | null
  readonly catchword: string | null
  readonly begins: string
  readonly opens: boolean
}

const OPENER = new Set(['letterhead', 'salutation', 'dateline', 'addressee', 'our-reference'])

/** The right order of pages whose catchwords or numbers contradict that of the file; null where nothing does. */
export function orderOf(
  read: LinesRead,
  turns: readonly LineTurn[],
): { readonly proposal: OrderProposal; readonly from: number } | null {
  const pages = pagesOf(read, turns)
  if (pages.length < 2) return null
  const found = byNumbers(pages) ?? byCatchword(pages)
  if (found === null) return null
  const { order, reason, confidence } = found
  const line = read.lines[pages[0]!.first]!
  const source = pages.map(
    ({ first }) => [read.lines[first]!.original, read.lines[first]!.start, read.lines[first]!.end] as const,
  )
  const proposal: OrderProposal = {
    kind: 'order',
    id: proposalId('order', order.join(' '), [[line.original, line.start, line.end]]),
    source,
    confidence,
    reason,
    order,
  }
  return { proposal, from: pages[order[0]!]!.first }
}

function pagesOf({ lines, readings }: LinesRead, turns: readonly LineTurn[]): readonly PageLines[] {
  const starts = [0, ...turns.filter(({ at, decided }) => decided && at > 0 && at < lines.length).map(({ at }) => at)]
  return starts.map((first, nth): PageLines => {
    const end = starts[nth + 1] ?? lines.length
    const own = readings.slice(first, end)
    const isHead = (index: number) =>
      ['marking', 'page-number', 'running-head'].includes(own[index]?.role ?? '') || own[index]?.setAside === 'page-furniture'
    let text = 0
    while (isHead(text) && text < own.length - 1) text++
    const numbered = own.findIndex(({ role }, index) => role === 'page-number' && (index <= text || index >= own.length - 3))
    const catchword = own.findLastIndex(({ role }, index) => role === 'catchword' && index >= own.length - 3)
    const number = numbered < 0 ? null : Number(/\d+/.exec(lines[first + numbered]!.words)?.[0] ?? Number.NaN)
    return {
      first,
      end,
      number: number === null || Number.isNaN(number) ? null : number,
      catchword: catchword < 0 ? null : wordsOf(lines[first + catchword]!.words),
      begins: lines[first + text]!.words,
      opens:
        own.slice(0, 12).some(({ role }) => OPENER.has(role ?? '')) &&
        !(isProse(lines[first + text]!.words) && beginsSmall(lines[first + text]!.words)),
    }
  })
}

type Found = { readonly order: readonly number[]; readonly reason: string; readonly confidence: number }

function byNumbers(pages: readonly PageLines[]): Found | null {
  const numbers = pages.map(({ number }) => number)
  const missing = numbers.filter((number) => number === null).length
  // the first page often bears no number: it is the one that opens
  const filled = numbers.map((number, nth) => number ?? (missing === 1 && pages[nth]!.opens ? 1 : null))
  if (filled.some((number) => number === null)) return null
  const sorted = [...filled.keys()].sort((a, b) => filled[a]! - filled[b]!)
  const isRow = sorted.every((page, nth) => nth === 0 || filled[page]! === filled[sorted[nth - 1]!]! + 1)
  if (!isRow || sorted.every((page, nth) => page === nth)) return null
  return { order: sorted, confidence: 0.93, reason: `The pages bear the numbers ${filled.join(', ')} in the order of the file.` }
}

function byCatchword(pages: readonly PageLines[]): Found | null {
  for (const [nth, page] of pages.entries()) {
    const { catchword } = page
    if (catchword === null || catchword.length < 3) continue
    const next = pages[nth + 1]
    if (next && wordsOf(next.begins).startsWith(catchword)) continue
    const answers = pages.findIndex(
      (other, index) => index !== nth && index !== nth + 1 && wordsOf(other.begins).startsWith(catchword),
    )
    if (answers < 0 || answers > nth) continue
    // what answers stands before: all from the page that opens goes before it
    let start = nth
    while (start > answers + 1 && !pages[start]!.opens) start--
    const moved = Array.from({ length: nth - start + 1 }, (_, index) => start + index)
    const order = [...Array.from({ length: answers }, (_, index) => index), ...moved, ...pages.keys()].filter(
      (index, at, all) => all.indexOf(index) === at,
    )
    return {
      order,
      confidence: 0.95,
      reason: `Page ${nth + 1} of the file ends with the catchword /${catchword}; page ${answers + 1} begins with ${pages[answers]!.begins.split(' ').slice(0, 3).join(' ')}.`,
    }
  }
  return null
}
