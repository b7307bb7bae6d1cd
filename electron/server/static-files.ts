import { readdir, readFile } from 'node:fs/promises'
import { join } from 'node:path'

export interface StaticFile {
  readonly bytes: Buffer
  readonly type: string
}

const TYPES: Readonly<Record<string, string>> = {
  html: 'text/html; charset=utf-8',
  js: 'text/javascript; charset=utf-8',
  mjs: 'text/javascript; charset=utf-8',
  css: 'text/css; charset=utf-8',
  json: 'application/json; charset=utf-8',
  svg: 'image/svg+xml',
  png: 'image/png',
  ico: 'image/x-icon',
  woff2: 'font/woff2',
  woff: 'font/woff',
  txt: 'text/plain; charset=utf-8',
  aff: 'text/plain; charset=utf-8',
  dic: 'text/plain; charset=utf-8',
  wasm: 'application/wasm',
  gz: 'application/gzip',
}

/**
 * Reads the built page once, at the start: a map from address (`/assets/x.js`; the page itself is `/`) to bytes. Requests are looked up in
 * it, so no path is ever made of what a request says. Links and files of unknown kinds are left out. Throws where the page is not built.
 */
export async function readStaticFiles(webRoot: string): Promise<ReadonlyMap<string, StaticFile>> {
  const files = new Map<string, StaticFile>()
  await gather(webRoot, '/', files)
  const index = files.get('/index.html')
  if (!index) throw new Error(`The page is not built: ${webRoot} has no index.html. Run “npm run build” first.`)
  return files.set('/', index)
}

async function gather(folder: string, address: string, files: Map<string, StaticFile>): Promise<void> {
  const entries = await readdir(folder, { withFileTypes: true }).catch(() => [])
  for (const entry of entries) {
    const path = join(folder, entry.name)
    const type = TYPES[entry.name.split('.').at(-1)?.toLowerCase() ?? '']
    if (entry.isDirectory()) await gather(path, `${address}${encodeURIComponent(entry.name)}/`, files)
    else if (entry.isFile() && type)
      files.set(`${address}${encodeURIComponent(entry.name)}`, { bytes: await readFile(path), type })
  }
}
