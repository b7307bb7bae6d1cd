import { type Hand, type Person, UNKNOWN, UNKNOWN_MANUSCRIPT } from '../../shared/model/hand.ts'
import type { Named } from '../../shared/model/names.ts'
import type { Transcript } from '../../shared/model/transcript.ts'
import type { RegisterName } from '../../shared/vocabulary/attribute.ts'
import { type Observable, observable } from '../ui/observable.ts'

type Entries = Pick<Transcript, RegisterName>

/** What an open document knows of hands, people and names: the collection's registers, and what its own file carries of them. */
export class DocumentRegisters {
  readonly hands: Observable<readonly Hand[]>
  readonly people: Observable<readonly Person[]>
  readonly names: Observable<readonly Named[]>
  readonly retired: Observable<ReadonlySet<string>> = observable<ReadonlySet<string>>(new Set())

  constructor(collection: Entries, own: Entries) {
    this.hands = observable(mergeById(collection.hands, own.hands))
    this.people = observable(mergeById(collection.people, own.people))
    this.names = observable(mergeById(collection.names, own.names))
  }

  hand(id: string | null): Hand | null {
    if (id === UNKNOWN_MANUSCRIPT.id) return UNKNOWN_MANUSCRIPT
    if (id === UNKNOWN.id) return UNKNOWN
    return this.hands.get().find((hand) => hand.id === id) ?? null
  }

  /** Entries of the registers that are new, or stated anew, in the order in which they stood. */
  learn({ hands, people, names }: Pick<Transcript, RegisterName>): void {
    if (hands.length > 0) this.hands.set(withNew(this.hands.get(), hands))
    if (people.length > 0) this.people.set(withNew(this.people.get(), people))
    if (names.length > 0) this.names.set(withNew(this.names.get(), names))
  }

  /** An entry of a register is not offered any more; what was by it, or named it, can still be told, and undone. */
  retire(id: string): void {
    this.retired.set(new Set([...this.retired.get(), id]))
  }

  /** The hands that can be given to something, in the order of the digits. */
  get offered(): readonly Hand[] {
    return this.hands.get().filter(({ id }) => !this.retired.get().has(id))
  }

  /** Whether this collection, or this document, has such an entry in a register. */
  knows(to: RegisterName, id: string): boolean {
    return to === 'hands' ? this.hand(id) !== null : this[to].get().some((entry) => entry.id === id)
  }

  /** What another text carries of the registers is known from now on too; what is known already stays as it is. */
  protected adopt({ hands, people, names }: Entries): void {
    this.hands.set(mergeById(this.hands.get(), hands))
    this.people.set(mergeById(this.people.get(), people))
    this.names.set(mergeById(this.names.get(), names))
  }
}

function withNew<Entry extends { readonly id: string }>(entries: readonly Entry[], fresh: readonly Entry[]): readonly Entry[] {
  const stated = new Map(fresh.map((entry) => [entry.id, entry]))
  return mergeById(
    entries.map((entry) => stated.get(entry.id) ?? entry),
    fresh,
  )
}

function mergeById<Entry extends { readonly id: string }>(first: readonly Entry[], second: readonly Entry[]): readonly Entry[] {
  const known = new Set(first.map((entry) => entry.id))
  return [...first, ...second.filter((entry) => !known.has(entry.id))]
}
