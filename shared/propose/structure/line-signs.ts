import { lineOfDate } from './dated-words.ts'
import { closeIn, salutationIn } from './greetings.ts'
import { countOf } from './letters.ts'
import * as say from './office-words.ts'
import { aside, handwritten, ofLayer, type Reading, typed } from './reading.ts'
import type { WrittenLine } from './written-lines.ts'

/** What a line says of itself, whatever stands around it; null where it says nothing clear. */
export function signOf(line: WrittenLine): Reading | null {
  const { words, indent } = line
  return (
    machineSays(words) ??
    markingIn(words) ??
    archiveSays(words) ??
    furniture(words, indent) ??
    referenceIn(words) ??
    salutationIn(line) ??
    closeIn(line) ??
    listsIn(words) ??
    dateIn(words)
  )
}

const DESCRIBES =
  /^[[(<{*_]+ ?(?:(?:hand ?written|illegible|unreadable|unclear|signature|signed|stamp(?:ed)?|seal|logo|crest|image|picture|blank|initials?|scribble|manuscript|mark|coat of arms|table|figure|end of|page (?:is )?blank|drawing|underlin|margin|redacted|faded)\b[^\]]{0,80})[\])>}*_]+\.?$/iu

const TALKS =
  /\b(?:could not be (?:read|transcribed|deciphered)|let me know if|here is the trans|i have transcribed|i(?:'|’)ve transcribed|as an ai|the (?:image|scan) (?:shows|contains|appears)|transcription of the (?:image|page|document))\b/iu

function machineSays(words: string): Reading | null {
  if (TALKS.test(words) && (/^[*[(_]/.test(words) || /\b(?:transcri|image|scan)/i.test(words)))
    return aside('machine-description', 0.9, 'The machine speaks here of what it did; no paper says so.')
  const quoted = /^\[(?:hand ?written|manuscript|ms|stamp(?:ed)?)(?: note| text)?: (.{3,200})\]$/iu.exec(words)
  if (quoted)
    return /^\[stamp/i.test(words)
      ? ofLayer('stamped', /receiv|reçu/i.test(words) ? 'received-stamp' : null, 0.85, 'The machine says that it is a stamp.')
      : handwritten('note', 0.85, 'The machine says that it is handwriting.')
  if (/^\(?this document is the property of/i.test(words))
    return ofLayer('printed', null, 0, 'Such words are printed on papers of the Cabinet; no role is made for them.')
  if (/^\(?copy (?:no|number)\b.{0,12}$/i.test(words)) return typed(null, 0, 'It numbers the copy; no role is made for that.')
  if (/^(?:[A-Z] ?)?\d{5,8}[A-Z]?$/.test(words))
    return ofLayer('stamped', 'number-stamp', 0.85, 'It is a long number by itself, as a numbering stamp leaves it.')
  if (/redacted/i.test(words)) return null
  return DESCRIBES.test(words)
    ? aside('machine-description', 0.9, 'It stands in brackets and describes what the machine saw; no paper says so of itself.')
    : null
}

const LEVEL =
  '(?:TOP ?SECRET|SECRET|CONFIDENTIAL|RESTRICTED|UNCLASSIFIED|LIMITED ?OFFICIAL ?USE|OFFICIAL ?USE ?ONLY|TR[EÈ]S ?SECRET|CONFIDENTIEL|DIFFUSION ?RESTREINTE|NON ?CLASSIFI[EÉ]|PRIVATE|PERSONAL|STRICTLY ?PERSONAL|STRICTLY ?CONFIDENTIAL|PRIVATE ?AND ?CONFIDENTIAL|PERSONNEL(?: ?ET ?CONFIDENTIEL)?|EN ?CLAIR|URGENT|MOST ?SECRET|OFFICIAL|IN ?CONFIDENCE|COMMERCIAL ?IN ?CONFIDENCE|MANAGEMENT ?IN ?CONFIDENCE|STAFF ?IN ?CONFIDENCE|BUDGET ?(?:SECRET|CONFIDENTIAL)|COSMIC|NATO|EYES ?ONLY|UK ?EYES ?[AB]|NOFORN|ECLIPSE|EXDIS|NODIS|LIMDIS|D[EÉ]FENSE|GUARD|DEDIP|PERSONAL ?FOR.{2,30})'
const MARKING = new RegExp(`^(?:COVERING ?)?${LEVEL}(?: ?(?:AND|&|ET|[-–—/,.]) ?${LEVEL}| ?${LEVEL})*[.:]?$`, 'u')
const CLASSED =
  /SECRET|CONFIDEN|RESTRICT|CLASSIFI|CONFIDENCE|EYESONLY|NOFORN|EYES|OFFICIALUSE|PERSONAL|PRIVATE|EXDIS|NODIS|LIMDIS/u

function markingIn(words: string): Reading | null {
  if (words.length > 60) return null
  const plain = words
    .replace(/^[\s([*_"“-]+|[\s)\]*_"”-]+$/gu, '')
    // S E C R E T, S.E.C.R.E.T.
    .replace(/(?<=\b\p{L})[ .](?=\p{L}\b)/gu, '')
    .replace(/\s+/gu, ' ')
    .toUpperCase()
  if (!MARKING.test(plain) || !CLASSED.test(plain.replace(/ /g, ''))) return null
  // in small letters it stands in a sentence, or is one
  const isWritten = words === words.toLowerCase() && !/^covering/i.test(words)
  if (isWritten) return null
  return typed('marking', 0.97, `“${words}” alone on its line is a protective marking.`)
}

function archiveSays(words: string): Reading | null {
  if (words.length > 160) return null
  if (say.REPRODUCTION.test(words) && words.length < 120)
    return ofLayer('unknown', 'reproduction-stamp', 0.88, 'Archives put such words on their copies.')
  if (say.RELEASE.test(words) && countOf(words) < 18)
    return ofLayer('unknown', 'release-mark', 0.85, 'Such words are put on a paper when it is opened or kept closed.')
  if (say.RECEIVED.test(words) && /\d|^[^a-z]+$/.test(words))
    return ofLayer('stamped', 'received-stamp', 0.85, 'It says when the paper came in.')
  return null
}

const NUMBER_ALONE =
  /^(?:[-–—.*(]{0,2} ?\d{1,3} ?[-–—.*)]{0,2}|page ?:? \d{1,3}(?: (?:of|\/) \d{1,3})?\.?|p\. ?\d{1,3}\.?|[-–—] ?[ivxl]{1,5} ?[-–—]|[ivxl]{2,5}|\d{1,3} ?\/ ?\d{1,2}|page \p{L}{3,6})$/iu
const CATCHWORD = /^\/ ?(?:\p{L}|\d|["“'‘(.…])[^/]{0,40}$/u
const TURN_OVER =
  /^(?:p\.? ?t\.? ?o\.?|\/?(?:\(?(?:continued|contd?\.?|cont['’]d\.?|more follows|over)\)?)(?: (?:overleaf|over|on (?:next )?page.{0,8}))?[. …]*(?:\/ ?\d{1,2})?|[./…]{1,4} ?\/? ?\d{1,2}|\.\.\. ?\/ ?\d+)$/iu
const TYPIST =
  /^(?:\p{Lu}{2,4} ?[/:] ?(?:\p{Ll}{1,4}|\p{Lu}{2,4})|\p{Ll}{2,3}[/:]\p{Ll}{2,3}|\p{Lu}{2,3}[/:.]\p{Lu}?\p{Ll}{1,3}(?:[/:]\d+)?)$/u
const FLAG = /^(?:flags?|tab|annex|appendix|enclosure|encl\.?) ["“']?[A-Z\d]{1,2}["”']?$/iu

function furniture(words: string, indent: number): Reading | null {
  if (words.length > 60) return null
  if (CATCHWORD.test(words) && !/^\/ ?s\/?\.?( |$)/i.test(words) && !/\d{3}/.test(words))
    return typed('catchword', 0.93, `“${words}” begins with the stroke that stands before the first words of the next page.`)
  if (TURN_OVER.test(words)) return typed('catchword', 0.85, `“${words}” says that the paper goes on on the next page.`)
  if (/^\d{1,3}\.$/.test(words)) return typed(null, 0, 'A number with a full stop: of a page, a minute or a paragraph.')
  if (NUMBER_ALONE.test(words) && /[\divxl]/i.test(words))
    return typed(
      'page-number',
      /^\d+\.?$/.test(words) && indent < 12 ? 0.8 : 0.93,
      `“${words}” is a page’s number: nothing else stands on its line.`,
    )
  if (/^flag ["“']?[A-Z]/i.test(words) && FLAG.test(words)) return typed('flag', 0.85, `“${words}” is the label of a flag.`)
  if (/^[A-Z]{2,}(?:\/[A-Z]+)*(?::[A-Za-z/]+){1,4}(?:\s\d[\d/]+)?$/.test(words))
    return typed('typist-reference', 0.88, 'It looks like the office, the drafter and the typist of an American paper.')
  if (TYPIST.test(words)) return typed('typist-reference', 0.75, `“${words}” looks like the initials of writer and typist.`)
  return null
}

function referenceIn(words: string): Reading | null {
  if (words.length > 70) return null
  if (say.YOUR_REFERENCE.test(words)) return typed('your-reference', 0.93, 'It begins as the recipient’s reference does.')
  if (say.OUR_REFERENCE.test(words)) return typed('our-reference', 0.93, 'It begins as the writer’s reference does.')
  if (say.FILE_REFERENCE.test(words)) return typed('registry-reference', 0.85, 'It names a file of the registry.')
  return null
}

function listsIn(words: string): Reading | null {
  if (say.POSTSCRIPT.test(words)) return typed('postscript', 0.9, 'It begins as a postscript does.')
  if (words.length < 90 && say.ENCLOSURE.test(words)) return typed('enclosure-line', 0.88, 'It says that something is enclosed.')
  if (say.COPIES.test(words) && words.length < 160) return typed('copies', 0.92, 'It begins as a list of copies does.')
  return null
}

function dateIn(words: string): Reading | null {
  const line = lineOfDate(words)
  if (!line) return null
  if (/^\d{1,2} [A-Z]{3}\.? \d{2,4}$/.test(words))
    return ofLayer('unknown', null, 0, 'A date in capitals by itself: typed, or stamped.')
  return line.withTime
    ? typed('date-time', 0.85, `“${words}” is a date with its time.`)
    : typed('dateline', 0.93, `“${words}” is a date, alone on its line.`)
}
