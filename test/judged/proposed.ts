import type { Layer } from '../../shared/model/hand.ts'
import type { Proposal, StretchProposal } from '../../shared/propose/proposal.ts'
import { proposalsOf } from '../../shared/propose/proposals.ts'
import type { JudgedPaper, JudgedRole, Stretch } from './paper.ts'

const made = new WeakMap<JudgedPaper, readonly Proposal[]>()

/** What is proposed for a labelled paper, with empty registers. */
export function proposedFor(paper: JudgedPaper): readonly Proposal[] {
  const before = made.get(paper)
  if (before) return before
  const proposals = proposalsOf({ originals: [{ text: paper.text }], hands: [], people: [], names: [] })
  made.set(paper, proposals)
  return proposals
}

/**
 * A stretch of a person's beside what is proposed for it, blanks apart: right where nine signs in ten are, wrong where something else is proposed
 * for more than one in ten, and else left open.
 */
export interface Compared {
  readonly stretch: Stretch
  /** `undefined` abstains. Mixed: something else than the label for more than a tenth of it. */
  readonly role: JudgedRole | undefined | 'mixed'
  readonly layer: Layer | 'mixed'
  readonly confidence: number
  /** Signs that are no blanks; those with the right role, the right layer, and without a proposal of either. */
  readonly signs: number
  readonly rightRole: number
  readonly noRole: number
  readonly rightLayer: number
  readonly noLayer: number
  /** Signs that are proposed to be handwriting. */
  readonly penned: number
}

const MOST = 0.9

export function comparedIn(paper: JudgedPaper): readonly Compared[] {
  const proposals = proposedFor(paper).filter((one): one is StretchProposal => one.kind === 'stretch')
  const at: (StretchProposal | undefined)[] = new Array(paper.text.length)
  for (const one of proposals) for (const [, start, end] of one.source) at.fill(one, start, end)
  return paper.stretches.map((stretch): Compared => {
    const own: StretchProposal[] = []
    for (let place = stretch.start; place < stretch.end; place++) {
      if (/\s/.test(paper.text[place]!)) continue
      const one = at[place]
      if (!one) throw new Error(`${paper.name}: nothing is proposed at ${place}`)
      own.push(one)
    }
    const roles = tally(own.map(roleOf))
    const layers = tally(own.map(({ layer }) => layer))
    const signs = own.length
    const most = own[Math.floor(signs / 2)]!
    return {
      stretch,
      role: told(roles, undefined, stretch.role === null ? undefined : stretch.role, signs),
      layer: told(layers, 'unknown', stretch.layer, signs),
      confidence: most.confidence,
      signs,
      rightRole: own.filter((one) => roleOf(one) === stretch.role).length,
      noRole: own.filter((one) => roleOf(one) === undefined).length,
      rightLayer: own.filter(({ layer }) => layer === stretch.layer).length,
      noLayer: own.filter(({ layer }) => layer === 'unknown').length,
      penned: own.filter(({ layer }) => layer === 'handwritten').length,
    }
  })
}

function roleOf({ role, setAside }: StretchProposal): JudgedRole | undefined {
  if (setAside !== null) return 'noise'
  return role ?? undefined
}

/** The key that is said of it all; the abstaining one where all else that is said is right. */
function told<Key>({ key, most, counts }: Tally<Key>, abstains: Key, right: Key, signs: number): Key | 'mixed' {
  if (most >= signs * MOST) return key
  const open = (counts.get(abstains) ?? 0) + (counts.get(right) ?? 0)
  return open >= signs * MOST ? abstains : 'mixed'
}

interface Tally<Key> {
  readonly key: Key
  readonly most: number
  readonly counts: ReadonlyMap<Key, number>
}

function tally<Key>(keys: readonly Key[]): Tally<Key> {
  const counts = new Map<Key, number>()
  for (const key of keys) counts.set(key, (counts.get(key) ?? 0) + 1)
  const [key, most] = [...counts].sort((a, b) => b[1] - a[1])[0]!
  return { key, most, counts }
}
