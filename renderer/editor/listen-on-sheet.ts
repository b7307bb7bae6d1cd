import { noteAt } from './find-anchor.ts'

interface Heard {
  /** A page, or a part of a long one, is laid out now, or skipped. */
  readonly seen: (dom: HTMLElement, near: boolean) => void
  /** A face was loaded: lines may break elsewhere. */
  readonly lettersCame: () => void
  /** The pointer is on a note or its anchor, or on none. */
  readonly point: (id: string | null) => void
}

/** Listens on the editor's root until the signal ends it. */
export function listenOnSheet(dom: HTMLElement, signal: AbortSignal, heard: Heard): void {
  // fires when a page is really laid out or skipped, and bubbles: one listener for all pages
  dom.addEventListener(
    'contentvisibilityautostatechange',
    (event) => heard.seen(event.target as HTMLElement, !(event as ContentVisibilityAutoStateChangeEvent).skipped),
    { signal },
  )
  document.fonts.addEventListener('loadingdone', heard.lettersCame, { signal })
  dom.addEventListener('pointerover', (event) => heard.point(noteAt(event.target)), { signal })
  dom.addEventListener('pointerleave', () => heard.point(null), { signal })
}
