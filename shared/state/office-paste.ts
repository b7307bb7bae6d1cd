import { Fragment, type Node, Slice } from 'prosemirror-model'
import type { Transaction } from 'prosemirror-state'
import type { NewId } from '../model/ids.ts'
import { schema } from '../schema/schema.ts'
import { COMMAND } from './meta.ts'
import { OFFICE, OFFICE_SIGNS } from './office-signs.ts'

/** A stretch of the text after the paste, in the document's positions. */
export interface Underlined {
  readonly from: number
  readonly to: number
}

/** What a word processor's clipboard held besides words, and what became of it. Counts of places. */
export interface FromOffice {
  readonly struck: number
  readonly rows: number
  readonly inserted: number
  readonly notes: number
  readonly comments: number
  readonly pictures: number
  /** Numbers and bullets of list items, which the other program draws: words now. */
  readonly numbers: number
  /** List items whose number cannot be told. */
  readonly unnumbered: number
  /** Tables within a cell. */
  readonly inner: number
  /** Places with words that the other program does not show: they did not come. */
  readonly hidden: number
  /** Places raised above the line, or lowered below it. */
  readonly raised: number
  /** Calls whose notes were not on the clipboard. */
  readonly lostCalls: number
  readonly underlined: readonly Underlined[]
}

/** Meta of a paste that came from a word processor and held more than words: a `FromOffice`. */
export const FROM_OFFICE = 'fromOffice'

const CALL = new RegExp(`${OFFICE.call}([a-z]{1,12}\\d{1,6})${OFFICE.end}`, 'g')
const BACK = new RegExp(`${OFFICE.back}([a-z]{1,12}\\d{1,6})${OFFICE.end}`)

/** Words of footnotes by the number that their calls name. */
type Footnotes = ReadonlyMap<string, Fragment>

export interface OfficeSlice {
  readonly slice: Slice
  /** Null where notes cannot stand: there they stay as lines. */
  readonly footnotes: Footnotes | null
}

/** Blanks and tabs that stand as they are; all at once, for a listing may hold very many. */
function withKeptBlanks(content: Fragment): Fragment {
  const nodes: Node[] = []
  content.forEach((node) => {
    if (!node.isText) nodes.push(node.copy(withKeptBlanks(node.content)))
    else nodes.push(schema.text(node.text!.replaceAll(OFFICE.blank, ' ').replaceAll(OFFICE.keptTab, '\t'), node.marks))
  })
  return Fragment.from(nodes)
}

/** Takes footnotes out of what is pasted, each with its words, where their calls are pasted too. `intoText`: else they stay as lines. */
export function takeFootnotes(pasted: Slice, intoText: boolean): OfficeSlice {
  const slice = new Slice(withKeptBlanks(pasted.content), pasted.openStart, pasted.openEnd)
  if (!intoText) return { slice, footnotes: null }
  const footnotes = new Map<string, Fragment>()
  const words = slice.content.textBetween(0, slice.content.size, '\n')
  if (!words.includes(OFFICE.footnote) && !words.includes(OFFICE.back)) return { slice, footnotes }
  const called = new Set([...words.matchAll(CALL)].map(([, key]) => key!))
  const kept: Node[] = []
  let key: string | null = null
  slice.content.forEach((node) => {
    const own = BACK.exec(node.textContent)?.[1]
    const goesOn = own === undefined && key !== null && node.textContent.includes(OFFICE.footnote)
    key = own ?? (goesOn ? key : null)
    if (key === null || !called.has(key)) {
      key = null
      kept.push(node)
      return
    }
    // the line that the program draws over the notes is no block of the text
    while (kept.length > 0 && kept.at(-1)!.textContent.trim() === '') kept.pop()
    const before = footnotes.get(key)
    const line = withoutSigns(node.content)
    footnotes.set(key, before ? before.addToEnd(schema.node('lb')).append(line) : line)
  })
  return footnotes.size === 0 ? { slice, footnotes } : { slice: new Slice(Fragment.from(kept), 0, 0), footnotes }
}

/** Inline content without any sign of the clipboard; a cell's end is a tab. */
function withoutSigns(content: Fragment): Fragment {
  const out: Node[] = []
  let begins = true
  content.forEach((node) => {
    if (!node.isText) out.push(node)
    else {
      let text = node
        .text!.replaceAll(new RegExp(BACK, 'g'), '')
        .replace(/ *\ufdd3 */g, '\t')
        .replace(/\ufdd9 */g, '')
        .replace(OFFICE_SIGNS, '')
      if (begins) text = text.trimStart()
      if (text !== '') out.push(schema.text(text, node.marks))
    }
    begins &&= out.length === 0
  })
  return Fragment.from(out)
}

/**
 * Turns the signs between two places of a text that was just pasted into what they mean, and takes them out: a call becomes an anchor with an
 * editor's note, a cell's end a tab. Says in the transaction what there was (`FROM_OFFICE`). Nothing where there is no sign.
 */
export function settleOffice(tr: Transaction, from: number, to: number, footnotes: Footnotes | null, newId: NewId): void {
  const edits: { from: number; to: number; instead: Node | null }[] = []
  const notes: Node[] = []
  const counts = { struck: 0, rows: 0, inserted: 0, comments: 0, pictures: 0, lostCalls: 0, ...NO_COUNTS }
  const starts: number[] = []
  const underlined: { from: number; to: number }[] = []
  const { doc } = tr
  doc.nodesBetween(from, Math.min(to, doc.content.size), (node, pos) => {
    if (!node.isText) return true
    for (const match of node.text!.matchAll(/ *\ufdd3 *|\ufdd9 *|[\ufdd4\ufdd6]([a-z]{1,12}\d{1,6})\ufdd5|[\ufdd0-\ufdef]/g)) {
      const at = pos + match.index
      if (at < from || at >= to) continue
      const [sign, key] = match
      let instead: Node | null = null
      if (sign.includes(OFFICE.tab)) instead = schema.text('\t', node.marks)
      else if (key && (footnotes === null || sign.startsWith(OFFICE.back)))
        instead = schema.text(`[${/\d+/.exec(key)![0]}]`, node.marks)
      else if (key) {
        const words = footnotes?.get(key)
        if (words) {
          const id = newId()
          instead = schema.node('point', { note: id, id: newId() })
          notes.push(schema.node('editornote', { id }, words))
          if (isComment(key)) counts.comments++
        } else counts.lostCalls++
      } else if (sign === OFFICE.underlined) starts.push(at)
      else if (sign === OFFICE.underlinedEnd && starts.length > 0) underlined.push({ from: starts.pop()!, to: at })
      else if (sign === OFFICE.struck) counts.struck++
      else if (sign.startsWith(OFFICE.row)) counts.rows++
      else if (sign === OFFICE.inserted) counts.inserted++
      else if (sign === OFFICE.picture) counts.pictures++
      else {
        const counted = COUNTED.find((name) => OFFICE[COUNTS[name]] === sign)
        if (counted) counts[counted]++
      }
      // the blank after a comment's call is Word's, not the text's
      const blank = key && isComment(key) && node.text!.charAt(match.index + sign.length) === '\u00a0' ? 1 : 0
      edits.push({ from: at, to: at + sign.length + blank, instead })
    }
    return true
  })
  if (edits.length === 0) return
  const steps = tr.mapping.maps.length
  for (const edit of edits.reverse()) {
    if (edit.instead) tr.replaceWith(edit.from, edit.to, edit.instead)
    else tr.delete(edit.from, edit.to)
  }
  // new objects of the margin come by a command alone
  if (notes.length > 0) tr.insert(tr.doc.content.size - 1, notes).setMeta(COMMAND, 'paste-notes')
  const moved = tr.mapping.slice(steps)
  const places = underlined
    .map((place) => ({ from: moved.map(place.from, 1), to: moved.map(place.to, -1) }))
    .filter((place) => place.from < place.to && tr.doc.textBetween(place.from, place.to, ' ').trim() !== '')
    .sort((a, b) => a.from - b.from)
  const told: FromOffice = { ...counts, notes: notes.length - counts.comments, underlined: places }
  const all = Object.values(counts).reduce((sum, count) => sum + count, 0)
  if (all + notes.length + places.length > 0) tr.setMeta(FROM_OFFICE, told)
}

/** What is only counted, by its sign. */
const COUNTS = { numbers: 'number', unnumbered: 'unnumbered', inner: 'inner', hidden: 'hidden', raised: 'raised' } as const
const COUNTED = Object.keys(COUNTS) as (keyof typeof COUNTS)[]
const NO_COUNTS = { numbers: 0, unnumbered: 0, inner: 0, hidden: 0, raised: 0 }

const isComment = (key: string): boolean => key.startsWith('msocom')

const places = (count: number, one: string, many: string): string => (count === 1 ? `one ${one}` : `${count} ${many}`)

/** What became of what a word processor's clipboard held besides words, for the person. */
export function tellOffice(from: FromOffice): string {
  const { struck, rows, inserted, notes, comments, pictures, numbers, unnumbered, inner, hidden, raised, lostCalls, underlined } =
    from
  const kept = [
    ...(struck > 0 ? [`${places(struck, 'struck-out place', 'struck-out places')} as deletion, hand not stated`] : []),
    ...(notes > 0 ? [`${places(notes, 'footnote', 'footnotes')} as editor’s ${notes === 1 ? 'note' : 'notes'}`] : []),
    ...(comments > 0 ? [`${places(comments, 'comment', 'comments')} as editor’s ${comments === 1 ? 'note' : 'notes'}`] : []),
    ...(rows > 0 ? [`${places(rows, 'row of a table', 'rows of a table')} as lines, their cells parted by tabs`] : []),
    ...(inner > 0 ? [`${places(inner, 'table within a cell', 'tables within cells')} as lines of that cell`] : []),
    ...(numbers > 0
      ? [
          `${places(numbers, 'number or bullet of a list', 'numbers and bullets of lists')} as words, counted from the list’s beginning as it was copied`,
        ]
      : []),
  ]
  const lost = [
    ...(lostCalls > 0 ? [`${places(lostCalls, 'footnote call', 'footnote calls')}, whose notes were not copied with them`] : []),
    ...(inserted > 0 ? [`that ${places(inserted, 'place was', 'places were')} marked as inserted: the words are there`] : []),
    ...(raised > 0 ? [`that ${places(raised, 'place was', 'places were')} raised or lowered: the words are there`] : []),
    ...(unnumbered > 0 ? [places(unnumbered, 'number of a list', 'numbers of lists')] : []),
    ...(hidden > 0 ? [`hidden words, in ${places(hidden, 'place', 'places')}`] : []),
    ...(pictures > 0 ? [places(pictures, 'picture', 'pictures')] : []),
    ...(underlined.length > 0 ? [`the line under ${places(underlined.length, 'place', 'places')}`] : []),
  ]
  const sentence = (begins: string, list: readonly string[]) => (list.length > 0 ? [`${begins}: ${list.join('; ')}.`] : [])
  return [...sentence('Pasted', kept), ...sentence('Not kept', lost)].join(' ')
}
