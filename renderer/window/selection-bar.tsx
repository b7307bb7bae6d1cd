import { ArrowRightToLine, Ellipsis, MapPin, Pilcrow, SpellCheck, TextSearch, User } from 'lucide-react'
import { useEffect, useState } from 'react'
import { readSelection } from '../editor/read-selection.ts'
import { seenSheet } from '../editor/seen-sheet.ts'
import { targetRects } from '../editor/target-rects.ts'
import { useApp } from '../state/context.ts'
import type { OpenDocument } from '../state/open-document.ts'
import { useObservable } from '../ui/observable.ts'
import { openContextMenu } from './context-menu.ts'
import { type Tool, ToolButton } from './tool-button.tsx'

const TOOLS: readonly Tool[] = [
  { action: 'lift', words: 'To margin', Icon: ArrowRightToLine },
  { action: 'block', words: 'Role', Icon: Pilcrow },
  { action: 'person', words: 'Person', Icon: User },
  { action: 'place', words: 'Place', Icon: MapPin },
  { action: 'unclear', words: 'Unclear', Icon: TextSearch },
  { action: 'error', words: 'Correct', Icon: SpellCheck },
]

/** Between the bar and the words (CSS px). */
const GAP = 8
const HEIGHT = 38
const WIDTH = 560

interface Place {
  readonly left: number
  readonly top: number
}

/**
 * What is likeliest to be done with words, over words that were selected with the mouse. Any key, a press elsewhere, turning the wheel or a
 * menu takes it away; who selects with keys never sees it.
 */
export function SelectionBar({ opened }: { readonly opened: OpenDocument }) {
  const app = useApp()
  const [place, setPlace] = useState<Place | null>(null)
  const covered = useObservable(app.overlay.all).length > 0
  useEffect(() => {
    const hide = () => setPlace(null)
    // what is selected from here on is selected with the mouse
    let began = false
    const pressed = ({ target }: Event) => {
      if (target instanceof Element && target.closest('.selection-bar')) return
      began = target instanceof Element && target.closest('.ProseMirror') !== null
      hide()
    }
    // the selection is there once the browser has told of it
    const released = ({ button }: MouseEvent) => {
      if (button !== 0 || !began) return
      began = false
      requestAnimationFrame(() => setPlace(app.overlay.isOpen ? null : placeOf(opened)))
    }
    const on = { capture: true, passive: true } as const
    window.addEventListener('pointerdown', pressed, on)
    window.addEventListener('mouseup', released, on)
    for (const name of HIDING) window.addEventListener(name, hide, on)
    return () => {
      window.removeEventListener('pointerdown', pressed, on)
      window.removeEventListener('mouseup', released, on)
      for (const name of HIDING) window.removeEventListener(name, hide, on)
    }
  }, [app, opened])
  useEffect(() => {
    if (covered) setPlace(null)
  }, [covered])
  if (place === null || !opened.writable) return null
  const more = () => openContextMenu(app, opened, 'selection', new DOMRect(place.left, place.top + HEIGHT, 0, 0))
  return (
    // biome-ignore lint/a11y/useKeyWithClickEvents: only the mouse comes here; every tool of it is on a key
    <div role="toolbar" aria-label="What is selected" className="selection-bar" style={place} onClick={() => setPlace(null)}>
      {TOOLS.map((tool) => (
        <ToolButton key={tool.action} tool={tool} isStop={false} />
      ))}
      <button
        type="button"
        className="tool"
        tabIndex={-1}
        title="More that can be done with it"
        onMouseDown={(event) => event.preventDefault()}
        onClick={more}
      >
        <Ellipsis aria-hidden="true" size={16} />
        <span>More …</span>
      </button>
    </div>
  )
}

const HIDING = ['keydown', 'wheel', 'resize', 'blur'] as const

/** Over the words that are selected, or under them where there is no room; null where nothing is. */
function placeOf({ view }: OpenDocument): Place | null {
  if (!view) return null
  readSelection(view)
  if (view.state.selection.empty) return null
  const around = targetRects(view, 'selection')?.around
  const scroller = view.dom.closest('.editor-scroller')
  const sheet = scroller && seenSheet(scroller)
  if (!around || !sheet) return null
  const above = around.top - HEIGHT - GAP
  return {
    left: Math.max(sheet.left + GAP, Math.min(around.left, sheet.right - WIDTH - GAP)),
    top: above >= sheet.top ? above : Math.min(around.bottom + GAP, sheet.bottom - HEIGHT - GAP),
  }
}
