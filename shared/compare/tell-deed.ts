import type { Mark, Node } from 'prosemirror-model'
import { isBlock, isDivision, isPage, isPassage, isPoint, nameOf } from '../document/access.ts'
import { changedChildren } from '../document/changed-children.ts'
import type { Unused } from '../model/transcript.ts'
import { penMarkWords } from '../vocabulary/pen-marks.ts'
import { labelOf } from '../vocabulary/vocabulary.ts'

/** So many letters of the words that it was done to are told. */
const TOLD = 36

/**
 * What was done from one state of a document to another, in a few words for the person: `typing “abc”`, `person on “Mr Ferrand”`, `role: heading`.
 * The weightiest comes first; of more the number is told. For two states that say the same, the empty string.
 */
export function tellDeed(from: Node, to: Node): string {
  const { came, went } = changedChildren(from, to)
  const aside = movedAside(from, to)
  if (aside !== 0) {
    const lost =
      aside > 0
        ? changedText(
            went,
            came.map(({ node }) => node),
          )
        : changedText(
            came.map(({ node }) => node),
            went,
          )
    return `${aside > 0 ? 'set aside' : 'put back'}${quoted(lost)}`
  }
  const now = new Map(came.map(({ node }) => [node.attrs.id as string, node]))
  const before = new Map(went.map((node) => [node.attrs.id as string, node]))
  const deeds: Deed[] = []
  for (const [id, node] of now) {
    const was = before.get(id)
    deeds.push(...(was ? changes(was, node) : [arrival(node, true)]))
  }
  for (const [id, node] of before) if (!now.has(id)) deeds.push(arrival(node, false))
  const told = deeds.filter(({ words }) => words !== '').sort((a, b) => a.weight - b.weight)
  if (told.length === 0) {
    if (came.length + went.length > 0) return 'a move'
    return from.attrs.paper === to.attrs.paper ? '' : 'facts of the paper'
  }
  const [first] = told
  const alike = told.filter(({ kind }) => kind === first!.kind).length
  return alike > 1 ? `${first!.words} and ${alike - 1} more` : first!.words
}

/** How many stretches more are set aside by somebody in the second state than in the first. What is deleted stands there too, and is told as a deletion. */
function movedAside(from: Node, to: Node): number {
  const count = (doc: Node) => (doc.attrs.unused as readonly Unused[]).filter(({ reason }) => reason !== 'deleted').length
  return from.attrs.unused === to.attrs.unused ? 0 : count(to) - count(from)
}

/** What some blocks say that the others, which stand for them, do not: the words of whole blocks, or what changed within one. */
function changedText(more: readonly Node[], fewer: readonly Node[]): string {
  const ids = new Map(fewer.map((node) => [node.attrs.id as string, node]))
  for (const node of more) {
    if (isPage(node) || isDivision(node)) continue
    const rest = ids.get(node.attrs.id as string)
    if (!rest) return node.textContent
    const [words] = differing(readable(node), readable(rest))
    if (words.trim() !== '') return words.trim()
  }
  return ''
}

/** One change. `weight`: the lower, the more of the whole it tells. */
interface Deed {
  readonly kind: string
  readonly weight: number
  readonly words: string
}

const WEIGHT = { object: 0, paper: 1, page: 2, mark: 3, fact: 4, words: 5, block: 6 } as const

const deed = (kind: keyof typeof WEIGHT, words: string): Deed => ({ kind, weight: WEIGHT[kind], words })

function arrival(node: Node, isThere: boolean): Deed {
  const off = isThere ? '' : ' taken away'
  if (isPage(node)) return deed('page', isThere ? 'a new page' : 'a page joined or taken away')
  if (isDivision(node)) return deed('paper', isThere ? 'a new paper' : 'a paper joined')
  if (isBlock(node)) return deed('block', isThere ? 'a new block' : 'a block joined or deleted')
  const what = nameOf(node) === 'penmark' ? penMarkWords(node.attrs) : labelOf(nameOf(node))
  return deed('object', `${what}${quoted(node.textContent)}${off}`)
}

function changes(was: Node, now: Node): readonly Deed[] {
  // what is in a page is told by itself
  if (isPage(now)) return sameFacts(was, now) ? [] : [deed('page', 'facts of the page')]
  if (isDivision(now)) return [deed('paper', 'facts of the paper')]
  const marks = changedMarks(was, now)
  if (marks.length > 0) return marks
  const words = changedWords(readable(was), readable(now))
  if (words !== '') return [deed('words', words)]
  return sameFacts(was, now) ? [] : [deed('fact', changedFact(was, now))]
}

function changedFact(was: Node, now: Node): string {
  if (isBlock(now) && was.attrs.role !== now.attrs.role) {
    const role = now.attrs.role ?? was.attrs.role
    return `role ${labelOf(role)}${now.attrs.role === null ? ' taken off' : ''}${quoted(now.textContent)}`
  }
  const what = isBlock(now) ? 'block' : labelOf(nameOf(now))
  return was.attrs.hand === now.attrs.hand ? `facts of the ${what}` : `hand of the ${what}${quoted(now.textContent)}`
}

function changedMarks(was: Node, now: Node): readonly Deed[] {
  const [old, fresh] = [marksIn(was), marksIn(now)]
  const deeds: Deed[] = []
  for (const [id, { mark, words }] of fresh) {
    const before = old.get(id)
    if (!before) deeds.push(deed('mark', `${labelOf(nameOf(mark))}${quoted(words)}`))
    else if (!before.mark.eq(mark)) deeds.push(deed('mark', `facts of ${labelOf(nameOf(mark))}${quoted(words)}`))
  }
  for (const [id, { mark, words }] of old)
    if (!fresh.has(id)) deeds.push(deed('mark', `${labelOf(nameOf(mark))} taken off${quoted(words)}`))
  return deeds
}

function marksIn(node: Node): ReadonlyMap<string, { readonly mark: Mark; readonly words: string }> {
  const found = new Map<string, { mark: Mark; words: string }>()
  node.forEach((child) => {
    for (const mark of child.marks) {
      if (isPassage(mark)) continue
      const words = (found.get(mark.attrs.id)?.words ?? '') + (child.text ?? ' ')
      found.set(mark.attrs.id, { mark, words })
    }
  })
  return found
}

// anchors come and go with what they are of
const readable = (node: Node) => node.textBetween(0, node.content.size, ' ', (leaf) => (isPoint(leaf) ? '' : ' '))

/** What two texts have of their own between what both begin and end with. */
function differing(was: string, now: string): readonly [string, string] {
  const shorter = Math.min(was.length, now.length)
  let [head, tail] = [0, 0]
  while (head < shorter && was[head] === now[head]) head++
  while (tail < shorter - head && was.at(-1 - tail) === now.at(-1 - tail)) tail++
  return [was.slice(head, was.length - tail), now.slice(head, now.length - tail)]
}

function changedWords(was: string, now: string): string {
  const [out, into] = differing(was, now)
  if (out === into) return ''
  if (out === '') return `typing${quoted(into)}`
  return into === '' ? `deletion${quoted(out)}` : `${quoted(out).trim()} changed to${quoted(into)}`
}

function quoted(words: string): string {
  const plain = words.replace(/\s+/gu, ' ')
  const shown = [...plain].slice(0, TOLD).join('')
  return shown.trim() === '' ? '' : ` “${shown}${shown.length < plain.length ? '…' : ''}”`
}

/** Where the machine's words of it stand is bookkeeping, and nothing that anybody did. */
function sameFacts(was: Node, now: Node): boolean {
  const facts = ({ attrs }: Node) => JSON.stringify({ ...attrs, source: null, seam: null })
  return facts(was) === facts(now)
}
