import type { Transcript } from '../model/transcript.ts'
import { readDates } from '../propose/read-date.ts'
import type { Passage } from './passage.ts'

/** The date of each paper of a file (ISO), as it is stated, else from its first short lines that give a whole date; null where none does. */
export function datesOfPapers({ paper, pages }: Transcript, passages: readonly Passage[]): readonly (string | null)[] {
  const divisions = pages.flatMap(({ content }) => content.filter((child) => child.type === 'division'))
  return [paper, ...divisions].map(({ date }, index) => {
    const stated = date === null ? undefined : readDates(date, null)[0]
    if (stated) return stated.when
    for (const passage of passages) {
      if (passage.paper !== index || passage.text.length > MOST) continue
      for (const line of passage.text.split('\n')) {
        const [reading] = readDates(line, null)
        if (reading?.when.length === 10) return reading.when
      }
    }
    return null
  })
}

/** The longest passage, in UTF-16 units, that may be the head of a letter. */
const MOST = 240
