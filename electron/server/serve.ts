import { randomBytes } from 'node:crypto'
import { realpath } from 'node:fs/promises'
import { createServer, type Server } from 'node:http'
import { collectionState } from '../host/collection-state.ts'
import { type FolderHost, openFolderHost } from '../host/folder-host.ts'
import { codeOf } from '../host/fs-port.ts'
import { SYSTEM_TOOLS } from '../host/system-tools.ts'
import { answer, mistake, type Served } from './answer.ts'
import { readPageState, writePageState } from './page-state.ts'
import { readStaticFiles } from './static-files.ts'
import { tokensOf } from './tokens.ts'

export interface ServePageOptions {
  readonly folder: string
  readonly stateDir: string
  /** The built page. */
  readonly webRoot: string
  /** Without it, the port of last time where it is free, else any. */
  readonly port?: number
  /** Where work is kept on folders that may not be written. */
  readonly mirrors?: string
  readonly version?: string
  readonly exportFolder?: string
}

export interface ServedPage {
  /** `http://127.0.0.1:PORT` */
  readonly origin: string
  /** Good for one page. */
  readonly secret: string
  /** The origin with the secret in its fragment, which browsers send nowhere. */
  readonly address: string
  /** The same with a secret of its own, good for one page too, and for five minutes. */
  anotherAddress(): string
  /** Settles when a browser has used the secret; it is good for nothing then. */
  readonly used: Promise<void>
  close(): Promise<void>
}

/**
 * Serves one collection as a page on this computer only. Rejects, with a sentence for the person, where the folder cannot be opened, the
 * page is not built, or the given port is taken. `close` lets calls under way finish.
 */
export async function servePage(options: ServePageOptions): Promise<ServedPage> {
  const { folder, stateDir, webRoot, mirrors, version, exportFolder } = options
  const files = await readStaticFiles(webRoot)
  const opened = await openFolderHost({
    folder,
    stateDir,
    kind: 'page',
    ...(mirrors === undefined ? {} : { mirrors }),
    ...(version === undefined ? {} : { version }),
    ...(exportFolder === undefined ? {} : { exportFolder }),
  })
  if (!opened.ok) throw new Error(opened.fault.sentence)
  const host = opened.value
  try {
    return await start(options, host, files)
  } catch (error) {
    await host.close()
    throw error
  }
}

async function start(options: ServePageOptions, host: FolderHost, files: Served['files']): Promise<ServedPage> {
  const state = collectionState(await realpath(options.stateDir), await realpath(options.folder)).page
  const earlier = await readPageState(SYSTEM_TOOLS, state)
  const server = createServer()
  // a slow sender must not hold a connection for ever
  server.headersTimeout = 10_000
  server.requestTimeout = 120_000
  // browsers close a connection that was idle for five minutes: where this side closes it first, what was sent at that moment is lost
  server.keepAliveTimeout = 600_000
  const port = await listen(server, options.port, earlier.port)
  const tokens = tokensOf({
    randomBytes,
    now: SYSTEM_TOOLS.now,
    sessions: earlier.sessions,
    keep: (sessions) => writePageState(SYSTEM_TOOLS, state, { port, sessions }),
  })
  const served: Served = {
    host,
    tokens,
    files,
    port,
    nonce: () => randomBytes(16).toString('base64'),
    report: (error) => process.stderr.write(`scholion: ${error instanceof Error ? error.stack : String(error)}\n`),
  }
  const working = attach(server, served)
  await writePageState(SYSTEM_TOOLS, state, { port, sessions: earlier.sessions })

  const origin = `http://127.0.0.1:${port}`
  const secret = tokens.secret(true)
  const addressWith = (one: string) => `${origin}/#secret=${one}`
  return {
    origin,
    secret,
    address: addressWith(secret),
    anotherAddress: () => addressWith(tokens.secret(false)),
    used: tokens.used,
    async close() {
      const closed = new Promise((resolve) => server.close(resolve))
      await host.close()
      await Promise.allSettled(working)
      server.closeAllConnections()
      await closed
    },
  }
}

// Gives back the answers under way, so that closing can wait for them.
function attach(server: Server, served: Served): ReadonlySet<Promise<void>> {
  const working = new Set<Promise<void>>()
  server.on('request', (request, response) => {
    const work = answer(served, request)
      .catch((error: unknown) => {
        served.report(error)
        return mistake()
      })
      .then(({ status, headers, body }) => {
        // what was not read of a refused request is not waited for
        const rest: Record<string, string> = request.complete ? {} : { connection: 'close' }
        response.writeHead(status, { ...headers, ...rest, 'content-length': String(body.length) })
        return new Promise<void>((resolve) => {
          // who left before the answer came is not waited for
          if (response.destroyed) return resolve()
          response.on('close', resolve)
          response.end(request.method === 'HEAD' ? undefined : body)
        })
      })
    working.add(work)
    work.finally(() => working.delete(work))
  })
  // nothing here speaks WebSocket
  server.on('upgrade', (_request, socket) => socket.end('HTTP/1.1 403 Forbidden\r\nConnection: close\r\n\r\n'))
  server.on('clientError', (_error, socket) => socket.end('HTTP/1.1 400 Bad Request\r\nConnection: close\r\n\r\n'))
  return working
}

async function listen(server: Server, asked: number | undefined, earlier: number | null): Promise<number> {
  if (asked !== undefined) {
    return listenOn(server, asked).catch((error: unknown) => {
      throw new Error(`Port ${asked} cannot be used (${codeOf(error) ?? 'no reason given'}). Choose another one, or none.`)
    })
  }
  if (earlier === null) return listenOn(server, 0)
  return listenOn(server, earlier).catch(() => listenOn(server, 0))
}

function listenOn(server: Server, port: number): Promise<number> {
  return new Promise((resolve, reject) => {
    server.once('error', reject)
    server.listen(port, '127.0.0.1', () => {
      server.off('error', reject)
      const address = server.address()
      if (typeof address === 'object' && address !== null) resolve(address.port)
      else reject(new Error('The server has no address.'))
    })
  })
}
