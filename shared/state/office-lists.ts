import { OFFICE } from './office-signs.ts'

const BULLETS: Readonly<Record<string, string>> = { disc: '•', circle: '◦', square: '▪', none: '' }
const TYPES: Readonly<Record<string, string>> = {
  '1': 'decimal',
  a: 'lower-alpha',
  A: 'upper-alpha',
  i: 'lower-roman',
  I: 'upper-roman',
}
const ROMAN = Object.entries({
  m: 1000,
  cm: 900,
  d: 500,
  cd: 400,
  c: 100,
  xc: 90,
  l: 50,
  xl: 40,
  x: 10,
  ix: 9,
  v: 5,
  iv: 4,
  i: 1,
})
/** How a program writes the number of an item, by the name of its style. */
const NUMBERS: Readonly<Record<string, (number: number) => string>> = {
  decimal: String,
  'decimal-leading-zero': (number) => `${number < 0 ? '-' : ''}${String(Math.abs(number)).padStart(2, '0')}`,
  'lower-alpha': alpha,
  'lower-latin': alpha,
  'upper-alpha': (number) => alpha(number).toUpperCase(),
  'upper-latin': (number) => alpha(number).toUpperCase(),
  'lower-roman': roman,
  'upper-roman': (number) => roman(number).toUpperCase(),
}

/** One list of HTML: the numbers or bullets that a program draws before its items, which are no words of the HTML. */
export class List {
  private readonly name: string
  private readonly style: string
  private readonly isReversed: boolean
  private next: number

  constructor(name: string, attributes: string, style: string) {
    this.name = name
    this.style = styleIn(attributes, style) ?? (name === 'ol' ? 'decimal' : 'disc')
    this.isReversed = /\sreversed(?![\w-])/i.test(attributes)
    this.next = numberIn(attributes, 'start') ?? 1
  }

  /** What stands before its next item, with its sign; the sign alone where the number cannot be told. */
  nextSign(attributes: string, style: string): string {
    const number = numberIn(attributes, 'value') ?? this.next
    this.next = number + 1
    const kind = styleIn(attributes, style) ?? this.style
    const bullet = BULLETS[kind]
    if (bullet !== undefined) return bullet === '' ? '' : `${OFFICE.number}${bullet} `
    const write = NUMBERS[kind]
    if (!write || (this.name === 'ol' && this.isReversed)) return OFFICE.unnumbered
    return `${OFFICE.number}${write(number)}. `
  }
}

/** What Word writes as the bullet of a list: a letter of a font of signs. */
export function wordBullet(words: string): string {
  return words
    .replace(/^\s*[·\uf0b7]/, '•')
    .replace(/^\s*[§\uf0a7]/, '▪')
    .replace(/^\s*o(?=\s|$)/, '◦')
}

function styleIn(attributes: string, style: string): string | null {
  const said = /(?:^|[\s;"'])list-style(?:-type)?\s*:\s*([^;]+)/.exec(style)?.[1] ?? ''
  const known = said.split(/[\s"']+/).find((word) => Object.hasOwn(BULLETS, word) || Object.hasOwn(NUMBERS, word))
  if (known !== undefined) return known
  if (/(?:lower|upper|[a-z])-[a-z]|[a-z]{5,}/.test(said.replace(/\b(?:inside|outside|inherit|initial|revert)\b/g, '')))
    return said.trim()
  const type = /\stype=["']?([\w-]+)/i.exec(attributes)?.[1]
  if (type === undefined) return null
  return TYPES[type] ?? type.toLowerCase()
}

function numberIn(attributes: string, name: string): number | null {
  const said = new RegExp(`\\s${name}=["']?(-?\\d{1,9})(?!\\d)`, 'i').exec(attributes)?.[1]
  return said === undefined ? null : Number(said)
}

/** a … z, aa …; a number that has no letter, as it is. */
function alpha(number: number): string {
  if (number < 1) return String(number)
  const last = String.fromCharCode(97 + ((number - 1) % 26))
  return number <= 26 ? last : alpha(Math.floor((number - 1) / 26)) + last
}

function roman(number: number): string {
  if (number < 1 || number > 3999) return String(number)
  let [left, out] = [number, '']
  for (const [sign, worth] of ROMAN)
    while (left >= worth) {
      out += sign
      left -= worth
    }
  return out
}
