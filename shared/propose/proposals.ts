import type { Transcript } from '../model/transcript.ts'
import type { FactProposal, Proposal } from './proposal.ts'
import { factsOf } from './structure/facts.ts'
import { type Known, namesIn } from './structure/names-cited.ts'
import { orderOf } from './structure/page-order.ts'
import { turnProposals, turnsIn } from './structure/page-turns.ts'
import { divisionsOf } from './structure/papers-of-file.ts'
import { type LinesRead, readLines } from './structure/read-lines.ts'
import { inPieces } from './structure/run-in.ts'
import { stretchesOf } from './structure/stretches.ts'
import { writtenLines } from './structure/written-lines.ts'
import type { PaperLines } from './structure/zones.ts'

/** What is proposed from: the machine's text, and the registers. A `Transcript` is one. */
export type ToPropose = Pick<Transcript, 'hands' | 'people' | 'names'> & {
  readonly originals: readonly { readonly text: string }[]
}

/**
 * What can be shown of a machine transcript's structure, each with its evidence. Stretches first, in reading order: they cover every
 * character that is not blank once. Nothing is stated by it and nothing changed. Equal input gives equal proposals with equal ids.
 */
export function proposalsOf({ originals, hands, people, names }: ToPropose): readonly Proposal[] {
  const texts = originals.map(({ text }) => text)
  const read = readLines(texts, writtenLines(texts), { hands, people })
  if (read.lines.length === 0) return []
  const turns = turnsIn(read)
  const order = orderOf(read, turns)
  // the page that is read first begins no paper, though it stands later in the file
  const cut = new Set(order === null ? [] : [order.from])
  const papers = joined(read.papers, cut)
  const facts = factsOf(read, papers)
  return [
    ...stretchesOf(inPieces(texts, read, { hands, people }), texts),
    ...turnProposals(read, turns),
    ...(order === null ? [] : [order.proposal]),
    ...divisionsOf({ ...read, papers }),
    ...facts,
    ...namesIn(texts, { people, names, dates: datesOf(read, papers, facts) }),
  ]
}

/** From where on which date holds. */
function datesOf({ lines }: LinesRead, papers: readonly PaperLines[], facts: readonly FactProposal[]): Known['dates'] {
  return papers.map(({ first }, index) => ({
    original: lines[first]!.original,
    start: index === 0 ? 0 : lines[first]!.start,
    when: facts.find(({ paper, fact }) => paper === index && fact === 'date')?.value ?? null,
  }))
}

/** Papers of which some only seemed to begin. */
function joined(papers: readonly PaperLines[], cut: ReadonlySet<number>): readonly PaperLines[] {
  const all: PaperLines[] = []
  for (const paper of papers) {
    const last = all.at(-1)
    if (!last || !cut.has(paper.first)) all.push(paper)
    else
      all[all.length - 1] = {
        ...last,
        end: paper.end,
        salutation: last.salutation ?? paper.salutation,
        close: last.close ?? paper.close,
      }
  }
  return all
}
