import type { ToldHit } from '../../shared/search/tell-hits.ts'
import type { Streams } from './command.ts'

/** Writes hits as they are found: none is kept. Nothing is written before the first of them, or before the end. */
export interface HitWriter {
  readonly hit: (document: string, hit: ToldHit) => void
  /** `more`: only so many were asked for, and there are more. */
  readonly end: (more: boolean) => void
}

/** One JSON value: `{hits: [...], more}`. */
export function jsonHits({ out }: Streams): HitWriter {
  let any = false
  return {
    hit: (document, { page, kind, layer, hand, before, words, after }) => {
      const plain = { document, page, layer, hand, kind, snippet: before + words + after, before, words, after }
      out(`${any ? ',\n' : '{\n  "hits": [\n'}    ${JSON.stringify(plain)}`)
      any = true
    },
    end: (more) => out(any ? `\n  ],\n  "more": ${more}\n}\n` : '{ "hits": [], "more": false }\n'),
  }
}

/** A line each, and how many at the end. */
export function toldHits({ out }: Streams): HitWriter {
  let count = 0
  let documents = 0
  let last: string | null = null
  return {
    hit: (document, { page, kind, layer, handName, before, words, after }) => {
      count += 1
      if (document !== last) documents += 1
      last = document
      const by = layer === null ? (kind === 'query' ? 'query' : 'editor’s note') : `${layer}, hand ${handName ?? 'not stated'}`
      out(`${document}, page ${page}, ${kind === 'note' ? 'note, ' : ''}${by}: ${before}[${words}]${after}\n`)
    },
    end: (more) => {
      if (count === 0) return out('Nothing was found.\n')
      const many = count === 1 ? 'One place' : `${count} places`
      const where = documents === 1 ? 'one document' : `${documents} documents`
      out(more ? `\nThe first ${count === 1 ? 'place' : many} in ${where}; there are more.\n` : `\n${many} in ${where}.\n`)
    },
  }
}
