import { useEffect, useRef } from 'react'
import { isBody } from '../../../shared/document/access.ts'
import type { OpenDocument } from '../../state/open-document.ts'

/** Of a longer selection nobody means every word as a fact. */
const LONGEST = 500

/** The words that are selected in the text (not in a note), or null. */
export function selectedWords({ view }: OpenDocument): string | null {
  if (!view) return null
  const { doc, selection } = view.state
  const { empty, from, to, $from, $to } = selection
  if (empty || to - from > LONGEST || $from.depth < 1 || !isBody($from.node(1)) || !isBody($to.node(1))) return null
  const words = doc.textBetween(from, to, ' ', ' ').replace(/\s+/gu, ' ').trim()
  return words === '' ? null : words
}

/**
 * While something waits for words of the text, Enter in the text takes those that are selected; whoever types there instead, or leaves the panel with
 * Esc, waits for nothing more.
 */
export function useEnterInText(waits: boolean, take: () => boolean, giveUp: () => void): void {
  const now = useRef({ waits, take, giveUp })
  now.current = { waits, take, giveUp }
  useEffect(() => {
    const inText = (event: Event) => event.target instanceof HTMLElement && event.target.closest('.ProseMirror') !== null
    const onKey = (event: KeyboardEvent) => {
      if (event.key === 'Escape') now.current.giveUp()
      const plain = event.key === 'Enter' && !event.shiftKey && !event.ctrlKey && !event.altKey && !event.metaKey
      if (!plain || event.isComposing || !now.current.waits || !inText(event) || !now.current.take()) return
      event.preventDefault()
      event.stopImmediatePropagation()
    }
    const onInput = (event: Event) => {
      if (inText(event)) now.current.giveUp()
    }
    window.addEventListener('keydown', onKey, true)
    window.addEventListener('beforeinput', onInput, true)
    return () => {
      window.removeEventListener('keydown', onKey, true)
      window.removeEventListener('beforeinput', onInput, true)
    }
  }, [])
}
