import type { Paper } from '../../model/transcript.ts'
import { isoDate } from '../../vocabulary/iso-date.ts'
import { COPY_STATUSES, PAPER_RELATIONS } from '../../vocabulary/page.ts'
import { element, lined, type XmlElement } from '../../xml/node.ts'
import { token } from './values.ts'
import type { Writing } from './writing.ts'

/** Who wrote to whom and when, and how a paper stands to others (HD#HD44CD): only what is stated. */
export function correspondence(paper: Paper, writing: Writing): readonly XmlElement[] {
  const { from, to, date } = paper
  const sent = [...named(from), ...dated(date)]
  const parts = [
    ...(sent.length === 0 ? [] : [lined('correspAction', { type: 'sent' }, sent)]),
    ...(to === null ? [] : [lined('correspAction', { type: 'received' }, named(to))]),
    ...related(paper, writing),
    ...copy(paper),
  ]
  return parts.length === 0 ? [] : [lined('correspDesc', { corresp: `#${writing.ids.object(paper.id)}` }, parts)]
}

/** `name`, not `persName`: whether a person or an office wrote is not stated. */
function named(words: string | null): readonly XmlElement[] {
  return words === null ? [] : [element('name', {}, [words])]
}

function dated(date: string | null): readonly XmlElement[] {
  return date === null ? [] : [element('date', { when: isoDate(date) }, [date])]
}

function related({ relation, relatedTo }: Paper, { papers, ids }: Writing): readonly XmlElement[] {
  if (relation === null && relatedTo === null) return []
  const labels: Readonly<Record<string, string>> = PAPER_RELATIONS
  const isHere = relatedTo !== null && papers.has(relatedTo)
  const words = [relation === null ? null : (labels[relation] ?? relation), isHere ? null : relatedTo]
  return [
    lined('correspContext', {}, [
      element('ref', { type: token(relation), target: isHere ? `#${ids.object(relatedTo)}` : null }, [
        words.filter((part) => part !== null).join(' '),
      ]),
    ]),
  ]
}

function copy({ copyStatus }: Paper): readonly XmlElement[] {
  const labels: Readonly<Record<string, string>> = COPY_STATUSES
  return copyStatus === null ? [] : [element('note', { type: 'copy-status' }, [labels[copyStatus] ?? copyStatus])]
}
