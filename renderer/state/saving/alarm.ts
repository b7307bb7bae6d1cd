/** One timer that can be set anew or off. */
export class Alarm {
  private timer: ReturnType<typeof setTimeout> | null = null
  private due = 0
  private readonly ring: () => void

  constructor(ring: () => void) {
    this.ring = ring
  }

  get isSet(): boolean {
    return this.timer !== null
  }

  /** Rings once after so many ms. What is due already is not put off: where timers come late, each key would do it again. */
  set(ms: number): void {
    const now = elapsed()
    if (this.timer !== null && this.due <= now && ms <= 0) return
    this.off()
    this.due = now + ms
    this.timer = setTimeout(() => {
      this.timer = null
      this.ring()
    }, ms)
  }

  off(): void {
    if (this.timer !== null) clearTimeout(this.timer)
    this.timer = null
  }
}

/** Ms on a clock that nobody sets: whatever is done to the time of day, it goes on. All that waits goes by it; it is never shown. */
export const elapsed = (): number => performance.now()

/** When to act after a change: soon after the last one, at latest so long after the first. All in ms, by `elapsed`. */
export function delay(quiet: number, most: number, first: number, now: number): number {
  return Math.min(quiet, Math.max(0, first + most - now))
}
