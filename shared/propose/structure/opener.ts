import { isName, isOfHouse, isProse, namesPerson } from './line-shape.ts'
import { countOf, isCapitals } from './line-signs.ts'
import { scrapAt } from './machine-loops.ts'
import { noteIn } from './notes.ts'
import * as say from './office-words.ts'
import { handwritten, ofLayer, type Reading, typed } from './reading.ts'
import type { Zone } from './zones.ts'
import { isTitle } from './zones.ts'

const FROM_OFFICE = /^from (?:the|sir|lord|mr|mrs|dr|prof)\b.{2,50}$/iu
const OPENERS_HEAD =
  /^(?:prime minister|secretary of state|chancellor(?: of the exchequer)?|foreign secretary|home secretary|minister(?: of state)?|permanent secretary|lord chancellor|lord president|lord privy seal|chief secretary|chairman|director(?:-general)?|president|mr president|the president|the secretary|vice-chancellor|private secretary|p\.?s\.?\/.{2,40}|.{0,30}\bsecretary)[.,]?$/iu

/** Reads what stands before the text of a paper that is no telegram. Gives the first line after it. */
export function readOpener(zone: Zone): number {
  const { lines, signs, paper, registered, readings } = zone
  const end = endOfOpener(zone)
  let addressee: number | null = null
  for (let at = paper.first; at < end; at++) {
    const line = lines[at]!
    const { words } = line
    const sign = signs[at]
    if (sign && !(sign.role === 'copies' && false)) {
      readings[at] = sign
      if (sign.role === 'salutation') addressee = null
      continue
    }
    const inAddress =
      addressee !== null && (line.group === lines[addressee]!.group || line.blanksBefore <= 1) && at - addressee < 7
    readings[at] =
      memoLine(words) ??
      (FROM_OFFICE.test(words) ? ofLayer('printed', 'letterhead', 0.9, 'It says from whose office the paper comes.') : null) ??
      (say.FORM.test(words) ? ofLayer('printed', 'form-text', 0.8, 'Such words are printed on a form.') : null) ??
      headOf(zone, at, inAddress) ??
      noteIn(line, registered) ??
      strayIn(zone, at) ??
      scrapAt(line) ??
      readings[at]!
    if (readings[at]!.role === 'addressee') addressee = at
    else if (readings[at]!.role !== 'address') addressee = null
  }
  return end
}

/** One past the last line before the text: after the salutation, or where running text begins. */
function endOfOpener({ lines, signs, paper }: Zone): number {
  if (paper.salutation !== null) return paper.salutation + 1
  for (let at = paper.first; at < paper.end; at++) {
    const role = signs[at]?.role
    if (role) continue
    const { words } = lines[at]!
    if (
      isProse(words) &&
      !isOfHouse(words) &&
      !isTitle(words) &&
      !memoLine(words) &&
      !FROM_OFFICE.test(words) &&
      words.length > 45
    )
      return at
    if (/^(?:\d{1,2}|[a-z]|[ivx]+)[.)]\s+\p{Lu}/u.test(words)) return at
  }
  return paper.end
}

function memoLine(words: string): Reading | null {
  if (words.length > 120) return null
  if (say.SUBJECT.test(words)) return typed('heading', 0.9, 'It says what the paper is about.')
  if (say.TO_LINE.test(words)) return typed('addressee', 0.93, 'It says to whom the paper goes.')
  if (say.FROM_LINE.test(words)) return typed(null, 0, 'It says from whom the paper comes; no role is made for that.')
  if (say.THROUGH_LINE.test(words)) return typed(null, 0, 'It says through whom the paper goes; no role is made for that.')
  return null
}

function headOf(zone: Zone, at: number, inAddress: boolean): Reading | null {
  const { lines, paper } = zone
  const { words } = lines[at]!
  const ofHouse = isOfHouse(words)
  if (inAddress && words.length < 70 && !isTitle(words) && !(isCapitals(words) && !ofHouse && lines[at]!.blanksBefore > 0))
    return ofHouse || say.OFFICE.test(words) || countOf(words) <= 6
      ? typed('address', ofHouse ? 0.93 : 0.85, 'It follows on the line of the person written to.')
      : null
  if (isTitle(words)) return typed('heading', 0.9, `“${words}” is the title of a paper.`)
  if (namesPerson(words) && !(ofHouse && !say.AFTER_NAME.test(words) && !/^(?:Mr|Mrs|Miss|Dr|Sir)\b/.test(words)))
    return say.TITLE.test(words) || say.AFTER_NAME.test(words) || !isName(words)
      ? typed('addressee', 0.92, 'It names a person before the greeting, with title or honours.')
      : typed('addressee', 0.75, 'It names a person before the greeting.')
  if (OPENERS_HEAD.test(words)) {
    if (paper.salutation === null && at < paper.first + 14)
      return typed('addressee', 0.9, 'It names an office at the head of a minute.')
    if (!isCapitals(words))
      return handwritten(
        'note',
        0.85,
        'It names another than the person greeted: the first line of a minute written on the letter.',
      )
  }
  if (ofHouse) return ofLayer('printed', 'letterhead', 0.92, 'It names a house, a street or a telephone at the head of a paper.')
  return null
}

/** What else stands before the greeting: a heading in capitals; running text is no part of an opener. */
function strayIn({ lines, paper }: Zone, at: number): Reading | null {
  const { words } = lines[at]!
  if (isCapitals(words) && countOf(words) > 1 && paper.salutation === null)
    return typed('heading', 0.8, 'It stands in capitals before the text.')
  if (paper.salutation !== null && isProse(words))
    return handwritten(
      'note',
      0.85,
      'It is a sentence among the lines before the greeting, where nothing is typed but date and addresses.',
    )
  return null
}
