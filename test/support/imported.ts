import { importOriginal } from '../../shared/import/importers.ts'
import { idsFrom, type NewId } from '../../shared/model/ids.ts'
import type { Block, Transcript } from '../../shared/model/transcript.ts'

/** Ids in a fixed sequence, the same in every run. */
export function seededIds(): NewId {
  let state = 1
  return idsFrom(() => {
    state = (state * 48271) % 2147483647
    return state / 2147483647
  })
}

export interface TextOptions {
  readonly blocks: 'blank-line' | 'line'
}

/** A fresh import of a text as `letter.txt`, or under another name, with a made-up hash. */
export function imported(text: string, options?: TextOptions, name = 'letter.txt'): Transcript {
  const file = { name, sha256: 'a'.repeat(64), bytes: text.length, text, encoding: 'utf-8', bom: false }
  const result = importOriginal(file, seededIds(), { options: options && { ...options } })
  if (!result.ok) throw new Error(result.fault.sentence)
  return result.value
}

export function blocksOf(transcript: Transcript): readonly Block[] {
  return transcript.pages.flatMap((page) => page.content).filter((child) => child.type === 'block')
}

/** The same transcript with one block (counted over all pages) changed. */
export function withBlock(transcript: Transcript, at: number, change: Partial<Block>): Transcript {
  const target = blocksOf(transcript)[at]
  return {
    ...transcript,
    pages: transcript.pages.map((page) => ({
      ...page,
      content: page.content.map((child) => (child === target && target ? { ...target, ...change } : child)),
    })),
  }
}
