import { cpSync } from 'node:fs'

/** The sample's letters whose transcripts stay behind: tests begin with these as the machine read them, and with work on the Richards letter. */
const AS_THEY_CAME = /(palliser|bone|walden)-to-[a-z0-9-]+\.txt\.tei\.json$/

/** Copies a collection for a test that may do anything to it. */
export function copyCollection(from: string, to: string): void {
  cpSync(from, to, { recursive: true, filter: (path) => !AS_THEY_CAME.test(path) })
}
