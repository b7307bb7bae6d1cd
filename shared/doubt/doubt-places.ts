import type { Node } from 'prosemirror-model'
import { isBlock } from '../document/access.ts'
import { allOwners, positionAt, textOf } from '../state/owners.ts'
import type { Doubt } from './doubt.ts'

/** A doubt where it stands in a document; positions of the document. */
export interface DoubtPlace {
  readonly doubt: Doubt
  readonly from: number
  readonly to: number
}

/** Where doubts stand in a document. One whose words have changed since it was found, or are gone, is left out. */
export function doubtPlaces(doc: Node, doubts: readonly Doubt[]): readonly DoubtPlace[] {
  const owners = new Map(allOwners(doc).map((owner) => [owner.node.attrs.id as string, owner]))
  const texts = new Map<string, string>()
  return doubts.flatMap((doubt) => {
    const owner = owners.get(doubt.block)
    if (!owner) return []
    const text = texts.get(doubt.block) ?? textOf(owner.node)
    texts.set(doubt.block, text)
    if (text.slice(doubt.from, doubt.to) !== doubt.text) return []
    const to = positionAt(owner, doubt.to)
    return [{ doubt, from: Math.min(positionAt(owner, doubt.from + 1) - 1, to), to }]
  })
}

/** What a doubt has in common with others of its like: the words, and what they may be. */
const likeness = ({ text, proposals: [first] }: Doubt) => JSON.stringify([text, first ?? null])

/** The places where the same words are in doubt with the same first proposal, this one among them. What is by hand, or beside the text, is never among them. */
export function placesLike(doc: Node, places: readonly DoubtPlace[], { doubt }: DoubtPlace): readonly DoubtPlace[] {
  if (doubt.proposals.length === 0) return []
  return places
    .filter((one) => likeness(one.doubt) === likeness(doubt) && mayBeMendedTogether(doc, one))
    .sort((a, b) => a.from - b.from)
}

const mayBeMendedTogether = (doc: Node, { doubt, from }: DoubtPlace): boolean =>
  !doubt.isHandwritten && isBlock(doc.resolve(from).parent)
