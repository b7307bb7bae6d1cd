/// <reference lib="webworker" />

import { revisionOf } from '../../../renderer/host/revision.ts'
import type { Call, Host } from '../../../shared/api/contract.ts'
import { dispatch } from '../../../shared/api/dispatch.ts'
import { transcriptNameOf } from '../../../shared/api/file-names.ts'
import { memoryHost } from '../../../shared/api/memory-host.ts'
import { serialise } from '../../../shared/format/serialise.ts'
import { LONG_TEXTS } from './long-texts.ts'
import { NOTE_EVERY, notedTranscript, ORIGINAL, SHA256 } from './noted.ts'

/** A host in a thread of its own, as the product's host is a process of its own: what crosses to it costs the page what it costs there. */
export interface Asked {
  readonly id: number
  readonly call: Call
  readonly ask: unknown
}

const [size = '', kind] = self.name.split(' ')
const words = Number(size)
const hashes = new Map<string, string>()
const MOST_TEXTS = 12
const starting = size in LONG_TEXTS ? startLong() : start()
let learnt: Promise<unknown> = starting

addEventListener('message', async ({ data }: MessageEvent<Asked>) => {
  // calls stay in order; one that waits for a change holds up none
  learnt = learnt.then(() => Promise.all(textsIn(data.ask).map(learn)))
  await learnt
  const answer = await dispatch(await starting, data.call, data.ask, (error) => console.error(error))
  postMessage({ id: data.id, answer })
})

async function start(): Promise<Host> {
  const transcript = notedTranscript(words, kind === 'full')
  const printed = serialise(transcript)
  for (const text of [ORIGINAL, printed]) await learn(text)
  const host = memoryHost({
    name: kind === 'full' ? `${words} words, fully annotated` : `${words} words, a note on every ${NOTE_EVERY}rd page`,
    originals: [{ name: ORIGINAL, sha256: SHA256, bytes: transcript.originals[0]?.bytes ?? 0, base64: '' }],
    disk: new Map([[transcriptNameOf(ORIGINAL), printed]]),
    sha256: hashOf,
    now: () => new Date().toISOString(),
  })
  await host.writeSettings({ settings: { editor: 'Bench' } })
  return host
}

/** A machine transcript that is long in one piece, not worked on yet, and one of three words. */
async function startLong(): Promise<Host> {
  const texts = { 'long.txt': LONG_TEXTS[size as keyof typeof LONG_TEXTS](Number(kind)), 'small.txt': 'Three words here' }
  const originals = Object.entries(texts).map(([name, text]) => ({
    name,
    sha256: SHA256,
    bytes: text.length,
    base64: btoa(text),
  }))
  for (const name of Object.keys(texts)) await learn(name)
  const now = () => new Date().toISOString()
  const host = memoryHost({ name: 'Long', originals, disk: new Map(), sha256: hashOf, now })
  await host.writeSettings({ settings: { editor: 'Bench' } })
  return host
}

/** WebCrypto answers later only, so each text is hashed before the host asks. */
async function learn(text: string): Promise<void> {
  const hash = await revisionOf(text)
  hashes.set(text, hash)
  // a host looks at what it holds and at what it is given
  for (const old of [...hashes.keys()].slice(2, -MOST_TEXTS)) hashes.delete(old)
}

function hashOf(text: string): string {
  const hash = hashes.get(text)
  if (hash === undefined) throw new Error('the host asks for the hash of a text that it was not given')
  return hash
}

function textsIn(ask: unknown): readonly string[] {
  const { text, record } = (ask ?? {}) as { readonly text?: unknown; readonly record?: { readonly text?: unknown } }
  return [text, record?.text].filter((one) => typeof one === 'string')
}
