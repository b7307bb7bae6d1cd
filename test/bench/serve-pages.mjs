// The pages under test, bundled into a temporary folder and served on this computer only.
import { mkdtempSync, readFileSync, rmSync } from 'node:fs'
import { createServer } from 'node:http'
import { tmpdir } from 'node:os'
import { extname, join, normalize } from 'node:path'

const TYPES = {
  '.html': 'text/html; charset=utf-8',
  '.js': 'text/javascript',
  '.css': 'text/css',
  '.woff2': 'font/woff2',
  '.woff': 'font/woff',
}
const PAGES = ['scholion', 'codemirror', 'contenteditable', 'long']

/** Builds the pages as production code, names kept for profiles; gives their address and a way to end. */
export async function servePages(root) {
  const vite = await import('vite')
  const source = join(root, 'test/bench/page')
  const folder = mkdtempSync(join(tmpdir(), 'scholion-bench-'))
  const remove = () => rmSync(folder, { recursive: true, force: true })
  try {
    await vite.build({
      configFile: false,
      root: source,
      base: './',
      logLevel: 'warn',
      worker: { format: 'es' },
      build: {
        outDir: folder,
        emptyOutDir: true,
        assetsInlineLimit: 0,
        target: 'chrome130',
        minify: false,
        modulePreload: { polyfill: false },
        rolldownOptions: { input: PAGES.map((page) => join(source, `${page}.html`)) },
      },
    })
  } catch (error) {
    remove()
    throw error
  }
  const server = createServer((request, response) => answer(folder, request, response))
  await new Promise((resume) => server.listen(0, '127.0.0.1', resume))
  return {
    address: `http://127.0.0.1:${server.address().port}`,
    close() {
      server.closeAllConnections()
      server.close()
      remove()
    },
  }
}

function answer(folder, request, response) {
  const path = normalize(decodeURIComponent(new URL(request.url, 'http://local').pathname))
  try {
    const body = readFileSync(join(folder, path))
    response.writeHead(200, { 'content-type': TYPES[extname(path)] ?? 'application/octet-stream' }).end(body)
  } catch {
    response.writeHead(404).end()
  }
}
