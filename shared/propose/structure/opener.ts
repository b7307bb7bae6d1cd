import { signedInitials } from './initials.ts'
import { countOf, isCapitals } from './letters.ts'
import { beginsSmall, endsSentence, isName, isOfHouse, isProse, namesPerson, smallWords, titledShare } from './line-shape.ts'
import { scrapAt } from './machine-loops.ts'
import { noteIn, PEN_WORDS } from './notes.ts'
import { BULLET, NUMBER_APART, NUMBERED } from './numbered.ts'
import * as say from './office-words.ts'
import { abstained, handwritten, ofLayer, type Reading, typed } from './reading.ts'
import { isTitle, type Zone } from './zones.ts'

const FROM_OFFICE = /^from (?:the|sir|lord|mr|mrs|dr|prof)\b.{2,50}$/iu
const HEAD_OF_MINUTE =
  /^(?:prime minister|(?:the )?secretary of state|chancellor(?: of the exchequer)?|(?:the )?(?:foreign|home) secretary|minister(?: of state)?|permanent secretary|lord chancellor|lord president|lord privy seal|chief secretary|(?:the )?chairman|(?:the )?director(?:-general| general)?|(?:mr |the )?president|the secretary|(?:the )?vice-chancellor|(?:the )?(?:private|principal|personal) secretary|p\.?s\.?\/.{2,40}|(?:the |deputy |assistant |under[- ]|parliamentary |general |permanent )+secretary|memorandum (?:for|to):? .{3,50})[.,]?$/iu
/** “The Bursar,”: an office with its article and a comma, as an address begins. */
const OFFICE_LINE = /^(?:The|Le|La|Monsieur le|Madame la|M\. le|L['’]) ?\p{Lu}[\p{L}’' -]{3,60},?$/u
/** `AT 71/03`, `ENV 14/208`: letters and figures with strokes. */
const CODE = /^(?=.*\d)(?:[A-Z][A-Za-z]{0,9}[ ./()-]{0,2}){1,4}[\d][\dA-Z/.() -]*$/u
const NUMBER_LINE = /^(?:N[°ºo]\.?|No\.?:?|(?:Ref(?:erence)?|REF(?:ERENCE)?) (?:No|NO)\.?:?) ?(?=\S*\d)[\dA-Z][\dA-Z./ -]{0,30}$/u

export const CODED = 'It is a reference: the writer’s, or the registry’s.'

/** Reads what stands before the text of a paper that is no telegram. Gives the first line after it. */
export function readOpener(zone: Zone): number {
  const { lines, signs, paper, registered, readings } = zone
  const end = endOfOpener(zone)
  let addressee: number | null = null
  let titled: number | null = null
  let listing = false
  for (let at = paper.first; at < end; at++) {
    const line = lines[at]!
    const { words } = line
    const sign = signs[at]
    // the date of a meeting stands in its title
    const inTitle =
      sign !== null &&
      sign !== undefined &&
      /^date/.test(sign.role ?? '') &&
      titled === at - 1 &&
      line.group === lines[at - 1]!.group
    if (inTitle) {
      readings[at] = { ...readings[at - 1]!, reason: 'It goes on with the heading above.' }
      titled = at
      continue
    }
    if (sign) {
      readings[at] = sign
      if (sign.role === 'salutation') addressee = null
      continue
    }
    const inAddress: boolean =
      addressee !== null && (line.group === lines[addressee]!.group || line.blanksBefore <= 1) && at - addressee < 7
    const reading: Reading =
      memoLine(words) ??
      (NUMBER_LINE.test(words)
        ? typed('our-reference', 0.88, 'It is a number at the head of a paper, as its reference is.')
        : null) ??
      (CODE.test(words) &&
      /[./()-]|\p{L}{2}.*\d{3}/u.test(words) &&
      !signedInitials(words)?.dated &&
      words.length < 40 &&
      !say.POSTCODE.test(words) &&
      !isOfHouse(words)
        ? typed(null, 0, CODED)
        : null) ??
      (FROM_OFFICE.test(words) ? ofLayer('printed', 'letterhead', 0.9, 'It says from whose office the paper comes.') : null) ??
      (say.FORM.test(words) ? ofLayer('printed', 'form-text', 0.8, 'Such words are printed on a form.') : null) ??
      (PRESENT.test(words) || (listing && line.group === lines[at - 1]?.group)
        ? typed(null, 0, 'It stands in the list of those present.')
        : null) ??
      (line.inColumns && !isOfHouse(words) ? typed(null, 0, 'It stands in columns.') : null) ??
      noteIn(words, registered) ??
      (titled !== null && at - titled <= 3 && line.group === lines[titled]!.group ? goesOnTitle(zone, at, titled) : null) ??
      headOf(zone, at, inAddress, end) ??
      strayIn(zone, at) ??
      scrapAt(line) ??
      readings[at]!
    readings[at] = reading
    listing = reading.reason === 'It stands in the list of those present.'
    titled = reading.role === 'heading' ? at : null
    if (reading.role === 'addressee') addressee = at
    else if (reading.role !== 'address') addressee = null
    if (reading.role === 'note') backOverNote(zone, at)
  }
  return end
}

/** One past the last line before the text: after the salutation, or where running text begins. */
function endOfOpener({ lines, signs, paper }: Zone): number {
  if (paper.salutation !== null) return paper.salutation + 1
  for (let at = paper.first; at < paper.end; at++) {
    if (signs[at]?.role) continue
    const { words, text, group } = lines[at]!
    if (isTitle(words) || memoLine(words) || FROM_OFFICE.test(words) || isOfHouse(words)) continue
    const next = lines[at + 1]
    const goesOn = next !== undefined && at + 1 < paper.end && next.group === group && isProse(next.words)
    if (
      isProse(words) &&
      !isCapitals(words) &&
      !PEN_WORDS.test(words) &&
      (words.length > 55 || goesOn) &&
      titledShare(words) < 0.85
    )
      return at
    if (NUMBERED.test(words) || NUMBER_APART.test(text) || BULLET.test(words)) return at
  }
  return paper.end
}

function memoLine(words: string): Reading | null {
  if (words.length > 120) return null
  if (say.SUBJECT.test(words)) return typed('heading', 0.93, 'It says what the paper is about.')
  if (say.TO_LINE.test(words)) return typed('addressee', 0.93, 'It says to whom the paper goes.')
  if (say.FROM_LINE.test(words)) return typed(null, 0, 'It says from whom the paper comes; no role is made for that.')
  if (say.THROUGH_LINE.test(words)) return typed(null, 0, 'It says through whom the paper goes; no role is made for that.')
  return null
}

function goesOnTitle({ lines, readings }: Zone, at: number, titled: number): Reading | null {
  const { words } = lines[at]!
  if (countOf(words) > 14 || endsSentence(words)) return null
  if (
    isCapitals(words) !== isCapitals(lines[titled]!.words) &&
    !/\b(?:of|the|to|between|at|on|in|and|held)$/i.test(lines[titled]!.words) &&
    !/^(?:at|on|held|in|between)\b/i.test(words)
  )
    return null
  return { ...readings[titled]!, reason: 'It goes on with the heading above.' }
}

/** Lines above the end of a note that are its own: in the same group, and nothing else for sure. */
function backOverNote({ lines, signs, readings, paper }: Zone, at: number): void {
  for (let above = at - 1; above >= paper.first && at - above < 6; above--) {
    if (lines[above]!.group !== lines[at]!.group || signs[above]) return
    const { role, confidence } = readings[above]!
    if (role !== null && role !== 'note' && confidence >= 0.88) return
    if (isCapitals(lines[above]!.words) || (endsSentence(lines[above]!.words) && role === 'note')) return
    readings[above] = { ...readings[at]!, reason: 'It belongs to the words below it, which are written by hand.' }
  }
}

/** Titles under which those present are named, and nobody is written to. */
const RECORD = /\b(?:record|minutes|conclusions|conversation|proc[èe]s-verbal|compte|meeting|agenda|list)\b/iu
const RECORDS = 'It is the title of a record: of a meeting, or of what was said.'
const PRESENT =
  /^(?:those )?(?:present|participants?|in attendance|also present|apologies|attended by|in the chair|[ée]taient pr[ée]sents|assistaient)\b/iu

function headOf(zone: Zone, at: number, inAddress: boolean, end: number): Reading | null {
  const { lines, paper } = zone
  const line = lines[at]!
  const { words } = line
  const ofHouse = isOfHouse(words)
  const greeted = paper.salutation !== null
  if (
    inAddress &&
    words.length < 70 &&
    !isTitle(words) &&
    !PEN_WORDS.test(words) &&
    !(isCapitals(words) && !ofHouse && line.blanksBefore > 0) &&
    !(line.blanksBefore > 0 && !greeted) &&
    !endsSentence(words.replace(/\.$/, ''))
  )
    return ofHouse || say.OFFICE.test(words)
      ? typed('address', 0.93, 'It follows on the line of the person written to.')
      : greeted && countOf(words) <= 6 && titledShare(words) > 0.7
        ? typed('address', 0.87, 'It follows on the line of the person written to.')
        : null
  if (isTitle(words)) return typed('heading', 0.92, RECORD.test(words) ? RECORDS : `“${words}” is the title of a paper.`)
  const person = namesPerson(words)
  if (!greeted && zone.readings.slice(paper.first, at).some(({ reason }) => reason === RECORDS))
    return person || OFFICE_LINE.test(words) ? typed(null, 0, 'It names a person, in the record of a meeting.') : null
  if (
    !greeted &&
    /^(?:MRS?|MISS|SIR|DR|LORD|LADY|PS|PPS|APS)[. /] ?[A-Z]/.test(words) &&
    !/[(:]/.test(words) &&
    words.length < 40 &&
    at - paper.first < 10
  )
    return typed('addressee', 0.9, 'It names a person or a private office at the head of a minute.')
  if (person && !(ofHouse && !say.AFTER_NAME.test(words) && !/^(?:Mr|Mrs|Miss|Dr|Sir)\b/.test(words))) {
    const titledName = say.TITLE.test(words) || say.AFTER_NAME.test(words)
    if (titledName && (greeted || at - paper.first < 12)) {
      // under the title of a note, a name is what it is about
      const about = !greeted && at > paper.first && zone.readings[at - 1]!.role === 'heading' && !/[,]|Esq/.test(words)
      return about
        ? typed(null, 0, 'It names a person: the one written to, or the subject.')
        : typed('addressee', 0.9, 'It names a person before the text, with title or honours.')
    }
    if (greeted && isName(words)) return typed('addressee', 0.78, 'It names a person before the greeting.')
  }
  if (HEAD_OF_MINUTE.test(words)) {
    if (!greeted && (paper.close === null || isCapitals(words)) && at < paper.first + 14)
      return typed('addressee', 0.92, 'It names an office at the head of a minute.')
    if ((greeted || paper.close !== null) && !isCapitals(words))
      return handwritten(
        'note',
        0.88,
        'It names another than the person greeted: the first line of a minute written on the letter.',
      )
  }
  if (greeted && OFFICE_LINE.test(words) && /,$/.test(words) && !ofHouse)
    return typed('addressee', 0.87, 'It names an office before the greeting, with a comma, as an address begins.')
  if (ofHouse) {
    const toBody = /^(?:Monsieur|Madame|M\.|The Secretary|The Director|Messrs)/.test(words)
    if (toBody) return typed('addressee', 0.85, 'It names to whom the paper goes.')
    const late = zone.readings
      .slice(paper.first, at)
      .some(({ role }) => role === 'addressee' || role === 'dateline' || (role === 'heading' && at - paper.first > 6))
    const placed = (other: { readonly words: string } | undefined) =>
      other !== undefined && (say.STREET.test(other.words) || say.POSTCODE.test(other.words) || say.TELEPHONE.test(other.words))
    if (!greeted && ![line, lines[at - 1], lines[at + 1], lines[at + 2]].some(placed))
      return ofLayer('unknown', null, 0, 'It names a house: as a letterhead, or as the heading of a paper.')
    if (!late)
      return ofLayer(
        'printed',
        'letterhead',
        line.inColumns || isCapitals(words) || greeted ? 0.93 : 0.88,
        'It names a house, a street or a telephone at the head of a paper.',
      )
    return typed(null, 0, 'It names a house: of the writer, or of the person written to.')
  }
  // the first lines of a letter, in capitals or beside the house, are of its head
  const nearHouse = [lines[at - 1], lines[at + 1]].some(
    (other) => other !== undefined && other.group === line.group && isOfHouse(other.words),
  )
  if (
    nearHouse &&
    at - paper.first < 8 &&
    titledShare(words) > 0.75 &&
    countOf(words) < 9 &&
    (!endsSentence(words) || isCapitals(words)) &&
    (at === paper.first || zone.readings[at - 1]!.role === 'letterhead' || zone.readings[at - 1]!.role === 'marking')
  )
    return ofLayer('printed', 'letterhead', 0.86, 'It stands with the lines of a house at the head of a paper.')
  const next = lines[end]
  const last = at === end - 1 || (at === end - 2 && lines[at]!.group === lines[at + 1]!.group)
  if (
    !greeted &&
    last &&
    next &&
    titledShare(words) > 0.75 &&
    !/[.,;?!]$/.test(words) &&
    countOf(words) < 14 &&
    countOf(words) > 1 &&
    !isName(words)
  )
    return typed(
      'heading',
      isCapitals(words) ? 0.92 : 0.87,
      'It stands right above the text, with capitals and without a full stop.',
    )
  return null
}

/** What else stands before the greeting: a heading in capitals; running text is no part of an opener. */
function strayIn({ lines, paper }: Zone, at: number): Reading | null {
  const { words } = lines[at]!
  if (isCapitals(words) && countOf(words) > (paper.salutation === null ? 1 : 3) && !/[!?]$/.test(words))
    return countOf(words) > 2 && !/\b(?:NOT|CLOSED|ONLY|SECTION|OFFICE|DEPOT|COMPANY|LTD)\b/.test(words)
      ? typed('heading', 0.85, 'It stands in capitals before the text.')
      : abstained('It stands in capitals before the text: a heading, or part of a letterhead.')
  if (
    paper.salutation !== null &&
    (isProse(words) || (endsSentence(words) && countOf(words) > 3 && smallWords(words) > 0)) &&
    !beginsSmall(words) &&
    !/^[([]/.test(words)
  )
    return handwritten(
      'note',
      0.87,
      'It is a sentence among the lines before the greeting, where nothing is typed but date and addresses.',
    )
  if (
    paper.salutation === null &&
    at > paper.first &&
    (/[!?]$/.test(words) || / - /.test(words)) &&
    countOf(words) > 2 &&
    !isCapitals(words)
  )
    return handwritten('note', 0.8, 'It comments, among the lines before the text.')
  return null
}
