/** Characters that XML 1.0 cannot hold, by code point, and how often each was replaced by U+FFFD. */
export type Replaced = Map<number, number>

// what XML 1.0 production [2] leaves out: controls but tab, LF and CR, lone surrogates, U+FFFE and U+FFFF
const ILLEGAL = /[\u0000-\u0008\u000b\u000c\u000e-\u001f\ufffe\uffff]|\p{Surrogate}/gu

/** The text with every character that XML 1.0 cannot hold replaced by U+FFFD; `replaced` counts them. */
export function legalText(text: string, replaced: Replaced): string {
  return text.replace(ILLEGAL, (char) => {
    const code = char.codePointAt(0)!
    replaced.set(code, (replaced.get(code) ?? 0) + 1)
    return '\ufffd'
  })
}

/** The characters of a text that XML 1.0 cannot hold, by code point, and how often each stands there. */
export function illegalIn(text: string): Replaced {
  const found: Replaced = new Map()
  legalText(text, found)
  return found
}

/** Content of an element. A carriage return is written as a reference, or a parser would make a line feed of it. */
export function escapeText(text: string): string {
  return text.replace(/[&<>\r]/g, (sign) => TEXT[sign]!)
}

/** Value of an attribute, to stand between double quotes. White space other than the blank is written as references, or a parser would make blanks of it. */
export function escapeAttribute(text: string): string {
  return text.replace(/[&<>"\t\n\r]/g, (sign) => ATTRIBUTE[sign]!)
}

const TEXT: Readonly<Record<string, string>> = { '&': '&amp;', '<': '&lt;', '>': '&gt;', '\r': '&#13;' }
const ATTRIBUTE: Readonly<Record<string, string>> = { ...TEXT, '"': '&quot;', '\t': '&#9;', '\n': '&#10;' }

const START = 'A-Z_a-z\\u00C0-\\u00D6\\u00D8-\\u00F6\\u00F8-\\u02FF\\u0370-\\u037D\\u037F-\\u1FFF\\u200C-\\u200D\\u2070-\\u218F'
const NCNAME = new RegExp(`^[${START}][${START}0-9.\\u00B7\\u0300-\\u036F\\u203F-\\u2040-]*$`, 'u')

/** Whether a string is an XML name without a colon (an NCName of the basic plane): what `xml:id` takes. */
export function isNcName(name: string): boolean {
  return NCNAME.test(name)
}

/** Whether a string may name an element or attribute here: an NCName, or two parted by a colon. */
export function isXmlName(name: string): boolean {
  const parts = name.split(':')
  return parts.length <= 2 && parts.every(isNcName)
}
