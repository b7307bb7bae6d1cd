import { TextSelection } from 'prosemirror-state'
import { createElement } from 'react'
import { createRoot } from 'react-dom/client'
import { AppState } from '../../../renderer/state/app-state.ts'
import { App } from '../../../renderer/window/app.tsx'
import '../../../renderer/styles/app.css'
import { clientOf } from '../../../shared/api/client.ts'
import { idsFrom } from '../../../shared/model/ids.ts'
import { LONG_TEXTS, type LongText, SOUGHT } from './long-texts.ts'
import { workerTransport } from './worker-transport.ts'

// The whole window over a collection of two: a text that is long in one piece, and one of three words. `test/bench/long.mjs` drives it.
const query = new URLSearchParams(location.search)
const text = LONG_TEXTS[query.get('text') as LongText](Number(query.get('kilobytes')))
const transport = workerTransport(query.get('text')!, query.get('kilobytes')!)
const app = new AppState(clientOf(transport.send), idsFrom(Math.random))
createRoot(document.getElementById('root')!).render(createElement(App, { app }))

const frame = () => new Promise<void>((resume) => requestAnimationFrame(() => setTimeout(resume)))
const units = () => app.opened.get()?.view?.state.doc.textContent.length ?? 0

/** What the driver asks of the page. */
const long = {
  ready: app.start(),
  sought: SOUGHT,
  text,
  /** Opens the document of this name, resolves when its text is painted. */
  async open(name: string) {
    await app.open(app.collection.get()!.documents.find(({ original }) => original === name)!)
    while (!app.opened.get()?.view || units() === 0) await frame()
    await frame()
  },
  /** The caret at this share of the text, in sight. */
  async place(share: number) {
    const view = app.opened.get()!.view!
    const at = Math.round(view.state.doc.firstChild!.nodeSize * share)
    view.dispatch(view.state.tr.setSelection(TextSelection.near(view.state.doc.resolve(at))).scrollIntoView())
    view.focus()
    await frame()
    await frame()
  },
  units,
  found: () => document.querySelector('.find-bar output')?.textContent ?? '',
  frame,
  save: () => app.opened.get()!.saver.save(),
}

declare global {
  interface Window {
    long: typeof long
  }
}

window.long = long
