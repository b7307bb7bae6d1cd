import { isNcName } from '../../xml/characters.ts'

/** Hands out `xml:id`s: each thing keeps its own, no two things share one, whatever ids a file brings. */
export class Ids {
  readonly #given = new Map<string, string>()
  readonly #taken = new Set<string>()

  /** The `xml:id` of one thing: `name` where that is free, the same at every call. */
  of(kind: string, key: string, name: string = key): string {
    const known = this.#given.get(`${kind} ${key}`)
    if (known !== undefined) return known
    let id = isNcName(name) ? name : `x.${this.#given.size}`
    while (this.#taken.has(id)) id += '_'
    this.#taken.add(id)
    this.#given.set(`${kind} ${key}`, id)
    return id
  }

  /** Whether anything asked for it yet. */
  isUsed(kind: string, key: string): boolean {
    return this.#given.has(`${kind} ${key}`)
  }

  hand(id: string): string {
    return this.of('hand', id, `hand.${id}`)
  }

  person(id: string): string {
    return this.of('person', id, `person.${id}`)
  }

  /** An entry of the register of names. */
  named(id: string): string {
    return this.of('name', id, `name.${id}`)
  }

  /** A page, a paper, or an object of the margin. */
  object(id: string): string {
    return this.of('object', id)
  }

  /** One of the elements that an annotation was cut into. */
  segment(annotation: string, segment: number): string {
    return this.of('segment', `${annotation}/${segment}`, `${annotation.replace('#', '.machine.')}.${segment + 1}`)
  }

  /** The first or the last end of a passage. */
  bound(annotation: string, side: 'from' | 'to'): string {
    return this.of(side, annotation, `${annotation}.${side}`)
  }
}
