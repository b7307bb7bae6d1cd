// a comment (Word's conditions among them), an element whose content is no text, a tag, or a lone `<`
const PIECES =
  /<!--[\s\S]*?(?:-->|$)|<!\[[\s\S]*?\]>|<(script|style|xml|head|title|template|noscript|iframe|object|svg|math)\b[\s\S]*?(?:<\/\1\s*>|$)|<(\/?)([a-z][a-z0-9]*)((?:"[^"]*"|'[^']*'|[^'"<>])*)>|<!doctype[^>]*>|</gi
const DATA = /\sdata-[a-z-]+=(?:"[^"]*"|'[^']*')/gi

/**
 * Pasted HTML with nothing but its elements and our own `data-` attributes: no handlers, styles, addresses or scripts reach even the
 * detached document that ProseMirror reads it in (the browser would report each to the content security policy). What is text stays text;
 * the schema decides what the elements mean.
 */
export function bareHtml(html: string): string {
  return html.replace(
    PIECES,
    (piece, _block, close: string | undefined, name: string | undefined, attributes: string | undefined) => {
      if (name !== undefined) return `<${close}${name.toLowerCase()}${close ? '' : (attributes?.match(DATA) ?? []).join('')}>`
      return piece === '<' ? '&lt;' : ''
    },
  )
}
