import { countOf, isCapitals } from './letters.ts'
import { endsSentence, isName, isOfHouse, isProse, namesPerson, titledShare } from './line-shape.ts'
import { scrapAt } from './machine-loops.ts'
import { noteIn, PEN_WORDS } from './notes.ts'
import * as say from './office-words.ts'
import { abstained, handwritten, ofLayer, type Reading, typed } from './reading.ts'
import { startsNumbered } from './runs.ts'
import type { Zone } from './zones.ts'

type Part = 'signature' | 'office' | 'addressee' | 'copies' | 'postscript' | 'enclosure' | 'note' | null

/** Reads what stands after the text: close, signature, office, the person written to, copies, enclosures. */
export function readTail(zone: Zone, from: number): void {
  const { lines, signs, paper, registered, readings } = zone
  let part: Part = null
  let last = from
  const has = new Set<string>()
  for (let at = paper.first; at < from; at++) has.add(`above ${readings[at]!.role}`)
  for (let at = from; at < paper.end; at++) {
    const line = lines[at]!
    const { words } = line
    const sign = signs[at] ?? null
    const sameGroup = line.group === lines[last]!.group
    const inPart = part !== null && sameGroup
    const own = tailSign(sign, words, has, part, sameGroup)
    const reading: Reading =
      own ??
      (part === 'copies' && /[.?!]/.test(words.slice(0, -1)) ? noteIn(words, registered) : null) ??
      (part === 'copies' &&
      (inPart || (line.blanksBefore <= 1 && /:$/.test(lines[last]!.words))) &&
      countOf(words) < 14 &&
      !endsSentence(words)
        ? typed('copies', 0.9, 'It stands in the list of copies.')
        : null) ??
      (part === 'postscript' && !inPart ? noteIn(words, registered) : null) ??
      (part === 'postscript' && (inPart || isProse(words))
        ? ofLayer('unknown', 'postscript', 0.85, 'It goes on with the postscript.')
        : null) ??
      (part === 'enclosure' && inPart && countOf(words) < 14
        ? typed('enclosure-line', 0.8, 'It stands in the list of what is enclosed.')
        : null) ??
      noteIn(words, registered) ??
      signatureIn(zone, at, has) ??
      (part === 'addressee' && inPart && !PEN_WORDS.test(words) && !isProse(words) && !/\p{Ll}[.?!] \p{Lu}/u.test(words)
        ? typed('address', 0.93, 'It follows on the line of the person written to.')
        : null) ??
      officeIn(words, has) ??
      partyIn(words, has) ??
      (say.FORM.test(words) ? ofLayer('printed', 'form-text', 0.75, 'Such words are printed on a form.') : null) ??
      (part === 'note' &&
      inPart &&
      !namesPerson(words) &&
      (isProse(words) || /[.?!]$/.test(words) || !/[.?!]$/.test(lines[at - 1]!.words))
        ? handwritten('note', 0.85, 'It goes on with the handwriting above.')
        : null) ??
      sentenceIn(zone, at, has) ??
      scrapAt(line) ??
      abstained('It stands under the text, and nothing says what it is.')
    readings[at] = reading
    const { role } = reading
    if (role) has.add(role)
    part = partOf(role, part)
    if (role === 'note') backOverNote(zone, at, from)
    if (part !== null || sign) last = at
  }
}

function backOverNote({ lines, signs, readings }: Zone, at: number, from: number): void {
  for (let above = at - 1; above >= from && at - above < 6; above--) {
    if (lines[above]!.group !== lines[at]!.group || signs[above]) return
    const { role, confidence } = readings[above]!
    const mayBe =
      role === null || role === 'note' || confidence < 0.88 || (role === 'addressee' && !/Esq|,/.test(lines[above]!.words))
    if (!mayBe) return
    if (isCapitals(lines[above]!.words)) return
    readings[above] = { ...readings[at]!, reason: 'It belongs to the words below it, which are written by hand.' }
  }
}

function partOf(role: string | null, part: Part): Part {
  switch (role) {
    case 'signature':
    case 'office':
    case 'copies':
    case 'postscript':
    case 'note':
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

/** A line's own sign, where such a thing stands under a letter. A date under a letter that is dated at its head is a stamp more often than not. */
function tailSign(sign: Reading | null, words: string, has: ReadonlySet<string>, part: Part, sameGroup: boolean): Reading | null {
  if (sign === null) return null
  if (
    part === 'copies' &&
    sameGroup &&
    ['our-reference', 'salutation', 'typist-reference', 'registry-reference', 'copies'].includes(sign.role ?? '')
  )
    return typed('copies', 0.85, 'It stands in the list of copies.')
  if (sign.role === 'dateline' || sign.role === 'date-time') {
    if (has.has('above dateline') || has.has('dateline') || /^\d{1,2} [A-Z]{3} \d{2,4}$/.test(words))
      return ofLayer('unknown', null, 0, 'A second date, under the text: typed, written or stamped, nothing says.')
    return has.has('addressee')
      ? ofLayer('unknown', null, 0, 'A date under the text: typed, written or stamped, nothing says.')
      : { ...sign, confidence: 0.9 }
  }
  if (sign.role === 'postscript') return { ...sign, layer: 'unknown' }
  if (sign.role === 'page-number')
    return /^[-–—(]|^page/i.test(words)
      ? sign
      : ofLayer('unknown', null, 0, 'A number under the text: of the page, of the file, or a stamp.')
  return sign
}

const CONFORMED = /^\(?\/ ?s\/? ?\/?|^\(?(?:sgd\.?|signed)[).:]?\s?/iu
const FOR = /^(?:p\.?p\.?|for)\s+\p{L}/u
const NAME_IN_CAPITALS =
  /^(?:(?:\p{Lu}(?:\. ?| )){1,4}(?:\p{Lu}[’']?){3,}(?:[- ]\p{Lu}{3,})?|\p{Lu}{3,} (?:\p{Lu}\. ){1,2}\p{Lu}{3,})$/u

function signatureIn({ lines, paper }: Zone, at: number, has: ReadonlySet<string>): Reading | null {
  const { words } = lines[at]!
  if (words.length > 60) return null
  if (CONFORMED.test(words) && countOf(words) < 7) return typed('signature', 0.93, 'It says that somebody signed.')
  const inBrackets = /^\(([^)]{2,50})\)\.?$/.exec(words)
  if (
    inBrackets &&
    !/\d{2}/.test(words) &&
    /^\(\p{Lu}/u.test(words) &&
    !say.BODY.test(words) &&
    (isName(inBrackets[1]!) || has.has('close')) &&
    !/\b(?:of|the|to|minutes|over)\b/.test(words)
  )
    return typed('signature', has.has('signature') ? 0.75 : 0.95, 'It is a name in brackets under a letter.')
  if (has.has('addressee') || has.has('copies') || has.has('office')) return null
  const afterClose = paper.close !== null && at > paper.close && at - paper.close < 5
  if (FOR.test(words) && countOf(words) < 8) return typed('signature', 0.88, 'It is signed for another.')
  if (NAME_IN_CAPITALS.test(words) && countOf(words) < 6 && !say.BODY.test(words))
    return typed('signature', 0.93, 'It is a name in capitals under the text.')
  if (isName(words) || (afterClose && namesPerson(words) && !/Esq|^(?:Mr|Mrs|Miss)\b/.test(words))) {
    // initials and a surname in small letters may be the autograph itself
    const isTyped = /\p{Lu}{3}/u.test(words) || /^\p{Lu}\p{Ll}+ \p{Lu}\. /u.test(words)
    if (!has.has('signature'))
      return ofLayer(
        isTyped ? 'typed' : 'unknown',
        'signature',
        afterClose ? 0.9 : 0.82,
        afterClose ? 'It is a name under the close.' : 'It is a name under the text.',
      )
  }
  if (
    !has.has('signature') &&
    /^(?:\p{Lu}\.? ?){2,5}$/u.test(words) &&
    words.length < 12 &&
    !/^(?:ENDS?|COPY|FILE|SEEN|PTO)$/.test(words)
  )
    return ofLayer('unknown', 'signature', 0.88, 'They are initials under the text.')
  return null
}

function officeIn(words: string, has: ReadonlySet<string>): Reading | null {
  if (words.length > 80 || !(has.has('signature') || has.has('close')) || has.has('addressee')) return null
  if (
    say.OFFICE.test(words) &&
    countOf(words) < 10 &&
    !/^(?:Mr|Mrs|Sir|Miss|Dr|The)\b/.test(words) &&
    !say.AFTER_NAME.test(words) &&
    !endsSentence(words.replace(/\.$/, ''))
  )
    return typed('office', has.has('signature') ? 0.93 : 0.88, 'It is an office, under the signature.')
  return null
}

function partyIn(words: string, has: ReadonlySet<string>): Reading | null {
  if (has.has('above addressee') || !(has.has('signature') || has.has('close') || has.has('office'))) {
    if (namesPerson(words) && /,? Esq/.test(words))
      return typed('addressee', 0.9, 'It names a person with “Esq”: the one written to.')
    return namesPerson(words)
      ? ofLayer('unknown', null, 0, 'It names a person under the text: who gets it, or gets a copy.')
      : null
  }
  if (namesPerson(words) && (say.TITLE.test(words) || say.AFTER_NAME.test(words)))
    return typed('addressee', 0.93, 'It names a person under the signature, with title or honours: the one written to.')
  if (namesPerson(words)) return typed('addressee', 0.8, 'It names a person under the signature.')
  if (/^(?:the |to )?(?:private|parliamentary|permanent) .{0,40}secretary/i.test(words))
    return typed('addressee', 0.8, 'It names an office under the signature.')
  if (/^The \p{Lu}[\p{L}’' -]{3,50},$/u.test(words))
    return typed('addressee', 0.85, 'It names an office under the signature, with a comma, as an address begins.')
  if (isOfHouse(words) && titledShare(words) > 0.85)
    return ofLayer('typed', null, 0, 'It names a house under the signature: the writer’s, or that of the person written to.')
  return null
}

/** Words under the foot of a paper: what readers wrote on it. */
function sentenceIn({ lines }: Zone, at: number, has: ReadonlySet<string>): Reading | null {
  const { words } = lines[at]!
  if (startsNumbered(lines[at]!)) return null
  const footed = has.has('signature') || has.has('addressee') || has.has('dateline') || has.has('office')
  if (isCapitals(words) || !/\p{Ll}/u.test(words)) return null
  if (isProse(words) && countOf(words) > 25)
    return typed(null, 0, 'It is running text under the foot of a paper: of another paper, or a note.')
  if (isProse(words))
    return footed
      ? handwritten('note', 0.87, 'It is a sentence under the signature, where a letter has none: written on it afterwards.')
      : null
  if (footed && countOf(words) > 2 && (/[.?!]$/.test(words) || / - /.test(words)) && titledShare(words) < 0.8)
    return handwritten(
      'note',
      0.84,
      'They are words under the signature that are no name and no address: written on it afterwards.',
    )
  return null
}
