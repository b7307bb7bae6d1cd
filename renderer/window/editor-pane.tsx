import { Selection } from 'prosemirror-state'
import type { EditorView } from 'prosemirror-view'
import { useEffect, useRef } from 'react'
import { emptyNotes } from '../../shared/commands/empty-notes.ts'
import { layerOf } from '../../shared/model/hand.ts'
import { anchors } from '../../shared/state/anchors.ts'
import { invariants } from '../../shared/state/invariants.ts'
import { markedMends } from '../../shared/state/marked-mends.ts'
import { mending } from '../../shared/state/mending.ts'
import { provenance } from '../../shared/state/provenance.ts'
import { createEditorView, type Editor } from '../editor/create-view.ts'
import { jumpTo } from '../editor/jump.ts'
import { useBench } from '../state/context.ts'
import { handClass } from '../state/hand-class.ts'
import type { Desk } from '../state/open-document.ts'
import { isFaded } from '../state/shown.ts'
import { useObservable } from '../ui/observable.ts'
import '../styles/editor.css'

/** Ledger, schema and anchors are checked after every transaction in the development build, or where the address asks for it (`?checks`). */
const CHECKS = import.meta.env.DEV || new URLSearchParams(location.search).has('checks')

/** The sheet: the editor of one document. React draws nothing inside it. */
export function EditorPane({ desk }: { readonly desk: Desk }) {
  const bench = useBench()
  const mount = useRef<HTMLDivElement>(null)
  const editor = useRef<Editor | null>(null)
  const structure = useObservable(bench.structure)
  const hands = useObservable(desk.hands)
  const shown = useObservable(bench.shown)
  useEffect(() => {
    const made = createEditorView(mount.current!, {
      doc: desk.document,
      newId: desk.context.newId,
      plugins: [
        mending(),
        markedMends((hand) => layerOf(desk.hand(hand)) === 'handwritten', desk.context.newId),
        anchors(),
        emptyNotes(),
        provenance(desk.context.texts, desk.context.newId),
        ...(CHECKS ? [invariants(desk.context.texts)] : []),
      ],
      checks: CHECKS,
      editable: () => desk.writable,
      onChange: (tr) => {
        desk.applied(tr)
        // what was said belongs to the text as it was; a command that has something to say says it after its change
        if (tr.docChanged) bench.say('')
      },
      badgeOf: (id) => desk.hand(id)?.badge ?? '?',
      handClass: (id) => handClass(desk, id),
      handLabel: (id) => desk.hand(id)?.name ?? 'hand not stated',
      knows: (to, id) => desk.knows(to, id),
      refused: (sentence) => bench.say(sentence),
      isFaded: (id) => isFaded(bench.shown.get(), desk.hand(id)),
      isHandwriting: (id) => layerOf(desk.hand(id)) === 'handwritten',
    })
    desk.view = made.view
    desk.toggleCrowds = (inside) => made.layer.toggleCrowds(inside)
    editor.current = made
    desk.tick.set(desk.tick.get() + 1)
    bench.say('')
    goOn(made.view, bench.placeIn(desk.opened.entry))
    made.view.focus()
    return () => {
      desk.view = null
      desk.toggleCrowds = () => false
      editor.current = null
      made.destroy()
    }
  }, [desk, bench])
  // biome-ignore lint/correctness/useExhaustiveDependencies: the layer reads the register itself; a changed register is the signal
  useEffect(() => editor.current?.layer.refreshHands(), [hands, shown])
  const classes = ['editor-mount editor-scroller', structure ? 'structure' : '', shown === 'typed' ? 'typed-only' : '']
  return <div ref={mount} className={classes.filter(Boolean).join(' ')} />
}

/** Puts the caret where it stood when the document was closed, as far as that is still a place in the text. */
function goOn(view: EditorView, position: number | null): void {
  const { doc } = view.state
  const body = doc.firstChild!
  if (position === null || position > body.nodeSize) return
  jumpTo(view, Selection.near(doc.resolve(position)))
}
