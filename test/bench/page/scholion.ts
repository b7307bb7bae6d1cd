import { TextSelection } from 'prosemirror-state'
import { createElement } from 'react'
import { createRoot } from 'react-dom/client'
import { findingOf } from '../../../renderer/features/find/finding.ts'
import { AppState } from '../../../renderer/state/app-state.ts'
import { AppContext } from '../../../renderer/state/context.ts'
import type { OpenDocument } from '../../../renderer/state/open-document.ts'
import { useObservable } from '../../../renderer/ui/observable.ts'
import { App } from '../../../renderer/window/app.tsx'
import { EditorPane } from '../../../renderer/window/editor-pane.tsx'
import '../../../renderer/styles/app.css'
import { clientOf } from '../../../shared/api/client.ts'
import type { DocumentEntry } from '../../../shared/api/contract.ts'
import { idsFrom } from '../../../shared/model/ids.ts'
import { expose } from './probe.ts'
import { workerTransport } from './worker-transport.ts'

// The product's own editor pane, with every plugin, and its saver over a host in a worker. With `?window` the whole window is around it:
// lists, inspector, status bar.
// With `&full` the paper has 2,000 notes and 10,000 annotations to 100,000 words, the lists of documents and of all notes stand beside it, and the
// find bar over it with a common word that is found.
const query = new URLSearchParams(location.search)
const whole = query.has('window')
const full = query.has('full')
let transport: ReturnType<typeof workerTransport>
let app: AppState
let opened: OpenDocument
let entry: DocumentEntry
let start = 0

function Pane() {
  const loaded = useObservable(app.opened)
  return loaded ? createElement(AppContext, { value: app }, createElement(EditorPane, { opened: loaded })) : null
}

/** The list of documents beside the text, and all notes in the inspector, which lies over the sheet where the window is narrow. */
function openPanels(): void {
  app.panel.set('notes')
  app.drawer.set(true)
  app.setLook({ factsShown: true, listKept: true })
}

/** The find bar begins with the words that are selected. */
async function find(words: string): Promise<void> {
  const view = opened.view!
  let at = -1
  view.state.doc.descendants((node, pos) => {
    if (at < 0 && node.isText && node.text!.includes(words)) at = pos + node.text!.indexOf(words)
    return at < 0
  })
  if (at < 0) throw new Error(`the paper does not hold “${words}”`)
  view.dispatch(view.state.tr.setSelection(TextSelection.create(view.state.doc, at, at + words.length)))
  findingOf(app).set('find')
  while (!document.querySelector('.found')) await new Promise<void>((resume) => setTimeout(resume))
}

expose({
  async prepare(words) {
    transport = workerTransport(words, full ? 'full' : '')
    app = new AppState(clientOf(transport.send), idsFrom(Math.random))
    createRoot(document.getElementById('root')!).render(whole ? createElement(App, { app }) : createElement(Pane))
    await app.start()
    entry = app.collection.get()!.documents[0]!
  },
  async load() {
    await app.open(entry)
    opened = app.opened.get()!
    if (full) openPanels()
    while (!opened.view) await new Promise<void>((resume) => setTimeout(resume))
    if (full) await find('minister')
  },
  placeCaret() {
    const view = opened.view!
    const body = view.state.doc.firstChild!
    let page = 2
    for (let at = 0; at < body.childCount >> 1; at++) page += body.child(at).nodeSize
    // inside the first line of the page's second block
    start = page + view.state.doc.resolve(page).parent.child(0).nodeSize + 1 + 20
    view.dispatch(view.state.tr.setSelection(TextSelection.create(view.state.doc, start)).scrollIntoView())
    view.focus()
    ;(view.domAtPos(start).node.parentElement as HTMLElement).scrollIntoView({ block: 'center' })
  },
  typed: (length) => opened.state.doc.textBetween(start, start + length),
  keeping: {
    keep: (what) => opened.saver[what](),
    counts: () => ({ journal: transport.made('writeJournal'), save: transport.made('writeTranscript') }),
    async check(typed) {
      const saveState = opened.saver.saveState.get()
      if (saveState.state !== 'saved') throw new Error(`the work was not saved: ${JSON.stringify(saveState)}`)
      const disk = await app.host.readTranscript({ document: entry.id })
      if (!disk.ok || !disk.value.text?.includes(typed)) throw new Error('the saved file does not hold what was typed')
    },
  },
})
