import { existsSync, readdirSync, readFileSync } from 'node:fs'
import { join } from 'node:path'
import type { JudgedPaper } from './paper.ts'
import { readPaper } from './read-paper.ts'

/** The labelled papers of a half, by name. Throws with the reader's sentence where one is not well labelled. */
export function papersOf(half: 'seen' | 'unseen'): readonly JudgedPaper[] {
  const folder = join(import.meta.dirname, half)
  if (!existsSync(folder)) return []
  return readdirSync(folder)
    .filter((file) => file.endsWith('.paper'))
    .sort()
    .map((file) => {
      const read = readPaper(file.replace(/\.paper$/, ''), readFileSync(join(folder, file), 'utf8'))
      if (!read.ok) throw new Error(read.fault.sentence)
      return read.value
    })
}
