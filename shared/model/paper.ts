import type { Paper } from './transcript.ts'

/** A paper of which nothing is stated. */
export function emptyPaper(id: string): Paper {
  return {
    id,
    kind: null,
    relation: null,
    relatedTo: null,
    copyStatus: null,
    from: null,
    to: null,
    date: null,
    language: null,
    extra: {},
  }
}
