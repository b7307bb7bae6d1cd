import { PEN_MARKS, type PenMark } from '../../shared/vocabulary/margin.ts'
import { MARKS, type MarkName } from '../../shared/vocabulary/marks.ts'
import { ROLE_NAMES, ROLES } from '../../shared/vocabulary/roles.ts'
import { MENU_LETTERS, PEN_LETTERS } from './menu-letters.ts'

/** One entry of a menu that a letter chooses, or could. */
interface Lettered {
  /** Its name in the file of keys: `block.heading`. */
  readonly id: string
  /** What must not have one letter twice. */
  readonly menu: string
  readonly label: string
  readonly letter: string | null
}

interface OwnLetters {
  /** The letter of each entry that has another than usual, by its id; null: none. */
  readonly letters: ReadonlyMap<string, string | null>
  readonly problems: readonly string[]
}

/** What each menu is called in the file of keys. */
const MENUS: Readonly<Record<keyof typeof MENU_LETTERS | 'pen', string>> = {
  block: 'what a block is',
  lift: 'into the margin',
  withinSentence: 'added or struck out, by',
  keySet: 'whose keys',
  error: 'correct or emend',
  markAs: 'tags',
  pen: 'pen marks',
  penHand: 'the hand of a pen mark',
  layers: 'show only',
  look: 'look',
  against: 'compare with the machine transcript',
  restoreAll: 'restore the machine transcript',
  policy: 'editorial policy',
  editor: 'who edits',
  name: 'who or what is named',
}

const inWords = (name: string) => name.replaceAll(/([A-Z])/g, ' $1').toLowerCase()

/** Every entry of every menu that has a letter, and every role, in the order of the menus. */
export const LETTERED: readonly Lettered[] = [
  ...ROLE_NAMES.map((name) => ({ id: `block.${name}`, menu: 'block', label: ROLES[name].label, letter: ROLES[name].letter })),
  ...Object.entries(PEN_LETTERS).map(([name, letter]) => ({
    id: `pen.${name}`,
    menu: 'pen',
    label: PEN_MARKS[name as PenMark],
    letter,
  })),
  ...Object.entries(MENU_LETTERS).flatMap(([menu, letters]) =>
    Object.entries(letters).map(([name, letter]) => ({
      id: `${menu}.${name}`,
      // the letter of a pen mark counts up in the menu of its hand
      menu: menu === 'penHand' ? 'pen' : menu,
      label: menu === 'markAs' ? MARKS[name as MarkName].label : inWords(name),
      letter,
    })),
  ),
]

const HEAD = `# Menus: a line gives an entry of a menu its letter, or “none”.
`

/** The second half of the file of keys as it is first shown: every entry with its usual letter, as comments. */
export function letterTemplate(all: readonly Lettered[] = LETTERED): string {
  const line = ({ id, letter }: Lettered) => `${id}: ${letter?.toUpperCase() ?? 'none'}`
  const widest = Math.max(...all.map((one) => line(one).length))
  const titles = new Set<string>()
  const lines = all.flatMap((one) => {
    const [name] = one.id.split('.') as [keyof typeof MENUS]
    const title = titles.has(name) ? [] : [`# ${MENUS[name]}`]
    titles.add(name)
    return [...title, `# ${line(one).padEnd(widest)}   ${one.label}`]
  })
  return `${HEAD}\n${lines.join('\n')}\n`
}

/** Whether a name in the file of keys is that of a menu's entry rather than of an action. */
export const isLettered = (id: string): boolean => id.includes('.')

/** Reads the lines of the file of keys that speak of menus. Never fails: what cannot be used is told, and everything else holds. */
export function readLetters(text: string, all: readonly Lettered[] = LETTERED): OwnLetters {
  const known = new Map(all.map((one) => [one.id, one]))
  const letters = new Map<string, string | null>()
  const problems: string[] = []
  const holder = new Map<string, Lettered>()
  for (const [at, line] of text.split(/\r?\n/).entries()) {
    const [, id = '', words = ''] = /^\s*([^#:\s][^:]*?)\s*:\s*(.*?)\s*$/.exec(line) ?? []
    if (!isLettered(id)) continue
    const problem = (said: string) => void problems.push(`Line ${at + 1}: ${said}`)
    const entry = known.get(id)
    const letter = words.toLowerCase()
    const taken = entry && holder.get(`${entry.menu} ${letter}`)
    if (!entry) problem(`no entry of a menu is called “${id}”.`)
    else if (letters.has(id)) problem(`“${id}” has a line already; the first holds.`)
    else if (letter === 'none') letters.set(id, null)
    else if (!/^[a-z]$/.test(letter)) problem(`“${words}” is no letter from A to Z.`)
    else if (taken) problem(`${letter.toUpperCase()} is given to “${taken.label}” above; it stays there.`)
    else {
      holder.set(`${entry.menu} ${letter}`, entry)
      letters.set(id, letter)
    }
  }
  for (const { id, menu, label, letter } of all) {
    const now = letter === null || letters.has(id) ? undefined : holder.get(`${menu} ${letter}`)
    if (now === undefined) continue
    letters.set(id, null)
    problems.push(`${letter!.toUpperCase()} was the letter of “${label}”, and is now that of “${now.label}”.`)
  }
  return { letters, problems }
}
