import type { AttributeSpec, AttributeValue } from '../../shared/vocabulary/attribute.ts'

/** One thing to choose: its key picks it at once. */
export interface MenuOption {
  /** One letter or digit, or '' where only the arrows reach it. */
  readonly key: string
  readonly label: string
  readonly detail?: string
  /** Other words that find it when they are typed. */
  readonly also?: readonly string[]
  /** Keys that do the same without the menu. */
  readonly keys?: string
  readonly run: () => void
}

/** What a menu is about: what is selected (or the caret), the words that would be marked (what is selected, or the word at the caret), the whole of the tags at the caret, or the blocks. */
export type MenuTarget = 'selection' | 'words' | 'tag' | 'block'

/** A list that waits for one key. Esc leaves everything as it is. */
export interface KeyMenu {
  readonly title: string
  readonly hint?: string
  readonly options: readonly MenuOption[]
  /** What Enter picks first, if anything is offered (the last hand); never picked without a key. */
  readonly offered?: number
  /** What stands first, by its places in `options`: what is likeliest by what was done in this document. Never more than three, never applied by itself. */
  readonly likely?: readonly number[]
  /** Where it goes from block to block: what the arrows do while nothing is typed or marked. */
  readonly along?: { readonly ArrowDown: () => void; readonly ArrowUp: () => void }
  /** What is said beside it: by default that it is taken again. */
  readonly offer?: string
  /** Its options are sentences: what is said of each stands under it. */
  readonly sentences?: true
  /** What of the text it is about: it stands beside that, which is outlined. In the window's middle where it is about no text. */
  readonly about?: MenuTarget
  /** What it stands beside instead: the button that opened it, on the screen. */
  readonly at?: DOMRectReadOnly
  /** What is typed in it when it comes. */
  readonly typed?: string
}

/** What a letter has just chosen in a menu, as long as more letters may follow that were meant for the menu. */
export interface Picked {
  readonly menu: KeyMenu
  readonly letter: string
  /** When the last letter came, by the event's own clock (milliseconds). */
  readonly at: number
  /** The text as it was before, or null where none is open. */
  readonly doc: unknown
}

/** One thing of a long list. */
export interface QuickPickItem {
  readonly id: string
  readonly label: string
  readonly detail?: string
  /** Other words that find it when they are typed. */
  readonly also?: readonly string[]
  /** It comes only when it is typed. */
  readonly onlyTyped?: boolean
  /** Keys that do the same without the list. */
  readonly keys?: readonly string[]
  /** It is shown, and cannot be taken now. */
  readonly disabled?: boolean
  /** The sentence that says why, where it is more than that it is not possible here. */
  readonly why?: string
  readonly run: () => void
}

/** A list too long for one key each: typing narrows it. */
export interface QuickPick {
  readonly title: string
  readonly placeholder: string
  /** Said where nothing is like what was typed. */
  readonly empty: string
  readonly options: readonly QuickPickItem[]
  /** What of the text it is about: it stands beside that. */
  readonly about?: MenuTarget
}

export interface Field {
  readonly name: string
  readonly spec: AttributeSpec
  readonly value: AttributeValue
  readonly readOnly?: boolean
  /** It always has a value: “not stated” is no choice. */
  readonly stated?: boolean
  /** What holds where nothing is stated here, shown as such. */
  readonly inherited?: string
  /** It holds a sentence or two: more than one line is shown. */
  readonly long?: true
  /** A choice of a few: each is a button. */
  readonly buttons?: true
  /** A heading before this field: a new group of fields begins. */
  readonly group?: string
}

/** A few fields to fill in; Enter submits, Esc leaves everything as it is. */
export interface Form {
  readonly title: string
  readonly hint?: string
  readonly fields: readonly Field[]
  readonly verb: string
  /** Many fields, in groups: it needs more room. */
  readonly wide?: boolean
  /** What of the text it is about: it stands beside that. */
  readonly about?: MenuTarget
  /** A sentence where it cannot be done, with the field at fault where it is one; null when done. */
  readonly submit: (values: Readonly<Record<string, AttributeValue>>) => string | FieldFault | null
}

/** What is wrong, in a sentence, and the name of the field that has to be mended. */
export interface FieldFault {
  readonly field: string
  readonly sentence: string
}

/** A small file that the person writes by hand: keys, snippets. */
export interface TextFileDialog {
  readonly title: string
  readonly hint: string
  readonly text: string
  /** What is wrong in a text, a sentence each. */
  readonly problems: (text: string) => readonly string[]
  readonly keep: (text: string) => void
}

const DIGITS = '123456789'

/** Numbers options from 1, as far as there are digits; the first of all is 0, what states nothing. The rest is found by its words. */
export function numbered(
  nothing: Omit<MenuOption, 'key'> | null,
  options: readonly Omit<MenuOption, 'key'>[],
): readonly MenuOption[] {
  const rest = options.map((option, index) => ({ ...option, key: DIGITS[index] ?? '' }))
  return nothing ? [{ ...nothing, key: '0' }, ...rest] : rest
}
