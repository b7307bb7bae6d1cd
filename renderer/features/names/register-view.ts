import { useEffect, useMemo, useState } from 'react'
import type { DocumentEntry } from '../../../shared/api/contract.ts'
import { mentionsIn } from '../../../shared/search/mentions.ts'
import { type MentionsOf, type Registered, registerOf } from '../../../shared/search/register.ts'
import type { Names } from '../../search/messages.ts'
import type { AppState } from '../../state/app-state.ts'
import { inLanes, LANES } from '../../state/collection-reader.ts'
import { useApp } from '../../state/context.ts'
import type { OpenDocument } from '../../state/open-document.ts'
import { observable, useObservable } from '../../ui/observable.ts'

interface RegisterView {
  readonly rows: readonly Registered<DocumentEntry>[]
  /** How many other documents were read, and are to be; null where only the open one is asked about. */
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
  const app = useApp()
  const opened = useObservable(app.opened)
  const registers = useObservable(app.registers)
  const collection = useObservable(app.collection)
  const tick = useObservable(opened?.tick ?? NEVER)
  const gone = useObservable(opened?.retired ?? NOBODY)
  const [gathered, setGathered] = useState<Gathered>(NONE)
  const own = opened?.loaded.entry.id
  const documents = useMemo(() => collection?.documents ?? [], [collection])
  const others = useMemo(() => documents.filter(({ id }) => id !== own), [documents, own])
  useEffect(() => {
    if (!everywhere) return setGathered(NONE)
    return gather(app, others, setGathered)
  }, [app, everywhere, others])
  // biome-ignore lint/correctness/useExhaustiveDependencies: the open document tells by its tick that the text, or a register, is another
  const rows = useMemo(() => {
    const all: MentionsOf<DocumentEntry>[] = documents.flatMap((document) => {
      const mentions = document.id === own ? opened && mentionsIn(opened.document) : gathered.found.get(document.id)?.mentions
      return mentions ? [{ document, mentions }] : []
    })
    const carried = [...gathered.found.values()]
    const people = [...(opened?.people.get() ?? []), ...registers.people, ...carried.flatMap((one) => one.people)]
    const names = [...(opened?.names.get() ?? []), ...registers.names, ...carried.flatMap((one) => one.names)]
    return registerOf(people, names, all).filter(({ entry, mentions }) => mentions.length > 0 || !gone.has(entry?.id ?? ''))
  }, [opened, documents, own, gathered, registers, gone, tick])
  return { rows, progress: everywhere ? { read: gathered.read, of: others.length, failed: gathered.failed } : null }
}

const NOBODY: OpenDocument['retired'] = observable<ReadonlySet<string>>(new Set())

/** Reads what the documents name; tells a few times a second, and stops when it is told to. */
function gather(app: AppState, documents: readonly DocumentEntry[], tell: (gathered: Gathered) => void): () => void {
  let [goesOn, read, failed, told] = [true, 0, 0, performance.now()]
  const found = new Map<string, Names>()
  const each = async (entry: DocumentEntry) => {
    const names = await app.reader.ask<'names'>(entry, null, { kind: 'names', key: entry.id })
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
