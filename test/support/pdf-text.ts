import { inflateSync } from 'node:zlib'

/**
 * The words of a PDF as Chromium writes it (Skia: plain objects, deflated streams, a `ToUnicode` table for each font), page by page: what was
 * drawn, in the order in which it was drawn. A reader of tests, not of anybody's PDF.
 */
export function pagesOfPdf(bytes: Uint8Array): readonly string[] {
  const pdf = Buffer.from(bytes).toString('latin1')
  const objects = new Map<string, string>()
  for (const [, id, body] of pdf.matchAll(/(?:^|\n)(\d+) 0 obj\n([\s\S]*?)\nendobj/g)) objects.set(id!, body!)
  const referred = (text: string, key: string) => objects.get(new RegExp(`/${key} (\\d+) 0 R`).exec(text)?.[1] ?? '')
  return [...objects.values()]
    .filter((body) => /\/Type \/Page\n/.test(body))
    .map((page) => {
      const fonts = new Map<string, ReadonlyMap<number, string>>()
      for (const [, name, id] of (/\/Font <<([\s\S]*?)>>/.exec(page)?.[1] ?? '').matchAll(/\/(\w+) (\d+) 0 R/g)) {
        const table = referred(objects.get(id!) ?? '', 'ToUnicode')
        if (table) fonts.set(name!, lettersOf(inflated(table)))
      }
      return drawnText(inflated(referred(page, 'Contents') ?? ''), fonts)
    })
}

function inflated(body: string): string {
  const at = body.indexOf('stream\n') + 'stream\n'.length
  return inflateSync(Buffer.from(body.slice(at, body.lastIndexOf('\nendstream')), 'latin1')).toString('latin1')
}

/** Glyph to letters. */
function lettersOf(table: string): ReadonlyMap<number, string> {
  const letters = new Map<number, string>()
  const text = (hex: string) => Buffer.from(hex, 'hex').swap16().toString('utf16le')
  for (const [, rows] of table.matchAll(/beginbfchar([\s\S]*?)endbfchar/g))
    for (const [, glyph, to] of rows!.matchAll(/<(\w+)> <(\w+)>/g)) letters.set(Number.parseInt(glyph!, 16), text(to!))
  for (const [, rows] of table.matchAll(/beginbfrange([\s\S]*?)endbfrange/g))
    for (const [, from, to, first] of rows!.matchAll(/<(\w+)> <(\w+)> <(\w+)>/g))
      for (let glyph = Number.parseInt(from!, 16); glyph <= Number.parseInt(to!, 16); glyph++)
        letters.set(glyph, String.fromCodePoint(text(first!).codePointAt(0)! + glyph - Number.parseInt(from!, 16)))
  return letters
}

function drawnText(drawing: string, fonts: ReadonlyMap<string, ReadonlyMap<number, string>>): string {
  let letters: ReadonlyMap<number, string> = new Map()
  let text = ''
  const show = (glyphs: Buffer) => {
    for (let at = 0; at + 1 < glyphs.length; at += 2) text += letters.get(glyphs.readUInt16BE(at)) ?? '\ufffd'
  }
  // what is drawn is told again, for copying, where a ligature is
  const words = /\/ActualText ?<\w*>|\/(\w+) [\d.]+ Tf|<([0-9A-Fa-f]+)>|\(((?:\\[\s\S]|[^\\)])*)\)|\b(ET)\b/g
  for (const [, font, hex, literal, end] of drawing.matchAll(words)) {
    if (font !== undefined) letters = fonts.get(font) ?? new Map()
    else if (hex !== undefined) show(Buffer.from(hex, 'hex'))
    else if (literal !== undefined) show(Buffer.from(unescaped(literal), 'latin1'))
    else if (end !== undefined) text += '\n'
  }
  return text
}

const ESCAPES: Readonly<Record<string, string>> = { n: '\n', r: '\r', t: '\t', b: '\b', f: '\f' }

const unescaped = (literal: string) =>
  literal.replace(/\\([0-7]{1,3}|[\s\S])/g, (_, sign: string) =>
    /^[0-7]/.test(sign) ? String.fromCharCode(Number.parseInt(sign, 8)) : (ESCAPES[sign] ?? sign),
  )
