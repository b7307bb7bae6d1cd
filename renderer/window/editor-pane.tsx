import { Selection } from 'prosemirror-state'
import type { EditorView } from 'prosemirror-view'
import { useEffect, useRef } from 'react'
import { bodyOf } from '../../shared/document/access.ts'
import { layerOf } from '../../shared/model/hand.ts'
import { invariants } from '../../shared/state/invariants.ts'
import { createEditorView, type Editor } from '../editor/create-view.ts'
import { jumpTo } from '../editor/jump.ts'
import { tellFromOffice } from '../features/annotate/tell-office.ts'
import { blockMenu, handMenu } from '../features/blocks/block-menu.ts'
import { followRight } from '../features/doubts/follow-right.ts'
import { tellUndone } from '../features/edit/tell-undone.ts'
import { tellLost } from '../features/notes/tell-lost.ts'
import { useApp } from '../state/context.ts'
import { handClass } from '../state/hand-class.ts'
import type { OpenDocument } from '../state/open-document.ts'
import { isFaded } from '../state/shown.ts'
import { useObservable } from '../ui/observable.ts'
import '../styles/editor.css'

/** Ledger, schema and anchors are checked after every transaction in the development build, or where the address asks for it (`?checks`). */
const CHECKS = import.meta.env.DEV || new URLSearchParams(location.search).has('checks')

/** The sheet: the editor of one document. React draws nothing inside it. */
export function EditorPane({ opened }: { readonly opened: OpenDocument }) {
  const app = useApp()
  const mount = useRef<HTMLDivElement>(null)
  const editor = useRef<Editor | null>(null)
  const { roles } = useObservable(app.look)
  const hands = useObservable(opened.hands)
  const shown = useObservable(app.shown)
  /** What the look of hands was drawn from. */
  const drawn = useRef({ hands, shown })
  useEffect(() => {
    drawn.current = { hands: opened.hands.get(), shown: app.shown.get() }
    const made = createEditorView(mount.current!, {
      doc: opened.document,
      newId: opened.context.newId,
      texts: opened.context.texts,
      ticks: { shown: () => app.look.get().ticks, subscribe: (changed) => app.look.subscribe(changed) },
      plugins: CHECKS ? [invariants(opened.context.texts)] : [],
      checks: CHECKS,
      editable: () => opened.writable,
      onChange: (tr, state) => {
        opened.applied(tr)
        // what was said belongs to the text as it was; a command that has something to say says it after its change
        if (!tr.docChanged) return
        app.say('')
        tellUndone(app, tr, state.doc)
        followRight(app, tr, state.doc)
        tellLost(app, tr.before, state.doc)
      },
      badgeOf: (id) => opened.hand(id)?.badge ?? '?',
      handClass: (id) => handClass(opened, id),
      handLabel: (id) => opened.hand(id)?.name ?? 'hand not stated',
      knows: (to, id) => opened.knows(to, id),
      refused: (sentence) => app.say(sentence),
      fromOffice: (told) => tellFromOffice(app, opened, told),
      isFaded: (id) => isFaded(app.shown.get(), opened.hand(id)),
      asked: (what) => app.overlay.menu(what === 'role' ? blockMenu(app, opened) : handMenu(app, opened)),
      isHandwriting: (id) => layerOf(opened.hand(id)) === 'handwritten',
    })
    opened.view = made.view
    opened.toggleCrowds = (inside) => made.layer.toggleCrowds(inside)
    editor.current = made
    opened.tick.set(opened.tick.get() + 1)
    app.say('')
    goOn(made.view, app.placeIn(opened.loaded.entry))
    made.view.focus()
    return () => {
      opened.view = null
      opened.toggleCrowds = () => false
      editor.current = null
      made.destroy()
    }
  }, [opened, app])
  useEffect(() => {
    // what was drawn just now is drawn with them
    if (drawn.current.hands === hands && drawn.current.shown === shown) return
    drawn.current = { hands, shown }
    editor.current?.layer.refreshHands()
  }, [hands, shown])
  const classes = ['editor-mount editor-scroller', roles ? 'structure' : '', shown === 'typed' ? 'typed-only' : '']
  return <div ref={mount} className={classes.filter(Boolean).join(' ')} />
}

/** Puts the caret where it stood when the document was closed, as far as that is still a place in the text. */
function goOn(view: EditorView, position: number | null): void {
  const { doc } = view.state
  if (position === null || position > bodyOf(doc).nodeSize) return
  jumpTo(view, Selection.near(doc.resolve(position)))
}
