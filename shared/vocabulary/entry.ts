import type { AttributeTable } from './attribute.ts'

/** How a phenomenon leaves as TEI: the element, the section of the Guidelines it rests on, and one line of what comes out. */
export interface TeiMapping {
  readonly element: string
  readonly section: string
  readonly example: string
}

/** One phenomenon of the vocabulary. Schema, menus, JSON validation, exports and documentation are derived from it. */
export interface Entry {
  /** What the person reads in menus and labels. */
  readonly label: string
  /** One sentence that says when to use it. */
  readonly says: string
  readonly attributes: AttributeTable
  /** It never holds words. */
  readonly wordless?: true
  readonly tei: TeiMapping
  /** HTML element and class of the reading edition. */
  readonly html: readonly [element: string, className: string]
}
