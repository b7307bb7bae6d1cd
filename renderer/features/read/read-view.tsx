import { useEffect, useRef, useState } from 'react'
import { setReadingEdition } from '../../../shared/export/html/write-html.ts'
import { useApp } from '../../state/context.ts'
import type { OpenDocument } from '../../state/open-document.ts'
import { isMac, shownKey } from '../../ui/keys.ts'
import { openExport } from '../export/export-box.tsx'
import { type AsItStands, asItStands } from '../export/export-edition.ts'
import { wearBookFace } from './book-face.ts'
import { drawEdition } from './draw-edition.ts'
import '../../styles/export.css'

/** The edition as it will leave: the same page that the HTML export writes, over the window. Esc or F7 goes back to the text. */
export function ReadView({ opened, close }: { readonly opened: OpenDocument; readonly close: () => void }) {
  const app = useApp()
  const frame = useRef<HTMLIFrameElement>(null)
  const [standing, setStanding] = useState<AsItStands | null>(null)
  useEffect(() => {
    let gone = false
    void asItStands(app, opened).then((now) => gone || setStanding(now))
    return () => {
      gone = true
    }
  }, [app, opened])
  useEffect(() => {
    const page = frame.current?.contentDocument
    if (!standing || !frame.current || !page) return
    const end = passKeys(page, close)
    const show = showFocus(frame.current)
    void wearBookFace(page)
    drawEdition(setReadingEdition(standing.transcript, { queries: false }, { ...standing.context, legend: [] }).root, page)
    frame.current?.contentWindow?.focus()
    return () => {
      end()
      show()
    }
  }, [standing, close])
  const print = () => frame.current?.contentWindow?.print()
  return (
    <main className="read-view" data-part="read" aria-label="Read">
      <div className="read-bar">
        <p>{standing ? 'Preview: the edition as it will leave. Nothing can be changed here.' : 'Setting the edition …'}</p>
        <button type="button" onClick={() => openExport(app, opened)}>
          Export … <kbd>{shownKey('Ctrl+E', isMac)}</kbd>
        </button>
        <button type="button" onClick={print}>
          Print …
        </button>
        <button type="button" data-focus-first onClick={close}>
          Back to the text <kbd>F7</kbd>
        </button>
      </div>
      {/* no address: nothing is loaded, and the window's own policy holds in it */}
      <iframe ref={frame} title="Reading edition" />
    </main>
  )
}

/** Keys pressed in the edition reach the window; links to a note stay in it. */
function passKeys(page: Document, close: () => void): () => void {
  const onKey = (event: KeyboardEvent) => {
    if (event.key === 'Escape') close()
    else if (window.dispatchEvent(new KeyboardEvent('keydown', event))) return
    event.preventDefault()
  }
  const onClick = (event: MouseEvent) => {
    const link = event.target instanceof Node ? nearestLink(event.target) : null
    const to = link?.getAttribute('href')
    if (!to?.startsWith('#')) return
    // the frame has no address of its own for the link to count from
    event.preventDefault()
    if (page.defaultView) page.defaultView.location.hash = to
  }
  page.addEventListener('keydown', onKey)
  page.addEventListener('click', onClick)
  return () => {
    page.removeEventListener('keydown', onKey)
    page.removeEventListener('click', onClick)
  }
}

/** A frame does not match `:focus` while the page in it has the focus: it is told by an attribute. */
function showFocus(frame: HTMLIFrameElement): () => void {
  const inside = frame.contentWindow
  const has = () => frame.toggleAttribute('data-has-focus', true)
  const lost = () => frame.toggleAttribute('data-has-focus', false)
  inside?.addEventListener('focus', has)
  inside?.addEventListener('blur', lost)
  return () => {
    inside?.removeEventListener('focus', has)
    inside?.removeEventListener('blur', lost)
  }
}

function nearestLink(node: Node): Element | null {
  const near = node.nodeType === node.ELEMENT_NODE ? (node as Element) : node.parentElement
  return near?.closest('a') ?? null
}
