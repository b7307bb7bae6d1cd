/// <reference lib="webworker" />
import type { Call } from '../../../shared/api/contract.ts'
import { dispatch } from '../../../shared/api/dispatch.ts'
import { transcriptNameOf } from '../../../shared/api/file-names.ts'
import { memoryHost } from '../../../shared/api/memory-host.ts'
import { serialise } from '../../../shared/format/serialise.ts'
import { NOTE_EVERY, notedTranscript, ORIGINAL, SHA256 } from './noted.ts'

/** A host in a thread of its own, as the product's host is a process of its own: what crosses to it costs the page what it costs there. */
export interface Asked {
  readonly id: number
  readonly call: Call
  readonly ask: unknown
}

const [size, kind] = self.name.split(' ')
const words = Number(size)
const transcript = notedTranscript(words, kind === 'full')
const host = memoryHost({
  name: kind === 'full' ? `${words} words, fully annotated` : `${words} words, a note on every ${NOTE_EVERY}rd page`,
  originals: [{ name: ORIGINAL, sha256: SHA256, bytes: transcript.originals[0]?.bytes ?? 0, base64: '' }],
  disk: new Map([[transcriptNameOf(ORIGINAL), serialise(transcript)]]),
  sha256: quickHash,
  now: () => new Date().toISOString(),
})
void host.writeSettings({ settings: { editor: 'Bench' } })

addEventListener('message', async ({ data }: MessageEvent<Asked>) => {
  const answer = await dispatch(host, data.call, data.ask, (error) => console.error(error))
  postMessage({ id: data.id, answer })
})

/** No sha256, only something of its length that differs where texts differ. */
function quickHash(text: string): string {
  let [one, two] = [0x811c9dc5, 0x1b873593]
  for (let at = 0; at < text.length; at++) {
    one = Math.imul(one ^ text.charCodeAt(at), 0x01000193)
    two = Math.imul(two + text.charCodeAt(at), 0x85ebca6b) ^ (two >>> 13)
  }
  const hex = (value: number) => (value >>> 0).toString(16).padStart(8, '0')
  return (hex(one) + hex(two)).repeat(4)
}
