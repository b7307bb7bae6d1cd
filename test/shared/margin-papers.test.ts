import { describe, expect, it } from 'vitest'
import { checkCoverage } from '../../shared/compare/coverage.ts'
import { parseTranscript } from '../../shared/format/parse.ts'
import { NOTE_FUNCTIONS, NOTE_PLACES, PEN_MARKS } from '../../shared/vocabulary/margin.ts'
import { MARGIN_PAPERS, marginFiles } from '../support/margin-papers.ts'

const { transcript, files } = marginFiles()
const objects = transcript.pages.flatMap(({ margin }) => margin)
const stated = (type: string, name: string) => new Set(objects.filter((one) => one.type === type).map(({ attrs }) => attrs[name]))

describe('the papers made for the margin', () => {
  it('are a valid file, in which every character of both originals has one owner', () => {
    const parsed = parseTranscript(files.get(`${MARGIN_PAPERS[0]}.tei.json`)!)
    expect(parsed.ok ? parsed.value : parsed.fault).toEqual(transcript)
    expect(checkCoverage(transcript)).toEqual([])
  })

  it('hold every place, function and pen mark, four writers, and more pages than a dozen', () => {
    expect(transcript.pages.length).toBeGreaterThan(12)
    expect(stated('note', 'place')).toEqual(new Set([...Object.keys(NOTE_PLACES), null]))
    expect(stated('note', 'function')).toEqual(new Set([...Object.keys(NOTE_FUNCTIONS), null]))
    expect(stated('penmark', 'kind')).toEqual(new Set(Object.keys(PEN_MARKS)))
    expect(stated('penmark', 'count')).toEqual(new Set(['1', '2', '3']))
    expect([...stated('note', 'hand')].filter((hand) => hand !== null && hand !== 'unknown-manuscript').length).toBe(4)
  })

  it('are the same every time', () => {
    expect(marginFiles().files).toEqual(files)
  })
})
