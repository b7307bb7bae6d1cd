import type { Node } from 'prosemirror-model'
import { type EditorState, Plugin, PluginKey } from 'prosemirror-state'
import { Decoration, DecorationSet, type EditorView } from 'prosemirror-view'
import { type SilentMend, silentMends } from '../../shared/compare/silent-mends.ts'
import { bodyOf, isBlock } from '../../shared/document/access.ts'
import { compositionIsPending } from '../../shared/state/marked-mends.ts'
import { positionAt } from '../../shared/state/owners.ts'
import { whenFree } from '../ui/when-free.ts'

export interface TickParts {
  /** The texts of the originals. */
  readonly texts: () => readonly string[]
  /** Whether ticks are to be seen; where nothing is said, they are not. */
  readonly ticks?: { readonly shown: () => boolean; readonly subscribe: (changed: () => void) => () => void }
}

/** The ticks that stand; a transaction whose meta it is puts others in their place, and changes nothing else. */
export const MEND_TICKS = new PluginKey<DecorationSet>('mendTicks')

/** So long nobody typed before it is looked what was mended, in ms; and so long is looked at a time. */
const QUIET = 400
const SLICE = 6

/**
 * A small tick at the last letter of words that read otherwise than the machine read them, where no tag says so, with the machine's reading as its
 * tip. A letter that is typed moves them along and no more: what was mended is looked for when nobody types, between two keys, a few blocks at
 * a time, and only in those that changed.
 */
export function mendTicks({ texts, ticks }: TickParts): Plugin<DecorationSet> {
  return new Plugin<DecorationSet>({
    key: MEND_TICKS,
    state: {
      init: () => DecorationSet.empty,
      apply: (tr, before) => tr.getMeta(MEND_TICKS) ?? (tr.docChanged ? before.map(tr.mapping, tr.doc) : before),
    },
    props: { decorations: (state) => MEND_TICKS.getState(state) },
    ...(ticks ? { view: (view: EditorView) => new TickDrawing(view, texts, ticks) } : {}),
  })
}

class TickDrawing {
  readonly #view: EditorView
  readonly #texts: TickParts['texts']
  readonly #shown: () => boolean
  readonly #end: () => void
  readonly #known: KnownMends = new WeakMap()
  #waiting: ReturnType<typeof setTimeout> | undefined

  constructor(view: EditorView, texts: TickParts['texts'], { shown, subscribe }: NonNullable<TickParts['ticks']>) {
    this.#view = view
    this.#texts = texts
    this.#shown = shown
    this.#end = subscribe(() => this.#soon(0))
    this.#soon(QUIET)
  }

  update(view: EditorView, before: EditorState): void {
    if (view.state.doc !== before.doc) this.#soon(QUIET)
  }

  destroy(): void {
    clearTimeout(this.#waiting)
    this.#waiting = undefined
    this.#end()
  }

  #soon(quiet: number): void {
    clearTimeout(this.#waiting)
    const waiting = setTimeout(() => {
      whenFree(() => {
        if (this.#waiting === waiting) this.#draw()
      })
    }, quiet)
    this.#waiting = waiting
  }

  #draw(): void {
    const { state, composing } = this.#view
    // nothing is drawn into words that an input method is composing
    if (composing || compositionIsPending(state)) {
      this.#soon(QUIET)
      return
    }
    const before = MEND_TICKS.getState(state)!
    const until = performance.now() + SLICE
    const goesOn = () => performance.now() < until
    const { now, whole } = this.#shown()
      ? withTicks(before, state.doc, this.#texts(), this.#known, goesOn)
      : { now: DecorationSet.empty, whole: true }
    if (now !== before) this.#view.dispatch(state.tr.setMeta(MEND_TICKS, now))
    if (!whole) this.#soon(0)
  }
}

/** What was found in blocks, by the block: one that was looked at is not looked at again. */
type KnownMends = WeakMap<Node, readonly SilentMend[]>

/**
 * The ticks of a document, made from those that stand. Looks into blocks that are not known for as long as `goesOn` says, one at the least;
 * `whole` is false where some are left.
 */
export function withTicks(
  before: DecorationSet,
  doc: Node,
  texts: readonly string[],
  known: KnownMends,
  goesOn: () => boolean,
): { readonly now: DecorationSet; readonly whole: boolean } {
  const stale: Decoration[] = []
  const fresh: Decoration[] = []
  let whole = true
  bodyOf(doc).descendants((node, at) => {
    if (!node.isTextblock) return whole
    if (!isBlock(node) || !whole) return false
    const had = known.get(node)
    if (had?.length === 0) return false
    const mends = had ?? silentMends(node, texts)
    known.set(node, mends)
    const pos = at + 1
    const standing = before.find(pos + 1, pos + node.nodeSize - 1)
    const wanted = mends.flatMap((mend) => ticksOf(mend, { pos, node }))
    if (!isAlike(standing, wanted)) {
      stale.push(...standing)
      fresh.push(...wanted)
    }
    if (had === undefined && !goesOn()) whole = false
    return false
  })
  const left = stale.length > 0 ? before.remove(stale) : before
  return { now: fresh.length > 0 ? left.add(doc, fresh) : left, whole }
}

/** The tip is of all the words; the tick of the last piece of them that is written in one, so that it is drawn once. */
function ticksOf({ from, to, says }: SilentMend, owner: { readonly pos: number; readonly node: Node }): readonly Decoration[] {
  const end = positionAt(owner, to)
  const start = Math.min(positionAt(owner, from + 1) - 1, end)
  const before = owner.node.childBefore(end - owner.pos - 1)
  const piece = Math.max(start, owner.pos + 1 + before.offset)
  const tick = Decoration.inline(piece, end, { class: 'silent-mend', title: says }, { says, tick: true })
  return piece > start ? [Decoration.inline(start, piece, { title: says }, { says, tick: false }), tick] : [tick]
}

function isAlike(some: readonly Decoration[], others: readonly Decoration[]): boolean {
  const told = (all: readonly Decoration[]) => all.map(({ from, to, spec }) => `${from} ${to} ${spec.tick} ${spec.says}`).sort()
  return some.length === others.length && told(some).join('\n') === told(others).join('\n')
}
