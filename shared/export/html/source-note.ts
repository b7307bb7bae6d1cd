import type { Paper } from '../../model/transcript.ts'
import { paperTitle } from '../../vocabulary/paper.ts'
import { shortDate } from '../../vocabulary/short-date.ts'
import type { XmlElement, XmlNode } from '../../xml/node.ts'
import { archiveOf, referenceOf } from '../archive.ts'
import type { ExportContext } from '../context.ts'
import { copyStatusInWords, dateInWords, markingInWords, paperFact, relationInWords } from '../paper-facts.ts'
import { bdi, classes, el, out } from './node.ts'
import type { Setting } from './setting.ts'

/** What is stated of a paper besides what its title says, in one paragraph; nothing where nothing is. */
export function sourceNote(paper: Paper, papers: readonly Paper[], context: ExportContext): readonly XmlElement[] {
  const nameOf = (id: string) => {
    const at = papers.findIndex((one) => one.id === id)
    return at < 0 ? null : (paperTitle(papers[at]!) ?? `paper ${at + 1}`)
  }
  const said = (lead: string, words: string | null) => (words === null ? null : `${lead}: ${words}`)
  const date = dateInWords(paper)
  const facts = [
    said('Copy', copyStatusInWords(paper)),
    relationInWords(paper, nameOf),
    date === null || (paper.date !== null && date === shortDate(paper.date)) ? null : `Date: ${date}`,
    said('Written at', paperFact(paper, 'place')),
    said('Copies to', [paperFact(paper, 'copies'), paperFact(paper, 'copyGroups')].filter(Boolean).join('; ') || null),
    said('Our reference', paperFact(paper, 'ourReference')),
    said('Your reference', paperFact(paper, 'yourReference')),
    said('File', paperFact(paper, 'fileReference')),
    said('Subject', paperFact(paper, 'subject')),
    said('Marking', markingInWords(paper)),
    ...kept(paper, papers[0]!, context),
  ].filter((fact) => fact !== null)
  if (facts.length === 0) return []
  return [
    el(
      'p',
      classes('source-note', out('typed')),
      facts.flatMap((fact, at): XmlNode[] => (at === 0 ? [bdi(fact)] : [/[.!?]$/u.test(facts[at - 1]!) ? ' ' : '. ', bdi(fact)])),
    ),
  ]
}

/** Where it is kept and its rights, where the head of the page, which speaks of the first paper, does not say it. */
function kept(paper: Paper, first: Paper, { description }: ExportContext): readonly (string | null)[] {
  const [own, head] = [archiveOf(paper, description), archiveOf(first, description)]
  const reference = referenceOf(paper, description)
  const elsewhere = own.repository !== head.repository || reference !== referenceOf(first, description)
  return [
    elsewhere ? `Kept: ${[own.repository, reference].filter(Boolean).join(', ')}` : null,
    own.rights === null || own.rights === head.rights ? null : `Rights: ${own.rights}`,
    own.licence === null || own.licence === head.licence ? null : `Licence: ${own.licence}`,
  ]
}

/** The same for the head of the page: the first paper's. */
export function headRights({ transcript }: Setting, { description }: ExportContext): readonly XmlElement[] {
  const { rights, licence } = archiveOf(transcript.paper, description)
  const parts = [rights === null ? null : `Rights: ${rights}`, licence === null ? null : `Licence: ${licence}`]
  const words = parts.filter((part) => part !== null)
  return words.length === 0 ? [] : [el('p', 'rights', [bdi(words.join('. '))])]
}
