import { failed, type Result } from '../../shared/model/result.ts'
import { ERROR_KINDS, type ErrorKind, type MachineError } from './paper.ts'

interface Span {
  readonly start: number
  readonly end: number
}

/** A line of a paper without the braces of its labels; offsets count in `text`. */
export interface LabelledLine {
  readonly text: string
  readonly handwritten: readonly Span[]
  readonly errors: readonly MachineError[]
  readonly slips: readonly Span[]
}

interface Open {
  readonly what: 'handwriting' | 'slip' | 'error'
  readonly start: number
  /** The place of `>` in the text, where it has been read. */
  arrow: number | null
}

/** Reads one line of text: `{h:words}`, `{read>should|kind}`, `{=slip}`, `{{` and `}}`. Fails with a phrase that says what is wrong in it. */
export function readLine(line: string): Result<LabelledLine> {
  let text = ''
  const open: Open[] = []
  const handwritten: Span[] = []
  const errors: MachineError[] = []
  const slips: Span[] = []
  const inner = () => open.at(-1)

  for (let at = 0; at < line.length; at++) {
    const sign = line[at]!
    if (line.startsWith('{{', at) || (line.startsWith('}}', at) && open.length === 0)) {
      text += sign
      at++
    } else if (sign === '{') {
      if (inner() && inner()!.what !== 'handwriting') return failed('brace', 'a brace opens inside an error or a slip')
      const what = line.startsWith('{h:', at) ? 'handwriting' : line.startsWith('{=', at) ? 'slip' : 'error'
      open.push({ what, start: text.length, arrow: null })
      at += { handwriting: 2, slip: 1, error: 0 }[what]
    } else if (sign === '}') {
      const { what, start, arrow } = open.pop() ?? { what: null, start: 0, arrow: null }
      const end = text.length
      if (what === null) return failed('brace', 'a brace closes that nothing opened')
      if (start === end) return failed('brace', 'a pair of braces holds no words')
      if (what === 'handwriting') handwritten.push({ start, end })
      else if (what === 'slip') slips.push({ start, end })
      else {
        if (arrow === null) return failed('error', 'an error lacks its ">"')
        const error = errorIn(text.slice(start, arrow), text.slice(arrow))
        if (!error.ok) return error
        text = text.slice(0, arrow)
        errors.push({ start, end: arrow, ...error.value })
      }
    } else if (sign === '>' && inner()?.what === 'error' && inner()!.arrow === null) {
      inner()!.arrow = text.length
    } else {
      text += sign
    }
  }
  if (open.length > 0) return failed('brace', 'a brace is not closed')
  return { ok: true, value: { text, handwritten, errors, slips } }
}

function errorIn(read: string, label: string): Result<Pick<MachineError, 'read' | 'should' | 'kind'>> {
  const bar = label.lastIndexOf('|')
  const should = label.slice(0, bar)
  const kind = label.slice(bar + 1)
  if (bar < 0) return failed('error', 'an error lacks its "|" and kind')
  if (!isErrorKind(kind)) return failed('error', `"${kind}" is no kind of error (${ERROR_KINDS.join(', ')})`)
  if (read === '' || read === should) return failed('error', 'an error reads nothing, or what it should')
  if (kind === 'parted' && parts(read) <= parts(should)) return failed('error', 'a parted word has no more parts than it should')
  if (kind === 'joined' && parts(read) >= parts(should)) return failed('error', 'a joined word has no fewer parts than it should')
  if (kind === 'number' && !/\d/.test(read + should)) return failed('error', 'an error of a number has no digit')
  return { ok: true, value: { read, should, kind } }
}

const parts = (words: string) => words.split(/[\s-]+/u).length

const isErrorKind = (kind: string): kind is ErrorKind => (ERROR_KINDS as readonly string[]).includes(kind)
