import { mkdtempSync, rmSync, writeFileSync } from 'node:fs'
import { createServer, type Server } from 'node:net'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { afterEach, beforeEach, describe, expect, it } from 'vitest'
import { fetchElectron } from '../../electron/launch/fetch-electron.ts'
import { follow, NOTHING_SEEN } from '../../electron/launch/patience.ts'

const REPORTER = join(import.meta.dirname, '../../electron/launch/report-download.mjs')
// The process that downloads must come up and report four times a second, on a busy machine too.
const SHORT = 1_500
const NEVER = 50_000

describe('downloading Electron', () => {
  let folder: string
  let server: Server | undefined
  let shown: string
  beforeEach(() => {
    folder = mkdtempSync(join(tmpdir(), 'scholion-fetch-'))
    shown = ''
  })
  afterEach(() => {
    server?.close()
    server = undefined
    rmSync(folder, { recursive: true, force: true })
  })

  const fetchWith = (script: string, limits: { connectMs: number; silenceMs: number }, progress?: (bytes: number) => void) => {
    const installer = join(folder, 'install.cjs')
    writeFileSync(installer, script)
    const show = (text: string) => {
      shown += text
    }
    return fetchElectron({ installer, reporter: REPORTER, ...limits, show, ...(progress ? { progress } : {}) })
  }
  const serve = (onConnection: (socket: import('node:net').Socket) => void) =>
    new Promise<number>((ready) => {
      server = createServer(onConnection)
      server.listen(0, '127.0.0.1', () => ready((server!.address() as { port: number }).port))
    })

  it('succeeds when the installer does, and shows what it prints', async () => {
    const result = await fetchWith('console.log("unpacked")', { connectMs: NEVER, silenceMs: NEVER })
    expect(result.ok).toBe(true)
    expect(shown).toContain('unpacked')
  })

  it('tells that the installer failed, and shows why', async () => {
    const result = await fetchWith('console.error("getaddrinfo ENOTFOUND"); process.exit(3)', {
      connectMs: NEVER,
      silenceMs: NEVER,
    })
    expect(result).toMatchObject({ ok: false, fault: { tag: 'failed', sentence: 'its installer ended with 3' } })
    expect(shown).toContain('ENOTFOUND')
  })

  it('gives up where no connection comes about', async () => {
    const result = await fetchWith('setInterval(() => {}, 1000)', { connectMs: SHORT, silenceMs: NEVER })
    expect(result).toMatchObject({ ok: false, fault: { tag: 'no-connection', sentence: 'no connection within 1.5 s' } })
  })

  it('gives up where the bytes stop', async () => {
    const port = await serve((socket) => {
      socket.on('error', () => {})
      socket.write('some')
    })
    const told: number[] = []
    const script = `require('node:net').connect(${port}, '127.0.0.1').resume()`
    const result = await fetchWith(script, { connectMs: NEVER, silenceMs: SHORT }, (bytes) => told.push(bytes))
    expect(result).toMatchObject({ ok: false, fault: { tag: 'stalled' } })
    expect(told).toEqual([4])
  })

  it('is patient while bytes come, or while it unpacks, and knows a connection that brings nothing', () => {
    const idle = { connected: false, bytes: 0, busy: false }
    const up = { connected: true, bytes: 0 }
    expect(follow(NOTHING_SEEN, idle)).toEqual({ seen: NOTHING_SEEN, isAlive: false })
    expect(follow(NOTHING_SEEN, { ...idle, busy: true })).toEqual({ seen: NOTHING_SEEN, isAlive: true })
    expect(follow(NOTHING_SEEN, { ...idle, connected: true })).toEqual({ seen: up, isAlive: true })
    expect(follow(up, { ...idle, connected: true })).toEqual({ seen: up, isAlive: false })
    expect(follow(up, { ...idle, bytes: 9 })).toEqual({ seen: { connected: true, bytes: 9 }, isAlive: true })
    expect(follow({ connected: true, bytes: 9 }, { ...idle, bytes: 9 }).isAlive).toBe(false)
  })

  it('sees the bytes of fetch, which Electron downloads with', async () => {
    const port = await serve((socket) => {
      socket.on('error', () => {})
      socket.write('HTTP/1.1 200 OK\r\nContent-Length: 1000\r\n\r\n0123456789')
    })
    const result = await fetchWith(`fetch('http://127.0.0.1:${port}/').then((r) => r.text())`, {
      connectMs: NEVER,
      silenceMs: SHORT,
    })
    expect(result).toMatchObject({ ok: false, fault: { tag: 'stalled' } })
  })
})
