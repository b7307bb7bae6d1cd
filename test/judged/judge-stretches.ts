import { count, type Measure, type Subject, share } from './measure.ts'
import type { JudgedPaper } from './paper.ts'
import { type Compared, comparedIn } from './proposed.ts'

/** Roles and layers, stretch by stretch: a label is met where nine signs in ten of it are proposed to be what it says. */
export const STRETCHES: Subject = {
  name: 'structure',
  measure: (papers) => {
    const all = papers.flatMap(comparedIn)
    const sum = (value: (one: Compared) => number, of = all) => of.reduce((total, one) => total + value(one), 0)
    const layered = all.filter(({ stretch }) => stretch.layer !== 'unknown')
    const layerSaid = all.filter(({ layer }) => layer !== 'unknown')
    const roled = all.filter(({ stretch }) => stretch.role !== null)
    const roleSaid = all.filter(({ role }) => role !== undefined)
    const pen = all.filter(({ stretch }) => stretch.layer === 'handwritten')
    const penSaid = all.filter(({ layer }) => layer === 'handwritten')
    const runIn = all.filter(({ stretch }) => stretch.isRunIn)
    const isLayer = ({ stretch, layer }: Compared) => stretch.layer === layer
    const isRole = ({ stretch, role }: Compared) => stretch.role === role
    const clean = papers.filter(({ isClean, stretches }) => isClean && stretches.every(({ layer }) => layer !== 'handwritten'))
    const cleanPen = clean.flatMap(comparedIn).filter(({ penned }) => penned > 0).length
    const measures: Measure[] = [
      share('layer precision', layerSaid.filter(isLayer).length, layerSaid.length),
      share('layer recall', layered.filter(isLayer).length, layered.length),
      share('role precision', roleSaid.filter(isRole).length, roleSaid.length),
      share('role recall', roled.filter(isRole).length, roled.length),
      share('role abstention', all.filter(({ role }) => role === undefined).length, all.length),
      share(
        'layer precision, by signs',
        sum(({ rightLayer }) => rightLayer),
        sum(({ signs, noLayer }) => signs - noLayer),
      ),
      share(
        'role precision, by signs',
        sum(({ rightRole }) => rightRole),
        sum(({ signs, noRole }) => signs - noRole),
      ),
      share(
        'role recall, by signs',
        sum(({ rightRole }) => rightRole, roled),
        sum(({ signs }) => signs, roled),
      ),
      share('handwriting precision', penSaid.filter(isLayer).length, penSaid.length),
      share('handwriting recall', pen.filter(isLayer).length, pen.length),
      share('run-in handwriting found', runIn.filter(isLayer).length, runIn.length),
      count('handwriting on clean typed papers', cleanPen, clean.length),
      ...calibration(all),
    ]
    return measures
  },
}

const BINS = [0.5, 0.6, 0.7, 0.8, 0.9, 0.95, 1.01]

/** Of the roles proposed at about a confidence, how many are right. */
function calibration(all: readonly Compared[]): readonly Measure[] {
  return BINS.slice(0, -1).map((from, at) => {
    const to = BINS[at + 1]!
    const bin = all.filter(({ role, confidence }) => role !== undefined && confidence >= from && confidence < to)
    const right = bin.filter(({ stretch, role }) => stretch.role === role)
    return share(`right at confidence ${from.toFixed(2)} to ${Math.min(to, 1).toFixed(2)}`, right.length, bin.length)
  })
}

/** What is wrong, for whoever works on the rules: of the half that is seen alone. */
export function wrongIn(paper: JudgedPaper): readonly string[] {
  return comparedIn(paper).flatMap(({ stretch, role, layer, confidence }) => {
    const words = paper.text.slice(stretch.start, stretch.end).replace(/\s+/g, ' ').slice(0, 70)
    const isRoleWrong = role !== stretch.role && !(role === undefined && stretch.role === null)
    const isLayerWrong = layer !== stretch.layer
    if (!isRoleWrong && !isLayerWrong) return []
    const sign = role === undefined && !(isLayerWrong && layer !== 'unknown') ? ' ' : '!'
    return [
      `${sign} ${(stretch.role ?? '-').padEnd(18)} ${stretch.layer.padEnd(11)} → ${(role ?? '-').padEnd(18)} ${layer.padEnd(11)} ${confidence.toFixed(2)}  ${words}`,
    ]
  })
}
