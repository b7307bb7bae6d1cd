import { afterEach, beforeEach, describe, expect, test, vi } from 'vitest'
import { tagElsewhere } from '../../renderer/features/tag-alike/tag-elsewhere.ts'
import type { AppState } from '../../renderer/state/app-state.ts'
import type { Host } from '../../shared/api/contract.ts'
import { transcriptNameOf } from '../../shared/api/file-names.ts'
import { memoryHost } from '../../shared/api/memory-host.ts'
import { parseTranscript } from '../../shared/format/parse.ts'
import { serialise } from '../../shared/format/serialise.ts'
import { toDocument } from '../../shared/schema/document.ts'
import { alikeIn } from '../../shared/search/alike.ts'
import { block, letter, page } from '../shared/export-letter.ts'
import { revisionOf } from '../support/shaky-host.ts'

const NAME = 'letter.txt'
const FILE = transcriptNameOf(NAME)
const whole = letter([page([block('paragraph', 'Mr Buckley came. Then Mr Buckley left.')])])
const TEXT = serialise(whole)
const TAGGING = { type: 'persName', words: 'Mr Buckley', entry: null } as const

let disk: Map<string, string>
let host: Host
beforeEach(() => {
  // one window alone: what its tabs say to each other is tried in a browser
  vi.stubGlobal('navigator', {})
  disk = new Map([[FILE, TEXT]])
  const originals = [{ name: NAME, base64: '', bytes: 0, sha256: 'a'.repeat(64) }]
  host = memoryHost({ name: 'letters', originals, disk, sha256: revisionOf, now: () => '2026-11-21T00:00:00.000Z' })
})
afterEach(() => vi.unstubAllGlobals())

async function tag(through: Host = host) {
  const listed = await host.list()
  if (!listed.ok) throw new Error(listed.fault.sentence)
  let ids = 0
  const newId = () => {
    ids += 1
    return `n${ids}`
  }
  const app = { host: through, newId, collection: { get: () => ({ name: 'letters' }) }, editor: { get: () => 'Ruth' } }
  const places = alikeIn(toDocument(whole), TAGGING.words, TAGGING.type, whole.hands)
  expect(places).toHaveLength(2)
  return tagElsewhere(app as unknown as AppState, listed.value.documents[0]!, TAGGING, places)
}
const sentence = async (through?: Host) => {
  const tagged = await tag(through)
  return tagged.ok ? 'tagged' : tagged.fault.sentence
}
const id = async () => {
  const listed = await host.list()
  return (listed.ok && listed.value.documents[0]!.id) || ''
}

describe('the same words in a letter that is not open', () => {
  test('are tagged through its file, which says who did it and nothing else than before', async () => {
    expect((await tag()).ok).toBe(true)
    const now = parseTranscript(disk.get(FILE)!)
    if (!now.ok) throw new Error(now.fault.sentence)
    expect(disk.get(FILE)!.match(/"persName"/g)).toHaveLength(2)
    expect(now.value.revisions.at(-1)).toMatchObject({ who: 'Ruth', what: 'tagged alike' })
    expect(toDocument(now.value).textContent).toBe(toDocument(whole).textContent)
  })

  test('are left while somebody has the letter open, who is named', async () => {
    await host.present({ sitting: 'another', document: await id(), who: 'Anna' })
    expect(await sentence()).toBe('Anna has it open')
    expect(disk.get(FILE)).toBe(TEXT)
  })

  test('are left while unsaved work on the letter waits for a decision', async () => {
    const record = { version: 1, base: null, text: TEXT } as const
    await host.writeJournal({ document: await id(), sitting: 'another', record })
    expect(await sentence()).toBe('work on it that was not saved waits for a decision')
    expect(disk.get(FILE)).toBe(TEXT)
  })

  test('are left where the letter may not be written', async () => {
    const locked: Host = {
      ...host,
      readTranscript: async (ask) => {
        const read = await host.readTranscript(ask)
        return read.ok ? { ok: true, value: { ...read.value, readOnly: 'The folder may not be written.' } } : read
      },
    }
    expect(await sentence(locked)).toBe('The folder may not be written.')
    expect(disk.get(FILE)).toBe(TEXT)
  })

  test('are left, all of them, where the letter was changed after they were looked at', async () => {
    const changed = serialise(letter([page([block('paragraph', 'Then Mr Buckley left.')])]))
    disk.set(FILE, changed)
    expect(await sentence()).toBe('it was changed meanwhile')
    expect(disk.get(FILE)).toBe(changed)
  })

  test('are left where it changes in the very moment', async () => {
    const changed = TEXT.replace('came', 'wept')
    const racing: Host = {
      ...host,
      writeTranscript: (ask) => {
        disk.set(FILE, changed)
        return host.writeTranscript(ask)
      },
    }
    expect(await sentence(racing)).not.toBe('tagged')
    expect(disk.get(FILE)).toBe(changed)
  })
})
