import type { DrawnNote } from './page-box.ts'

/** Under this width, in the stack's own font size, the margins fold to the page's foot (945 px at 14 px: in a window of 1000 px they do not). */
const FOLD_UNDER = 67.5

/** How wide the sheet is for its letters, and whether it is too narrow for notes beside the text. */
export class SheetWidth {
  /** One em wide: tells when the text became larger or smaller. */
  readonly dom = document.createElement('i')
  folded = false
  #last = ''
  #asked = true

  constructor() {
    this.dom.className = 'editor-em'
    this.dom.setAttribute('aria-hidden', 'true')
  }

  /** In px. */
  get em(): number {
    // whole pixels would fold a sheet that has just room enough
    return Number.parseFloat(getComputedStyle(this.dom).width) || 0
  }

  /** Whether sheet or letters are of another size than before; folds the margins, or unfolds them. */
  changed(sheet: HTMLElement): boolean {
    const width = `${sheet.clientWidth} ${this.em}`
    if (this.#last === width) return false
    this.#last = width
    this.fold(sheet)
    return true
  }

  // one signal for "narrow", never a media query beside it: at a zoom of 1.5 the two disagree
  fold(sheet: HTMLElement): void {
    this.folded = sheet.clientWidth < FOLD_UNDER * this.em
    sheet.classList.toggle('folded', this.folded)
  }

  /** A note came, went or stands elsewhere. */
  notesChanged(): void {
    this.#asked = true
  }

  /** Gives the notes left of the text their room, or takes it where there is none; whether the text moved by that. */
  share(stack: HTMLElement, notes: Iterable<Pick<DrawnNote, 'zone'>>): boolean {
    if (!this.#asked) return false
    this.#asked = false
    const left = [...notes].some(({ zone }) => zone === 'left')
    if (stack.classList.contains('left-notes') === left) return false
    stack.classList.toggle('left-notes', left)
    return true
  }
}
