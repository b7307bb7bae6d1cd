import type { AttributeTable } from './attribute.ts'

/** One phenomenon of the vocabulary. Schema, menus, JSON validation and documentation are derived from it; each consumer is a closed table over it. */
export interface Entry {
  /** What the person reads in menus and labels. */
  readonly label: string
  /** One sentence that says when to use it. */
  readonly says: string
  readonly attributes: AttributeTable
  /** It never holds words. */
  readonly wordless?: true
}

export interface MarkEntry extends Entry {
  /** What its elements are called on the sheet (`m-CLASS`) and in the reading edition. */
  readonly className: string
}
