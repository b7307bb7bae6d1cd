import { Plugin, PluginKey } from 'prosemirror-state'
import { Decoration, DecorationSet } from 'prosemirror-view'

interface Stretch {
  readonly from: number
  readonly to: number
}

/** What was found, and which of it is the one that the person is at; told by a transaction's meta under this key. */
export interface Found {
  readonly stretches: readonly Stretch[]
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
        const first = Math.max(0, Math.min(found.at - MOST / 2, found.stretches.length - MOST))
        return DecorationSet.create(
          tr.doc,
          found.stretches
            .slice(first, first + MOST)
            .map(({ from, to }, index) =>
              Decoration.inline(from, to, { class: first + index === found.at ? 'found here' : 'found' }),
            ),
        )
      },
    },
    props: { decorations: (state) => FOUND.getState(state) },
  })
}
