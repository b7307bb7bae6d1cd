import { mkdirSync, mkdtempSync, readdirSync, readFileSync, rmSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { afterEach, beforeEach, describe, expect, it } from 'vitest'
import { answerApp } from '../../electron/main/app-answer.ts'
import { askedFolder } from '../../electron/main/asked-folder.ts'
import { flush } from '../../electron/main/flush.ts'
import { keptFile } from '../../electron/main/kept-file.ts'
import { menuTemplate } from '../../electron/main/menu-template.ts'
import { RECENT, shownRecent, withOpened } from '../../electron/main/recent.ts'
import { copySample } from '../../electron/main/sample.ts'
import { placeOf } from '../../electron/main/window-place.ts'

describe('the place of a window', () => {
  const screens = [
    { x: 0, y: 0, width: 1920, height: 1040 },
    { x: 1920, y: 0, width: 1280, height: 1024 },
  ]
  const kept = { x: 2000, y: 100, width: 900, height: 700, maximised: false }

  it('is the one it had', () => {
    expect(placeOf(kept, screens)).toEqual({ x: 2000, y: 100, width: 900, height: 700 })
  })

  it('is the middle of a screen, where the one it stood on is gone', () => {
    expect(placeOf(kept, screens.slice(0, 1))).toEqual({ width: 900, height: 700 })
    expect(placeOf({ ...kept, y: -300 }, screens)).toEqual({ width: 900, height: 700 })
  })

  it('is never larger than the screen', () => {
    expect(placeOf({ ...kept, width: 5000, height: 5000 }, screens)).toEqual({ x: 2000, y: 100, width: 1280, height: 1024 })
    expect(placeOf(null, [{ x: 0, y: 0, width: 1024, height: 700 }])).toEqual({ width: 1024, height: 700 })
  })
})

describe('before a window closes', () => {
  const never = new Promise<never>(() => {})
  const at = (limits: number[]) => (milliseconds: number) => {
    limits.push(milliseconds)
    return Promise.resolve()
  }

  it('its page saves, and what could not be saved is told', async () => {
    let asked = 0
    const parts = { ask: () => void asked++, working: () => [], pause: () => never }
    expect(await flush({ ...parts, answered: Promise.resolve(null) })).toBeNull()
    expect(await flush({ ...parts, answered: Promise.resolve('The disk is full.') })).toBe('The disk is full.')
    expect(asked).toBe(2)
  })

  it('a page that is stuck is waited for three seconds', async () => {
    const limits: number[] = []
    expect(await flush({ ask: () => {}, answered: never, working: () => [], pause: at(limits) })).toBeNull()
    expect(limits).toEqual([3000])
  })

  it('a page that is at work has time again after each call, to save on or to say what could not be saved', async () => {
    let answer = (_: string) => {}
    const answered = new Promise<string>((resolve) => {
      answer = resolve
    })
    const calls = [[Promise.resolve()], [Promise.resolve()], []]
    let pauses = 0
    const pause = (milliseconds: number) => {
      if (milliseconds !== 3000) return never
      if (++pauses === 3) answer('The disk is full.')
      return new Promise(setImmediate)
    }
    expect(await flush({ ask: () => {}, answered, working: () => calls.shift() ?? [], pause })).toBe('The disk is full.')
  })

  it('what the page has handed over is written first, but a dead share is not waited for', async () => {
    let written = false
    let finish = () => {}
    const write = new Promise<void>((resolve) => {
      finish = () => {
        written = true
        resolve()
      }
    })
    const pause = (milliseconds: number) => (milliseconds === 3000 ? Promise.resolve(setImmediate(finish)) : never)
    await flush({ ask: () => {}, answered: never, working: () => (written ? [] : [write]), pause })
    expect(written).toBe(true)
    const limits: number[] = []
    await flush({ ask: () => {}, answered: never, working: () => [never], pause: at(limits) })
    expect(limits).toEqual([3000, 10_000])
  })
})

describe('the native menu', () => {
  const facts = { recent: [], isMac: false, choose: () => {}, openFolder: () => {}, openRecent: () => {} }
  const parts = [
    { label: 'Document', entries: [{ id: 'save', label: 'Save now', key: 'Ctrl+S' }] },
    { label: 'Edit', entries: [{ id: 'undo', label: 'Undo & more', key: 'Ctrl+Z' }] },
  ]
  const items = (menu: ReturnType<typeof menuTemplate>[number] | undefined) =>
    (menu?.submenu as { role?: string; label?: string; accelerator?: string; registerAccelerator?: boolean; type?: string }[]) ??
    []

  it('shows every key and listens to none of them: the page’s own keyboard acts', () => {
    const [document, edit] = menuTemplate({ ...facts, parts })
    expect(items(document).find(({ label }) => label === 'Save now')).toMatchObject({
      accelerator: 'CmdOrCtrl+S',
      registerAccelerator: false,
    })
    expect(items(edit)[0]?.label).toBe('Undo && more')
  })

  it('has what fields of text need, and neither begins nor ends with a line', () => {
    for (const shown of [parts, []]) {
      const menus = menuTemplate({ ...facts, parts: shown })
      const edit = menus.find(({ label }) => label === 'Edit')
      expect(items(edit).map(({ role }) => role)).toEqual(expect.arrayContaining(['cut', 'copy', 'paste', 'selectAll']))
      for (const menu of menus) {
        expect(items(menu).at(0)?.type).not.toBe('separator')
        expect(items(menu).at(-1)?.type).not.toBe('separator')
      }
    }
  })

  it('tells which command was chosen', () => {
    const chosen: string[] = []
    const [document] = menuTemplate({ ...facts, parts, choose: (id) => chosen.push(id) })
    for (const item of items(document) as { id?: string; click?: () => void }[]) if (item.id) item.click?.()
    expect(chosen).toEqual(['save'])
  })
})

describe('an address of the app', () => {
  const files = new Map([
    ['/assets/main.js', { bytes: Buffer.from('1'), type: 'text/javascript' }],
    ['/', { bytes: Buffer.from('<head></head>'), type: 'text/html' }],
  ])
  const ask = (url: string, method = 'GET') => answerApp(files, { url, method })

  it('gives a built file, and the page with a nonce that is never the same', async () => {
    const pages = await Promise.all([ask('app://scholion/'), ask('app://scholion/?x=1#y')].map((answer) => answer.text()))
    expect(pages[0]).toMatch(/nonce="[^"]{20,}"/)
    expect(pages[0]).not.toBe(pages[1])
    expect(ask('app://scholion/assets/main.js').headers.get('content-type')).toBe('text/javascript')
    expect(ask('app://scholion/').headers.get('content-security-policy')).toMatch(/style-src 'self' 'nonce-/)
  })

  it('gives nothing else, however it is written', () => {
    for (const url of [
      'app://scholion/assets/',
      'app://scholion/assets/../main.js',
      'app://scholion/%2e%2e/main.js',
      'app://scholion//etc/passwd',
      'app://scholion/assets%2fmain.js',
      'app://elsewhere/assets/main.js',
      'app://scholion:80/assets/main.js',
      'file:///assets/main.js',
    ])
      expect(ask(url).status, url).toBe(404)
    expect(ask('app://scholion/', 'POST').status).toBe(404)
  })
})

describe('what the desktop app keeps', () => {
  let temp: string
  beforeEach(() => {
    temp = mkdtempSync(join(tmpdir(), 'scholion-desktop-'))
  })
  afterEach(() => rmSync(temp, { recursive: true, force: true }))

  it('is read again, and is nothing where it cannot be read', async () => {
    const file = keptFile(join(temp, 'new'), 'recent.json', RECENT)
    expect(await file.read()).toBeNull()
    await Promise.all([file.write(['/a']), file.write(['/b', '/a'])])
    expect(await file.read()).toEqual(['/b', '/a'])
    for (const text of ['', '{', '{"a":1}', '[7]']) {
      writeFileSync(join(temp, 'new/recent.json'), text)
      expect(await file.read()).toBeNull()
    }
  })

  it('names the last ten collections, the newest first, each once', () => {
    const opened = Array.from({ length: 12 }, (_, n) => `/${n}`).reduce<readonly string[]>(withOpened, [])
    expect(opened).toHaveLength(10)
    expect(withOpened(opened, '/5').slice(0, 2)).toEqual(['/5', '/11'])
    expect(JSON.stringify(shownRecent('/home/somebody/PREM 19'))).not.toContain('somebody')
  })

  it('copies the sample into the documents once, and never over what stands there', async () => {
    mkdirSync(join(temp, 'sample'))
    writeFileSync(join(temp, 'sample/letter.txt'), 'words', { mode: 0o444 })
    const copied = await copySample(join(temp, 'sample'), join(temp, 'documents'))
    expect(copied).toEqual({ ok: true, value: join(temp, 'documents', 'Scholion sample') })
    const letter = join(temp, 'documents/Scholion sample/letter.txt')
    expect(readFileSync(letter, 'utf8')).toBe('words')
    rmSync(letter)
    writeFileSync(letter, 'mine')
    expect((await copySample(join(temp, 'sample'), join(temp, 'documents'))).ok).toBe(true)
    expect(readFileSync(letter, 'utf8')).toBe('mine')
    expect(readdirSync(join(temp, 'documents'))).toEqual(['Scholion sample'])
    expect(await copySample(join(temp, 'nowhere'), join(temp, 'other'))).toMatchObject({ ok: false, fault: { tag: 'missing' } })
  })
})

describe('the folder that was asked for', () => {
  it('stands after the app’s own, or first where the app is packed', () => {
    expect(askedFolder(['electron', '--inspect=0', '/app', 'letters'], '/home', false)).toBe('/home/letters')
    expect(askedFolder(['electron', '/app', '--disable-gpu'], '/home', false)).toBeNull()
    expect(askedFolder(['/opt/scholion', '/letters'], '/home', true)).toBe('/letters')
    expect(askedFolder(['/opt/scholion'], '/home', true)).toBeNull()
  })
})
