/** What the process that downloads tells four times a second (`report-download.mjs`). */
export interface Report {
  readonly connected: boolean
  /** Received in all. */
  readonly bytes: number
  /** Hard at work: unpacking reads nothing from the net. */
  readonly busy: boolean
}

/** What is known of a download so far. */
export interface Seen {
  /** Whether a connection ever stood. */
  readonly connected: boolean
  readonly bytes: number
}

export const NOTHING_SEEN: Seen = { connected: false, bytes: 0 }

/** Takes in a report: what is known now, and whether it is a sign of life, so that waiting begins anew. */
export function follow(seen: Seen, report: Report): { readonly seen: Seen; readonly isAlive: boolean } {
  const isAlive = report.busy || report.bytes > seen.bytes || (report.connected && !seen.connected)
  return { seen: { connected: seen.connected || report.connected, bytes: Math.max(seen.bytes, report.bytes) }, isAlive }
}
