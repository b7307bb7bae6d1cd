import { type EditorState, Plugin, PluginKey } from 'prosemirror-state'
import { Decoration, DecorationSet } from 'prosemirror-view'

interface FoundRange {
  readonly from: number
  readonly to: number
}

/** What was found, and which of it is the one that the person is at; told by a transaction's meta under this key. */
interface Found {
  readonly stretches: readonly FoundRange[]
  readonly at: number
}

export const FOUND = new PluginKey<DecorationSet>('found')

/** More than this is not drawn: nobody reads so many, and each costs something at every key. */
const MOST = 2000

/** Marks what was found. It follows its words while they are changed. */
export function foundWords(): Plugin<DecorationSet> {
  return new Plugin<DecorationSet>({
    key: FOUND,
    state: {
      init: () => DecorationSet.empty,
      apply(tr, before) {
        const found = tr.getMeta(FOUND) as Found | undefined
        if (found === undefined) return tr.docChanged ? before.map(tr.mapping, tr.doc) : before
        return DecorationSet.create(
          tr.doc,
          drawn(found).map(({ from, to, here }) =>
            Decoration.inline(from, to, { class: here ? 'found here' : 'found' }, { here }),
          ),
        )
      },
    },
    props: { decorations: (state) => FOUND.getState(state) },
  })
}

/** Whether this is marked already: what was found goes along with its words, so after most letters nothing has to be drawn. */
export function isMarked(state: EditorState, found: Found): boolean {
  const marked = [...(FOUND.getState(state)?.find() ?? [])].sort((a, b) => a.from - b.from)
  const wanted = drawn(found)
  return (
    marked.length === wanted.length &&
    wanted.every(({ from, to, here }, at) => {
      const one = marked[at]!
      return one.from === from && one.to === to && one.spec.here === here
    })
  )
}

/** Those around the one that the person is at. */
function drawn({ stretches, at }: Found): readonly (FoundRange & { readonly here: boolean })[] {
  const first = Math.max(0, Math.min(at - MOST / 2, stretches.length - MOST))
  return stretches.slice(first, first + MOST).map(({ from, to }, index) => ({ from, to, here: first + index === at }))
}
