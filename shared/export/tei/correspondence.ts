import type { Paper } from '../../model/transcript.ts'
import { isoDate } from '../../vocabulary/iso-date.ts'
import { element, lined, type XmlElement } from '../../xml/node.ts'
import { archiveOf, referenceOf } from '../archive.ts'
import type { ExportContext } from '../context.ts'
import { copyStatusInWords, markingInWords, paperFact, relationInWords } from '../paper-facts.ts'
import { cert, evidence, grounds, token, words } from './values.ts'
import type { Writing } from './writing.ts'

/**
 * Who wrote to whom, when and where, who had copies, and how a paper stands to others (HD#HD44CD): only what is stated. `first`: the paper
 * that the header's own description is of.
 */
export function correspondence(
  paper: Paper,
  first: Paper,
  writing: Writing,
  { description }: ExportContext,
): readonly XmlElement[] {
  const { from, to } = paper
  const place = paperFact(paper, 'place')
  const sent = [...named(from), ...(place === null ? [] : [element('placeName', {}, [place])]), ...dated(paper)]
  const parts = [
    ...(sent.length === 0 ? [] : [lined('correspAction', { type: 'sent' }, sent)]),
    ...(to === null ? [] : [lined('correspAction', { type: 'received' }, named(to))]),
    ...copied(paper),
    ...related(paper, writing),
    ...note('copy-status', copyStatusInWords(paper)),
    ...note('our-reference', paperFact(paper, 'ourReference')),
    ...note('your-reference', paperFact(paper, 'yourReference')),
    ...note('file-reference', paperFact(paper, 'fileReference')),
    ...note('subject', paperFact(paper, 'subject')),
    ...note('marking', markingInWords(paper)),
    ...note('recogniser', paperFact(paper, 'recogniser')),
    ...kept(paper, first, description),
  ]
  return parts.length === 0 ? [] : [lined('correspDesc', { corresp: `#${writing.ids.object(paper.id)}` }, parts)]
}

/** `name`, not `persName`: whether a person or an office wrote is not stated. */
function named(name: string | null): readonly XmlElement[] {
  return name === null ? [] : [element('name', {}, [name])]
}

function note(type: string, said: string | null): readonly XmlElement[] {
  return said === null ? [] : [element('note', { type }, [said])]
}

/** The date as it is written, with its normal form, its bounds and how sure it is (ND#NDDATE). */
function dated(paper: Paper): readonly XmlElement[] {
  const { date, facts = {} } = paper
  const written = paperFact(paper, 'dateWritten')
  const bounds = { notBefore: isoDate(facts.notBefore), notAfter: isoDate(facts.notAfter) }
  if (date === null && DATED.every((name) => paperFact(paper, name) === null)) return []
  const when = isoDate(date)
  // words that are no date, beside the date as written, would be lost in the attribute
  const both = date !== null && when === null && written !== null ? `${written} (${date})` : (written ?? date ?? '')
  return [
    element('date', { when, ...bounds, cert: cert(facts), evidence: evidence(facts) }, [
      ...grounds(facts, [noDate('not before', facts.notBefore), noDate('not after', facts.notAfter)]),
      ...(both === '' ? [] : [both]),
    ]),
  ]
}

const DATED = ['dateWritten', 'notBefore', 'notAfter', 'cert', 'basis', 'basisNote'] as const

/** Words that stand where a date should: TEI has no attribute for them. */
function noDate(lead: string, value: unknown): string | null {
  return words(value) !== null && isoDate(value) === null ? `${lead}: ${value}` : null
}

function copied({ facts = {} }: Paper): readonly XmlElement[] {
  const list = (value: unknown) => (Array.isArray(value) ? (value as readonly string[]) : [])
  const names = [
    ...list(facts.copies).map((name) => element('name', {}, [name])),
    ...list(facts.copyGroups).map((name) => element('name', { type: 'group' }, [name])),
  ]
  return names.length === 0 ? [] : [lined('correspAction', { type: 'copied' }, names)]
}

function related(paper: Paper, { papers, ids }: Writing): readonly XmlElement[] {
  const { relation, relatedTo } = paper
  const isHere = relatedTo !== null && papers.has(relatedTo)
  const said = relationInWords(isHere ? { ...paper, relatedTo: null } : paper, () => null)
  if (said === null && !isHere) return []
  const target = isHere ? `#${ids.object(relatedTo)}` : null
  return [lined('correspContext', {}, [element('ref', { type: token(relation), target }, said === null ? [] : [said])])]
}

/** Where a paper is kept and its rights, where the description of the first paper does not say it. */
function kept(paper: Paper, first: Paper, description: ExportContext['description']): readonly XmlElement[] {
  const [own, other] = [archiveOf(paper, description), archiveOf(first, description)]
  const reference = referenceOf(paper, description)
  const elsewhere = own.repository !== other.repository || reference !== referenceOf(first, description)
  const where = own.repository === null ? reference : `${own.repository}, ${reference}`
  return [
    ...note('archive', elsewhere ? where : null),
    ...note('rights', own.rights === other.rights ? null : own.rights),
    ...note('licence', own.licence === other.licence ? null : own.licence),
  ]
}
