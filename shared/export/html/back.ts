import type { Hand } from '../../model/hand.ts'
import { type Meaning, markInWords } from '../../vocabulary/pen-legend.ts'
import { element, type XmlElement, type XmlNode } from '../../xml/node.ts'
import type { Description, ExportContext } from '../context.ts'
import { badge, inkOf } from './marks.ts'
import { bdi, classes, el, group, out } from './node.ts'
import type { Setting } from './setting.ts'

const MEDIA: Readonly<Record<Hand['medium'], string>> = {
  typewriter: 'typewriter',
  print: 'print',
  stamp: 'stamp',
  'felt-tip': 'felt-tip',
  ink: 'ink',
  'ball-point': 'ball-point',
  pencil: 'pencil',
  manuscript: 'handwriting, instrument not known',
  unknown: 'medium not known',
}

/** The hands that appear in the edition, in the order in which they come, each with its letters, its colour and its notes. */
export function legend(setting: Setting): readonly XmlElement[] {
  const { colours, hands, placement, letters } = setting
  if (colours.size === 0) return []
  const entries = [...colours.keys()].flatMap((id) => {
    const hand = hands.get(id)!
    const notes = placement.order.filter((note) => note.attrs.hand === id && letters.get(note.id)?.piece === 1).length
    const count = notes === 0 ? '' : `; ${notes === 1 ? 'one note' : `${notes} notes`}`
    return [
      el('dt', inkOf(id, setting), badge(id, setting)),
      el('dd', null, [bdi(hand.name), ` (${MEDIA[hand.medium]})`, ...known(hand), count]),
    ]
  })
  return [group('section', classes('legend', out('typed')), [el('h2', null, ['Hands']), group('dl', null, entries)])]
}

/** How a hand is known. */
const known = ({ identifiedBy }: Hand): readonly XmlNode[] =>
  identifiedBy === undefined ? [] : ['; identified by: ', bdi(identifiedBy)]

/** What pen marks mean, as an editor interprets them. */
export function penLegend(meanings: readonly Meaning[]): readonly XmlElement[] {
  if (meanings.length === 0) return []
  const entries = meanings.flatMap((meaning) => [
    el('dt', null, [markInWords(meaning)]),
    el('dd', null, [bdi(meaning.means), ' (', ...(meaning.source === '' ? ['no source given'] : [bdi(meaning.source)]), ')']),
  ])
  const heading = el('h2', null, ['What pen marks mean: an editor’s interpretation'])
  return [group('section', classes('legend', out('typed')), [heading, group('dl', null, entries)])]
}

/** How to read the signs of the edition, and what it was made from. */
export function about({ transcript, footnotes }: Setting, { version, description }: ExportContext): XmlElement {
  const sign = (words: string) => element('b', {}, [words])
  const originals = transcript.originals.flatMap(({ name, sha256 }, at) => [
    at === 0 ? ' ' : '; ',
    bdi(name),
    ` (sha256 ${sha256})`,
  ])
  return group('section', 'about', [
    el('h2', null, ['About this edition']),
    el('p', out('typed'), [
      'A raised letter is the key of a note in the margin; a raised number is an editor’s note. ',
      ...(footnotes.size === 0
        ? []
        : [
            'The paper’s own footnotes stand after its text, under the signs that it has; where a number is ours, it says “ed.” ',
          ]),
      sign('[?]'),
      ' a doubtful reading. ',
      sign('[ ]'),
      ' words supplied, or something that is not given. ',
      sign('[read …]'),
      ' the paper is in error, and the editors would read so. ',
      sign('[the machine read …]'),
      ' a marked mend of the machine’s reading. ',
      sign('[undetermined]'),
      ' whether the writer or the machine erred cannot be told without the paper. Place and hand are given as far as somebody stated them.',
    ]),
    ...editorialPolicy(description?.policy ?? []),
    el('p', null, ['Made from the machine transcript', ...originals, `, with Scholion ${version}.`]),
  ])
}

/** The editorial policy of the collection, as far as it is stated. */
function editorialPolicy(policy: Description['policy']): readonly XmlElement[] {
  if (policy.length === 0) return []
  const entries = policy.flatMap(([heading, words]) => [el('dt', null, [heading]), el('dd', null, [bdi(words)])])
  return [group('dl', 'policy', entries)]
}
