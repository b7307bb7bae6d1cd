import type { MarginSide, PageBox } from './page-box.ts'

/** The counts that stand for folded notes: a button for each crowded margin of a page in sight. Outside the text, so that Tab reaches them. */
export class CrowdCounts {
  readonly dom = document.createElement('div')
  readonly #toggle: (page: PageBox, side: MarginSide) => void
  readonly #buttons = new Map<PageBox, Button[]>()

  constructor(toggle: (page: PageBox, side: MarginSide) => void) {
    this.#toggle = toggle
    this.dom.className = 'crowd-counts'
  }

  /** Draws the counts of the pages as they are arranged now; those of all other pages go. */
  draw(pages: Iterable<PageBox>): void {
    const all = [...pages].filter(({ crowds }) => crowds.length > 0).sort((a, b) => a.top - b.top)
    for (const [page, buttons] of this.#buttons) {
      if (all.includes(page)) continue
      for (const { dom } of buttons) dom.remove()
      this.#buttons.delete(page)
    }
    for (const page of all) this.#drawPage(page)
  }

  /** The button that stands for a note now, or null. */
  buttonOf(page: PageBox, note: string): HTMLElement | null {
    const at = page.crowds.findIndex((crowd) => !crowd.open && crowd.notes.some((one) => one.note.id === note))
    return this.#buttons.get(page)?.[at]?.dom ?? null
  }

  destroy(): void {
    this.dom.remove()
  }

  #drawPage(page: PageBox): void {
    const buttons = this.#buttons.get(page) ?? []
    this.#buttons.set(page, buttons)
    for (const { dom } of buttons.splice(page.crowds.length)) dom.remove()
    page.crowds.forEach((crowd, at) => {
      const button = buttons[at] ?? this.#make(page)
      buttons[at] = button
      button.side = crowd.side
      const words = crowd.open ? `Fold ${crowd.notes.length} notes` : `${crowd.notes.length} more notes`
      write(button.dom, words, `${words} in the ${crowd.side} margin of page ${page.ordinal()}`, crowd.open)
      button.dom.classList.toggle('left', crowd.side === 'left')
      const top = `${Math.round(page.top + crowd.y)}px`
      if (button.dom.style.top !== top) button.dom.style.top = top
    })
  }

  #make(page: PageBox): Button {
    const button: Button = { dom: document.createElement('button'), side: 'right' }
    button.dom.type = 'button'
    button.dom.className = 'crowd-count'
    button.dom.addEventListener('click', () => this.#toggle(page, button.side))
    this.dom.append(button.dom)
    return button
  }
}

interface Button {
  readonly dom: HTMLButtonElement
  side: MarginSide
}

function write(dom: HTMLElement, words: string, name: string, open: boolean): void {
  if (dom.textContent !== words) dom.textContent = words
  if (dom.getAttribute('aria-label') !== name) dom.setAttribute('aria-label', name)
  dom.setAttribute('aria-expanded', String(open))
}
