/** One timer that can be set anew or off. */
export class Alarm {
  private timer: ReturnType<typeof setTimeout> | null = null
  private readonly ring: () => void

  constructor(ring: () => void) {
    this.ring = ring
  }

  get isSet(): boolean {
    return this.timer !== null
  }

  /** Rings once after so many ms. */
  set(ms: number): void {
    this.off()
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

/** When to act after a change: soon after the last one, at latest so long after the first. All in ms. */
export function delay(quiet: number, most: number, first: number, now: number): number {
  return Math.min(quiet, Math.max(0, first + most - now))
}
