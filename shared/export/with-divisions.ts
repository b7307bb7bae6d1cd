import { type DivisionJudge, GAP } from './divided-words.ts'
import type { EditionLine, Inline } from './inline.ts'

/**
 * A line with what divides its words told: each line end and page turn within a word says how it divides; the sign of one that is joined, and
 * blanks about it, are things of their own (`divider`), which stand only where lines are kept.
 */
export function withDivisions(line: EditionLine, judge: DivisionJudge): EditionLine {
  const texts = line.items.map(textOf)
  const text = texts.join('')
  const cuts: { readonly from: number; readonly to: number }[] = []
  let at = 0
  const items = line.items.map((item, index): Inline => {
    const from = at
    at += texts[index]!.length
    if (item.kind !== 'lb' && item.kind !== 'between') return item
    const found = judge(text.slice(0, from), text.slice(at))
    if (!found) return item
    // a sign that is the word's own stays; the blanks after it do not
    const sign = text.slice(from - found.sign, from)
    const stays = found.division === 'joined' ? 0 : sign.trimEnd().length
    cuts.push({ from: from - found.sign + stays, to: from }, { from: at, to: at + found.blanks })
    return { ...item, division: found.division }
  })
  if (cuts.length === 0) return line
  at = 0
  return {
    ...line,
    items: items.flatMap((item, index) => {
      const from = at
      at += texts[index]!.length
      return item.kind === 'text' ? parted(item, from, cuts) : [item]
    }),
  }
}

const textOf = (item: Inline) =>
  item.kind === 'text' ? item.text : item.kind === 'lb' || item.kind === 'between' ? '\n' : item.kind === 'gap' ? GAP : ''

function parted(
  item: Extract<Inline, { kind: 'text' }>,
  start: number,
  cuts: readonly { readonly from: number; readonly to: number }[],
): readonly Inline[] {
  const end = start + item.text.length
  const out: Inline[] = []
  let at = start
  for (const cut of cuts) {
    const [from, to] = [Math.max(cut.from, at), Math.min(cut.to, end)]
    if (from >= to) continue
    if (from > at) out.push({ ...item, text: item.text.slice(at - start, from - start) })
    out.push({ kind: 'divider', text: item.text.slice(from - start, to - start), in: item.in })
    at = to
  }
  if (at < end || out.length === 0) out.push({ ...item, text: item.text.slice(at - start) })
  return out
}
