import { spawn } from 'node:child_process'
import { cpSync } from 'node:fs'
import { join } from 'node:path'
import { createInterface } from 'node:readline'
import { describe, expect, it } from 'vitest'
import { tempTree } from './temp-tree.ts'

const CHECKOUT = join(import.meta.dirname, '../..')

interface Run {
  readonly code: number | null
  readonly out: readonly string[]
  readonly err: string
}

/** Runs a program to its end; `onLine` sees each line of stdout and may end it. */
function run(
  program: string,
  args: readonly string[],
  cwd: string,
  onLine = (_line: string, _end: () => void) => {},
): Promise<Run> {
  return new Promise((settle, broken) => {
    const env = { ...process.env, SCHOLION_STATE_DIR: join(cwd, 'state'), SCHOLION_NO_OPEN: '1' }
    const child = spawn(program, args, { cwd, env, stdio: ['ignore', 'pipe', 'pipe'] })
    const out: string[] = []
    let err = ''
    createInterface({ input: child.stdout }).on('line', (line) => {
      out.push(line)
      onLine(line, () => child.kill('SIGINT'))
    })
    child.stderr.setEncoding('utf8').on('data', (text) => {
      err += text
    })
    child.once('error', broken)
    child.once('close', (code) => settle({ code, out, err }))
  })
}

function someLetters(): string {
  const cwd = tempTree()
  cpSync(join(CHECKOUT, 'test/support/collections/one-letter'), join(cwd, 'letters'), { recursive: true })
  return cwd
}

const interruptAtAddress = (line: string, end: () => void) => {
  if (line.startsWith('http://')) end()
}

describe('npm start', () => {
  it('serves a page that answers, says in one line why there is no window, prints the address last, and Ctrl+C is no failure', async () => {
    let status = 0
    const { code, out, err } = await run(
      process.execPath,
      [join(CHECKOUT, 'build/start.mjs'), 'letters'],
      someLetters(),
      async (line, end) => {
        status = (await fetch(new URL('/', line))).status
        end()
      },
    )
    expect(out).toEqual([expect.stringMatching(/^http:\/\/127\.0\.0\.1:\d+\/#secret=\S+$/)])
    expect(err.split('\n').filter((line) => line.includes('as a page'))).toHaveLength(1)
    expect(status).toBe(200)
    expect(code).toBe(0)
  })

  it('says in a sentence that there is no such folder', async () => {
    const { code, out, err } = await run(process.execPath, [join(CHECKOUT, 'build/start.mjs'), 'nothing-here'], tempTree())
    expect(code).toBe(1)
    expect(out).toEqual([])
    expect(err).toMatch(/folder/i)
    expect(err).not.toMatch(/\n\s+at /)
  })
})

describe('the command line in a checkout', () => {
  const npmRun = (cwd: string, args: readonly string[]) =>
    run('npm', ['--prefix', CHECKOUT, 'run', '--silent', 'scholion', '--', ...args], cwd)

  it('lists its commands, on stdout and with nothing else there', async () => {
    const { code, out } = await npmRun(tempTree(), ['--help'])
    expect(code).toBe(0)
    expect(out[0]).toBe('scholion COMMAND')
    expect(out.join('\n')).toMatch(/serve DIR/)
  })

  it('ends with 2 at a command that does not exist, and 1 where the work failed', async () => {
    expect(await npmRun(tempTree(), ['conjure'])).toMatchObject({ code: 2, out: [], err: expect.stringContaining('"conjure"') })
    expect((await npmRun(tempTree(), ['serve', 'nothing-here', '--no-open'])).code).toBe(1)
  })

  it('counts relative paths from where the person stands', async () => {
    const cwd = tempTree()
    const { err } = await npmRun(cwd, ['serve', 'nothing-here', '--no-open'])
    expect(err).toContain(join(cwd, 'nothing-here'))
  })

  it('serves until it is interrupted', async () => {
    const serve = [join(CHECKOUT, 'build/scholion.mjs'), 'serve', 'letters', '--port', '0', '--no-open']
    const { code, out } = await run(process.execPath, serve, someLetters(), interruptAtAddress)
    expect(code).toBe(0)
    expect(out).toHaveLength(1)
  })
})
