import { whenFree } from '../ui/when-free.ts'

/** What stands beside the text follows when nobody typed for so long, or for so long nobody paused, in ms; then between two keys. */
const REDRAW = { quiet: 400, most: 1400 }

/** When what stands beside the text is drawn anew: at once after commands, and between the keys while somebody types. */
export class Redrawing {
  private waiting: ReturnType<typeof setTimeout> | undefined
  /** Since when something typed is not told beside the text. */
  private behind = 0
  private readonly draw: () => void

  constructor(draw: () => void) {
    this.draw = draw
  }

  now(): void {
    clearTimeout(this.waiting)
    this.waiting = undefined
    this.draw()
  }

  /** Draws what is still to be drawn. */
  upToDate(): void {
    if (this.waiting !== undefined) this.now()
  }

  // while somebody types, what stands beside the text follows between the keys: drawing it at every key is felt in long papers
  soon(): void {
    const now = performance.now()
    if (this.waiting === undefined) this.behind = now
    // what is due waits for a moment between two keys, and not for another pause
    else if (now - this.behind >= REDRAW.most - REDRAW.quiet) return
    clearTimeout(this.waiting)
    const waiting = setTimeout(() => {
      whenFree(() => {
        if (this.waiting === waiting) this.now()
      })
    }, REDRAW.quiet)
    this.waiting = waiting
  }
}
