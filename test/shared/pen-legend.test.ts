import { describe, expect, it } from 'vitest'
import { EXPORTERS } from '../../shared/export/exporters.ts'
import { legendFrom, legendText, type Meaning, meaningOfMark, readLegend } from '../../shared/vocabulary/pen-legend.ts'
import { block, letter, object, page, point } from './export-letter.ts'

const LEGEND: readonly Meaning[] = [
  { mark: 'wavy', count: null, means: 'disapproval', source: 'Collins 2006' },
  { mark: 'wavy', count: '2', means: 'strong disapproval', source: '' },
  { mark: 'arrow', count: null, means: 'take action <later>', source: 'Collins 2006' },
]

describe('what pen marks mean in a collection', () => {
  it('is written by hand and read back the same', () => {
    expect(readLegend(legendText(LEGEND)).legend).toEqual(LEGEND)
    expect(legendFrom({ legend: JSON.parse(JSON.stringify(LEGEND)) })).toEqual(LEGEND)
    expect(readLegend(legendText([]))).toEqual({ legend: [], problems: [] })
  })

  it('asks for a source, and says which line is none', () => {
    expect(readLegend('wavy: disapproval\nsquiggle: no | x\nwavy: again | x\ntick: | x').problems).toEqual([
      'Line 1: no source is given: it stands as an interpretation without one.',
      expect.stringContaining('Line 2: it begins with no pen mark (underline'),
      'Line 3: this mark has a meaning above.',
      'Line 4: it does not say what the mark means.',
    ])
  })

  it('is found by count first; nothing is said of a mark that is not in it, or whose kind is not stated', () => {
    expect(meaningOfMark(LEGEND, { kind: 'wavy', count: '2' })?.means).toBe('strong disapproval')
    expect(meaningOfMark(LEGEND, { kind: 'wavy', count: null })?.means).toBe('disapproval')
    expect(meaningOfMark(LEGEND, { kind: 'tick', count: '1' })).toBeNull()
    expect(meaningOfMark(LEGEND, { kind: null })).toBeNull()
  })

  it('of hostile registers is nothing', () => {
    expect(legendFrom({ legend: [null, 1, { mark: '__proto__', means: 'x' }, { mark: 'wavy', means: 3 }] })).toEqual([])
    expect(legendFrom({ legend: 'x' })).toEqual([])
  })

  it.each(EXPORTERS.map((exporter) => [exporter.name, exporter] as const))(
    'leaves as %s only where it is asked for',
    (_name, exporter) => {
      const pen = object('penmark', 'pen', { content: [] }, { kind: 'wavy', count: '2' })
      const made = letter([page([block('paragraph', { content: [point('pen')] })], [pen])])
      const context = { version: '0.1.0', sha256: null, description: null, legend: LEGEND }
      const text = (options: object) => {
        const run = exporter.run(made, { ...exporter.defaults, ...options }, context)
        if (!run.ok) throw new Error(run.fault.sentence)
        return run.value.files[0]!.text
      }
      expect(text({})).not.toContain('disapproval')
      expect(text({ legend: true })).toMatch(/double wavy line.*strong disapproval/s)
      expect(text({ legend: true })).toContain('take action &lt;later&gt;')
      expect(text({ legend: true })).toContain('interpretation')
    },
  )
})
