/** A page that comes into the text in sight changes no state, so the browser sends no event for it: it is asked for once. */
export class FreshPages {
  readonly #observer: IntersectionObserver

  constructor(near: (dom: HTMLElement) => void) {
    this.#observer = new IntersectionObserver(
      (entries) => {
        for (const { target, isIntersecting } of entries) {
          this.#observer.unobserve(target)
          if (isIntersecting) near(target as HTMLElement)
        }
      },
      { rootMargin: '50%' },
    )
  }

  /** Asks whether a page is in sight, or near it. */
  ask(dom: HTMLElement): void {
    this.#observer.observe(dom)
  }

  leave(dom: HTMLElement): void {
    this.#observer.unobserve(dom)
  }

  destroy(): void {
    this.#observer.disconnect()
  }
}
