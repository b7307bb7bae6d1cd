import { type Meaning, markInWords } from '../../vocabulary/pen-legend.ts'
import { element, lined, type XmlElement } from '../../xml/node.ts'

/** What pen marks mean, as an editor interprets them (HD#HD55): nothing where nothing is given. */
export function penLegend(legend: readonly Meaning[]): readonly XmlElement[] {
  if (legend.length === 0) return []
  const categories = legend.map((meaning) => {
    const source = meaning.source === '' ? 'no source given' : `source: ${meaning.source}`
    return lined('category', {}, [element('catDesc', {}, [`${markInWords(meaning)}: ${meaning.means} (${source})`])])
  })
  const says = 'What pen marks mean in this collection: an editor’s interpretation, not the paper’s.'
  return [lined('classDecl', {}, [lined('taxonomy', {}, [element('desc', {}, [says]), ...categories])])]
}
