import { type Reading, readingsOf } from '../compare/reading.ts'
import { type Hand, type Layer, layerOf, UNKNOWN, UNKNOWN_MANUSCRIPT } from '../model/hand.ts'
import type { SourceRange } from '../model/source.ts'
import type { Block, Transcript } from '../model/transcript.ts'
import { placeIn } from '../text/align.ts'
import { changedWords } from '../text/changed-words.ts'
import { type Token, tokensOf } from './tokens.ts'

/** A stretch of a passage's text, in UTF-16 units. */
export interface Stretch {
  readonly from: number
  readonly to: number
}

/** A block or a note as the rules read it. */
export interface Passage {
  readonly id: string
  readonly text: string
  readonly tokens: readonly Token[]
  readonly role: string | null
  readonly layer: Layer
  readonly isNote: boolean
  /** The paper it belongs to: its number in the file, from 0. */
  readonly paper: number
  /** The page it stands on, from 0. */
  readonly page: number
  /** What a person has already read here: it is in no doubt. */
  readonly settled: readonly Stretch[]
  /** The one stretch of an original that covers a stretch of the text; null where it has none. */
  readonly sourceOf: (from: number, to: number) => SourceRange | null
}

/** Marks whose words somebody has looked at. */
const SETTLING = new Set([
  ...['correction', 'emendation', 'undetermined', 'supplied', 'unclear', 'foreign', 'withheld'],
  ...['persName', 'orgName', 'placeName', 'title', 'event', 'term', 'cited', 'date'],
])

/** The passages of a transcript in the order of the file. What an editor wrote, and what is set aside, is none. */
export function passagesOf(transcript: Transcript): readonly Passage[] {
  const hands = new Map([UNKNOWN, UNKNOWN_MANUSCRIPT, ...transcript.hands].map((hand) => [hand.id, hand]))
  const places = placesOf(transcript)
  return readingsOf(transcript).flatMap((reading) => {
    const place = places.get(reading.id)
    return place === undefined || reading.now.trim() === '' ? [] : [passage(reading, place, hands)]
  })
}

type Place = Pick<Passage, 'role' | 'isNote' | 'paper' | 'page'>

function placesOf({ pages }: Transcript): ReadonlyMap<string, Place> {
  const places = new Map<string, Place>()
  let paper = 0
  pages.forEach(({ content, margin }, page) => {
    for (const child of content) {
      if (child.type === 'division') paper += 1
      else places.set(child.id, { role: (child as Block).role, isNote: false, paper, page })
    }
    for (const note of margin) places.set(note.id, { role: null, isNote: true, paper, page })
  })
  return places
}

function passage(reading: Reading, place: Place, hands: ReadonlyMap<string, Hand>): Passage {
  const { id, now: text, was, hand } = reading
  return {
    ...place,
    id,
    text,
    tokens: tokensOf(text),
    layer: layerOf(hands.get(hand ?? '')),
    settled: settledIn(reading),
    sourceOf(from, to) {
      const isSame = was === text
      const wasFrom = isSame ? from : placeIn(was, reading.hunks(), from, -1)
      const wasTo = isSame ? to : placeIn(was, reading.hunks(), to, 1)
      const [first, ...more] = wasTo > wasFrom ? reading.sourceOf(wasFrom, wasTo) : []
      if (first === undefined) return null
      const last = more.filter(([original, start]) => original === first[0] && start >= first[2]).at(-1) ?? first
      return [first[0], first[1], last[2]]
    },
  }
}

/** What is marked as read, and every word that is not the machine's any more. */
function settledIn({ marked, was, now, hunks }: Reading): readonly Stretch[] {
  const marks = marked.filter(({ annotation }) => SETTLING.has(annotation.type)).map(({ from, to }) => ({ from, to }))
  if (was === now) return marks
  const changed = changedWords(was, now, hunks()).map(({ nowFrom, nowTo }) => ({ from: nowFrom, to: nowTo }))
  return [...marks, ...changed]
}

/** Whether a stretch touches one of those. */
export function touches(stretches: readonly Stretch[], { from, to }: Stretch): boolean {
  return stretches.some((one) => one.from < to && from < one.to)
}
