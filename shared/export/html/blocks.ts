import type { MarginObject } from '../../model/transcript.ts'
import { isLaidOut } from '../../text/layout.ts'
import { factsInWords, handInWords } from '../../vocabulary/facts.ts'
import { PAGE_STATES, type PageState, standsIn } from '../../vocabulary/page.ts'
import { ROLES, type RoleName } from '../../vocabulary/roles.ts'
import { element, type XmlElement, type XmlNode } from '../../xml/node.ts'
import { plainText } from '../divided-words.ts'
import { isTyped } from '../hands.ts'
import { lineOf } from '../inline.ts'
import { isFurniture, type ReadingUnit, type Turn, type Whole } from '../reading-order.ts'
import { withDivisions } from '../with-divisions.ts'
import { setLine } from './line.ts'
import { badge, inkOf } from './marks.ts'
import { bdi, classes, el, group, out } from './node.ts'
import { drawApart } from './notes.ts'
import { addressOf } from './reference.ts'
import type { Setting } from './setting.ts'

/** What stands on a paper, block by block; items in a row make a list. */
export function setItems(items: readonly ReadingUnit[], setting: Setting): readonly XmlElement[] {
  const out: XmlElement[] = []
  let list: XmlElement[] = []
  const close = () => {
    if (list.length > 0) out.push(group('ul', 'list', list))
    list = []
  }
  for (const [at, item] of items.entries()) {
    // where a paper begins, a page begins: only what is known of it is told
    if (item.kind === 'turn' && at === 0 && saysNothing(item, setting)) continue
    if (item.kind === 'block' && item.role === 'item') {
      list.push(setBlock(item, 'li', setting))
      continue
    }
    close()
    out.push(item.kind === 'turn' ? setTurn(item, 'div', setting) : setBlock(item, elementOf(item.role, setting), setting))
  }
  close()
  return out
}

function saysNothing({ page }: Turn, { placement, references }: Setting): boolean {
  if (references.referred.has(page.id)) return false
  const known = [page.printed, page.folio, page.image, page.state === 'present' ? null : page.state, page.turn ?? null]
  return known.every((value) => value === null) && !placement.on.has(page.id)
}

function elementOf(role: RoleName | null, { level }: Setting): string {
  if (role === 'heading') return `h${level}`
  return role === 'quotation' ? 'blockquote' : 'p'
}

/** The states that a block is out of: handwriting of what is typed, furniture of the reading text. */
function statesOf({ role, hand }: Whole, { hands }: Setting): string {
  return classes(isTyped(hand, hands) ? null : out('typed'), isFurniture(role) ? out('reading') : null) ?? ''
}

function classOf(whole: Whole, setting: Setting): string | null {
  const laidOut = isTable(whole) && 'laid-out'
  return classes('block', whole.role ?? 'no-role', laidOut, statesOf(whole, setting), inkOf(whole.hand, setting))
}

/** Whether a block is laid out by blanks. What has a role that is read as one line, like a heading or a dateline, is not. */
function isTable({ role, pieces }: Whole): boolean {
  const isText = role === null || role === 'telegram-preamble' || (ROLES[role].flow === 'text' && role !== 'heading')
  return isText && pieces.some((piece) => piece.type === 'block' && isLaidOut(plainText(piece)))
}

function setBlock(whole: Whole, name: string, setting: Setting): XmlElement {
  const isHeading = whole.role === 'heading'
  const address = addressOf(whole.id, setting)
  const words = wordsOf(whole, setting, isHeading)
  // without words a heading would be an empty one to whoever moves by headings
  if (!isHeading || !hasWords(whole))
    return el(name === `h${setting.level}` ? 'p' : name, classOf(whole, setting), words, { dir: 'auto', ...address })
  const beside = drawApart(objectsIn(whole, setting), setting)
  return el('div', classOf(whole, setting), [...beside, el(name, null, words, { dir: 'auto' })], address)
}

function hasWords({ pieces }: Whole): boolean {
  return pieces.some(
    (piece) => piece.type === 'block' && piece.content.some((run) => run.type === 'text' && run.text.trim() !== ''),
  )
}

function objectsIn({ pieces }: Whole, { placement, readings }: Setting): readonly MarginObject[] {
  const { items } = lineOf(pieces, placement, readings)
  return items.flatMap((item) => (item.kind === 'object' ? [item.object] : []))
}

function wordsOf(whole: Whole, setting: Setting, apart: boolean): readonly XmlNode[] {
  // where no hand is stated, a block is the typewriter's or the printer's: its mends are silent
  const handwritten = whole.hand !== null && !isTyped(whole.hand, setting.hands)
  const line = withDivisions(lineOf(whole.pieces, setting.placement, setting.readings), setting.judge)
  return [
    ...setLine(line, handwritten, { ...setting, keepsLines: isTable(whole) }, apart),
    ...factsOf(whole),
    ...badge(whole.hand, setting, `sign ${out('typed', 'reading')}`),
  ]
}

/** What is stated of a block by its role and of its hand, after its words: never words of the paper. */
function factsOf({ role, hand, facts }: Whole): readonly XmlElement[] {
  const words = [...factsInWords(role, facts), ...(hand === null ? [] : handInWords(facts))]
  if (words.length === 0) return []
  const parts = words.flatMap((part, at): XmlNode[] => (at === 0 ? [bdi(part)] : ['; ', bdi(part)]))
  return [el('span', classes('sign', 'told', out('typed', 'reading')), [' [', ...parts, ']'])]
}

/** What stands between the pieces of a block that runs over a turn: within the paragraph, so no block of its own. */
export function setBetween(items: readonly ReadingUnit[], setting: Setting): readonly XmlElement[] {
  return items.map((item) =>
    item.kind === 'turn'
      ? setTurn(item, 'span', setting)
      : el(
          'span',
          classes('between', classOf(item, setting), item.role === null && out('reading')),
          wordsOf(item, setting, false),
          {
            dir: 'auto',
            ...addressOf(item.id, setting),
          },
        ),
  )
}

/** A page begins: its numbers as far as they are known, and what is drawn on it. */
function setTurn({ page }: Turn, name: 'div' | 'span', setting: Setting): XmlElement {
  const { placement } = setting
  const number = (label: string, value: string | null): readonly (readonly XmlNode[])[] =>
    value === null ? [] : [[`${label} `, bdi(value)]]
  const state = standsIn(page.state) ? [[bdi(PAGE_STATES[page.state as PageState] ?? page.state)]] : []
  const turn = page.turn === undefined ? [] : [['where the page turns is not decided']]
  const parts = [
    ...number('page', page.printed),
    ...number('folio', page.folio),
    ...number('image', page.image),
    ...state,
    ...turn,
  ]
  const words = parts.length === 0 ? ['new page'] : parts.flatMap((part, at) => (at === 0 ? part : [' · ', ...part]))
  const objects = (placement.on.get(page.id) ?? []).flatMap((object) => setting.draw(object, false))
  return element(name, { class: 'turn', ...addressOf(page.id, setting) }, [
    el('span', classes('sign turn-words', standsIn(page.state) ? null : out('reading')), words),
    ...objects,
  ])
}
