import { parseRegisters } from '../../shared/format/registers.ts'
import { done } from '../../shared/model/result.ts'
import type { Transcript } from '../../shared/model/transcript.ts'
import type { Proposal, StretchProposal } from '../../shared/propose/proposal.ts'
import { proposalsOf } from '../../shared/propose/proposals.ts'
import { ROLES } from '../../shared/vocabulary/roles.ts'
import { UNUSED_REASONS } from '../../shared/vocabulary/unused.ts'
import { readArguments } from './arguments.ts'
import { type Command, DONE, SOME_FAILED, WRONG_USAGE } from './command.ts'
import { findDocument, placeOf } from './find-document.ts'
import { readOrImport } from './read-or-import.ts'
import { withFolder } from './with-folder.ts'

/** The structure that a machine transcript seems to have. Nothing is written. */
export const propose: Command = {
  name: 'propose',
  usage: 'FILE [--json]',
  summary: 'lists the structure it would propose for a machine transcript, each with what speaks for it; nothing is written',
  async run(args, { out, err }) {
    const read = readArguments(args)
    if (typeof read === 'string' || read.positionals.length !== 1) {
      err(`scholion propose: ${typeof read === 'string' ? read : 'name one file.'}\n`)
      return WRONG_USAGE
    }
    const file = read.positionals[0]!
    const { folder, name } = placeOf(file)
    const result = await withFolder(folder, async (host) => {
      const found = await findDocument(host, folder, name)
      if (!found.ok) return found
      const transcript = await readOrImport(host, found.value)
      if (!transcript.ok) return transcript
      const listed = await host.list()
      if (!listed.ok) return listed
      const { text } = listed.value.registers
      const registers = text === null ? null : parseRegisters(text)
      const own = transcript.value
      const register = registers?.ok ? registers.value : { hands: [], people: [], names: [] }
      const proposals = proposalsOf({
        originals: own.originals,
        hands: byId([...register.hands, ...own.hands]),
        people: byId([...register.people, ...own.people]),
        names: byId([...register.names, ...own.names]),
      })
      return done({ own, proposals })
    })
    if (!result.ok) {
      err(`${file}: ${result.fault.sentence}\n`)
      return SOME_FAILED
    }
    const { own, proposals } = result.value
    out(read.values.json ? `${JSON.stringify(rowsOf(own, proposals), null, 2)}\n` : told(own, proposals))
    return DONE
  },
}

const byId = <Entry extends { readonly id: string }>(entries: readonly Entry[]): readonly Entry[] => [
  ...new Map(entries.map((entry) => [entry.id, entry])).values(),
]

/** One row a stretch; what else is proposed stands with the stretch in which its words begin. */
function rowsOf(own: Transcript, proposals: readonly Proposal[]): readonly object[] {
  const stretches = proposals.filter((one): one is StretchProposal => one.kind === 'stretch')
  const others = proposals.filter((one) => one.kind !== 'stretch')
  const taken = new Map<StretchProposal, object[]>()
  for (const { source, ...other } of others) {
    const [original, start] = source[0]!
    const at = stretches.find((one) => one.source.some(([of, , end]) => of === original && start < end)) ?? stretches.at(-1)
    if (at) taken.set(at, [...(taken.get(at) ?? []), { ...other, source: source.map(([, from, to]) => [from, to]) }])
  }
  return stretches.map((one) => {
    const { kind: _, source, hand, setAside, number, ...row } = one
    return {
      file: own.originals[source[0]![0]]!.name,
      source: source.map(([, start, end]) => [start, end]),
      ...row,
      ...(hand === null ? {} : { hand }),
      ...(setAside === null ? {} : { setAside }),
      ...(number === null ? {} : { number }),
      ...(taken.has(one) ? { also: taken.get(one) } : {}),
    }
  })
}

function told(own: Transcript, proposals: readonly Proposal[]): string {
  return proposals
    .map((one) => {
      const words = one.source
        .map(([original, start, end]) => own.originals[original]!.text.slice(start, end))
        .join(' … ')
        .replace(/\s+/g, ' ')
      const short = words.length > 60 ? `${words.slice(0, 60)} …` : words
      return `${whatIs(one).padEnd(34)}  ${one.confidence.toFixed(2)}  “${short}”\n${' '.repeat(42)}${one.reason}\n`
    })
    .join('')
}

function whatIs(one: Proposal): string {
  switch (one.kind) {
    case 'stretch': {
      if (one.setAside !== null) return `set aside: ${UNUSED_REASONS[one.setAside]}`
      const role = one.role === null ? 'not known' : one.role === 'note' ? 'note' : ROLES[one.role].label
      return `${role}, ${one.layer}`
    }
    case 'turn':
      return one.decided ? 'page turns' : 'page turns, before or after'
    case 'order':
      return `pages read ${one.order.map((page) => page + 1).join(', ')}`
    case 'division':
      return `new paper${one.paperKind === null ? '' : `: ${one.paperKind}`}`
    case 'fact':
      return `${one.fact}: ${one.value}`
    case 'name':
      return 'name'
  }
}
