/**
 * What a word processor's clipboard says by its styles, as signs among the words: characters that no text may hold, which `office-paste.ts` takes
 * out again before anything is pasted.
 */
export const OFFICE = {
  underlined: '\ufdd1',
  underlinedEnd: '\ufdd2',
  tab: '\ufdd3',
  call: '\ufdd4',
  end: '\ufdd5',
  back: '\ufdd6',
  footnote: '\ufdd7',
  struck: '\ufdd8',
  row: '\ufdd9',
  inserted: '\ufdda',
  picture: '\ufddb',
} as const

export const OFFICE_SIGNS = /[\ufdd0-\ufdef]/g

const STYLE = /\sstyle=("[^"]*"|'[^']*'|[^\s>]+)/i
const CLASS = /\sclass=("[^"]*"|'[^']*'|[^\s>]+)/i
const HREF = /\shref=("[^"]*"|'[^']*'|[^\s>]+)/i
const FOOTNOTE = /\b(?:MsoFootnoteText|MsoEndnoteText|MsoCommentText|sdfootnote|sdendnote)(?![\w-])/
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
  /** Written before it closes. */
  readonly after: string
}

interface Row {
  /** Where in what is written it begins. */
  readonly at: number
  cells: number
  /** Columns that the cell before stands in besides its own. */
  owed: number
  /** A paragraph of its cell has begun: the next one is a line of its own. */
  begun: boolean
}

/** Reads the elements of pasted HTML one after the other, and writes them with what their styles mean. A table's row becomes one block, its cells parted by tabs. */
export class OfficeReader {
  private readonly stack: Open[] = []
  private readonly rows: Row[] = []
  private readonly out: string[]
  /** Pictures before any words. */
  private pictures = 0
  /** Where in what is written the last words stand. */
  private words: number | null = null
  constructor(out: string[]) {
    this.out = out
  }

  /** An element that begins, with its attributes as they are written and as they may stay. True where everything in it is to be left out. */
  opens(name: string, attributes: string, own: string): boolean {
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
    if (name === 'img') this.picture()
    if (own === '' && (WRAPPERS.has(name) || this.inTable(name, attributes))) return false
    this.out.push(`<${name}${own}>`)
    const { before, after } = meaning(name, attributes)
    this.out.push(before)
    if (!VOID.has(name)) this.stack.push({ name, after })
    return false
  }

  /** Words between the elements. */
  text(words: string): void {
    if (words.trim() === '') {
      this.out.push(words)
      return
    }
    this.words = this.out.push(OFFICE.picture.repeat(this.pictures) + words) - 1
    this.pictures = 0
  }

  closes(name: string): void {
    if (WRAPPERS.has(name)) return
    const row = this.rows.at(-1)
    if (name === 'tr') {
      if (row && this.rows.length === 1) this.out.push(row.cells > 1 ? '</div>' : '</p>')
      this.rows.pop()
      return
    }
    if (row && (name === 'td' || name === 'th' || BLOCKS.has(name))) {
      if (BLOCKS.has(name)) row.begun = true
      return
    }
    const lowest = Math.max(0, this.stack.length - DEEPEST)
    let at = this.stack.length - 1
    while (at >= lowest && this.stack[at]!.name !== name) at--
    if (at >= lowest) for (const { after } of this.stack.splice(at).reverse()) this.out.push(after)
    this.out.push(`</${name}>`)
  }

  /** Its sign stands beside words, where it makes no block of its own. */
  private picture(): void {
    if (this.words === null) this.pictures++
    else this.out[this.words] += OFFICE.picture
  }

  /** Writes what the parts of a table become; false for what is none. */
  private inTable(name: string, attributes: string): boolean {
    const row = this.rows.at(-1)
    if (name === 'tr') {
      if (!row) this.out.push('<p>', OFFICE.row)
      else if (row.cells > 0) this.out.push('<br>')
      this.rows.push({ at: row?.at ?? this.out.length - 2, cells: 0, owed: 0, begun: false })
      return true
    }
    if (!row) return false
    if (name === 'td' || name === 'th') {
      // a cell over several columns keeps the others in their places
      if (row.cells > 0) this.out.push(OFFICE.tab.repeat(1 + row.owed))
      if (++row.cells > 1) this.out[row.at] = ROW
      row.owed = Number(/\scolspan=["']?(\d{1,2})/i.exec(attributes)?.[1] ?? 1) - 1
      row.begun = false
      return true
    }
    if (!BLOCKS.has(name)) return false
    if (row.begun) this.out.push('<br>')
    row.begun = false
    return true
  }
}

/** What an element's name, class and style say of its words. */
function meaning(name: string, attributes: string): { readonly before: string; readonly after: string } {
  const style = STYLE.exec(attributes)?.[1]?.toLowerCase() ?? ''
  const lines = [...style.matchAll(/text-(?:decoration|line-through|underline)(?:-line|-style)?\s*:\s*([^;"']+)/g)]
    .map(([all]) => all)
    .join(' ')
  let [before, after] = ['', '']
  if (name === 'p' && FOOTNOTE.test(CLASS.exec(attributes)?.[1] ?? '')) before += OFFICE.footnote
  if (['s', 'strike', 'del'].includes(name)) before += OFFICE.struck
  else if (/line-through(?!\s*:\s*none)/.test(lines)) [before, after] = [`${before}<s>${OFFICE.struck}`, `</s>${after}`]
  if (name === 'ins') before += OFFICE.inserted
  if (name !== 'a' && (name === 'u' || (name !== 'ins' && /underline(?!\s*:\s*none)/.test(lines))))
    [before, after] = [before + OFFICE.underlined, OFFICE.underlinedEnd + after]
  return { before, after }
}
