import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import { standAt, standBeside } from '../../renderer/ui/beside.ts'

const WINDOW = { width: 1280, height: 720 }
const words = (left: number, top: number, width = 100, height = 20) => ({ left, top, right: left + width, bottom: top + height })

describe('a menu beside its words', () => {
  it('stands 8 px under them, from where they begin', () => {
    expect(standBeside(words(300, 200), { width: 280, height: 400 }, WINDOW)).toMatchObject({ left: 300, top: 228 })
  })

  it('stands 8 px above them where there is no room below, and stays beside them when it shrinks', () => {
    const { top, bottom } = standBeside(words(300, 600), { width: 280, height: 400 }, WINDOW)
    expect(top).toBeUndefined()
    expect(bottom).toBe(WINDOW.height - 600 + 8)
  })

  it('stands at the side of what fills the sheet', () => {
    const { left, top } = standBeside(words(250, 60, 500, 640), { width: 280, height: 400 }, WINDOW)
    expect([left, top]).toEqual([758, 60])
  })

  it('is always whole in the window, and never over its words where above, below or a side has room', () => {
    const size = fc.record({ width: fc.integer({ min: 200, max: 420 }), height: fc.integer({ min: 40, max: 2000 }) })
    const window = fc.record({ width: fc.integer({ min: 640, max: 2560 }), height: fc.integer({ min: 360, max: 1440 }) })
    const parts = fc.tuple(fc.double({ min: 0, max: 1, noNaN: true }), fc.double({ min: 0, max: 1, noNaN: true }))
    fc.assert(
      fc.property(size, window, parts, parts, (box, win, [x0, y0], [x1, y1]) => {
        const target = {
          left: Math.min(x0, x1) * win.width,
          right: Math.max(x0, x1) * win.width,
          top: Math.min(y0, y1) * win.height,
          bottom: Math.max(y0, y1) * win.height,
        }
        const { left, top, bottom, maxHeight } = standBeside(target, box, win)
        const height = Math.min(box.height, maxHeight)
        const upper = top ?? win.height - bottom! - height
        expect(left).toBeGreaterThanOrEqual(8)
        expect(left + box.width).toBeLessThanOrEqual(win.width - 8)
        expect(upper).toBeGreaterThanOrEqual(8)
        expect(upper + height).toBeLessThanOrEqual(win.height)
        // also when it grows, because what is typed is taken back
        expect((top ?? 8) + maxHeight).toBeLessThanOrEqual(win.height)
        const covers =
          upper < target.bottom && upper + height > target.top && left < target.right && left + box.width > target.left
        const hasRoom = Math.max(win.height - target.bottom, target.top) - 16 >= 160 || win.width - target.right - 16 >= box.width
        if (hasRoom) expect(covers).toBe(false)
      }),
    )
  })
})

describe('a menu where the mouse is', () => {
  it('is as high as it needs, with its corner there', () => {
    expect(standAt(words(300, 60, 0, 0), { width: 280, height: 610 }, WINDOW)).toEqual({ left: 300, top: 60, maxHeight: 652 })
  })

  it('is moved up and to the left where the window ends, and scrolls only where the window is lower than it', () => {
    const stand = standAt(words(1200, 600, 0, 0), { width: 280, height: 610 }, WINDOW)
    expect(stand).toEqual({ left: 992, top: 102, maxHeight: 610 })
    expect(standAt(words(10, 10, 0, 0), { width: 280, height: 900 }, WINDOW)).toEqual({ left: 10, top: 8, maxHeight: 704 })
  })
})
