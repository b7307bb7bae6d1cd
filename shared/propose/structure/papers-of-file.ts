import { type DivisionProposal, proposalId } from '../proposal.ts'
import { datedWords } from './dated-words.ts'
import type { LinesRead } from './read-lines.ts'
import type { PaperLines } from './zones.ts'

/** The second and later papers of a file, each with its kind and its relation to the one before, where something shows them. */
export function divisionsOf(read: LinesRead): readonly DivisionProposal[] {
  const { papers } = read
  return papers.slice(1).map((paper, nth) => {
    const line = read.lines[paper.first]!
    const source = [[line.original, line.start, line.end]] as const
    const paperKind = kindOf(read, paper)
    const related = relationOf(read, papers[nth]!, paper)
    return {
      kind: 'division',
      id: proposalId('division', '', source),
      source,
      confidence: paper.salutation === null && !paper.isTelegram ? 0.8 : 0.9,
      reason: [paper.reason ?? 'A paper begins here.', related?.reason].filter(Boolean).join(' '),
      paperKind,
      relation: related?.relation ?? null,
    }
  })
}

const TITLES: readonly (readonly [RegExp, string])[] = [
  [/^note for (?:the )?record|^file note/i, 'note-for-record'],
  [
    /\b(?:record|minutes|note) of (?:a |the )?.*(?:conversation|meeting|discussion|talk|call)|memorandum of conversation|proc[èe]s-verbal|compte[- ]rendu|\b(?:minutes|conclusions) of\b/i,
    'record',
  ],
  [/\b(?:brief|briefing)\b/i, 'brief'],
  [/^(?:draft )?message\b|\bmessage from\b/i, 'message'],
  [/^(?:draft )?letter\b/i, 'letter'],
  [/memorandum|\bnote by\b|^note\b|aide[- ]?m[ée]moire/i, 'memorandum'],
  [/^(?:draft )?minute\b/i, 'minute'],
]

/** What a paper is, by its own signs; null where nothing shows it. */
export function kindOf({ lines, readings }: LinesRead, paper: PaperLines): string | null {
  if (paper.isTelegram) return 'telegram'
  const own = readings.slice(paper.first, paper.end)
  const head = lines.slice(paper.first, Math.min(paper.end, paper.first + 12))
  const title = head.find((_, nth) => own[nth]!.role === 'heading')
  const named = title && TITLES.find(([says]) => says.test(title.words))
  if (named) return named[1]
  if (own.some(({ role }) => role === 'form-text') && own.filter(({ role }) => role === 'form-text').length > 4) return 'form'
  if (own.some(({ role }) => role === 'minute-number')) return 'minute-sheet'
  if (paper.salutation !== null || paper.close !== null) return 'letter'
  const addressee = own.findIndex(({ role }) => role === 'addressee')
  const house = own.some(({ role }) => role === 'letterhead')
  if (addressee >= 0 && addressee < 8 && !house) return 'minute'
  // a carbon lacks letterhead and greeting; the person written to stands at its foot
  if (addressee >= 8 || (addressee >= 0 && addressee > own.findLastIndex(({ role }) => role === 'paragraph'))) return 'letter'
  return null
}

const ENCLOSES =
  /\b(?:enclos(?:e|ed|ing|ure)|attach(?:ed|ing|ment)?|annex(?:ed)?|herewith|i send you a copy|copy of (?:a|the|his|her|my)|ci-joint|pi[èe]ce jointe|overleaf)\b/iu
const ANSWERS =
  /\b(?:your|my) (?:letter|minute|message|telegram|telno|note|favour|memorandum)\b.{0,30}(?:\bof\b|\bno\b|\d)|\bthank you for (?:your|the)\b|\bin reply to your\b|\bvotre (?:lettre|note|d[ée]p[êe]che)\b|\bI have your letter\b/iu

function relationOf(
  { lines, readings }: LinesRead,
  before: PaperLines,
  paper: PaperLines,
): { readonly relation: string; readonly reason: string } | null {
  const textOf = ({ first, end }: PaperLines) =>
    lines
      .slice(first, end)
      .map(({ words }) => words)
      .join(' ')
  const head = lines
    .slice(paper.first, Math.min(paper.end, paper.first + 6))
    .map(({ words }) => words)
    .join(' ')
  if (/\bdraft\b/i.test(head)) return { relation: 'drafts', reason: 'It is called a draft.' }
  const [text, own] = [textOf(before), textOf(paper)]
  const dates = lines
    .slice(before.first, before.end)
    .flatMap(({ words }, nth) =>
      readings[before.first + nth]!.role === 'dateline' ? [datedWords(words)?.reading.when ?? null] : [],
    )
  const cited =
    /\b(?:letter|minute|message|note|telegram|favour|memorandum)\b[^.]{0,40}\bof (?:the )?(\d{1,2})(?:st|nd|rd|th)?(?: (?:inst|\p{L}+))/iu.exec(
      own,
    )
  if (cited && dates.some((date) => date !== null && Number(date.slice(8)) === Number(cited[1])))
    return { relation: 'answers', reason: `It cites a paper of the ${cited[1]}, the day of the one before.` }
  const hasEnclosure = readings.slice(before.first, before.end).some(({ role }) => role === 'enclosure-line')
  if (hasEnclosure || ENCLOSES.test(text))
    return { relation: 'encloses', reason: 'The paper before says that something is enclosed.' }
  if (ANSWERS.test(own.slice(0, 600)))
    return { relation: 'answers', reason: 'It speaks of a letter of the person that it goes to.' }
  return null
}
