import type { Run } from '../model/transcript.ts'

/** Words on the paper as the list shows them: of a short line the lines before and after it too. */
export interface InContext {
  readonly lineBefore: string
  readonly before: string
  readonly words: string
  readonly after: string
  readonly lineAfter: string
}

/** A line with fewer characters than this does not tell by itself where it stands. */
const SHORT = 60
/** So many characters of what stands before or after are shown, of a line beside it, and of the words themselves. */
const BESIDE = 70
const LINE = 90
const WORDS = 300

/** The words of a block or note as one text, and where each run stands in it; a gap reads […], a line end is one. */
export function textWithPlaces(runs: readonly Run[]): { readonly text: string; readonly starts: readonly number[] } {
  const starts: number[] = []
  let text = ''
  for (const run of runs) {
    starts.push(text.length)
    if (run.type === 'text') text += run.text
    else if (run.atom === 'lb') text += '\n'
    else if (run.atom === 'gap') text += '[…]'
  }
  starts.push(text.length)
  return { text, starts }
}

/** A stretch of a text in its line. `previous` and `next`: what stands before and after the text, where anything does. */
export function inContext(text: string, from: number, to: number, previous: string, next: string): InContext {
  const lineStart = text.lastIndexOf('\n', from - 1) + 1
  const end = text.indexOf('\n', to)
  const lineEnd = end < 0 ? text.length : end
  const isShort = lineEnd - lineStart < SHORT
  const above = lineStart > 0 ? lastLine(text.slice(0, lineStart - 1)) : lastLine(previous)
  const below = lineEnd < text.length ? firstLine(text.slice(lineEnd + 1)) : firstLine(next)
  return {
    lineBefore: isShort ? tail(oneLine(above), LINE) : '',
    before: tail(oneLine(text.slice(lineStart, from)), BESIDE),
    words: head(oneLine(text.slice(from, to)), WORDS),
    after: head(oneLine(text.slice(to, lineEnd)), BESIDE),
    lineAfter: isShort ? head(oneLine(below), LINE) : '',
  }
}

const oneLine = (text: string) => text.replace(/\s+/gu, ' ')
const linesOf = (text: string) => text.split('\n').filter((line) => line.trim() !== '')
const lastLine = (text: string) => linesOf(text).at(-1) ?? ''
const firstLine = (text: string) => linesOf(text)[0] ?? ''

/** The end of a text, from where a word begins. */
function tail(text: string, most: number): string {
  return text.length <= most ? text.trimStart() : `… ${text.slice(-most).replace(/^\S*\s/, '')}`
}

/** The beginning of a text, to where a word ends. */
function head(text: string, most: number): string {
  return text.length <= most ? text.trimEnd() : `${text.slice(0, most).replace(/\s\S*$/, '')} …`
}
