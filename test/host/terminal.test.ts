import { PassThrough } from 'node:stream'
import { setImmediate } from 'node:timers/promises'
import { describe, expect, it } from 'vitest'
import { terminalOf } from '../../electron/launch/terminal.ts'

/** A terminal that somebody types at, and a shell that puts the program in front and behind. */
function atTerminal(isTTY = true) {
  const input = Object.assign(new PassThrough(), { isTTY })
  let front = true
  let goOn = () => {}
  const terminal = terminalOf({
    // a stream that says it is a terminal is all of it that is used
    input: input as never,
    isInFront: () => front,
    onGoingOn: (then) => {
      goOn = then
      return () => {
        goOn = () => {}
      }
    },
  })
  return {
    input,
    terminal,
    put(where: 'front' | 'background') {
      front = where === 'front'
      goOn()
    },
  }
}

describe('Enter in the terminal', () => {
  it('is told once for each line, until nobody listens any more', async () => {
    const { input, terminal } = atTerminal()
    let told = 0
    const deaf = terminal!.onEnter(() => told++)
    input.write('\n')
    input.write('what now?\n\n')
    await setImmediate()
    expect(told).toBe(3)
    deaf()
    input.write('\n')
    await setImmediate()
    expect(told).toBe(3)
    expect(input.isPaused()).toBe(true)
  })

  it('is never read in the background, where to read would stop the program, and again when it comes to the front', async () => {
    const { input, terminal, put } = atTerminal()
    let told = 0
    put('background')
    terminal!.onEnter(() => told++)
    await setImmediate()
    expect(input.isPaused()).toBe(true)
    put('front')
    input.write('\n')
    await setImmediate()
    expect(told).toBe(1)
    put('background')
    expect(input.isPaused()).toBe(true)
  })

  it('is not waited for where the input is a file or a pipe: it is meant for somebody else', () => {
    expect(atTerminal(false).terminal).toBeNull()
  })

  it('is given up without a word where the terminal was closed', () => {
    const { input, terminal } = atTerminal()
    terminal!.onEnter(() => {})
    input.emit('error', new Error('EIO'))
    expect(input.isPaused()).toBe(true)
  })
})
