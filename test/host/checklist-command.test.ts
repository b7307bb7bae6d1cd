import { existsSync, readFileSync, writeFileSync } from 'node:fs'
import { beforeEach, describe, expect, test } from 'vitest'
import { serialise } from '../../shared/format/serialise.ts'
import type { Transcript } from '../../shared/model/transcript.ts'
import { emptyAttributes } from '../../shared/vocabulary/attribute.ts'
import { attributesOf } from '../../shared/vocabulary/vocabulary.ts'
import { folder, inFolder, type Json, put, scholion, transcriptOf } from '../support/command-line.ts'

/** Marks words of a letter as undetermined, in its file. */
function doubt(name: string, words: string, id: string): void {
  const transcript = transcriptOf(name) as Transcript
  const pages = transcript.pages.map((page) => ({
    ...page,
    content: page.content.map((child) => {
      if (child.type !== 'block') return child
      const content = child.content.flatMap((run) => {
        const at = run.type === 'text' ? run.text.indexOf(words) : -1
        if (run.type !== 'text' || at < 0) return [run]
        const cut = (from: number, to: number, more: readonly string[]) => ({
          ...run,
          text: run.text.slice(from, to),
          in: [...run.in, ...more],
        })
        return [cut(0, at, []), cut(at, at + words.length, [id]), cut(at + words.length, run.text.length, [])]
      })
      const marked = content.some((run) => run.in.includes(id))
      const annotation = { type: 'undetermined', attrs: emptyAttributes(attributesOf('undetermined')!) }
      return { ...child, content, annotations: marked ? { ...child.annotations, [id]: annotation } : child.annotations }
    }),
  }))
  writeFileSync(inFolder(`${name}.tei.json`), serialise({ ...transcript, pages }))
}

const listed = async (...more: string[]) => {
  const { code, json, err } = await scholion('checklist', folder, '--json', ...more)
  const { places, gone } = json()
  return { code, err, gone, numbers: Object.fromEntries(places.map(({ place, number }: Json) => [place, number])), places }
}

describe('scholion checklist', () => {
  beforeEach(async () => {
    put('a.txt', 'Dear John,\n\nWe would exlude the Poles and the Czechs.')
    put('b.txt', 'A minute of no importance')
    put('c.txt', 'never opened')
    await scholion('import', inFolder('a.txt'), inFolder('b.txt'))
    doubt('a.txt', 'exlude', 'u1')
  })

  test('lists every place with its words, and each keeps its number when others come before it', async () => {
    const first = await listed()
    expect([first.code, first.numbers]).toEqual([0, { u1: 1 }])
    expect(first.places[0]).toMatchObject({
      document: 'a.txt',
      reference: '[reference not known]',
      page: 1,
      before: 'We would ',
      words: 'exlude',
      after: ' the Poles and the Czechs.',
    })
    doubt('a.txt', 'John', 'u0')
    doubt('b.txt', 'importance', 'u2')
    expect((await listed()).numbers).toEqual({ u0: 2, u1: 1, u2: 3 })
    const { out } = await scholion('checklist', folder)
    expect(out).toContain('    1  undetermined')
    expect(out).toContain('We would [exlude] the Poles')
    expect(out).toContain('The paper has: ____')
  })

  test('says what was on the list and is gone', async () => {
    await listed()
    const text = serialise(transcriptOf('a.txt'))
    writeFileSync(inFolder('a.txt.tei.json'), text.replace('"type": "undetermined"', '"type": "persName"'))
    expect((await listed()).gone).toMatchObject([{ number: 1, document: 'a.txt', words: 'exlude', page: 1 }])
    expect((await scholion('checklist', folder)).out).toContain('1 (a.txt, page 1, “exlude”) is not on the list any more')
  })

  test('only looks where it is told to: nothing is written, and what has no number has none', async () => {
    expect((await listed('--look')).numbers).toEqual({ u1: null })
    expect(existsSync(inFolder('collection.json'))).toBe(false)
  })

  test('writes a table and a sheet, and never in the place of another file', async () => {
    const [csv, html] = [inFolder('list.csv'), inFolder('list.html')]
    expect((await scholion('checklist', folder, '--csv', csv, '--html', html)).code).toBe(0)
    expect(readFileSync(csv, 'utf8')).toContain('"exlude"')
    expect(readFileSync(html, 'utf8')).toContain('<mark>exlude</mark>')
    const before = readFileSync(inFolder('a.txt'), 'utf8')
    const { code, err } = await scholion('checklist', folder, '--csv', inFolder('a.txt'))
    expect([code, err]).toEqual([1, expect.stringContaining('stands there already')])
    expect(readFileSync(inFolder('a.txt'), 'utf8')).toBe(before)
  })

  test('names a letter that cannot be read, and lists the others', async () => {
    await listed()
    writeFileSync(inFolder('a.txt.tei.json'), '{')
    const { code, err, gone } = await listed()
    expect([code, gone]).toEqual([1, []])
    expect(err).toContain('a.txt: ')
  })

  test('touches nothing of a collection file that it cannot read, and says that the numbers are not kept', async () => {
    writeFileSync(inFolder('collection.json'), '{ "format": "other" }')
    const { numbers, err } = await listed()
    expect(numbers).toEqual({ u1: 1 })
    expect(err).toContain('The numbers could not be kept')
    expect(readFileSync(inFolder('collection.json'), 'utf8')).toBe('{ "format": "other" }')
  })

  test.each([[], ['a', 'b'], ['--loudly', '.']])('tells wrong usage apart: %s', async (...args) => {
    expect((await scholion('checklist', ...args)).code).toBe(2)
  })
})
