import { PEN_MARKS, type PenMark } from './margin.ts'

type Attributes = Readonly<Record<string, unknown>>

/** A sign for each pen mark, where it cannot be drawn over the words: of fonts that every system has. */
const SIGNS: Readonly<Record<PenMark, string>> = {
  underline: '_',
  wavy: '~',
  sideline: '|',
  arrow: '→',
  tick: '✓',
  cross: '✗',
  circle: '○',
  bracket: '[',
  strike: '—',
}

const TIMES: Readonly<Record<string, string>> = { 1: '', 2: 'double ', 3: 'triple ' }

/** What a pen mark is called: “double sideline”; “pen mark” where its kind is not stated. */
export function penMarkWords({ kind, count }: Attributes): string {
  const words = isPenMark(kind) ? PEN_MARKS[kind] : 'pen mark'
  return `${TIMES[String(count)] ?? ''}${words}`
}

/** The sign of a pen mark, as often as it was drawn. */
export function penMarkSign({ kind, count }: Attributes): string {
  const sign = isPenMark(kind) ? SIGNS[kind] : '*'
  return sign.repeat(Math.min(3, Math.max(1, Number(count) || 1)))
}

function isPenMark(kind: unknown): kind is PenMark {
  return typeof kind === 'string' && Object.hasOwn(PEN_MARKS, kind)
}
