import type { Lines, MarginSide } from './page-box.ts'
import { PEN_STROKES } from './signs-in-words.ts'

/** The pen marks that stand beside lines, not on words: drawn at the edge of the text. */
type BesideLines = {
  [Name in keyof typeof PEN_STROKES]: (typeof PEN_STROKES)[Name] extends 'lines' ? Name : never
}[keyof typeof PEN_STROKES]

export function isBesideLines(kind: unknown): kind is BesideLines {
  return typeof kind === 'string' && Object.hasOwn(PEN_STROKES, kind) && PEN_STROKES[kind as keyof typeof PEN_STROKES] === 'lines'
}

/**
 * The lines that boxes of words stand on. Lines that follow one another are one stroke, over the end of a paragraph too; a passage in pieces has a
 * stroke for each. `em`: the text's own size in CSS pixels.
 */
export function linesOf(boxes: readonly Lines[], em: number): readonly Lines[] {
  const runs: { top: number; bottom: number }[] = []
  for (const { top, bottom } of [...boxes].sort((a, b) => a.top - b.top)) {
    const last = runs.at(-1)
    if (last && top - last.bottom < 1.5 * em) last.bottom = Math.max(last.bottom, bottom)
    else runs.push({ top, bottom })
  }
  return runs
}

/** What a stroke is: its kind, how often it was drawn, at which edge of the text. */
export interface Pen {
  readonly kind: BesideLines
  readonly count: number
  readonly side: MarginSide
}

/** In sixteenths of the text's own size: how far from the text the first stroke stands, and between the strokes of two marks. */
const EDGE = 5
const APART = 3
/** How far apart the strokes of one mark stand; the widest each is. */
const STEP: Readonly<Record<BesideLines, number>> = { sideline: 3, arrow: 0, tick: 7, cross: 9 }
const WIDE: Readonly<Record<BesideLines, number>> = { sideline: 0, arrow: 15, tick: 8, cross: 7 }

/** How far each of a page's strokes stands from the text, in sixteenths of its size: those beside the same lines stand beside one another. */
export function offsetsOf(strokes: readonly (Pen & Lines)[]): readonly number[] {
  const placed: { readonly pen: Pen & Lines; readonly from: number; readonly to: number }[] = []
  return strokes.map((pen) => {
    let from = EDGE
    for (const other of placed) {
      if (other.pen.side === pen.side && other.pen.top < pen.bottom && pen.top < other.pen.bottom)
        from = Math.max(from, other.to + APART)
    }
    placed.push({ pen, from, to: from + STEP[pen.kind] * (pen.count - 1) + WIDE[pen.kind] })
    return from
  })
}

/** The stroke as an SVG path, from the edge of the text and the top of its lines on; `em` and `height` in CSS pixels. */
export function pathOf({ kind, count, side }: Pen, offset: number, height: number, em: number): string {
  const unit = em / 16
  const out = side === 'left' ? -unit : unit
  const x = (away: number) => tidy((offset + away) * out)
  const middle = 9 * unit
  const y = (down: number) => tidy(middle + down * unit)
  const each = Array.from({ length: count }, (_, at) => at)
  switch (kind) {
    case 'sideline':
      return each.map((at) => `M${x(STEP.sideline * at)} 0V${tidy(height)}`).join('')
    case 'arrow':
      // one below the other: its point is at the text
      return each
        .map((at) => {
          const line = 8 * (at - (count - 1) / 2)
          return `M${x(WIDE.arrow)} ${y(line)}H${x(0)}M${x(4)} ${y(line - 3.5)}L${x(0)} ${y(line)}L${x(4)} ${y(line + 3.5)}`
        })
        .join('')
    case 'tick':
      // written from left to right at either edge
      return each
        .map((at) => {
          const left = side === 'left' ? STEP.tick * at + WIDE.tick : STEP.tick * at
          const along = side === 'left' ? -1 : 1
          return `M${x(left)} ${y(1)}L${x(left + 3 * along)} ${y(5)}L${x(left + 8 * along)} ${y(-6)}`
        })
        .join('')
    case 'cross':
      return each
        .map((at) => {
          const near = STEP.cross * at
          return `M${x(near)} ${y(-4)}L${x(near + 7)} ${y(4)}M${x(near + 7)} ${y(-4)}L${x(near)} ${y(4)}`
        })
        .join('')
  }
}

const tidy = (value: number) => Math.round(value * 100) / 100
