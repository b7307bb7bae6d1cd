import type { Command, EditorState, Transaction } from 'prosemirror-state'
import { machineReading } from '../commands/annotate.ts'
import type { CommandContext } from '../commands/context.ts'
import { runsOf } from '../commands/remove-annotation.ts'
import { bodyOf, isBlock, isCorrection, isLb, pagesOf } from '../document/access.ts'
import { findObject } from '../document/margin-objects.ts'
import { type SourceRange, wordsOf } from '../model/source.ts'
import type { Answer } from '../model/transcript.ts'
import { fromDocument } from '../schema/document.ts'
import { papersIn } from '../schema/papers.ts'
import { schema } from '../schema/schema.ts'
import { COMMAND, KEEPS_LEDGER } from '../state/meta.ts'
import { needsWords, OUTCOMES_OF, type Outcome, type Question } from '../vocabulary/checklist.ts'
import { isoDate } from '../vocabulary/iso-date.ts'
import { gapAt } from './find-place.ts'
import { type CheckPlace, placesIn } from './places.ts'

/** What somebody brings back from the paper. `cert`: null where it is not stated. */
export interface FromPaper {
  readonly number: number
  readonly outcome: Outcome
  readonly words: string
  readonly cert: string | null
  readonly who: string
  readonly when: string
}

/** Why this is no answer to the question, in a sentence; null where it is one. */
export function whyNoAnswer(question: Question, { outcome, words, who, when }: FromPaper): string | null {
  if (!OUTCOMES_OF[question].includes(outcome)) return 'Say how it came out.'
  if (needsWords(question, outcome) && words.trim() === '') return 'Say what the paper has, in words.'
  if (who.trim() === '') return 'Say who looked it up.'
  return isoDate(when) === null ? 'Say when it was looked up: a day, a month or a year.' : null
}

/**
 * What the paper told of a place of the check list, in one step: the words, the tag or the fact that asked are put right with the paper as their basis, and
 * the answer is kept on the page. Where words read otherwise they become a marked correction; what was a gap too, or supplied words where the machine read
 * nothing. Refused where the place is not there any more, or the words cannot be put in its place.
 */
export function answerPlace(context: CommandContext, asked: Pick<CheckPlace, 'place' | 'question'>, told: FromPaper): Command {
  return (state, dispatch) => {
    if (whyNoAnswer(asked.question, told) !== null) return false
    const text = { ...fromDocument(state.doc), originals: [] }
    const place = placesIn({ ...text, status: '', hands: [], people: [], names: [], revisions: [], extra: {} }).find(
      (one) => one.place === asked.place && one.question === asked.question,
    )
    if (!place) return false
    const tr = state.tr
    keep(tr, place, told)
    if (!SETTLE[asked.question](tr, { context, state, id: asked.place, told, question: asked.question })) return false
    dispatch?.(tr.setMeta(COMMAND, 'answer'))
    return true
  }
}

/** The answer on its page: an attribute, so no position moves. */
function keep(tr: Transaction, { page, place, question, words }: CheckPlace, told: FromPaper): void {
  let pos = 1
  pagesOf(tr.doc)
    .slice(0, page - 1)
    .forEach((one) => {
      pos += one.nodeSize
    })
  const { number, outcome, who, when } = told
  const answer: Answer = {
    number,
    place,
    question,
    was: words,
    outcome,
    words: told.words.trim(),
    basis: 'paper',
    who: who.trim(),
    when,
  }
  tr.setNodeAttribute(pos, 'answers', [...tr.doc.nodeAt(pos)!.attrs.answers, answer])
}

interface Settling {
  readonly context: CommandContext
  readonly state: EditorState
  readonly id: string
  readonly question: Question
  readonly told: FromPaper
}

type Settle = (tr: Transaction, settling: Settling) => boolean

const SETTLE: Readonly<Record<Question, Settle>> = {
  undetermined: settleReading,
  unclear: settleReading,
  certainty: settleReading,
  gap: settleGap,
  reading: settleNote,
  query: settleQuery,
  hand: settleHand,
  date: settleDate,
  turn: settleTurn,
  // what it is stays a person's decision: restored, or its reason stated
  aside: () => true,
}

function settleReading(tr: Transaction, { context, state, id, question, told }: Settling): boolean {
  const runs = runsOf(state.doc, id)
  const [first, last] = [runs[0], runs.at(-1)]
  if (!first || !last) return false
  const sure = { cert: told.cert, basis: 'paper' }
  const here = runs.map(({ from, to }) => state.doc.textBetween(from, to)).join('')
  const words = told.words.trim()
  if (told.outcome === 'unreadable' || (question === 'certainty' && (told.outcome === 'as-here' || words === here))) {
    for (const { from, to, mark } of runs)
      tr.removeMark(from, to, mark).addMark(from, to, mark.type.create({ ...mark.attrs, ...sure }))
    return true
  }
  if (told.outcome === 'as-here' || words === here) {
    const { suggestion } = first.mark.attrs
    const isError = question === 'undetermined' && typeof suggestion === 'string' && suggestion !== '' && suggestion !== here
    for (const { from, to, mark } of runs) {
      tr.removeMark(from, to, mark)
      // the paper has it so: then the error is the writer's, and the reading that was thought of is the editor's
      if (isError)
        tr.addMark(from, to, schema.mark('emendation', { id, corr: suggestion, ...sure, basisNote: mark.attrs.basisNote }))
    }
    return true
  }
  const [from, to] = [first.from, last.to]
  if (!state.doc.resolve(from).sameParent(state.doc.resolve(to))) return false
  const isOwn = isCorrection(first.mark)
  const was = isOwn ? String(first.mark.attrs.was) : machineReading(context, state, from, to)
  const kept = (state.doc.nodeAt(from)?.marks ?? []).filter((mark) => mark.attrs.id !== id)
  const others = question === 'certainty' && !isOwn ? [first.mark.type.create({ ...first.mark.attrs, ...sure })] : []
  const mended = words === was ? [] : [schema.mark('correction', { id: others.length > 0 ? context.newId() : id, was, ...sure })]
  const marks = [...others, ...mended].reduce((set, mark) => mark.addToSet(set), kept as readonly (typeof first.mark)[])
  tr.replaceWith(from, to, schema.text(words, marks))
  return true
}

function settleGap(tr: Transaction, { context, state, id, told }: Settling): boolean {
  const pos = gapAt(state.doc, id)
  const gap = pos === null ? null : state.doc.nodeAt(pos)
  if (pos === null || !gap) return false
  const sure = { cert: told.cert, basis: 'paper' }
  if (told.outcome === 'unreadable') {
    for (const [name, value] of Object.entries({ reason: 'illegible', ...sure })) tr.setNodeAttribute(pos, name, value)
    return true
  }
  const was = wordsOf((gap.attrs.evidence ?? []) as readonly SourceRange[], context.texts()).trim()
  const own = context.newId()
  const mark =
    was === '' || was === told.words.trim()
      ? schema.mark('supplied', { id: own, reason: 'read on the paper', ...sure })
      : schema.mark('correction', { id: own, was, ...sure })
  tr.replaceWith(pos, pos + 1, schema.text(told.words.trim(), mark.addToSet(gap.marks)))
  return true
}

/** The words of a whole note; one with gaps, anchors or tags in it is put right in itself. */
function settleNote(tr: Transaction, { context, state, id, told }: Settling): boolean {
  const note = findObject(state.doc, id)
  if (!note) return false
  const { node, pos } = note
  for (const [name, value] of Object.entries({ readingCert: told.cert, basis: 'paper' })) tr.setNodeAttribute(pos, name, value)
  const here = node.textContent
  const words = told.words.trim()
  if (told.outcome !== 'otherwise' || words === here) return true
  const isPlain = node.children.every((child) => (child.isText && child.marks.length === 0) || isLb(child))
  if (!isPlain) return false
  const was = node.textBetween(0, node.content.size, ' ', ' ').trim()
  const mark = schema.mark('correction', { id: context.newId(), was, cert: told.cert, basis: 'paper' })
  tr.replaceWith(pos + 1, pos + 1 + node.content.size, schema.text(words, [mark]))
  return true
}

function settleQuery(tr: Transaction, { state, id, told }: Settling): boolean {
  const query = findObject(state.doc, id)
  if (!query) return false
  const words = told.words.trim()
  const said = `${words === '' ? 'The paper does not tell' : words} (the paper; ${told.who.trim()}, ${told.when})`
  const end = query.pos + 1 + query.node.content.size
  const line = query.node.content.size > 0 ? [schema.node('lb'), schema.text(said)] : [schema.text(said)]
  if (told.outcome === 'told') tr.setNodeAttribute(query.pos, 'state', 'resolved')
  tr.insert(end, line)
  return true
}

function settleHand(tr: Transaction, { state, id, told }: Settling): boolean {
  if (told.outcome === 'not-told') return true
  const note = told.words.trim()
  const object = findObject(state.doc, id)
  if (object) {
    const facts = { cert: told.cert, basis: 'paper', ...(note === '' ? {} : { basisNote: note }) }
    for (const [name, value] of Object.entries(facts)) tr.setNodeAttribute(object.pos, name, value)
    return true
  }
  let at: number | null = null
  bodyOf(state.doc).descendants((node, pos) => {
    if (isBlock(node) && node.attrs.id === id) at = pos + 1
    return !node.isTextblock
  })
  if (at === null) return false
  const { handCert: _, ...facts } = (state.doc.nodeAt(at)!.attrs.facts ?? {}) as Readonly<Record<string, unknown>>
  const stated = {
    ...facts,
    ...(told.cert === null ? {} : { handCert: told.cert }),
    handBasis: 'paper',
    ...(note === '' ? {} : { handBasisNote: note }),
  }
  tr.setNodeAttribute(at, 'facts', stated)
  return true
}

function settleDate(tr: Transaction, { state, id, told }: Settling): boolean {
  const found = papersIn(state.doc).find(({ paper }) => paper.id === id)
  if (!found) return false
  if (told.outcome === 'not-told') return true
  const { cert: _, ...facts } = (found.paper.facts ?? {}) as Readonly<Record<string, unknown>>
  const note = told.words.trim()
  const stated = {
    ...facts,
    ...(told.cert === null ? {} : { cert: told.cert }),
    basis: 'paper',
    ...(note === '' ? {} : { basisNote: note }),
  }
  const paper = { ...found.paper, facts: stated }
  if (found.pos === null) tr.setDocAttribute('paper', paper)
  else tr.setNodeAttribute(found.pos, 'paper', paper)
  return true
}

/** The turn is decided; a marking at the foot goes to the end of the page before with its block. */
function settleTurn(tr: Transaction, { state, id, told }: Settling): boolean {
  if (told.outcome === 'not-told') return true
  let pos = 1
  for (const page of pagesOf(state.doc)) {
    if (page.attrs.id === id) {
      tr.setNodeAttribute(pos, 'turn', null)
      const block = page.firstChild
      if (told.outcome !== 'foot' || pos === 1) return true
      if (!isBlock(block) || page.childCount < 2) return true
      tr.delete(pos + 1, pos + 1 + block.nodeSize).insert(pos - 1, block)
      tr.setMeta(KEEPS_LEDGER, true)
      return true
    }
    pos += page.nodeSize
  }
  return false
}
