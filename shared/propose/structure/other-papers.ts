import { countOf, isCapitals } from './letters.ts'
import { beginsSmall, isProse, namesPerson } from './line-shape.ts'
import { noteIn } from './notes.ts'
import * as say from './office-words.ts'
import { abstained, ofLayer, type Reading, typed } from './reading.ts'
import type { Zone } from './zones.ts'

const LABELS =
  /^(?:full |sur|christian |fore)?(?:names?|date|dates?|signature|signed|grade|station|rank|number|amount|total|dep(?:artmen)?t|branch|remarks|reasons?|approved by|checked by|for (?:use|office|official)|age|sex|occupation|nationality|profession|from|to|received by|passed|authorised|entered|certified|i certify|initials|question|suggested reply|background note|folder no|tel\.? ext|reference|title|received|quantity|description|item|place|nom|pr[ée]noms?|adresse|observations)\b.{0,45}$/iu

/** Whether a paper is a form: printed labels, and little else. */
export function isForm({ lines, paper }: Zone): boolean {
  const own = lines.slice(paper.first, paper.end)
  if (paper.salutation !== null || own.length < 6) return false
  if (
    own
      .slice(0, 3)
      .some(({ words }) =>
        /^(?:post office telegram|western union|telegram form|cable and wireless|postal telegraph)/iu.test(words),
      )
  )
    return true
  const labels = own.filter(({ words }) => LABELS.test(words) && countOf(words) < 9 && !/[.,]$/.test(words)).length
  const named = own
    .slice(0, 8)
    .some(
      ({ words }) =>
        /\bform\b|^(?:claim|application|requisition|return|certificate|record card|index card|register|receipt|voucher|permit|request)\b/iu.test(
          words,
        ) && countOf(words) < 12,
    )
  const prose = own.filter(({ words }) => isProse(words)).length
  return labels + (named ? 2 : 0) >= 5 && labels * 5 >= own.length && prose * 3 < own.length
}

/** A form: its labels are printed; what stands between them was filled in, by whatever means. */
export function readForm({ lines, signs, paper, readings }: Zone): void {
  for (let at = paper.first; at < paper.end; at++) {
    const { words } = lines[at]!
    const sign = signs[at]
    const printed =
      (LABELS.test(words) && countOf(words) < 9) ||
      say.FORM.test(words) ||
      (isCapitals(words) && countOf(words) > 1 && at - paper.first < 5) ||
      (isProse(words) && /\b(?:hereby|certify|rendered|duplicate|completed|declare)\b/i.test(words))
    readings[at] = printed
      ? ofLayer('printed', 'form-text', 0.85, 'It is a label of a form.')
      : sign && (sign.setAside || ['marking', 'received-stamp', 'release-mark'].includes(sign.role ?? ''))
        ? sign
        : abstained('It was filled into a form: typed or written, nothing says.')
  }
}

/** Whether a paper is a list or a table: hardly any running text, no greeting. */
export function isList({ lines, paper }: Zone): boolean {
  const own = lines.slice(paper.first, paper.end)
  if (paper.salutation !== null || paper.close !== null || own.length < 8) return false
  const prose = own.filter(({ words }) => isProse(words) && words.length > 45 && !isCapitals(words)).length
  return (
    prose * 8 < own.length &&
    own.filter(({ words, inColumns }) => inColumns || namesPerson(words) || countOf(words) < 9).length * 4 > own.length * 3
  )
}

/** A list: only what says itself what it is. */
export function readList({ lines, signs, paper, readings, registered }: Zone): void {
  for (let at = paper.first; at < paper.end; at++) {
    const { words } = lines[at]!
    const sign = signs[at]
    const heading = at - paper.first < 6 && isCapitals(words) && countOf(words) > 1
    readings[at] =
      sign &&
      (sign.setAside !== null ||
        ['marking', 'page-number', 'dateline', 'running-head', 'reproduction-stamp'].includes(sign.role ?? ''))
        ? sign
        : heading
          ? typed('heading', 0.85, 'It stands in capitals at the head of a list.')
          : (noteIn(words, registered) ??
            ofLayer(
              beginsSmall(words) || /[!?]$/.test(words) ? 'unknown' : 'typed',
              null,
              0,
              'It stands in a list or table: an item, a name or a cell.',
            ))
  }
}

const ALONE = /^\(?(\d{1,3})[.)]?\)?$/

/** The lines that number the minutes of a minute sheet: by themselves on a line, each one more than the one before, two at least. */
export function minutesOf({ lines, paper }: Zone): readonly number[] {
  const found: number[] = []
  let last: number | null = null
  for (let at = paper.first; at < paper.end; at++) {
    const number = ALONE.exec(lines[at]!.words)
    if (!number || !/[.)]$/.test(lines[at]!.words)) continue
    const value = Number(number[1])
    if (last !== null && value !== last + 1) continue
    found.push(at)
    last = value
  }
  // under a minute of a minute sheet stand a name and a date; under one of a meeting they do not
  const dated = found
    .slice(1)
    .filter((next, nth) => lines.slice(found[nth]!, next).some(({ words }) => SHORT_DATE.test(words))).length
  return found.length > 1 && paper.salutation === null && dated * 2 >= found.length - 1 ? found : []
}

const SHORT_DATE = /^\d{1,2} ?[./-] ?(?:\d{1,2}|[ivx]+)(?: ?[./-] ?(?:19)?\d{2})?\.?$/

/** A minute sheet: under each number the person minuted, the text, the name and the date. Whether a minute is typed shows only where it has a whole date. */
export function readMinutes(zone: Zone, starts: readonly number[]): void {
  const { lines, readings, paper, registered, signs } = zone
  for (let at = paper.first; at < starts[0]!; at++)
    readings[at] =
      signs[at] ??
      (/^minute sheet/i.test(lines[at]!.words)
        ? ofLayer('printed', 'form-text', 0.9, 'It is the printed head of a minute sheet.')
        : abstained('It stands at the head of a minute sheet.'))
  starts.forEach((first, nth) => {
    const end = starts[nth + 1] ?? paper.end
    let dated = -1
    for (let at = first + 1; at < end; at++) if (SHORT_DATE.test(lines[at]!.words)) dated = at
    const isTyped = dated >= 0 && /[./-] ?(?:19)?\d{2}\.?$/.test(lines[dated]!.words.replace(/^\d+ ?[./-] ?\d+$/, ''))
    const layer = isTyped ? 'typed' : 'unknown'
    readings[first] = ofLayer('unknown', 'minute-number', 0.93, 'It numbers a minute: the next one has the next number.')
    let begun = false
    for (let at = first + 1; at < end; at++) {
      const { words } = lines[at]!
      const read = (): Reading => {
        if (at === dated) return ofLayer('unknown', 'date-time', 0.9, 'It is the date under a minute.')
        if (dated >= 0 && at > dated) return noteIn(words, registered) ?? abstained('It stands under a minute.')
        if (
          !begun &&
          at === first + 1 &&
          words.length < 45 &&
          !/[.?!]$/.test(words.replace(/\b\p{L}\.$/u, '')) &&
          !isProse(words)
        )
          return ofLayer(layer, 'addressee', 0.88, 'It stands under the number of a minute, as the person does who is minuted.')
        const foot =
          dated >= 0 && dated - at <= 2 && words.length < 40 && !isProse(words) && !/[.]$/.test(words.replace(/\b\p{L}\.$/u, ''))
        if (begun && /^(?:\p{Lu}\. ?){2,4}$/u.test(words))
          return ofLayer('unknown', 'signature', 0.9, 'They are initials under the text of a minute.')
        if (begun && foot)
          return say.OFFICE.test(words)
            ? ofLayer(layer, 'office', 0.88, 'It is an office over the date of a minute.')
            : ofLayer('unknown', 'signature', 0.88, 'It stands over the date of a minute, as the name does.')
        begun = true
        return ofLayer(layer, 'paragraph', 0.9, 'It is the text of a minute.')
      }
      readings[at] = read()
    }
  })
}
