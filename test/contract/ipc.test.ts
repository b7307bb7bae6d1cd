import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import { openFolderHost } from '../../electron/host/folder-host.ts'
import { answerCalls, type Listens } from '../../electron/main/answer-calls.ts'
import { ORIGIN, type Sender } from '../../electron/main/trusted-sender.ts'
import { ipcTransport } from '../../renderer/host/ipc-transport.ts'
import { clientOf } from '../../shared/api/client.ts'
import { CALLS, type Host } from '../../shared/api/contract.ts'
import { type Bridge, CHANNELS, SHELL_CALLS, type Shell } from '../../shared/api/desktop.ts'
import { memoryHost } from '../../shared/api/memory-host.ts'
import { done } from '../../shared/model/result.ts'
import { contractSuite } from './contract-suite.ts'
import { folderDisk } from './folder-disk.ts'
import { makePlace, sha256, tagOf, value } from './letters.ts'

const OURS: Sender = { sender: { id: 1 }, senderFrame: { parent: null, origin: ORIGIN } }

const SHELL: Shell = {
  showMenus: async () => done(null),
  collections: async () => done({ open: true, recent: [] }),
  openFolder: async () => done({ opened: true }),
  openRecent: async () => done({ opened: true }),
  openSample: async () => done({ opened: true }),
  saveCopy: async () => done({ saved: null }),
  showEdition: async () => done(null),
  flushed: async () => done(null),
}

/** Both ends of the channel without Electron between them: what crosses is copied, as it is there. */
function pair(host: Host, sender: Sender = OURS) {
  const answers = new Map<string, (event: Sender, ...args: unknown[]) => Promise<unknown>>()
  const said: string[] = []
  const ipc: Listens = { handle: (channel, answer) => void answers.set(channel, answer) }
  const behind = (contents: number) => (contents === 1 ? { host, shell: SHELL } : null)
  const working = answerCalls(ipc, { behind, log: (line) => said.push(line) })
  const invoke = async (channel: string, ...args: unknown[]) => {
    const answer = await answers.get(channel)?.(sender, ...structuredClone(args))
    return structuredClone(answer) as Awaited<ReturnType<Host['list']>>
  }
  const bridge = {
    host: clientOf((name, ask) => invoke(CHANNELS.call, name, ask)),
    shell: SHELL,
    onChosen: () => {},
    onClosing: () => {},
  } satisfies Bridge
  return { client: clientOf(ipcTransport(bridge)), invoke, said, working, channels: [...answers.keys()] }
}

contractSuite('desktop', async () => {
  const place = await makePlace()
  const host = value(await openFolderHost(place))
  return {
    host: pair(host).client,
    disk: folderDisk(place.folder),
    close: async () => {
      await host.close()
      await place.remove()
    },
  }
})

const memory = () => memoryHost({ name: 'x', originals: [], disk: new Map(), sha256, now: () => '2026-11-21T09:00:00.000Z' })

describe('the channels of a desktop window', () => {
  it('are two, and no others', () => {
    expect(pair(memory()).channels.sort()).toEqual([CHANNELS.call, CHANNELS.shell].sort())
  })

  it.each([
    ['a frame that is gone', { ...OURS, senderFrame: null }],
    ['an inner frame', { ...OURS, senderFrame: { parent: {}, origin: ORIGIN } }],
    ['another page', { ...OURS, senderFrame: { parent: null, origin: 'https://example.org' } }],
    ['another page', { ...OURS, senderFrame: { parent: null, origin: 'null' } }],
    ['another page', { ...OURS, senderFrame: { parent: null, origin: `${ORIGIN}.example` } }],
    ['a window that Scholion did not open', { ...OURS, sender: { id: 2 } }],
  ])('do not listen to %s', async (who, sender) => {
    const { invoke, said } = pair(memory(), sender)
    for (const call of CALLS) expect(tagOf(await invoke(CHANNELS.call, call, {}))).toBe('bad-request')
    for (const call of SHELL_CALLS) expect(tagOf(await invoke(CHANNELS.shell, call, {}))).toBe('bad-request')
    expect(said).toHaveLength(CALLS.length + SHELL_CALLS.length)
    for (const line of said) expect(line).toContain(`from ${who}`)
  })

  it('answer with a Result, whatever comes', async () => {
    const { invoke } = pair(memory())
    const names = fc.oneof(fc.constantFrom(...CALLS.filter((call) => call !== 'watch'), ...SHELL_CALLS), fc.string())
    await fc.assert(
      fc.asyncProperty(fc.constantFrom(CHANNELS.call, CHANNELS.shell), names, fc.jsonValue(), async (channel, name, ask) => {
        const answer = await invoke(channel, name, ask)
        expect(typeof answer.ok).toBe('boolean')
        if (!answer.ok) expect(answer.fault.tag).not.toBe('bug')
      }),
    )
    for (const args of [[], [7, {}], ['list'], ['list', {}, {}], ['__proto__', {}], ['constructor', {}], ['close', {}]])
      expect(tagOf(await invoke(CHANNELS.call, ...args))).toBe('bad-request')
  })

  it('take no menu that could not be built', async () => {
    const { invoke } = pair(memory())
    const show = async (entry: unknown) =>
      tagOf(await invoke(CHANNELS.shell, 'showMenus', { menus: [{ label: 'Edit', entries: [entry] }] }))
    for (const key of ['Ctrl+Shift+P', 'F6', 'Shift+F6', 'Alt+ArrowUp', 'Ctrl+\\', 'Alt+PageDown', 'Ctrl+Enter', null])
      expect(await show({ id: 'x', label: 'x', key })).toBe('done')
    for (const key of ['', 'Ctrl+', '+', 'Hyper+A', 'Ctrl+Ctrl+Ctrl+Ctrl+A', 'é', 'F13', 'a'])
      expect(await show({ id: 'x', label: 'x', key })).toBe('bad-request')
    expect(await show({ id: 'x', label: 'x', key: null, role: 'quit' })).toBe('bad-request')
  })

  it('tell what they still work on, but for a watch, which waits by its nature', async () => {
    const host = { ...memory(), list: () => new Promise<never>(() => {}), watch: () => new Promise<never>(() => {}) }
    const { invoke, working } = pair(host)
    void invoke(CHANNELS.call, 'watch', { since: 0 })
    void invoke(CHANNELS.call, 'list', {})
    await invoke(CHANNELS.call, 'readSettings', {})
    expect(working.size).toBe(1)
  })
})
