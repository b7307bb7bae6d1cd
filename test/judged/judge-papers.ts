import type { Proposal } from '../../shared/propose/proposal.ts'
import { count, type Measure, type Subject, share } from './measure.ts'
import type { JudgedFacts, JudgedPaper, Turn } from './paper.ts'
import { proposedFor } from './proposed.ts'

type Of<Kind extends Proposal['kind']> = Extract<Proposal, { readonly kind: Kind }>

const of = <Kind extends Proposal['kind']>(paper: JudgedPaper, kind: Kind): readonly Of<Kind>[] =>
  proposedFor(paper).filter((one): one is Of<Kind> => one.kind === kind)

const startOf = (one: Proposal): number => one.source[0]![1]

/** Page turns, page order, papers and what they tell of themselves. */
export const PAPERS: Subject = {
  name: 'pages and papers',
  measure: (papers) => [...turns(papers), ...order(papers), ...divisions(papers), ...facts(papers)],
}

/** Whether nothing but blanks stands between two places. */
const isSame = (text: string, a: number, b: number): boolean => !/\S/.test(text.slice(Math.min(a, b), Math.max(a, b)))

function turns(papers: readonly JudgedPaper[]): readonly Measure[] {
  let [right, said, decided, found, undecided, abstained] = [0, 0, 0, 0, 0, 0]
  for (const paper of papers) {
    const own = of(paper, 'turn')
    const isAt = (turn: Turn, one: Of<'turn'>) =>
      turn.isDecided
        ? isSame(paper.text, turn.start, startOf(one))
        : startOf(one) >= turn.start - 1 && startOf(one) <= turn.end + 1
    for (const one of own.filter((turn) => turn.decided)) {
      const isDivision = paper.divisions.some(({ start }) => isSame(paper.text, start, startOf(one)))
      const isRight = paper.turns.some((turn) => turn.isDecided && isAt(turn, one))
      if (isDivision && !isRight) continue
      said++
      if (isRight) right++
    }
    for (const turn of paper.turns) {
      if (turn.isDecided) {
        decided++
        if (own.some((one) => one.decided && isAt(turn, one))) found++
      } else {
        undecided++
        if (own.some((one) => !one.decided && isAt(turn, one))) abstained++
      }
    }
  }
  return [
    share('page turns, precision', right, said),
    share('page turns, recall', found, decided),
    share('undecided turns left undecided', abstained, undecided),
  ]
}

function order(papers: readonly JudgedPaper[]): readonly Measure[] {
  const isMoved = ({ order: own }: JudgedPaper) => own.some((page, nth) => page !== nth + 1)
  const rightOf = (paper: JudgedPaper) => {
    const [one] = of(paper, 'order')
    // the label has the true number of each page of the file, the proposal the pages in the order of reading
    return one?.order.every((page, nth) => paper.order[page] === nth + 1)
  }
  const moved = papers.filter(isMoved)
  return [
    share('page order', moved.filter(rightOf).length, moved.length),
    count(
      'page order proposed where it is right',
      papers.filter((paper) => !isMoved(paper) && of(paper, 'order').length > 0).length,
      papers.length,
    ),
  ]
}

function divisions(papers: readonly JudgedPaper[]): readonly Measure[] {
  let [right, said, kinds, relations, all] = [0, 0, 0, 0, 0]
  for (const paper of papers) {
    all += paper.divisions.length
    for (const one of of(paper, 'division')) {
      said++
      const division = paper.divisions.find(({ start }) => isSame(paper.text, start, startOf(one)))
      if (!division) continue
      right++
      if (division.kind === one.paperKind) kinds++
      if (division.relation === one.relation) relations++
    }
  }
  return [
    share('papers that begin, precision', right, said),
    share('papers that begin, recall', right, all),
    share('their kind', kinds, right),
    share('their relation', relations, right),
  ]
}

/** How a value is compared: titles, honours, case and points apart. */
const fold = (value: string) =>
  value
    .toLowerCase()
    .normalize('NFD')
    .replace(/\p{M}/gu, '')
    .replace(/\b(?:mr|mrs|ms|miss|dr|sir|esq|the|telno|telegram|number|no|n°)\b\.?/gu, '')
    .replace(/[^\p{L}\d]/gu, '')

function facts(papers: readonly JudgedPaper[]): readonly Measure[] {
  const names = ['from', 'to', 'date', 'reference', 'subject', 'marking'] as const
  const told: Record<string, { right: number; said: number; all: number }> = {}
  const tally = (name: string) => (told[name] ??= { right: 0, said: 0, all: 0 })
  for (const paper of papers) {
    const proposed = of(paper, 'fact')
    // where the papers of a file are not found, nothing can be said of the later ones
    const found = of(paper, 'division').map((one) => paper.divisions.find(({ start }) => isSame(paper.text, start, startOf(one))))
    const parts: readonly [number, JudgedFacts][] = [
      [0, paper.facts],
      ...found.flatMap((division, nth): [number, JudgedFacts][] => (division ? [[nth + 1, division.facts]] : [])),
    ]
    for (const [index, gold] of parts) {
      const own = proposed.filter((one) => one.paper === index)
      for (const name of names) {
        const fact = { reference: 'ourReference', marking: 'markingWritten' }[name as string] ?? name
        const one = own.find((proposal) => proposal.fact === fact)
        const label = gold[name]
        const own1 = tally(name)
        if (label !== null) own1.all++
        if (one) own1.said++
        if (one && label !== null && fold(one.value) === fold(label)) own1.right++
      }
      const copies = own.filter((one) => one.fact === 'copies').map(({ value }) => fold(value))
      const label = gold.copies.map(fold)
      const own1 = tally('copies')
      own1.all += label.length
      own1.said += copies.length
      own1.right += copies.filter((one) => label.includes(one)).length
    }
  }
  return [...names, 'copies'].flatMap((name) => {
    const { right, said, all } = tally(name)
    return [share(`${name}, precision`, right, said), share(`${name}, recall`, right, all)]
  })
}
