import { useEffect, useMemo, useState } from 'react'
import type { DocumentEntry } from '../../../shared/api/contract.ts'
import { mentionsIn } from '../../../shared/search/mentions.ts'
import { type MentionsOf, type Registered, registerOf } from '../../../shared/search/register.ts'
import type { Names } from '../../search/messages.ts'
import type { Workbench } from '../../state/app-state.ts'
import { inLanes, LANES } from '../../state/collection-reader.ts'
import { useBench } from '../../state/context.ts'
import type { Desk } from '../../state/open-document.ts'
import { observable, useObservable } from '../../ui/observable.ts'

export interface RegisterView {
  readonly rows: readonly Registered<DocumentEntry>[]
  /** How many other documents were read, and are to be; null where only the one on the desk is asked about. */
  readonly progress: { readonly read: number; readonly of: number; readonly failed: number } | null
}

interface Gathered {
  readonly found: ReadonlyMap<string, Names>
  readonly read: number
  readonly failed: number
}

const NONE: Gathered = { found: new Map(), read: 0, failed: 0 }
const NEVER = observable(0)

/** The registers with every place that names an entry: in the open document as it stands, and in the others where they are asked for. */
export function useRegister(everywhere: boolean): RegisterView {
  const bench = useBench()
  const desk = useObservable(bench.desk)
  const registers = useObservable(bench.registers)
  const collection = useObservable(bench.collection)
  const tick = useObservable(desk?.tick ?? NEVER)
  const gone = useObservable(desk?.retired ?? NOBODY)
  const [gathered, setGathered] = useState<Gathered>(NONE)
  const own = desk?.opened.entry.id
  const documents = useMemo(() => collection?.documents ?? [], [collection])
  const others = useMemo(() => documents.filter(({ id }) => id !== own), [documents, own])
  useEffect(() => {
    if (!everywhere) return setGathered(NONE)
    return gather(bench, others, setGathered)
  }, [bench, everywhere, others])
  // biome-ignore lint/correctness/useExhaustiveDependencies: the desk tells by its tick that the text, or a register, is another
  const rows = useMemo(() => {
    const all: MentionsOf<DocumentEntry>[] = documents.flatMap((document) => {
      const mentions = document.id === own ? desk && mentionsIn(desk.document) : gathered.found.get(document.id)?.mentions
      return mentions ? [{ document, mentions }] : []
    })
    const carried = [...gathered.found.values()]
    const people = [...(desk?.people.get() ?? []), ...registers.people, ...carried.flatMap((one) => one.people)]
    const names = [...(desk?.names.get() ?? []), ...registers.names, ...carried.flatMap((one) => one.names)]
    return registerOf(people, names, all).filter(({ entry, mentions }) => mentions.length > 0 || !gone.has(entry?.id ?? ''))
  }, [desk, documents, own, gathered, registers, gone, tick])
  return { rows, progress: everywhere ? { read: gathered.read, of: others.length, failed: gathered.failed } : null }
}

const NOBODY: Desk['retired'] = observable<ReadonlySet<string>>(new Set())

/** Reads what the documents name; tells a few times a second, and stops when it is told to. */
function gather(bench: Workbench, documents: readonly DocumentEntry[], tell: (gathered: Gathered) => void): () => void {
  let [goesOn, read, failed, told] = [true, 0, 0, performance.now()]
  const found = new Map<string, Names>()
  const each = async (entry: DocumentEntry) => {
    const names = await bench.reader.ask<'names'>(entry, null, { kind: 'names', key: entry.id })
    read++
    if (names.ok) found.set(entry.id, names.value)
    else failed++
    if (!goesOn || (performance.now() - told < 150 && read < documents.length)) return
    told = performance.now()
    tell({ found: new Map(found), read, failed })
  }
  void inLanes(LANES, documents, each, () => goesOn)
  return () => {
    goesOn = false
  }
}
