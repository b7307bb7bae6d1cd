import type { Block, Page, Paper, Transcript } from '../model/transcript.ts'
import { goesOnDivided, isPageNumber } from '../text/divided.ts'
import { standsIn } from '../vocabulary/page.ts'
import { isRole, ROLES, type RoleName } from '../vocabulary/roles.ts'
import { type DivisionJudge, divisionJudge, plainText } from './divided-words.ts'
import { type Hands, handsOf, isTyped } from './hands.ts'

/** A page begins. */
export interface Turn {
  readonly kind: 'turn'
  readonly page: Page
}

/** A block as it reads: with what goes on from it after a page turn. */
export interface Whole {
  readonly kind: 'block'
  readonly id: string
  readonly role: RoleName | null
  readonly hand: string | null
  /** What is stated of it by its role; of a block in pieces, of the first. */
  readonly facts: Readonly<Record<string, unknown>>
  readonly pieces: readonly Piece[]
}

/** Words, or what stands between them: the page turn, and the furniture at the foot of one page and the head of the next. */
export type Piece = Block | { readonly type: 'between'; readonly items: readonly ReadingUnit[] }

export type ReadingUnit = Turn | Whole

/** One paper of the file and what stands on it, in reading order. */
export interface PaperText {
  readonly paper: Paper
  readonly items: readonly ReadingUnit[]
}

/**
 * The papers of a transcript in reading order. A block that `continues` is joined to the one that ends the page before, around the turn,
 * where role and hand are the same; so is one that begins with the other half of a word that is proved to be one, over a page number too. What was cut at import
 * because it was too long is one again. A page that begins with a new paper belongs to that paper. `unjoined` counts blocks that say they go on,
 * and have nothing to go on from.
 */
export function papersOf(transcript: Transcript): { readonly papers: readonly PaperText[]; readonly unjoined: number } {
  const { paper, pages } = transcript
  const hands = handsOf(transcript)
  const judge = divisionJudge(transcript)
  const papers: { paper: Paper; items: ReadingUnit[] }[] = [{ paper, items: [] }]
  let unjoined = 0
  for (const page of pages) {
    papers.at(-1)!.items.push({ kind: 'turn', page })
    for (const child of page.content) {
      const { items } = papers.at(-1)!
      if (child.type === 'division') {
        const turns = items.findLastIndex((item) => item.kind !== 'turn') + 1
        papers.push({ paper: child, items: items.splice(turns) })
        continue
      }
      // the empty line of a blank page, or of one that is not there, is no text; what goes over it goes on
      if (standsIn(page.state) && child.content.length === 0) continue
      const before = child.continues ? goesOnFrom(items, child) : dividedBefore(items, child, judge)
      const joined = before !== null && join(items, before, child, hands)
      if (child.continues && !joined) unjoined += 1
      if (!joined) items.push(wholeOf(child))
    }
  }
  return { papers, unjoined }
}

function wholeOf(block: Block): Whole {
  const role = isRole(block.role) ? block.role : null
  return { kind: 'block', id: block.id, role, hand: block.hand, facts: block.facts ?? {}, pieces: [block] }
}

/** The place of the block before the last turn; or of the one right before, where a cut at import parts them. */
function goesOnFrom(items: readonly ReadingUnit[], block: Block): number | null {
  if (isCutFrom(items.at(-1), block)) return items.length - 1
  const before = items.findLastIndex((item) => item.kind === 'block' && !isFurniture(item.role))
  return items.slice(before + 1).some((item) => item.kind === 'turn') ? before : null
}

/** The place of the block that ends with the first half of a word whose other half a block begins with: a page number or a turn is between. */
function dividedBefore(items: readonly ReadingUnit[], block: Block, judge: DivisionJudge): number | null {
  const before = items.findLastIndex((item) => item.kind === 'block' && !isFurniture(item.role) && !isPageNumber(textOf(item)))
  const whole = items[before]
  if (whole?.kind !== 'block' || before === items.length - 1) return null
  const [text, next] = [textOf(whole), plainText(block)]
  return goesOnDivided(text, next) && judge(text, next)?.division === 'joined' ? before : null
}

/** Whether a block was cut from the one before because it was too long: it begins in the machine transcript with the very next character. */
function isCutFrom(item: ReadingUnit | undefined, { source: [first] }: Block): boolean {
  const before = item?.kind === 'block' ? item.pieces.at(-1) : undefined
  const last = before?.type === 'block' ? before.source.at(-1) : undefined
  return first !== undefined && last !== undefined && last[0] === first[0] && last[2] === first[1]
}

function textOf({ pieces }: Whole): string {
  const last = pieces.at(-1)
  return last?.type === 'block' ? plainText(last) : ''
}

/** Puts the words of a block to those of the block at `before`, if it is one that they can go on from. */
function join(items: ReadingUnit[], before: number, block: Block, hands: Hands): boolean {
  const whole = items[before]
  const between = items.slice(before + 1)
  if (whole?.kind !== 'block') return false
  if (whole.role !== block.role || whole.hand !== block.hand || isFurniture(whole.role)) return false
  // typed furniture between two stretches of handwriting would be hidden with them where only what was typed is shown
  const typedBetween = between.some((item) => item.kind === 'block' && isTyped(item.hand, hands))
  if (typedBetween && !isTyped(whole.hand, hands)) return false
  const parted: readonly Piece[] = between.length > 0 ? [{ type: 'between', items: between }] : []
  items.splice(before, items.length, { ...whole, pieces: [...whole.pieces, ...parted, block] })
  return true
}

/** Whether a role stands outside the text: furniture of the page, or an addition of the archive. */
export function isFurniture(role: RoleName | null): boolean {
  return role !== null && (ROLES[role].flow === 'furniture' || ROLES[role].flow === 'archive')
}
