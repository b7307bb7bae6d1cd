import { collectionWords } from '../../shared/doubt/collection-words.ts'
import { doubtsOf } from '../../shared/doubt/doubts-of.ts'
import { languagesOf } from '../../shared/doubt/language.ts'
import { DoubtMemory } from '../../shared/doubt/memory.ts'
import { parseTranscript } from '../../shared/format/parse.ts'
import type { Transcript } from '../../shared/model/transcript.ts'
import type { Speller } from '../../shared/text/speller.ts'
import { fetchSpeller } from './fetch-dictionaries.ts'
import type { DoubtQuestion, DoubtReply, DoubtsTold, KnownWords } from './messages.ts'

// Looking for doubts in a thread of its own: neither the dictionary nor the rules hold up a key.

/** Nobody goes through more, and the window holds each. */
const MOST = 2000

/** A language whose dictionary cannot be read now is asked for again at the next question. */
const spellers = new Map<string, Speller | null>()
const others: Transcript[] = []
let last: { readonly document: string; readonly known: string; readonly collection: ReturnType<typeof collectionWords> } | null =
  null
let memory = new DoubtMemory()

let turn: Promise<unknown> = Promise.resolve()

addEventListener('message', ({ data }: MessageEvent<DoubtQuestion>) => {
  turn = turn.then(async () => {
    postMessage(await reply(data))
  })
})

async function reply(question: DoubtQuestion): Promise<DoubtReply> {
  const { n } = question
  if (question.kind === 'learn') {
    for (const text of question.texts) {
      const read = parseTranscript(text)
      if (read.ok) others.push(read.value)
    }
    last = null
    return { n, value: null }
  }
  const read = parseTranscript(question.text)
  if (!read.ok) return { n, sentence: read.fault.sentence }
  try {
    return { n, value: await doubtsIn(read.value, question.document, question.known) }
  } catch (error) {
    return { n, sentence: `The dictionary could not be read (${error instanceof Error ? error.message : String(error)}).` }
  }
}

async function doubtsIn(transcript: Transcript, document: string, known: KnownWords): Promise<DoubtsTold> {
  const languages = languagesOf(transcript)
  const fresh = languages.filter((language) => !spellers.has(language))
  for (const language of fresh) spellers.set(language, await fetchSpeller(language))
  const sign = JSON.stringify(known)
  if (fresh.length > 0 || last?.document !== document || last.known !== sign) {
    const { hands, people, names, words } = known
    const register: Transcript = { ...transcript, pages: [], hands, people, names }
    last = { document, known: sign, collection: collectionWords([register, ...others, transcript], words) }
    memory = new DoubtMemory()
  }
  const has = Object.fromEntries([...spellers].flatMap(([language, speller]) => (speller ? [[language, speller]] : [])))
  const settled = new Set(transcript.pages.flatMap(({ right = [] }) => right))
  const doubts = doubtsOf(transcript, { spellers: has, collection: last.collection, settled, memory })
  const without = languages.filter((language) => spellers.get(language) === null)
  return { doubts: doubts.slice(0, MOST), count: doubts.length, without }
}
