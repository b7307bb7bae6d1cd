/** A key as the table writes it: `Ctrl+Shift+P`, `Alt+PageUp`, `F6`, `Ctrl+\`. Ctrl stands for Cmd on a Mac. */
export type Key = string

/** Signs that other layouts have elsewhere, by the place of their key on the keyboard that the table was made for. */
const PLACES: Readonly<Record<string, string>> = { '\\': 'Backslash', '=': 'Equal', '-': 'Minus' }

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

export interface Stroke {
  readonly key: string
  readonly code: string
  readonly ctrlKey: boolean
  readonly metaKey: boolean
  readonly altKey: boolean
  readonly shiftKey: boolean
}

/** Whether a keystroke is this key. Letters are matched by what they type or, failing that (other layouts), by their place; digits by place. */
export function isKey(stroke: Stroke, key: Key, mac: boolean): boolean {
  const parts = key.split('+')
  const name = parts.at(-1)!
  const wants = (modifier: string) => parts.slice(0, -1).includes(modifier)
  const command = mac ? stroke.metaKey : stroke.ctrlKey
  if (command !== wants('Ctrl') || stroke.altKey !== wants('Alt') || stroke.shiftKey !== wants('Shift')) return false
  if (!mac && stroke.metaKey) return false
  if (/^[A-Z]$/.test(name))
    return stroke.key.toUpperCase() === name || (!/^[a-z]$/i.test(stroke.key) && stroke.code === `Key${name}`)
  if (/^[0-9]$/.test(name)) return stroke.code === `Digit${name}` || stroke.code === `Numpad${name}`
  const place = PLACES[name]
  if (place) return stroke.code === place || stroke.key === name
  return stroke.key === name
}

/** The digit of a keystroke, by the key's place (so that it works on every layout), or null. */
export function digitOf(stroke: Stroke): string | null {
  return /^(?:Digit|Numpad)([0-9])$/.exec(stroke.code)?.[1] ?? null
}
