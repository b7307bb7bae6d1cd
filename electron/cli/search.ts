import { resolve } from 'node:path'
import { parseRegisters } from '../../shared/format/registers.ts'
import { type Hand, LAYERS, type Layer } from '../../shared/model/hand.ts'
import { done } from '../../shared/model/result.ts'
import { handCalled, type Query } from '../../shared/search/query.ts'
import { searchTranscript } from '../../shared/search/search-transcript.ts'
import type { ToldHit } from '../../shared/search/tell-hits.ts'
import { readArguments } from './arguments.ts'
import { type Command, DONE, SOME_FAILED, WRONG_USAGE } from './command.ts'
import { readOrImport } from './read-or-import.ts'
import { withFolder } from './with-folder.ts'

interface Asked {
  readonly folder: string
  readonly query: Query
  /** As it was typed: the registers say whose it is. */
  readonly hand: string | null
}

interface Found extends ToldHit {
  readonly document: string
}

/** Words over a whole collection, with page, layer and hand of each: the same as in the window. */
export const search: Command = {
  name: 'search',
  usage: `DIR QUERY [--hand HAND] [--layer ${LAYERS.join('|')}] [--in text|notes] [--match-case] [--whole-words] [--json]`,
  summary: 'finds words in every document of a folder, over line ends too; HAND is an id, a badge or a name',
  async run(args, { out, err }) {
    const asked = askedOf(args)
    if (typeof asked === 'string') {
      err(`scholion search: ${asked}\n`)
      return WRONG_USAGE
    }
    const failures: string[] = []
    const result = await withFolder(asked.folder, async (host) => {
      const listed = await host.list()
      if (!listed.ok) return listed
      const registers = listed.value.registers.text === null ? null : parseRegisters(listed.value.registers.text)
      const hits: Found[] = []
      let known = asked.hand === null
      for (const entry of listed.value.documents) {
        const read = await readOrImport(host, entry)
        if (!read.ok) {
          failures.push(`${entry.original}: ${read.fault.sentence}\n`)
          continue
        }
        const hands = [...(registers?.ok ? registers.value.hands : []), ...read.value.hands]
        const hand = asked.hand === null ? null : handCalled(unique(hands), asked.hand)
        known ||= hand !== null
        if (asked.hand !== null && hand === null) continue
        const query = hand === null ? asked.query : { ...asked.query, hand: hand.id }
        for (const hit of searchTranscript(read.value, query)) hits.push({ document: entry.original, ...hit })
      }
      return done({ hits, known })
    })
    if (!result.ok) {
      err(`scholion search: ${result.fault.sentence}\n`)
      return SOME_FAILED
    }
    if (!result.value.known) {
      err(
        `scholion search: no hand of this collection, or more than one, is called “${asked.hand}”; “scholion stats DIR --json” names the hands of its notes.\n`,
      )
      return WRONG_USAGE
    }
    const { hits } = result.value
    out(asked.json ? `${JSON.stringify({ hits: hits.map(plain) }, null, 2)}\n` : told(hits))
    failures.forEach(err)
    return failures.length > 0 ? SOME_FAILED : DONE
  },
}

const unique = (hands: readonly Hand[]) => [...new Map(hands.map((hand) => [hand.id, hand])).values()]

function askedOf(args: readonly string[]): (Asked & { readonly json: boolean }) | string {
  const read = readArguments(args, {
    hand: { type: 'string' },
    layer: { type: 'string' },
    in: { type: 'string' },
    'match-case': { type: 'boolean' },
    'whole-words': { type: 'boolean' },
  })
  if (typeof read === 'string') return read
  const [folder, words, ...more] = read.positionals
  if (folder === undefined || words === undefined || more.length > 0)
    return 'name one folder and what to look for (several words in quotes).'
  if (words.trim() === '') return 'there is nothing to look for.'
  const { hand, layer, in: where } = read.values
  if (layer !== undefined && !(LAYERS as readonly unknown[]).includes(layer)) return `--layer takes ${LAYERS.join(', ')}.`
  if (where !== undefined && where !== 'text' && where !== 'notes') return '--in takes text or notes.'
  return {
    folder: resolve(folder),
    hand: typeof hand === 'string' ? hand : null,
    json: read.values.json === true,
    query: {
      words,
      matchCase: read.values['match-case'] === true,
      wholeWords: read.values['whole-words'] === true,
      where: where ?? 'all',
      ...(layer === undefined ? {} : { layer: layer as Layer }),
    },
  }
}

const plain = ({ document, page, kind, layer, hand, before, words, after }: Found) => ({
  document,
  page,
  layer,
  hand,
  kind,
  snippet: before + words + after,
  before,
  words,
  after,
})

function told(hits: readonly Found[]): string {
  if (hits.length === 0) return 'Nothing was found.\n'
  const lines = hits.map(({ document, page, kind, layer, handName, before, words, after }) => {
    const by = layer === null ? (kind === 'query' ? 'query' : 'editor’s note') : `${layer}, hand ${handName ?? 'not stated'}`
    return `${document}, page ${page}, ${kind === 'note' ? 'note, ' : ''}${by}: ${before}[${words}]${after}`
  })
  const documents = new Set(hits.map(({ document }) => document)).size
  const many = hits.length === 1 ? 'One place' : `${hits.length} places`
  return `${lines.join('\n')}\n\n${many} in ${documents === 1 ? 'one document' : `${documents} documents`}.\n`
}
