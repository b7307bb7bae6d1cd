import type { Key } from '../ui/keys.ts'
import { KEY_SETS } from './key-sets.ts'
import { isLettered } from './letter-file.ts'

/** What the file of keys speaks of: an action's id, its label and its usual keys. */
interface Keyed {
  readonly id: string
  readonly label: string
  readonly keys: readonly Key[]
}

interface OwnKeys {
  /** The keys of each action that has other keys than usual, by its id. */
  readonly keys: ReadonlyMap<string, readonly Key[]>
  /** What cannot be done as it is written, or what it does to another action; each with its line. What has a fault keeps its usual key. */
  readonly problems: readonly string[]
}

const HEAD = `# A line gives an action its keys: its name, a colon, the keys
# with commas between, or “none”. What has no line keeps its usual
# key. A line that begins with # says nothing: take the # away and
# change the keys. A key is Ctrl, Alt or Shift with a letter, a digit
# or another key: Ctrl+Shift+P, Alt+PageUp, F8. Ctrl is Cmd on a Mac.

# Keys as in Word where it has such an action (F7 from doubt to doubt,
# Ctrl+Shift+S for the role, Ctrl+F2 for the preview …):
# set: word
`

/** The file as it is first shown: every action with its usual keys, as comments. */
export function keyTemplate(actions: readonly Keyed[]): string {
  const widest = Math.max(...actions.map(({ id, keys }) => lineOf(id, keys).length))
  return `${HEAD}\n${actions.map(({ id, label, keys }) => `# ${lineOf(id, keys).padEnd(widest)}   ${label}`).join('\n')}\n`
}

const lineOf = (id: string, keys: readonly Key[]) => `${id}: ${keys.length === 0 ? 'none' : keys.join(', ')}`

/** Reads the file of keys. Never fails: what cannot be used is told, and everything else holds. */
export function readKeyFile(text: string, usual: readonly Keyed[]): OwnKeys {
  const { set, problems } = keySetIn(text)
  const actions = usual.map((action) => ({ ...action, keys: set[action.id] ?? action.keys }))
  const known = new Map(actions.map((action) => [action.id, action]))
  const own = new Map<string, readonly Key[]>()
  const holder = new Map<Key, Keyed>()
  for (const [at, line] of text.split(/\r?\n/).entries()) {
    if (line.trim() === '' || line.trimStart().startsWith('#')) continue
    const problem = (words: string) => void problems.push(`Line ${at + 1}: ${words}`)
    const colon = line.indexOf(':')
    const id = line.slice(0, Math.max(colon, 0)).trim()
    // those of menus are read by `readLetters`
    if (colon > 0 && (isLettered(id) || id === SET)) continue
    const action = known.get(id)
    if (colon < 0) problem('there is no colon between the action and its keys.')
    else if (!action) problem(`no action is called “${id}”.`)
    else if (own.has(id)) problem(`“${id}” has a line already; the first holds.`)
    if (!action || own.has(id)) continue
    const words = line.slice(colon + 1).trim()
    const keys: Key[] = []
    for (const word of words === 'none' || words === '' ? [] : words.split(/,\s+|,$/)) {
      const key = readKey(word)
      if (!key.ok) {
        problem(key.why)
        continue
      }
      const taken = holder.get(key.key)
      if (taken) problem(`${key.key} is given to “${taken.label}” above; it stays there.`)
      else {
        holder.set(key.key, action)
        keys.push(key.key)
      }
    }
    if (keys.length > 0 || words === 'none') own.set(id, keys)
  }
  for (const action of actions) {
    if (own.has(action.id)) continue
    const lost = action.keys.filter((key) => holder.has(inOrder(key)))
    if (lost.length === 0) {
      if (set[action.id]) own.set(action.id, action.keys)
      continue
    }
    own.set(
      action.id,
      action.keys.filter((key) => !lost.includes(key)),
    )
    for (const key of lost)
      problems.push(`${key} was the key of “${action.label}”, and is now that of “${holder.get(inOrder(key))?.label}”.`)
  }
  return { keys: own, problems }
}

const SET = 'set'

/** The set of keys that the file asks for, by the first line that does; its name is null where none does, or where there is no such set. */
export function keySetIn(text: string): {
  readonly name: string | null
  readonly set: (typeof KEY_SETS)[string]
  readonly problems: string[]
} {
  const lines = text.split(/\r?\n/)
  const at = lines.findIndex((line) => /^\s*set\s*:/.test(line))
  const name = at < 0 ? '' : lines[at]!.slice(lines[at]!.indexOf(':') + 1).trim()
  if (at < 0) return { name: null, set: {}, problems: [] }
  if (Object.hasOwn(KEY_SETS, name)) return { name, set: KEY_SETS[name]!, problems: [] }
  const known = Object.keys(KEY_SETS).join(', ')
  return { name: null, set: {}, problems: [`Line ${at + 1}: there is no set of keys called “${name}”; there is: ${known}.`] }
}

/** The file with another set of keys, or with none. */
export function withKeySet(text: string, name: string | null): string {
  const rest = text.split(/\r?\n/).filter((line) => !/^\s*set\s*:/.test(line))
  return [...(name === null ? [] : [`${SET}: ${name}`]), ...rest].join('\n')
}

const MODIFIERS = ['Ctrl', 'Shift', 'Alt'] as const
const NAMED = [
  ...['ArrowUp', 'ArrowDown', 'ArrowLeft', 'ArrowRight', 'PageUp', 'PageDown', 'Home', 'End', 'Enter', 'Backspace', 'Delete'],
  ...Array.from({ length: 12 }, (_none, at) => `F${at + 1}`),
]
const SIGNS = /^[-=\\[\];'`./]$/

/** A key in one spelling: Ctrl, Shift, Alt, then its name. */
function inOrder(key: Key): Key {
  const name = key.slice(key.lastIndexOf('+', key.length - 2) + 1)
  return [...MODIFIERS.filter((modifier) => key.split('+').includes(modifier)), name].join('+')
}

function readKey(words: string): { readonly ok: true; readonly key: Key } | { readonly ok: false; readonly why: string } {
  const parts = words.trim().split('+')
  const last = parts.pop() ?? ''
  const wants = parts.map((part) => MODIFIERS.find((modifier) => modifier.toLowerCase() === part.trim().toLowerCase()))
  const name = /^[a-z0-9]$/i.test(last) ? last.toUpperCase() : NAMED.find((one) => one.toLowerCase() === last.toLowerCase())
  const sign = SIGNS.test(last) ? last : undefined
  const found = name ?? sign
  if (wants.includes(undefined) || found === undefined) return { ok: false, why: `“${words.trim()}” is no key.` }
  const key = [...MODIFIERS.filter((modifier) => wants.includes(modifier)), found].join('+')
  if (wants.includes('Ctrl') && wants.includes('Alt'))
    return { ok: false, why: `${key} would be AltGr on many keyboards, and is not taken.` }
  if (!wants.includes('Ctrl') && !wants.includes('Alt') && !/^F\d+$/.test(found))
    return { ok: false, why: `${key} is needed for typing: Ctrl or Alt must go with it.` }
  return { ok: true, key }
}
