import { type EditorState, Plugin, PluginKey } from 'prosemirror-state'
import { Decoration, DecorationSet } from 'prosemirror-view'
import type { DoubtPlace } from '../../shared/doubt/doubt-places.ts'

/** The doubts that stand under words; a transaction whose meta it is puts others in their place, and changes nothing else. */
export const DOUBT_LINES = new PluginKey<DecorationSet>('doubtLines')

/** A hairline under each word in doubt. It goes along with its words, and goes as soon as they are changed. */
export function doubtLines(): Plugin<DecorationSet> {
  return new Plugin<DecorationSet>({
    key: DOUBT_LINES,
    state: {
      init: () => DecorationSet.empty,
      apply(tr, before, _old, { doc }) {
        const places = tr.getMeta(DOUBT_LINES) as readonly DoubtPlace[] | undefined
        if (places !== undefined) return DecorationSet.create(doc, places.map(lineUnder))
        if (!tr.docChanged) return before
        const now = before.map(tr.mapping, doc)
        const stale: Decoration[] = []
        tr.mapping.maps.forEach((map, step) => {
          const rest = tr.mapping.slice(step + 1)
          map.forEach((_from, _to, from, to) => {
            const touched = now.find(rest.map(from, -1), rest.map(to, 1))
            stale.push(...touched.filter(({ from, to, spec }) => !standsIn(doc, from, to, spec.place)))
          })
        })
        return stale.length > 0 ? now.remove(stale) : now
      },
    },
    props: { decorations: (state) => withTheOneHere(state) },
  })
}

/** The doubts that still stand, each where it stands now. */
export function standingDoubts(state: EditorState): readonly DoubtPlace[] {
  const lines = DOUBT_LINES.getState(state)?.find() ?? []
  return lines.map(({ from, to, spec }) => ({ doubt: (spec.place as DoubtPlace).doubt, from, to }))
}

/** The one whose words are selected is lit up: the keyboard may be in the list, where a selection of the text is not drawn. */
function withTheOneHere(state: EditorState): DecorationSet | undefined {
  const lines = DOUBT_LINES.getState(state)
  const { from, to, empty } = state.selection
  const isHere = !empty && lines?.find(from, to).some((line) => line.from === from && line.to === to)
  return isHere ? lines?.add(state.doc, [Decoration.inline(from, to, { class: 'doubt-lit' })]) : lines
}

function lineUnder(place: DoubtPlace): Decoration {
  return Decoration.inline(place.from, place.to, { class: 'doubted' }, { place })
}

/** Whether the words are those that were doubted, and no letter was put on to either end. */
function standsIn(doc: EditorState['doc'], from: number, to: number, { doubt }: DoubtPlace): boolean {
  const $from = doc.resolve(from)
  if (to > $from.end()) return false
  const words = doc.textBetween(from, to, '')
  if (words !== doubt.text) return false
  const before = doc.textBetween(Math.max($from.start(), from - 1), from, '')
  const after = doc.textBetween(to, Math.min($from.end(), to + 1), '')
  return !/[\p{L}\p{N}]/u.test(before + after)
}
