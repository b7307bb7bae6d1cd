import { resolve } from 'node:path'
import { parseRegisters } from '../../shared/format/registers.ts'
import { type Hand, LAYERS, type Layer } from '../../shared/model/hand.ts'
import { done } from '../../shared/model/result.ts'
import { MOST_HITS } from '../../shared/search/find-words.ts'
import { handCalled, type Query } from '../../shared/search/query.ts'
import { searchTranscript } from '../../shared/search/search-transcript.ts'
import { readArguments } from './arguments.ts'
import { type Command, DONE, SOME_FAILED, WRONG_USAGE } from './command.ts'
import { jsonHits, toldHits } from './hit-writer.ts'
import { readOrImport } from './read-or-import.ts'
import { withFolder } from './with-folder.ts'

interface Asked {
  readonly folder: string
  readonly query: Query
  /** As it was typed: the registers say whose it is. */
  readonly hand: string | null
  /** No more places than so many are listed. */
  readonly limit: number
}

/** Words over a whole collection, with page, layer and hand of each: the same as in the window. Each is written as it is found. */
export const search: Command = {
  name: 'search',
  usage: `DIR QUERY [--hand HAND] [--layer ${LAYERS.join('|')}] [--in text|notes] [--match-case] [--whole-words] [--exact] [--limit N|all] [--json]`,
  summary: `finds words in every document of a folder, over line ends too, with and without accents (--exact: as typed); HAND is an id, a badge or a name; ${MOST_HITS} places at most unless --limit says otherwise`,
  async run(args, streams) {
    const { err } = streams
    const asked = askedOf(args)
    if (typeof asked === 'string') {
      err(`scholion search: ${asked}\n`)
      return WRONG_USAGE
    }
    const writer = asked.json ? jsonHits(streams) : toldHits(streams)
    const failures: string[] = []
    const result = await withFolder(asked.folder, async (host) => {
      const listed = await host.list()
      if (!listed.ok) return listed
      const registers = listed.value.registers.text === null ? null : parseRegisters(listed.value.registers.text)
      let left = asked.limit
      let more = false
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
        // one more than may be listed tells whether there are more
        for (const hit of searchTranscript(read.value, query, left + 1)) {
          more = left === 0
          if (more) break
          writer.hit(entry.original, hit)
          left -= 1
        }
        if (more) break
        await streams.drained?.()
      }
      if (known) writer.end(more)
      return done({ known, more })
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
    if (result.value.more)
      err(`The first ${asked.limit} are listed, and looking ended there; --limit N lists more, --limit all every one.\n`)
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
    exact: { type: 'boolean' },
    limit: { type: 'string' },
  })
  if (typeof read === 'string') return read
  const [folder, words, ...more] = read.positionals
  if (folder === undefined || words === undefined || more.length > 0)
    return 'name one folder and what to look for (several words in quotes).'
  if (words.trim() === '') return 'there is nothing to look for.'
  const { hand, layer, in: where, limit } = read.values
  if (layer !== undefined && !(LAYERS as readonly unknown[]).includes(layer)) return `--layer takes ${LAYERS.join(', ')}.`
  if (where !== undefined && where !== 'text' && where !== 'notes') return '--in takes text or notes.'
  if (limit !== undefined && limit !== 'all' && !/^[1-9]\d{0,8}$/.test(String(limit)))
    return '--limit takes a number from 1, or all.'
  return {
    folder: resolve(folder),
    limit: limit === undefined ? MOST_HITS : limit === 'all' ? Number.POSITIVE_INFINITY : Number(limit),
    hand: typeof hand === 'string' ? hand : null,
    json: read.values.json === true,
    query: {
      words,
      matchCase: read.values['match-case'] === true,
      wholeWords: read.values['whole-words'] === true,
      exact: read.values.exact === true,
      where: where ?? 'all',
      ...(layer === undefined ? {} : { layer: layer as Layer }),
    },
  }
}
