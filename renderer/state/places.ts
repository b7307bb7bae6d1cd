/** Where the caret stood in the documents that were open last: a document's id and a position in it, the latest last. */
export type Places = readonly (readonly [id: string, position: number])[]

const MOST = 200

export function readPlaces(text: string | undefined): Places {
  try {
    const read: unknown = JSON.parse(text ?? '[]')
    return Array.isArray(read) ? read.filter(isPlace).slice(-MOST) : []
  } catch {
    return []
  }
}

const isPlace = (one: unknown): one is [string, number] =>
  Array.isArray(one) && typeof one[0] === 'string' && Number.isSafeInteger(one[1]) && one[1] >= 0

export const withPlace = (places: Places, id: string, position: number): Places =>
  [...places.filter(([other]) => other !== id), [id, position] as const].slice(-MOST)

export const placeIn = (places: Places, id: string): number | null => places.find(([other]) => other === id)?.[1] ?? null
