import { Hidden } from './office-hidden.ts'
import { List, wordBullet } from './office-lists.ts'
import { OFFICE } from './office-signs.ts'
import { isHidden, keepsBlanks, keptWords, meaning, styleOf, tabsIn } from './office-styles.ts'

const HREF = /\shref=("[^"]*"|'[^']*'|[^\s>]+)/i
const CALL = /#_?((?:ftn|edn|sdfootnote|sdendnote|ftnt|msocom)\d{1,6})(?:sym)?["']?$/i
const BACK = /#_?(ftn|edn|sdfootnote|sdendnote|ftnt|msocom)_?(?:ref)?(\d{1,6})(?:anc)?["']?$/i
const BLOCKS = new Set('p div li h1 h2 h3 h4 h5 h6 dt dd pre'.split(' '))
const WRAPPERS = new Set('table tbody thead tfoot colgroup col'.split(' '))
const VOID = new Set('br hr img input meta link col wbr'.split(' '))
/** How far back an element that closes is looked for. */
const DEEPEST = 100
const ROW = `<div data-block='{"role":"item"}'>`

interface Open {
  readonly name: string
  /** Written where it closes. */
  readonly end: string
  /** Blanks and line ends in it are shown as they stand. */
  readonly keeps: boolean
  /** The number that Word writes before a list's item, and what fills the room after it. */
  readonly isNumber: boolean
}

/** An item of a list: one block, its paragraphs lines; what stands after a list within it is a block again. */
interface ListItem {
  open: boolean
  /** It has words: another paragraph is another line. */
  begun: boolean
  breaks: boolean
}

interface OpenList {
  readonly list: List
  item: ListItem | null
}

interface Row {
  /** Where in what is written it begins. */
  readonly at: number
  cells: number
  /** Columns that the cell before stands in besides its own. */
  owed: number
  /** A paragraph of its cell has begun: the next one is a line of its own. */
  begun: boolean
  /** The next column, and in how many rows below this one each is taken by a cell over several rows. */
  column: number
  readonly taken: readonly number[]
  readonly next: number[]
}

/** Reads the elements of pasted HTML one after the other, and writes them with what their styles mean. A table's row becomes one block, its cells parted by tabs. */
export class OfficeReader {
  private readonly stack: Open[] = []
  private readonly rows: Row[] = []
  private readonly lists: OpenList[] = []
  private hidden: Hidden | null = null
  /** A sign that stands before the next words. */
  private first = ''
  /** In how many rows to come each column is taken. */
  private taken: number[] = []
  private readonly out: string[]
  /** Signs before any words. */
  private early = ''
  /** What is preformatted has just begun: a line end here is not shown. */
  private atPre = false
  /** Where in what is written the last words stand. */
  private words: number | null = null
  constructor(out: string[]) {
    this.out = out
  }

  /** An element that begins, with its attributes as they are written and as they may stay. True where everything in it is to be left out. */
  opens(name: string, attributes: string, own: string): boolean {
    if (this.hidden && !this.hidden.isEndedBy(name)) return false
    this.hidden = null
    const style = styleOf(attributes)
    if (!VOID.has(name) && isHidden(style, attributes)) {
      this.hidden = new Hidden(name, false)
      return false
    }
    const tabs = tabsIn(style)
    if (tabs > 0) {
      this.words = this.out.push(OFFICE.keptTab.repeat(tabs)) - 1
      this.hidden = new Hidden(name, true)
      return false
    }
    if (name === 'a') {
      // comments of Word name each other as its footnotes do, in other words
      const href = (HREF.exec(attributes)?.[1] ?? '').replace(/_msocom_/i, '_msocom').replace(/_msoanchor_/i, '_msocomref')
      const call = CALL.exec(href)?.[1]
      const back = BACK.exec(href)
      // the call names the note, the note's own sign names the call: both by the same number
      if (call) this.out.push(OFFICE.call, call.toLowerCase(), OFFICE.end)
      else if (back) this.out.push(OFFICE.back, `${back[1]}${back[2]}`.toLowerCase(), OFFICE.end)
      if (call || back) return true
    }
    if (name === 'img') this.beside(OFFICE.picture)
    if (own === '' && (this.inList(name, attributes, style) || this.inTable(name, attributes) || WRAPPERS.has(name))) return false
    // what Word numbers is an item of a list, its number among its words
    const isItem = own === '' && name === 'p' && /mso-list\s*:\s*l\d/.test(style)
    const { before, after, first } = meaning(name, attributes, style)
    this.out.push(isItem ? ROW : `<${name}${own}>`, before)
    this.first ||= first
    this.atPre = name === 'pre'
    if (VOID.has(name)) return false
    const around = this.stack.at(-1)
    this.stack.push({
      name,
      end: `${after}</${isItem ? 'div' : name}>`,
      keeps: keepsBlanks(name, style) ?? around?.keeps ?? false,
      isNumber: around?.isNumber === true || /mso-list\s*:\s*ignore/.test(style),
    })
    return false
  }

  /** Words between the elements. */
  text(words: string): void {
    const isBlank = words.replace(/&nbsp;/gi, ' ').trim() === ''
    if (this.hidden) {
      if (!isBlank && !this.hidden.isTold) this.beside(OFFICE.hidden)
      if (!isBlank) this.hidden.isTold = true
      return
    }
    const { keeps, isNumber } = this.stack.at(-1) ?? { keeps: false, isNumber: false }
    if (isNumber) {
      this.out.push(wordBullet(words).replace(/(?:&nbsp;|\s)+/gi, ' '))
      return
    }
    const shown = this.atPre ? words.replace(/^\r?\n/, '') : words
    if (words !== '') this.atPre = false
    const kept = keeps ? keptWords(shown.replace(/&nbsp;|\u00a0/gi, ' ')) : shown
    if (isBlank) {
      this.out.push(kept)
      return
    }
    this.beginItem()
    this.words = this.out.push(this.early + this.first + kept) - 1
    this.early = ''
    this.first = ''
  }

  closes(name: string): void {
    if (this.hidden) {
      const ends = this.hidden.endsWith(name)
      if (ends) this.hidden = null
      if (ends !== 'outer') return
    }
    if (name === 'ol' || name === 'ul') {
      this.endItem()
      this.lists.pop()
      return
    }
    if (WRAPPERS.has(name)) return
    const row = this.rows.at(-1)
    if (name === 'tr') {
      if (row && this.rows.length === 1) {
        this.out.push(row.cells > 1 || row.column > 1 ? '</div>' : '</p>')
        this.taken = row.next
      }
      this.rows.pop()
      return
    }
    if (row && (name === 'td' || name === 'th' || BLOCKS.has(name))) {
      if (BLOCKS.has(name)) row.begun = true
      return
    }
    if (name === 'li') {
      this.endItem()
      return
    }
    if (this.lists.at(-1)?.item && BLOCKS.has(name)) return
    const lowest = Math.max(0, this.stack.length - DEEPEST)
    let at = this.stack.length - 1
    while (at >= lowest && this.stack[at]!.name !== name) at--
    if (at < lowest) {
      this.out.push(`</${name}>`)
      return
    }
    this.first = ''
    // a line end at the end of what is preformatted is not shown
    if (name === 'pre') this.out.push(this.out.pop()!.replace(/<br>$/, ''))
    const ends = this.stack.splice(at).map(({ end }) => end)
    // what was left open within it closes with it, by itself
    this.out.push(...ends.reverse().map((end, inner) => (inner === ends.length - 1 ? end : end.replace(/<\/\w+>$/, ''))))
  }

  /** A sign that stands beside words, where it makes no block of its own. */
  private beside(sign: string): void {
    if (this.words === null) this.early += sign
    else this.out[this.words] += sign
  }

  /** Writes what a list becomes: its items are blocks, their numbers words; false for what is none. In a table they are lines of its cell. */
  private inList(name: string, attributes: string, style: string): boolean {
    if (name === 'ol' || name === 'ul') {
      this.closeBlock()
      this.lists.push({ list: new List(name, attributes, style), item: null })
      return true
    }
    const open = this.lists.at(-1)
    if (!open) return false
    if (name === 'li') {
      this.endItem()
      const sign = open.list.nextSign(attributes, style)
      if (this.rows.length > 0) {
        this.inTable(name, attributes)
        this.out.push(sign)
        return true
      }
      this.out.push(ROW, sign)
      open.item = { open: true, begun: false, breaks: false }
      return true
    }
    if (!open.item || !BLOCKS.has(name) || this.rows.length > 0) return false
    open.item.breaks = open.item.begun
    return true
  }

  /** Before words in an item of a list. */
  private beginItem(): void {
    const item = this.lists.at(-1)?.item
    if (!item) return
    if (!item.open) this.out.push(ROW)
    else if (item.breaks) this.out.push('<br>')
    Object.assign(item, { open: true, begun: true, breaks: false })
  }

  private closeBlock(): void {
    const item = this.lists.at(-1)?.item
    if (item?.open) this.out.push('</div>')
    if (item) Object.assign(item, { open: false, begun: false, breaks: false })
  }

  private endItem(): void {
    this.closeBlock()
    const open = this.lists.at(-1)
    if (open) open.item = null
  }

  /** Writes what the parts of a table become; false for what is none. */
  private inTable(name: string, attributes: string): boolean {
    const row = this.rows.at(-1)
    if (name === 'table') {
      if (row) this.beside(OFFICE.inner)
      else this.taken = []
      return true
    }
    if (name === 'tr') {
      if (!row) this.out.push('<p>', OFFICE.row)
      else if (row.cells > 0) this.out.push('<br>')
      const taken = row ? [] : this.taken
      const next = taken.map((rows) => Math.max(0, rows - 1))
      this.rows.push({ at: row?.at ?? this.out.length - 2, cells: 0, owed: 0, begun: false, column: 0, taken, next })
      return true
    }
    if (!row) return false
    if (name === 'td' || name === 'th') {
      // a cell over several columns, or rows, keeps the others in their places
      let skipped = 0
      while ((row.taken[row.column + skipped] ?? 0) > 0) skipped++
      this.out.push(OFFICE.tab.repeat((row.cells > 0 ? 1 + row.owed : 0) + skipped))
      if (++row.cells > 1 || skipped > 0) this.out[row.at] = ROW
      const [columns, down] = [spanIn(attributes, 'colspan'), spanIn(attributes, 'rowspan')]
      row.column += skipped + columns
      for (let at = row.column - columns; down > 1 && at < row.column; at++) row.next[at] = down - 1
      row.owed = columns - 1
      row.begun = false
      return true
    }
    if (!BLOCKS.has(name)) return false
    if (row.begun) this.out.push('<br>')
    row.begun = false
    return true
  }
}

function spanIn(attributes: string, name: 'colspan' | 'rowspan'): number {
  return Math.max(1, Number(new RegExp(`\\s${name}=["']?(\\d{1,2})(?!\\d)`, 'i').exec(attributes)?.[1] ?? 1))
}
