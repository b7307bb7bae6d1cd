import { PART } from './page-box.ts'

/** Which parts of long pages the browser lays out. What is in no part is laid out with its page. */
export class NearParts {
  readonly #near = new WeakSet<Element>()

  /** A part is laid out now, or skipped. False where it was so before, or the element is no part. */
  turn(dom: Element, near: boolean): boolean {
    if (!dom.classList.contains(PART) || this.#near.has(dom) === near) return false
    if (near) this.#near.add(dom)
    else this.#near.delete(dom)
    return true
  }

  isNear(element: Element): boolean {
    const part = element.closest(`.${PART}`)
    return part === null || this.#near.has(part)
  }
}

/** Lays out what the browser skips. What it gives leaves that to the browser again, once it has seen that it is in sight. */
export function layOut(skipped: readonly HTMLElement[]): () => void {
  for (const dom of skipped) dom.style.contentVisibility = 'visible'
  const leave = () => {
    for (const dom of skipped) dom.style.removeProperty('content-visibility')
  }
  return () => void requestAnimationFrame(() => requestAnimationFrame(leave))
}
