import { readFileSync } from 'node:fs'
import { join } from 'node:path'
import { setFlagsFromString } from 'node:v8'
import { runInNewContext } from 'node:vm'
import { readDictionaries } from '../../electron/host/dictionaries.ts'
import { doubtsOf } from '../../shared/doubt/doubts-of.ts'
import { makeSpeller } from '../../shared/text/dictionary/make-speller.ts'
import { fromMachine } from '../support/doubts.ts'

const LETTERS = [
  'richards-to-coles-1982-03-12',
  'bone-to-coles-1982-10-14',
  'palliser-to-coles-1982-06-01',
  'walden-to-alexander-1981-03-16',
]

const ROUNDS = 7

/** Milliseconds of processor time. */
async function timed<Value>(work: () => Value | Promise<Value>): Promise<readonly [ms: number, value: Value]> {
  const before = process.cpuUsage()
  const value = await work()
  const { user, system } = process.cpuUsage(before)
  return [(user + system) / 1000, value]
}

/** What the dictionaries of a language take, and then the doubts of 1,000 words that were never seen before. */
export async function measureDoubts(root: string) {
  setFlagsFromString('--expose-gc')
  const collect = runInNewContext('gc') as () => void
  const held = () => {
    collect()
    const { heapUsed, arrayBuffers } = process.memoryUsage()
    return (heapUsed + arrayBuffers) / 1e6
  }
  const texts = LETTERS.map((name) => readFileSync(join(root, 'corpus/prem19', `${name}.txt`), 'utf8'))
  const languages = []
  let english = null
  for (const language of ['en', 'fr']) {
    const before = held()
    const [load, speller] = await timed(async () => makeSpeller((await readDictionaries(language))!))
    languages.push({ language, load, megabytes: held() - before })
    english ??= speller
  }
  const papers = []
  for (const [at, text] of texts.entries()) {
    // every other one is badly misread: a letter in every tenth longer word
    const transcript = fromMachine(at % 2 === 0 ? text : misread(text))
    const words = text.match(/\S+/g)!.length
    const rounds = []
    let doubts = 0
    for (let round = 0; round < ROUNDS; round += 1) {
      // a speller that was asked nothing yet: what it remembers of a round before does not count
      const [ms, found] = await timed(() => doubtsOf(transcript, { spellers: { en: { ...english! } } }))
      rounds.push((ms / words) * 1000)
      doubts = found.length
    }
    papers.push({ words, doubts, first: rounds[0]!, perThousand: rounds.toSorted((a, b) => a - b)[Math.floor(ROUNDS / 2)]! })
  }
  return { languages, papers }
}

function misread(text: string): string {
  let word = 0
  return text.replace(/\p{Ll}{5,}/gu, (letters) => {
    word += 1
    return word % 10 === 0 ? letters.replace(/[nhec]/, (letter) => ({ n: 'u', h: 'b', e: 'c', c: 'e' })[letter]!) : letters
  })
}
