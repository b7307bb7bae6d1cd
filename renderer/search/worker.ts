import { type Gathered, gather } from '../../shared/checklist/rows.ts'
import { parseTranscript } from '../../shared/format/parse.ts'
import { decode } from '../../shared/import/decode.ts'
import { importOriginal } from '../../shared/import/importers.ts'
import { done, failed, type Result } from '../../shared/model/result.ts'
import type { Transcript } from '../../shared/model/transcript.ts'
import { matchesIn } from '../../shared/search/find-words.ts'
import { patternOf } from '../../shared/search/pattern.ts'
import { type Index, indexOf, searchIndex } from '../../shared/search/search-transcript.ts'
import { decoder } from '../host/decoder.ts'
import type { Outcomes, Question, Reply, Source, Work } from './messages.ts'

// Searching in a thread of its own: it holds up no key, and an expression that does not come to an end can be stopped from outside.

const known = new Map<string, Index & { readonly gathered: Gathered }>()

addEventListener('message', ({ data }: MessageEvent<Question>) => {
  if (data.timed) postMessage({ n: data.n, begun: true } satisfies Reply)
  const result = answer(data)
  const reply: Reply = result.ok ? { n: data.n, value: result.value } : { n: data.n, sentence: result.fault.sentence }
  postMessage(reply)
})

function answer(work: Work): Result<Outcomes[keyof Outcomes]> {
  if (work.kind === 'match') return matchesIn(work.texts, work.query)
  if (work.kind === 'learn') {
    const read = transcriptOf(work.source)
    if (!read.ok) return read
    known.set(work.key, { ...indexOf(read.value), gathered: gather(read.value) })
    return done(null)
  }
  const index = known.get(work.key)
  if (work.kind === 'names')
    return index ? done({ mentions: index.mentions, people: index.people, names: index.names }) : notRead()
  if (work.kind === 'checklist') return index ? done(index.gathered) : notRead()
  const pattern = patternOf(work.query)
  if (!pattern.ok) return pattern
  return index ? done(searchIndex(index, work.query)) : notRead()
}

const notRead = () => failed('bug', 'This document was not read yet. Search once more.')

function transcriptOf(source: Source): Result<Transcript> {
  if ('transcript' in source) return parseTranscript(source.transcript)
  const bytes = Uint8Array.from(atob(source.base64), (sign) => sign.charCodeAt(0))
  const decoded = decode(bytes, decoder)
  if (!decoded.ok) return decoded
  const { why: _, sure: __, ...text } = decoded.value
  let count = 0
  // ids lead nowhere from here: a hit is found again by its place
  return importOriginal({ name: source.original, sha256: source.sha256, bytes: bytes.length, ...text }, () => `i${count++}`)
}
