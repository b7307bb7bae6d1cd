import { createHash } from 'node:crypto'
import type { Answer, Host } from '../../shared/api/contract.ts'
import { transcriptNameOf } from '../../shared/api/file-names.ts'
import { memoryHost } from '../../shared/api/memory-host.ts'
import { fault } from '../../shared/api/write-rules.ts'

export const LETTER = 'letter.txt'
export const FILE = transcriptNameOf(LETTER)

export const revisionOf = (text: string) => createHash('sha256').update(text).digest('hex')

/**
 * How a call goes wrong: it never arrives; it is done but the answer is lost; it waits until `release`; the disk answers with a fault; another
 * version stood there for that moment.
 */
export type Mood = 'well' | 'away' | 'answer-lost' | 'waits' | 'full' | 'late-error' | 'throws' | 'beaten'

/** A transcript file of one block, as the hosts see it. */
export function letter(words: string): string {
  const block = { type: 'block', id: 'b1', content: words === '' ? [] : [words] }
  return `${JSON.stringify({ originals: [{ name: LETTER, text: [] }], pages: [{ id: 'p1', content: [block] }] })}\n`
}

/** A host in memory over one letter whose calls go wrong as they are told. Every text that it was ever given is in `seen`. */
export function shakyHost() {
  const disk = new Map<string, string>()
  const inner = memoryHost({
    name: 'letters',
    originals: [{ name: LETTER, base64: '', bytes: 0, sha256: '0'.repeat(64) }],
    disk,
    sha256: revisionOf,
    now: () => '2026-11-21T00:00:00.000Z',
  })
  const moods: { save: Mood; copy: Mood; look: 'well' | 'away' } = { save: 'well', copy: 'well', look: 'well' }
  const saves: string[] = []
  const copies: Parameters<Host['writeJournal']>[0]['record'][] = []
  const drops: Parameters<Host['dropJournal']>[0][] = []
  const waiting: (() => void)[] = []

  async function under<Value>(mood: Mood, act: () => Promise<Answer<Value>>): Promise<Answer<Value>> {
    if (mood === 'away') return fault('unreachable', 'Nobody answers.')
    if (mood === 'full') return fault('full', 'The disk is full.')
    if (mood === 'beaten') return fault('conflict', 'Another version stands there.')
    if (mood === 'throws') throw new Error('the transport broke')
    if (mood === 'waits') await new Promise<void>((go) => waiting.push(go))
    const answer = await act()
    if (mood === 'answer-lost') return fault('unreachable', 'Nobody answers.')
    return mood === 'late-error' && answer.ok ? fault('not-durable', 'The disk reported an error.') : answer
  }

  const host: Host = {
    ...inner,
    writeTranscript: (ask) => {
      saves.push(ask.text)
      return under(moods.save, () => inner.writeTranscript(ask))
    },
    readTranscript: (ask) =>
      moods.save === 'away' || moods.look === 'away'
        ? Promise.resolve(fault('unreachable', 'Nobody answers.'))
        : inner.readTranscript(ask),
    writeJournal: (ask) => {
      copies.push(ask.record)
      return under(moods.copy, () => inner.writeJournal(ask))
    },
    dropJournal: (ask) => {
      drops.push(ask)
      return under(moods.copy, () => inner.dropJournal(ask))
    },
  }
  return {
    inner,
    host,
    disk,
    moods,
    saves,
    copies,
    drops,
    document: revisionOf(LETTER).slice(0, 16),
    release: () => {
      for (const go of waiting.splice(0)) go()
    },
    /** Of a sitting, or the newest. */
    journal: async (sitting?: string) => {
      const read = await inner.readJournals({ document: revisionOf(LETTER).slice(0, 16) })
      const journals = read.ok ? read.value.journals : []
      return journals.find((one) => sitting === undefined || one.sitting === sitting)?.record ?? null
    },
    history: async () => {
      const document = revisionOf(LETTER).slice(0, 16)
      const listed = await inner.listHistory({ document })
      if (!listed.ok) return []
      const texts = await Promise.all(listed.value.map(({ id }) => inner.readHistory({ document, entry: id })))
      return texts.map((text) => (text.ok ? text.value : ''))
    },
  }
}
