import { layerOf } from '../../model/hand.ts'
import { counted } from '../../text/counted.ts'
import { element, type XmlElement, type XmlNode } from '../../xml/node.ts'
import { archiveOf, referenceOf } from '../archive.ts'
import type { ExportContext } from '../context.ts'
import { editionTitle } from '../paper-title.ts'
import { stateLine, stateOf } from '../state.ts'
import { bdi, classes, el, group, out, STATES, type State } from './node.ts'
import type { Setting } from './setting.ts'
import { headRights } from './source-note.ts'

/** The head of the page: what this is, how far the work stands, and the choice of three states. Of several papers each has its own title below. */
export function front(setting: Setting, papers: number, context: ExportContext): XmlElement {
  const { transcript } = setting
  const { description } = context
  const { paper } = transcript
  const place = [archiveOf(paper, description).repository, referenceOf(paper, description)].filter((part) => part !== null)
  return group('header', 'front', [
    el('p', 'draft', ['Draft edition']),
    el('h1', null, [bdi(papers > 1 ? `${papers} papers` : editionTitle(transcript))], { dir: 'auto' }),
    el('p', 'source', [
      ...(description?.title == null ? [] : [bdi(description.title), '. ']),
      ...place.flatMap((part, at): XmlNode[] => (at === 0 ? [bdi(part)] : [', ', bdi(part)])),
    ]),
    ...headRights(setting, context),
    el('p', 'state', [bdi(stateLine(stateOf(transcript, context)))]),
    group('fieldset', 'states', [el('legend', null, ['Show the text']), ...(Object.keys(STATES) as State[]).map(choice)]),
    ...(Object.keys(STATES) as State[]).map((state) => el('p', classes('says', out(...others(state))), [STATES[state].says])),
    ...mendedSilently(setting),
  ])
}

/** Mends of the machine’s reading that no sign tells: a reader of every state is told that there are, and how many. */
function mendedSilently({ silent }: Setting): readonly XmlElement[] {
  if (silent.size === 0) return []
  const places = counted(silent.size, 'place')
  const words = `Where the machine misread typed or printed text, the text was corrected silently: in ${places}. Its own reading is kept in the transcript file.`
  return [el('p', null, [words])]
}

function choice(state: State): XmlElement {
  const checked = state === 'annotated' ? '' : null
  return el('label', null, [
    element('input', { type: 'radio', name: 'state', id: `as-${state}`, checked }),
    ` ${STATES[state].label}`,
  ])
}

function others(state: State): readonly State[] {
  return (Object.keys(STATES) as State[]).filter((other) => other !== state)
}

/** Blocks that nobody gave a hand are not in the typed text, and the reader is told. */
export function handsNotStated({ transcript, hands }: Setting): readonly XmlElement[] {
  const blocks = transcript.pages.flatMap((page) => page.content).filter((child) => child.type === 'block')
  const count = blocks.filter(({ hand }) => layerOf(hands.get(hand ?? '')) === 'unknown').length
  if (count === 0) return []
  const words =
    count === 1
      ? 'One part of the text is left out here: whether it is typed is not stated.'
      : `${count} parts of the text are left out here: whether they are typed is not stated.`
  return [el('p', classes('left-out', out('annotated', 'reading')), [words])]
}
