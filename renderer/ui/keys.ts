/** A key as the table writes it: `Ctrl+Shift+P`, `Alt+PageUp`, `F6`, `Ctrl+\`. Ctrl stands for Cmd on a Mac. */
export type Key = string

export const isMac = /Mac/.test(globalThis.navigator?.platform ?? '')

/** Signs that other layouts have elsewhere, by the place of their key on the keyboard that the table was made for. */
const PLACES: Readonly<Record<string, string>> = { '\\': 'Backslash', '=': 'Equal', '-': 'Minus', '.': 'Period' }

const NAMES: Readonly<Record<string, string>> = {
  ArrowUp: '↑',
  ArrowDown: '↓',
  PageUp: 'PgUp',
  PageDown: 'PgDn',
  Backspace: '⌫',
}

/** How a key is shown to the person. */
export function shownKey(key: Key, mac: boolean): string {
  const parts = key.split('+').map((part) => NAMES[part] ?? part)
  if (!mac) return parts.join('+')
  const signs: Readonly<Record<string, string>> = { Ctrl: '⌘', Shift: '⇧', Alt: '⌥' }
  return parts.map((part) => signs[part] ?? part).join('')
}

interface Stroke {
  readonly key: string
  readonly code: string
  readonly ctrlKey: boolean
  readonly metaKey: boolean
  readonly altKey: boolean
  readonly shiftKey: boolean
}

/** Whether a keystroke is this key. Letters are matched by what they type or, failing that (other layouts), by their place; digits by place. */
export function isKey(stroke: Stroke, key: Key, mac: boolean): boolean {
  const { name, kind, ctrl, alt, shift } = partsOf(key)
  const command = mac ? stroke.metaKey : stroke.ctrlKey
  if (command !== ctrl || stroke.altKey !== alt || stroke.shiftKey !== shift) return false
  if (!mac && stroke.metaKey) return false
  if (kind === 'letter')
    return stroke.key.toUpperCase() === name || (!/^[a-z]$/i.test(stroke.key) && stroke.code === `Key${name}`)
  if (kind === 'digit') return stroke.code === `Digit${name}` || stroke.code === `Numpad${name}`
  const place = PLACES[name]
  if (place) return stroke.code === place || stroke.key === name
  return stroke.key === name
}

interface Parts {
  readonly name: string
  readonly kind: 'letter' | 'digit' | 'other'
  readonly ctrl: boolean
  readonly alt: boolean
  readonly shift: boolean
}

// every keystroke is compared with every key of the table: each is taken apart once
const taken = new Map<Key, Parts>()

function partsOf(key: Key): Parts {
  const known = taken.get(key)
  if (known) return known
  const parts = key.split('+')
  const name = parts.pop()!
  const kind = /^[A-Z]$/.test(name) ? 'letter' : /^[0-9]$/.test(name) ? 'digit' : 'other'
  const own = { name, kind, ctrl: parts.includes('Ctrl'), alt: parts.includes('Alt'), shift: parts.includes('Shift') } as const
  taken.set(key, own)
  return own
}

/** The digit of a keystroke, by the key's place (so that it works on every layout), or null. */
export function digitOf(stroke: Stroke): string | null {
  return /^(?:Digit|Numpad)([0-9])$/.exec(stroke.code)?.[1] ?? null
}
