import type { Node } from 'prosemirror-model'
import { type Command, TextSelection, type Transaction } from 'prosemirror-state'
import type { CommandContext } from '../commands/context.ts'
import { beginPage } from '../commands/do-alike.ts'
import { liftToMargin } from '../commands/lift-to-margin.ts'
import { giveFacts } from '../commands/paper.ts'
import { setAside } from '../commands/set-aside.ts'
import { giveHand, giveRole } from '../commands/set-block.ts'
import { splitPage } from '../commands/turn-page.ts'
import { isLb } from '../document/access.ts'
import { UNKNOWN_MANUSCRIPT } from '../model/hand.ts'
import { emptyPaper } from '../model/paper.ts'
import type { Refused } from '../model/transcript.ts'
import { paperIndexAt, papersIn } from '../schema/papers.ts'
import { schema } from '../schema/schema.ts'
import { COMMAND } from '../state/meta.ts'
import { PAPER_KINDS, PAPER_RELATIONS } from '../vocabulary/page.ts'
import { ROLES } from '../vocabulary/roles.ts'
import { type OpenProposal, statementOf } from './open-proposals.ts'
import { type DivisionProposal, type FactProposal, refusalOf, type StretchProposal, type TurnProposal } from './proposal.ts'

/**
 * States what an open proposal says, as one step, by the commands with which the person would state it: a role (the words that share a block
 * with others become one of their own), handwriting lifted to the margin, what is set aside, a page turn, a paper, a fact of it. Words are not changed.
 */
export function takeProposal(context: CommandContext, open: OpenProposal): Command {
  const { proposal, from, to } = open
  switch (proposal.kind) {
    case 'stretch':
      if (proposal.setAside !== null) return selected(from, to, setAside(context, proposal.setAside))
      if (proposal.role === 'note') return selected(from, to, liftToMargin(context, { hand: handOf(proposal), as: 'note' }))
      return (state, dispatch) => {
        if (!dispatch) return true
        const tr = state.tr
        for (const part of [...open.parts].reverse()) giveRoleTo(tr, part, proposal, context)
        tellOfPaper(tr, open.also, from)
        dispatch(tr.setMeta(COMMAND, 'set-role').scrollIntoView())
        return true
      }
    case 'turn':
      return selected(from, from, withTurn(splitPage(context), proposal))
    case 'division':
      return beginPaperAt(context, open, proposal)
    case 'fact':
      return (state, dispatch) => {
        const tr = state.tr
        tellOfPaper(tr, [proposal, ...open.also], from)
        if (tr.docChanged) dispatch?.(tr.setMeta(COMMAND, 'set-paper'))
        return tr.docChanged
      }
    case 'order':
    case 'name':
      return () => false
  }
}

/** States facts of the paper that words at this place belong to, as far as they are not stated of it. */
function tellOfPaper(tr: Transaction, facts: readonly FactProposal[], from: number): void {
  for (const fact of facts) {
    const papers = papersIn(tr.doc)
    const here = papers[paperIndexAt(papers, from)]
    const stated = here ? statementOf(here.paper, fact) : null
    if (here && stated) giveFacts(tr, here, stated)
  }
}

/** Keeps that a proposal was refused, with what the same words tell: it is not made again. */
export function refuseProposal({ proposal, also }: Pick<OpenProposal, 'proposal' | 'also'>): Command {
  return (state, dispatch) => {
    const refused = [...(state.doc.attrs.refused as readonly Refused[]), ...[proposal, ...also].map(refusalOf)]
    dispatch?.(state.tr.setDocAttribute('refused', refused).setMeta(COMMAND, 'refuse-proposal'))
    return true
  }
}

/** Whether a proposal is of those that may be taken all at once: headings, furniture and page turns that are decided; never a hand, a fact, a reading. */
export function isFurniture({ proposal }: OpenProposal): boolean {
  if (proposal.kind === 'turn') return proposal.decided
  if (proposal.kind !== 'stretch' || proposal.setAside !== null || proposal.hand !== null) return false
  const { role, layer } = proposal
  if (role === null || role === 'note' || layer === 'handwritten') return false
  return role === 'heading' || ROLES[role].flow === 'furniture'
}

/** Takes several of these, all as one step; what is not of headings and furniture is passed over, and what they tell of their paper. */
export function takeFurniture(context: CommandContext, open: readonly OpenProposal[]): Command {
  return takeEach(context, open.filter(isFurniture))
}

/**
 * The proposals from one on that follow each other on its page and say the same of typed words: four paragraphs, three items. Only the one itself
 * where it is of handwriting, sets aside, or tells of its paper.
 */
export function runFrom(open: readonly OpenProposal[], one: OpenProposal): readonly OpenProposal[] {
  const { proposal, page } = one
  if (proposal.kind !== 'stretch' || !isPlainRole(one)) return [one]
  const after = open.slice(open.indexOf(one) + 1)
  const other = after.findIndex(
    (next) => !isPlainRole(next) || next.page !== page || (next.proposal as StretchProposal).role !== proposal.role,
  )
  return [one, ...(other < 0 ? after : after.slice(0, other))]
}

/** Gives the words of each of a run their role, all as one step. */
export function takeRun(context: CommandContext, run: readonly OpenProposal[]): Command {
  return takeEach(context, run.filter(isPlainRole))
}

const isPlainRole = ({ proposal, also }: OpenProposal): boolean =>
  proposal.kind === 'stretch' &&
  proposal.role !== null &&
  proposal.role !== 'note' &&
  proposal.setAside === null &&
  proposal.hand === null &&
  proposal.layer !== 'handwritten' &&
  also.length === 0

function takeEach(context: CommandContext, taken: readonly OpenProposal[]): Command {
  return (state, dispatch) => {
    if (taken.length === 0) return false
    if (!dispatch) return true
    const tr = state.tr
    // from the end, so that the places before hold; what the words are before what begins with them
    const later = (a: OpenProposal, b: OpenProposal) => b.from - a.from || Number(isTurn(a)) - Number(isTurn(b))
    for (const { proposal, parts } of [...taken].sort(later)) {
      if (proposal.kind === 'stretch') for (const part of [...parts].reverse()) giveRoleTo(tr, part, proposal, context)
      else if (proposal.kind === 'turn') beginPageAt(tr, parts[0]!, proposal, context)
    }
    dispatch(tr.setMeta(COMMAND, 'take-proposals').scrollIntoView())
    return true
  }
}

const isTurn = ({ proposal }: OpenProposal) => proposal.kind === 'turn'

const handOf = ({ layer, hand }: StretchProposal): string | null =>
  layer === 'handwritten' ? (hand ?? UNKNOWN_MANUSCRIPT.id) : null

/** Does what a command does to the selection, to these words. */
function selected(from: number, to: number, command: Command): Command {
  return (state, dispatch, view) => {
    const there = state.apply(state.tr.setSelection(TextSelection.create(state.doc, from, to)))
    return command(there, dispatch, view)
  }
}

type Part = OpenProposal['parts'][number]

function giveRoleTo(tr: Transaction, part: Part, proposal: StretchProposal, context: CommandContext): void {
  if (proposal.role === null || proposal.role === 'note') return
  const pos = part.whole ? part.pos : partBlock(tr, part, context)
  giveRole(tr, pos, proposal.role)
  const hand = handOf(proposal)
  if (hand !== null) giveHand(tr, pos, hand)
}

/** The words become a block of their own; gives its place. A line end beside them has become the end of a block. */
function partBlock(tr: Transaction, { pos, from, to }: Part, context: CommandContext): number {
  const [start, end] = wholeBlanks(tr.doc, pos, from, to)
  divide(tr, pos, end, context)
  return divide(tr, pos, start, context)
}

/** The words with the blanks of their own lines: what is blank stands with what it follows, at the head of a line with what it precedes. */
function wholeBlanks(doc: Node, pos: number, from: number, to: number): readonly [start: number, end: number] {
  const block = doc.nodeAt(pos)!
  const text = block.textBetween(0, block.content.size, '', (leaf) => (isLb(leaf) ? '\n' : '\ufffc'))
  const isSpace = (at: number) => /[^\S\n]/u.test(text[at] ?? '')
  let [start, end] = [from - pos - 1, to - pos - 1]
  while (isSpace(end)) end++
  let head = start
  while (head > 0 && isSpace(head - 1)) head--
  if (head === 0 || text[head - 1] === '\n') start = head
  return [pos + 1 + start, pos + 1 + end]
}

/** Divides a block at a place, if words stand on both sides; gives the place of the block that begins there. */
function divide(tr: Transaction, pos: number, at: number, context: CommandContext): number {
  const block = tr.doc.nodeAt(pos)!
  const [first, last] = [pos + 1, pos + 1 + block.content.size]
  if (at <= first) return pos
  if (at >= last) return pos + block.nodeSize
  const $at = tr.doc.resolve(at)
  if (isLb($at.nodeBefore)) tr.delete(at - 1, at)
  else if (isLb($at.nodeAfter)) tr.delete(at, at + 1)
  const split = isLb($at.nodeBefore) ? at - 1 : at
  if (split <= first) return pos
  const attrs = { ...block.attrs, id: context.newId(), source: [], extra: null, continues: false }
  tr.split(split, 1, [{ type: block.type, attrs }])
  return split + 1
}

/** What is known of a page that a command has just begun. */
function withTurn(command: Command, turn: TurnProposal): Command {
  return (state, dispatch, view) =>
    command(
      state,
      dispatch &&
        ((tr) => {
          sayOfPage(tr, tr.selection.$from.before(2), turn)
          dispatch(tr)
        }),
      view,
    )
}

function sayOfPage(tr: Transaction, page: number, { printed, decided }: TurnProposal): void {
  if (printed !== null) tr.setNodeAttribute(page, 'printed', printed)
  if (!decided) tr.setNodeAttribute(page, 'turn', 'undecided')
}

/** A page begins at words with which a block begins, or that become one that goes on. */
function beginPageAt(tr: Transaction, part: Part, turn: TurnProposal, context: CommandContext): void {
  const [start] = wholeBlanks(tr.doc, part.pos, part.from, part.to)
  const pos = divide(tr, part.pos, start, context)
  if (pos !== part.pos) tr.setNodeAttribute(pos, 'continues', true)
  const before = tr.mapping.maps.length
  beginPage(tr, pos, context)
  const $block = tr.doc.resolve(tr.mapping.slice(before).map(pos, 1))
  if (tr.mapping.maps.length > before) sayOfPage(tr, $block.before(2), turn)
}

function beginPaperAt(context: CommandContext, { parts }: OpenProposal, proposal: DivisionProposal): Command {
  return (state, dispatch) => {
    if (!dispatch) return true
    const { tr } = state
    const [first] = parts as readonly [Part]
    const [start] = wholeBlanks(tr.doc, first.pos, first.from, first.to)
    const pos = divide(tr, first.pos, start, context)
    const id = context.newId()
    const { paperKind, relation } = proposal
    const paper = {
      ...emptyPaper(id),
      kind: paperKind !== null && Object.hasOwn(PAPER_KINDS, paperKind) ? paperKind : null,
      relation: relation !== null && Object.hasOwn(PAPER_RELATIONS, relation) ? relation : null,
    }
    tr.insert(pos, schema.node('division', { id, paper }))
    dispatch(tr.setMeta(COMMAND, 'begin-paper').scrollIntoView())
    return true
  }
}
