import { mkdir, writeFile } from 'node:fs/promises'
import { join } from 'node:path'
import { type ServedPage, servePage } from '../../electron/server/serve.ts'
import { httpTransport, type PageParts } from '../../renderer/host/http-transport.ts'
import type { Place } from './letters.ts'

/** Serves a place with a small page of its own. */
export async function servePlace(place: Place, port?: number): Promise<ServedPage> {
  const webRoot = join(place.root, 'web')
  await mkdir(join(webRoot, 'assets'), { recursive: true })
  await writeFile(join(webRoot, 'index.html'), '<!doctype html><html><head><title>Scholion</title></head><body></body></html>')
  await writeFile(join(webRoot, 'assets', 'main.js'), 'export {}\n')
  return servePage({ folder: place.folder, stateDir: place.stateDir, webRoot, ...(port === undefined ? {} : { port }) })
}

/** A browser's tab, as far as the transport sees it. Where the network lets a request not pass, it fails as a browser's does. */
export function openTab(address: string, kept = new Map<string, string>(), passes: (path: string) => boolean = () => true) {
  const url = new URL(address)
  const parts: PageParts = {
    location: url,
    history: {
      replaceState: (_data, _title, to) => {
        url.href = new URL(String(to), url.origin).href
      },
    },
    sessionStorage: { getItem: (key) => kept.get(key) ?? null, setItem: (key, text) => void kept.set(key, text) },
    fetch: (path, init) =>
      passes(path) ? fetch(new URL(path, url.origin), init) : Promise.reject(new TypeError('net::ERR_NETWORK_CHANGED')),
  }
  return { url, kept, ...httpTransport(parts) }
}
