import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import { linesOf, offsetsOf, pathOf } from '../../renderer/editor/pen-paths.ts'

const line = (at: number) => ({ top: at * 24 + 3, bottom: at * 24 + 21 })

describe('a pen mark beside lines', () => {
  it('is one stroke for lines that follow one another, over the end of a paragraph too', () => {
    expect(linesOf([line(0), line(1), { top: 24 * 2 + 12, bottom: 24 * 2 + 30 }], 16)).toEqual([{ top: 3, bottom: 78 }])
  })

  it('is a stroke for each piece of a passage in pieces', () => {
    expect(linesOf([line(5), line(0)], 16)).toEqual([line(0), line(5)])
    expect(linesOf([], 16)).toEqual([])
  })

  it('stands beside another one at the same lines, and close to the text where there is none', () => {
    const pen = { kind: 'sideline', count: 2, side: 'left' } as const
    const [first, second, other, below] = offsetsOf([
      { ...pen, top: 0, bottom: 50 },
      { ...pen, top: 40, bottom: 90 },
      { ...pen, side: 'right', top: 0, bottom: 90 },
      { ...pen, top: 95, bottom: 120 },
    ])
    expect(second).toBeGreaterThan(first! + 3)
    expect([other, below]).toEqual([first, first])
  })

  it('is drawn as often as it was written, outside the text, and a sideline as long as its lines', () => {
    const kinds = fc.constantFrom('sideline', 'arrow', 'tick', 'cross' as const)
    const sides = fc.constantFrom('left', 'right' as const)
    fc.assert(
      fc.property(
        kinds,
        fc.integer({ min: 1, max: 3 }),
        sides,
        fc.integer({ min: 18, max: 900 }),
        (kind, count, side, height) => {
          const path = pathOf({ kind, count, side } as Parameters<typeof pathOf>[0], 5, height, 16)
          const moves = path.match(/M/g)!.length
          expect(moves).toBe(kind === 'sideline' || kind === 'tick' ? count : 2 * count)
          for (const [, x] of path.matchAll(/[MLH](-?[\d.]+)/g))
            expect(Number(x) * (side === 'left' ? -1 : 1)).toBeGreaterThanOrEqual(5)
          if (kind === 'sideline') expect(path.match(new RegExp(`V${height}`, 'g'))).toHaveLength(count)
        },
      ),
    )
  })
})
