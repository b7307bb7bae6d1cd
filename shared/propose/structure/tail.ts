import { isName, isOfHouse, isProse, namesPerson } from './line-shape.ts'
import { countOf, isCapitals } from './line-signs.ts'
import { scrapAt } from './machine-loops.ts'
import { noteIn } from './notes.ts'
import * as say from './office-words.ts'
import { abstained, handwritten, ofLayer, type Reading, typed } from './reading.ts'
import type { Zone } from './zones.ts'

type Part = 'signature' | 'office' | 'addressee' | 'copies' | 'postscript' | 'enclosure' | null

/** Reads what stands after the text: close, signature, office, the person written to, copies, enclosures. */
export function readTail(zone: Zone, from: number): void {
  const { lines, signs, paper, registered, readings } = zone
  let part: Part = null
  let last = from
  const has = new Set<string>()
  for (let at = from; at < paper.end; at++) {
    const line = lines[at]!
    const sign = signs[at]
    const near = at === from || line.group === lines[last]!.group || line.blanksBefore <= 1
    const inPart = part !== null && (line.group === lines[last]!.group || (part === 'copies' && line.blanksBefore <= 1))
    const reading: Reading =
      tailSign(sign ?? null, has) ??
      (part === 'copies' && inPart && countOf(line.words) < 14
        ? typed('copies', 0.9, 'It stands in the list of copies.')
        : null) ??
      (part === 'postscript' && (inPart || isProse(line.words))
        ? typed('postscript', 0.8, 'It goes on with the postscript.')
        : null) ??
      (part === 'enclosure' && inPart && countOf(line.words) < 14
        ? typed('enclosure-line', 0.8, 'It stands in the list of what is enclosed.')
        : null) ??
      noteIn(line, registered) ??
      signatureIn(zone, at, has, near) ??
      (part === 'addressee' && inPart ? typed('address', 0.92, 'It follows on the line of the person written to.') : null) ??
      officeIn(line.words, has) ??
      partyIn(line.words, has) ??
      (say.FORM.test(line.words) ? ofLayer('printed', 'form-text', 0.75, 'Such words are printed on a form.') : null) ??
      (isOfHouse(line.words) && has.has('addressee')
        ? typed('address', 0.75, 'It names a house after the person written to.')
        : null) ??
      (isProse(line.words)
        ? handwritten('note', 0.8, 'It is a sentence under the signature, where a letter has none: written on it afterwards.')
        : null) ??
      scrapAt(line) ??
      abstained('It stands under the text, and nothing says what it is.')
    readings[at] = reading
    const { role } = reading
    if (role) has.add(role)
    part = partOf(role, part)
    if (part !== null) last = at
  }
}

function partOf(role: string | null, part: Part): Part {
  switch (role) {
    case 'signature':
    case 'office':
    case 'copies':
    case 'postscript':
      return role
    case 'addressee':
    case 'address':
      return 'addressee'
    case 'enclosure-line':
      return 'enclosure'
    case 'marking':
    case 'page-number':
      return part
    default:
      return null
  }
}

/** A line's own sign, where such a thing stands under a letter. A date there is a stamp more often than a date of writing. */
function tailSign(sign: Reading | null, has: ReadonlySet<string>): Reading | null {
  if (sign === null) return null
  if (sign.role === 'dateline' && (has.has('close') || has.has('signature')))
    return ofLayer('unknown', null, 0, 'A date under the signature: typed, written or stamped, nothing says.')
  return sign
}

const CONFORMED = /^\(?\/ ?s\/? ?\/?|^\(?(?:sgd\.?|signed)[).:]?\s?/iu
const FOR = /^(?:p\.?p\.?|for)\s+\p{L}/u

function signatureIn({ lines, paper }: Zone, at: number, has: ReadonlySet<string>, near: boolean): Reading | null {
  const { words } = lines[at]!
  if (words.length > 60) return null
  if (CONFORMED.test(words) && countOf(words) < 7) return typed('signature', 0.93, 'It says that somebody signed.')
  const inBrackets = /^\(([^)]{2,50})\)\.?$/.exec(words)
  if (inBrackets && !/\d{2}/.test(words) && /\p{L}{2}/u.test(words) && !say.BODY.test(words))
    return typed('signature', has.has('signature') ? 0.7 : 0.95, 'It is a name in brackets under a letter.')
  if (has.has('addressee') || has.has('copies') || (has.has('signature') && has.has('office'))) return null
  const afterClose = paper.close !== null && at > paper.close && at - paper.close < 5
  if (FOR.test(words) && countOf(words) < 8) return typed('signature', 0.8, 'It is signed for another.')
  if ((isName(words) || (afterClose && namesPerson(words) && !/Esq/.test(words))) && near && !has.has('signature'))
    return typed(
      'signature',
      afterClose ? 0.9 : 0.75,
      afterClose ? 'It is a name under the close.' : 'It is a name under the text.',
    )
  if (
    !has.has('signature') &&
    isCapitals(words) &&
    countOf(words) === 1 &&
    words.length < 7 &&
    /^(?:\p{Lu}\.? ?){2,5}$/u.test(words)
  )
    return ofLayer('unknown', 'signature', 0.7, 'They are initials under the text.')
  return null
}

function officeIn(words: string, has: ReadonlySet<string>): Reading | null {
  if (words.length > 80 || !has.has('signature') || has.has('addressee')) return null
  if (say.OFFICE.test(words) && countOf(words) < 10 && !/^(?:Mr|Mrs|Sir|Miss|Dr)\b/.test(words) && !say.AFTER_NAME.test(words))
    return typed('office', 0.92, 'It is an office, under the name.')
  return null
}

function partyIn(words: string, has: ReadonlySet<string>): Reading | null {
  if (namesPerson(words) && (say.TITLE.test(words) || say.AFTER_NAME.test(words)))
    return typed(
      'addressee',
      has.has('signature') || has.has('close') ? 0.92 : 0.85,
      'It names a person under the signature, with title or honours: the one written to.',
    )
  if (namesPerson(words) && has.has('signature')) return typed('addressee', 0.75, 'It names a person under the signature.')
  if (/^(?:the |to )?(?:private|parliamentary|permanent) .{0,40}secretary/i.test(words) && has.has('signature'))
    return typed('addressee', 0.75, 'It names an office under the signature.')
  return null
}
