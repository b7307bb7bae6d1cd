import type { SourceRange } from '../../model/source.ts'
import { type FactProposal, type ProposedFact, proposalId } from '../proposal.ts'
import { readPaper, type ToldBlock } from '../read-paper.ts'
import { copiesInList, copiesInSentence } from './copies-of.ts'
import { datedWords } from './dated-words.ts'
import { isCapitals } from './letters.ts'
import * as say from './office-words.ts'
import { CODED } from './opener.ts'
import { kindOf } from './papers-of-file.ts'
import type { LinesRead } from './read-lines.ts'
import type { PaperLines } from './zones.ts'

/** Lines of one role that follow each other. */
interface Told extends ToldBlock {
  readonly first: number
  readonly end: number
  readonly confidence: number
}

/** What each paper states of itself, by the roles of its lines. */
export function factsOf(read: LinesRead, papers: readonly PaperLines[]): readonly FactProposal[] {
  return papers.flatMap((paper, index) => factsOfPaper(read, paper, index))
}

function factsOfPaper(read: LinesRead, paper: PaperLines, index: number): readonly FactProposal[] {
  const { lines, readings } = read
  const blocks = blocksOf(read, paper)
  const facts: FactProposal[] = []
  const add = (
    fact: ProposedFact,
    value: string | null,
    told: Pick<Told, 'first' | 'end' | 'confidence'>,
    reason: string,
    confidence = told.confidence,
  ) => {
    if (value === null || value.trim() === '') return
    const source: readonly SourceRange[] = [[lines[told.first]!.original, lines[told.first]!.start, lines[told.end - 1]!.end]]
    facts.push({
      kind: 'fact',
      id: proposalId('fact', `${fact} ${value}`, source),
      source,
      confidence,
      reason,
      paper: index,
      fact,
      value: value.trim(),
    })
  }
  const of = (role: string) => blocks.filter((block) => block.role === role)
  const kind = kindOf(read, paper)
  if (kind !== null)
    add(
      'kind',
      kind,
      { first: paper.first, end: paper.first + 1, confidence: 0.85 },
      'What stands at its head and its foot makes it one.',
    )

  const lineOf = (says: RegExp) => {
    for (let at = paper.first; at < Math.min(paper.end, paper.first + 25); at++) if (says.test(lines[at]!.words)) return at
    return -1
  }
  if (paper.isTelegram) telegramFacts(read, paper, add)
  const fromLine = paper.isTelegram ? -1 : lineOf(say.FROM_LINE)
  if (fromLine >= 0)
    add(
      'from',
      inSmall(lines[fromLine]!.words.replace(/^[^:]*:\s*/u, '')),
      { first: fromLine, end: fromLine + 1, confidence: 0.9 },
      'It stands after “From”.',
    )
  else if (!paper.isTelegram) {
    const signed = of('signature').filter(({ words }) => /\p{L}{3}/u.test(words) && !/^\/ ?s/i.test(words))
    const [name] = signed
    const read1 = name ? readPaper([{ ...name, role: 'signature', facts: {} }]).from : null
    if (name && read1 && !/^(?:for|p\.?p)\b/i.test(read1) && /^\p{Lu}/u.test(read1))
      add('from', inSmall(read1), name, 'It is the name under the paper.')
  }
  const [addressee] = of('addressee')
  if (addressee && !paper.isTelegram) {
    const value = readPaper([
      {
        role: 'addressee',
        facts: {},
        words: addressee.words.replace(/^(?:memorandum (?:for|to)|to|for|attention)\s*:?\s+/i, ''),
      },
    ]).to
    add('to', value === null ? null : inSmall(value), addressee, 'It is the person written to.')
  } else if (!paper.isTelegram) {
    const [greeting] = of('salutation')
    const name = greeting && /^(?:my )?dear (.{3,40}?)[,:;]?$/iu.exec(greeting.words)?.[1]
    if (greeting && name && !/^(?:sirs?|madam|friend|colleague|all)$/i.test(name))
      add('to', name, greeting, 'It is the person greeted.', 0.7)
  }
  const dated = [...of('dateline'), ...of('date-time')]
    .map((block) => ({ block, date: datedWords(block.words.replace(/\n/g, ' ')) }))
    .find(({ date }) => date !== null)
  if (dated?.date) {
    add(
      'date',
      dated.date.reading.when,
      dated.block,
      `“${dated.date.words}” is the paper’s date.`,
      dated.date.reading.monthFirst || dated.date.reading.inferred !== null ? 0.65 : dated.block.confidence,
    )
    add('dateWritten', dated.date.words, dated.block, 'So the date is written.')
    const place = dated.date.before.replace(/[\s,]+(?:le)?$/iu, '')
    if (/^\p{Lu}[\p{L} .’'-]{2,30}$/u.test(place) && !/^(?:Date|Dated|The)$/i.test(place))
      add('place', place, dated.block, 'It stands before the date.', 0.8)
  }
  const text = blocks.find(({ role, first }) => role === 'paragraph' && first >= (paper.salutation ?? paper.first))
  const heads = of('heading').filter(
    ({ words, confidence, end }) => !isKindOfPaper(words) && confidence >= 0.85 && (!text || end <= text.first),
  )
  const subject = heads.find(({ words }) => say.SUBJECT.test(words)) ?? heads.at(-1)
  if (subject) add('subject', subjectIn(subject.words), subject, 'It is the heading above the text.', 0.85)
  for (const [role, fact] of [
    ['our-reference', 'ourReference'],
    ['your-reference', 'yourReference'],
    ['registry-reference', 'fileReference'],
  ] as const) {
    const [block] = of(role)
    if (block)
      add(
        fact,
        block.words.replace(/^[^:\d]*?\b(?:ref(?:erence)?|r[ée]f|quote|no|file)\b\s*(?:no)?\.?\s*[:.]?\s*/iu, ''),
        block,
        'It is the reference, by what stands before it.',
      )
  }
  if (!facts.some(({ fact }) => fact === 'ourReference')) {
    const coded = readings.findIndex(({ reason }, at) => at >= paper.first && at < paper.end && reason === CODED)
    if (coded >= 0) add('ourReference', lines[coded]!.text, { first: coded, end: coded + 1, confidence: 0.75 }, CODED)
  }
  const [marking] = of('marking')
  if (marking) {
    const told = readPaper([{ role: 'marking', facts: {}, words: marking.words.split('\n')[0]! }])
    add('markingWritten', told.markingWritten, marking, 'It is the marking as it stands there.')
    add('marking', told.marking, marking, 'It is the level of the marking.')
    add('covering', told.covering, marking, 'It is the marking of what the paper covers.')
  }
  for (const block of of('copies-paragraph'))
    for (const name of copiesInSentence(block.words))
      add('copies', name, block, 'The paragraph says that a copy goes there.', 0.85)
  for (const block of of('copies'))
    for (const name of copiesInList(block.words.split('\n'))) add('copies', name, block, 'It stands in the list of copies.', 0.85)
  return unique(facts)
}

type Add = (
  fact: ProposedFact,
  value: string | null,
  told: Pick<Told, 'first' | 'end' | 'confidence'>,
  reason: string,
  confidence?: number,
) => void

function telegramFacts({ lines }: LinesRead, paper: PaperLines, add: Add): void {
  const seen = new Set<string>()
  for (let at = paper.first; at < Math.min(paper.end, paper.first + 20); at++) {
    const { words } = lines[at]!
    const told = { first: at, end: at + 1, confidence: 0.88 }
    const say1 = (fact: ProposedFact, found: RegExpExecArray | null, reason: string) => {
      if (!found?.[1] || seen.has(fact)) return
      seen.add(fact)
      add(fact, found[1], told, reason)
    }
    say1('from', /^(?:FM|FROM:?) ([A-Z][A-Z .]+?)(?: (?:TO\b.*|\d.*))?$/.exec(words), 'It stands after FM.')
    say1(
      'to',
      /^(?:FROM [A-Z ]+ )?TO:? (?:(?:FLASH|IMMEDIATE|PRIORITY|ROUTINE|OPERATIONAL IMMEDIATE|SAVING) )?([A-Z][A-Z .]+?)(?: \d+)?$/.exec(
        words,
      ),
      'It stands after TO.',
    )
    say1(
      'ourReference',
      /^(?:TELNO|TELEGRAM (?:NO\.?|NUMBER)|TEL NO\.?|NO\.?) (\d+)/i.exec(words),
      'It is the number of the telegram.',
    )
    const group = /\b(\d{2})\d{4}Z? ?(JAN|FEB|MAR|APR|MAY|JUN|JUL|AUG|SEP|OCT|NOV|DEC)[A-Z]* ?(\d{2,4})\b/.exec(words)
    if (group && !seen.has('date')) {
      const year = group[3]!.length === 2 ? `19${group[3]}` : group[3]!
      const date = datedWords(`${Number(group[1])} ${group[2]![0]}${group[2]!.slice(1).toLowerCase()} ${year}`)
      if (date) {
        seen.add('date')
        add('date', date.reading.when, told, `“${group[0]}” is the date-time group.`)
      }
    }
    const info = /^(?:AND )?INFO:? (?:(?:FLASH|IMMEDIATE|PRIORITY|ROUTINE|SAVING)(?: TO)? )?([A-Z].+)$/.exec(words)
    if (info)
      for (const name of info[1]!.split(/,\s*|\s+AND\s+/))
        if (name.trim().length > 1) add('copies', name.trim().replace(/\.$/, ''), told, 'It stands after INFO.', 0.8)
  }
}

function blocksOf({ lines, readings }: LinesRead, paper: PaperLines): readonly Told[] {
  const blocks: { role: string | null; words: string; first: number; end: number; confidence: number }[] = []
  for (let at = paper.first; at < paper.end; at++) {
    const { role, confidence } = readings[at]!
    const last = blocks.at(-1)
    const goesOn =
      last &&
      last.role === role &&
      last.end === at &&
      lines[at]!.group === lines[at - 1]!.group &&
      role !== 'signature' &&
      role !== 'salutation'
    if (goesOn) {
      last.words += `\n${saidIn(lines[at]!)}`
      last.end = at + 1
    } else blocks.push({ role, words: saidIn(lines[at]!), first: at, end: at + 1, confidence })
  }
  return blocks.map((block) => ({ ...block, facts: {} }))
}

/** The words as they stand; of a date as they were meant. */
const saidIn = ({ text, words }: LinesRead['lines'][number]): string => (/\d/.test(words) ? words : text.replace(/\s+/gu, ' '))

/** Headings that say what a paper is, not what it is about. */
const isKindOfPaper = (words: string): boolean =>
  /^(?:(?:draft|copy of|proposed)\b.*|memorandum|minutes?|note|note for (?:the )?record|record|cabinet|conclusions|brief|agenda|press notice|press release|telegram|minute sheet|copy|aide[- ]?m[ée]moire|note verbale|file note|introduction|background|purpose|contents|memorandum of conversation|compte[- ]rendu|proc[èe]s-verbal)$/iu.test(
    words.split('\n')[0]!.trim(),
  )

const subjectIn = (words: string): string =>
  words
    .replace(/\s+/gu, ' ')
    .replace(/^(?:subject|subj|re|objet|sujet)\s*[.:]\s*/iu, '')
    .replace(/^(?:my|your) tel(?:no|egram)?\.? ?(?:no\.?|number)? ?\d+\s*[:.]\s*/iu, '')
    .replace(/^(?:speaking note|note|brief|minute|memorandum)\s*:\s*/iu, '')
    .replace(/[.:]$/, '')
    .trim()

/** Words in capitals as they are written in a description; initials stay. */
export function inSmall(words: string): string {
  if (!isCapitals(words)) return words
  return words
    .toLowerCase()
    .replace(/(^|[\s.’'(-])(\p{Ll})/gu, (_, before: string, letter: string) => before + letter.toUpperCase())
    .replace(/\b(?:Of|The|For|And|De|Du|To)\b/g, (word) => word.toLowerCase())
    .replace(/^./u, (letter) => letter.toUpperCase())
}

/** Each fact once: of those that can be one only, the first. */
function unique(facts: readonly FactProposal[]): readonly FactProposal[] {
  const seen = new Set<string>()
  return facts.filter(({ fact, value }) => {
    const key = fact === 'copies' ? `copies ${value}` : fact
    if (seen.has(key)) return false
    seen.add(key)
    return true
  })
}
