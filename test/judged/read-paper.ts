import { LAYERS, type Layer } from '../../shared/model/hand.ts'
import { failed, type Result } from '../../shared/model/result.ts'
import { isRole } from '../../shared/vocabulary/roles.ts'
import type { Division, JudgedFacts, JudgedPaper, JudgedRole, MachineError, Stretch, Turn } from './paper.ts'
import { type LabelledLine, readLine } from './read-line.ts'

type Block = Pick<Stretch, 'role' | 'layer' | 'hand'>
type Draft<Value> = { -readonly [Key in keyof Value]: Value[Key] }

const FACTS = ['from', 'to', 'date', 'reference', 'subject', 'marking'] as const
const RELATIONS = ['encloses', 'answers', 'covers', 'drafts', 'copies']

/**
 * Reads a labelled paper (the README beside says how it is written). Fails with a sentence that names the paper, the line (from 1) and what is
 * wrong there, and quotes nothing of the paper's own words.
 */
export function readPaper(name: string, written: string): Result<JudgedPaper> {
  const reader = new PaperReader()
  const lines = written.replace(/\n$/, '').split('\n')
  for (const [index, line] of lines.entries()) {
    const wrong =
      line.startsWith('@') && !line.startsWith('@@') ? reader.label(line.slice(1)) : reader.text(line.replace(/^@@/, '@'))
    if (wrong !== null) return failed('label', `${name}, line ${index + 1}: ${wrong}.`)
  }
  const wrong = reader.finish()
  return wrong === null ? { ok: true, value: reader.paper(name) } : failed('label', `${name}: ${wrong}.`)
}

class PaperReader {
  private kind = ''
  private lang = ''
  private isClean = false
  private lines: string[] = []
  private length = 0
  private block: Block | null = null
  private stretches: Stretch[] = []
  /** The stretch that the next line goes on with: none after a label or a blank line. */
  private going = -1
  private turns: Draft<Turn>[] = []
  private waiting: { turn: 'decided' | 'undecided' | null; division: Omit<Division, 'start'> | null } = {
    turn: null,
    division: null,
  }
  /** The true numbers of pages, by place in the file. */
  private numbers: (number | undefined)[] = []
  private divisions: Division[] = []
  private facts: Draft<JudgedFacts> = noFacts()
  private told = this.facts
  private errors: MachineError[] = []
  private slips: { start: number; end: number }[] = []

  /** Takes a line of labels, without its `@`; says what is wrong with it, or null. */
  label(line: string): string | null {
    const [, name = '', rest = ''] = /^(\S*)\s*(.*?)\s*$/.exec(line)!
    if (name === '') return this.begin(rest.split(/\s+/))
    if (name === 'turn') return this.turn(rest)
    if (name === 'page') return this.page(rest)
    if (name === 'division') return this.division(rest.split(/\s+/))
    if (name === 'kind') return this.head(() => (this.kind = rest))
    if (name === 'lang') return this.head(() => (this.lang = rest))
    if (name === 'clean') return this.head(() => (this.isClean = true))
    if (name === 'copies') this.told.copies = [...this.told.copies, rest]
    else if (isFact(name)) {
      if (this.told[name] !== null) return `"@${name}" stands twice for one paper`
      if (name === 'date' && !/^\d{4}-\d\d-\d\d$/.test(rest)) return 'a date is an ISO day: 1982-03-12'
      this.told[name] = rest
    } else return `"@${name}" is no label`
    return rest === '' ? `"@${name}" says nothing` : null
  }

  private head(set: () => void): string | null {
    set()
    return this.lines.length > 0 ? 'kind, language and "@clean" stand before the text' : null
  }

  private begin([role = '', layer = '', hand, ...more]: readonly string[]): string | null {
    if (!isJudgedRole(role)) return `"${role}" is no role`
    if (!isLayer(layer)) return `"${layer}" is no layer`
    if (more.length > 0) return 'a block has a role, a layer and at most one hand'
    this.closeUndecided()
    this.block = { role: role === '-' ? null : role, layer, hand: hand ?? null }
    this.going = -1
    return null
  }

  private turn(rest: string): string | null {
    if (rest !== '' && rest !== 'undecided') return 'a turn is decided, or "undecided"'
    if (this.waiting.turn !== null) return 'two turns follow each other without text'
    this.closeUndecided()
    this.waiting.turn = rest === '' ? 'decided' : 'undecided'
    return null
  }

  private page(rest: string): string | null {
    if (!/^[1-9]\d*$/.test(rest)) return 'a page has a number'
    this.numbers[this.turns.length + (this.waiting.turn === null ? 0 : 1)] = Number(rest)
    return null
  }

  private division([kind = '', relation, ...more]: readonly string[]): string | null {
    if (kind === '') return 'a division has a kind'
    if (more.length > 0 || (relation !== undefined && !RELATIONS.includes(relation)))
      return `a division has a kind and at most one relation (${RELATIONS.join(', ')})`
    this.told = noFacts()
    this.waiting.division = { kind, relation: relation ?? null, facts: this.told }
    return null
  }

  /** Takes a line of text; says what is wrong with it, or null. */
  text(line: string): string | null {
    const read = readLine(line)
    if (!read.ok) return read.fault.sentence
    const { text } = read.value
    if (this.lines.length > 0) this.length++
    const offset = this.length
    this.lines.push(text)
    this.length += text.length
    if (text.trim() === '') {
      this.going = -1
      return null
    }
    if (this.block === null) return 'text stands before the first block'
    this.arrive(offset + text.length - text.trimStart().length)
    this.stretch(read.value, offset)
    this.errors.push(...read.value.errors.map((error) => ({ ...error, ...moved(error, offset) })))
    this.slips.push(...read.value.slips.map((slip) => moved(slip, offset)))
    return null
  }

  /** What waited for text begins here. */
  private arrive(start: number): void {
    const { turn, division } = this.waiting
    if (turn !== null) this.turns.push({ start, end: start, isDecided: turn === 'decided' })
    if (division !== null) this.divisions.push({ start, ...division })
    this.waiting = { turn: null, division: null }
  }

  /** The lines between an undecided turn and the next block are those that may be foot or head. */
  private closeUndecided(): void {
    const turn = this.turns.at(-1)
    if (turn && !turn.isDecided && turn.end === turn.start) turn.end = this.stretches.at(-1)!.end
  }

  private stretch({ text, handwritten }: LabelledLine, offset: number): void {
    let at = 0
    const push = (end: number, isRunIn: boolean) => {
      const words = text.slice(at, end)
      const start = offset + at + words.length - words.trimStart().length
      const stop = offset + at + words.trimEnd().length
      at = end
      if (start >= stop) return
      const going = this.stretches[this.going]
      if (going && going.isRunIn === isRunIn) this.stretches[this.going] = { ...going, end: stop }
      else {
        const block: Block = isRunIn ? { role: 'note', layer: 'handwritten', hand: null } : this.block!
        this.going = this.stretches.push({ start, end: stop, ...block, isRunIn }) - 1
      }
    }
    for (const { start, end } of handwritten) {
      push(start, false)
      push(end, true)
    }
    push(text.length, false)
  }

  /** What is wrong with the whole, or null. */
  finish(): string | null {
    this.closeUndecided()
    const pages = this.turns.length + 1
    const numbered = this.numbers.filter((number) => number !== undefined)
    if (this.kind === '' || this.lang === '') return 'a paper has a kind and a language'
    if (this.stretches.length === 0) return 'a paper has text'
    if (this.waiting.turn !== null || this.waiting.division !== null)
      return 'a turn or a division stands at the end, without text'
    if (this.isClean && this.errors.length > 0) return 'a clean paper has an error of the machine'
    if (numbered.length > 0 && (numbered.length !== pages || new Set(numbered).size !== pages))
      return 'where one page has its number, each has one of its own'
    return null
  }

  paper(name: string): JudgedPaper {
    const { kind, lang, isClean, stretches, turns, divisions, facts, errors, slips } = this
    const order = Array.from({ length: turns.length + 1 }, (_, page) => this.numbers[page] ?? page + 1)
    return { name, kind, lang, isClean, text: this.lines.join('\n'), stretches, turns, order, divisions, facts, errors, slips }
  }
}

const noFacts = (): Draft<JudgedFacts> => ({
  from: null,
  to: null,
  date: null,
  reference: null,
  subject: null,
  marking: null,
  copies: [],
})

const isFact = (name: string): name is (typeof FACTS)[number] => (FACTS as readonly string[]).includes(name)

const isLayer = (layer: string): layer is Layer => (LAYERS as readonly string[]).includes(layer)

const isJudgedRole = (role: string): role is NonNullable<JudgedRole> | '-' =>
  isRole(role) || role === 'note' || role === 'noise' || role === '-'

const moved = ({ start, end }: { readonly start: number; readonly end: number }, by: number) => ({
  start: start + by,
  end: end + by,
})
