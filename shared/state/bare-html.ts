import { OfficeReader } from './office-html.ts'
import { OFFICE_SIGNS } from './office-signs.ts'

/** Elements that go with everything in them. */
const DROPPED = new Set('script style xml head title template noscript iframe object svg math'.split(' '))
const NAME = /<(\/?)([a-z][a-z0-9]*)/iy
const DOCTYPE = /<!doctype[^<>]*>/iy
const PLAIN = /[^'"<>]*/y
const DATA = /\s(data-[a-z-]+)=("[^"]*"|'[^']*')/gi
const OWN = new Set(['data-block', 'data-mark', 'data-atom', 'data-attrs', 'data-cut', 'data-pm-slice'])
/** How ProseMirror says where a slice is open, before it says what stood around it. */
const SLICE = /^.(\d{1,3} \d{1,3}(?: -\d{1,3})?) \[/

/**
 * Pasted HTML with nothing but its elements and our own `data-` attributes: no handlers, styles, addresses or scripts reach even the
 * detached document that ProseMirror reads it in (the browser would report each to the content security policy). What is text stays text,
 * half a tag too; what a word processor says by styles stays as signs (`office-paste.ts`); the schema decides what the elements mean. Reads the text once: its time grows with its length and no faster.
 */
export function bareHtml(pasted: string): string {
  const html = pasted.replace(OFFICE_SIGNS, '')
  const out: string[] = []
  const office = new OfficeReader(out)
  const lastCondition = html.lastIndexOf(']>')
  for (let at = 0; at < html.length; ) {
    const start = html.indexOf('<', at)
    office.text(html.slice(at, start < 0 ? html.length : start))
    if (start < 0) break
    if (html.startsWith('<!--', start)) at = after(html, '-->', start + 4)
    else if (html.startsWith('<![', start) && lastCondition > start) at = after(html, ']>', start)
    else if (matchAt(DOCTYPE, html, start)) at = DOCTYPE.lastIndex
    else at = readTag(html, start, out, office)
  }
  return out.join('')
}

function after(html: string, sign: string, from: number): number {
  const at = html.indexOf(sign, from)
  return at < 0 ? html.length : at + sign.length
}

function matchAt(pattern: RegExp, text: string, at: number): RegExpExecArray | null {
  pattern.lastIndex = at
  return pattern.exec(text)
}

/** Reads what begins with `<`, writes what stays of it, and gives the place after it. */
function readTag(html: string, start: number, out: string[], office: OfficeReader): number {
  const [, close = '', written = ''] = matchAt(NAME, html, start) ?? []
  const name = written.toLowerCase()
  if (name === '') {
    out.push('&lt;')
    return start + 1
  }
  const inside = start + 1 + close.length + name.length
  if (close === '' && DROPPED.has(name)) return afterElement(html, name, inside)
  const { end, whole } = tagEnd(html, inside)
  // half a tag is text as far as it was read: reading it again from a sign inside it would take time without end
  if (!whole) out.push(html.slice(start, end).replaceAll('<', '&lt;'))
  else if (close !== '') office.closes(name)
  else {
    const attributes = html.slice(inside, end - 1)
    if (office.opens(name, attributes, ownAttributes(attributes))) return afterElement(html, name, end)
  }
  return end
}

/** The place after the next end of an element of this name; the end of all where there is none. */
function afterElement(html: string, name: string, from: number): number {
  const ends = new RegExp(`</${name}\\s*>`, 'gi')
  ends.lastIndex = from
  return ends.exec(html) ? ends.lastIndex : html.length
}

function tagEnd(html: string, from: number): { readonly end: number; readonly whole: boolean } {
  for (let at = from; ; ) {
    matchAt(PLAIN, html, at)
    at = PLAIN.lastIndex
    const sign = html.charAt(at)
    if (sign === '>') return { end: at + 1, whole: true }
    const closes = sign === '"' || sign === "'" ? html.indexOf(sign, at + 1) : -1
    if (closes < 0) return { end: sign === '<' ? at : html.length, whole: false }
    at = closes + 1
  }
}

function ownAttributes(attributes: string): string {
  const kept = [...attributes.matchAll(DATA)].flatMap(([, name = '', value = '']) => {
    if (!OWN.has(name.toLowerCase())) return []
    if (name.toLowerCase() !== 'data-pm-slice') return [` ${name.toLowerCase()}=${value}`]
    // a copy does not need what stood around it, and another's may be anything
    const open = SLICE.exec(value)?.[1]
    return open === undefined ? [] : [` data-pm-slice="${open} []"`]
  })
  return kept.join('')
}
