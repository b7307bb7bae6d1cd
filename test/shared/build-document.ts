import type { Node } from 'prosemirror-model'
import { schema } from '../../shared/schema/schema.ts'

/**
 * Documents in a line each: pages of blocks, where `--` is a division, `mt: words` a block in hand `mt`, `*` an anchor point (the notes n1,
 * n2 … in order), and `<` and `>` mark a selection's anchor and head.
 */
export function build(pages: readonly (readonly string[])[], notes: readonly string[] = []) {
  let points = 0
  let blocks = 0
  const place: { anchor?: number; head?: number } = {}
  const body: Node[] = []
  let at = 2
  const block = (line: string) => {
    const [, hand, words] = /^(?:(\w+): )?(.*)$/s.exec(line)!
    const content: Node[] = []
    at += 1
    for (const piece of words!.split(/([<>*|])/)) {
      if (piece === '<') place.anchor = at
      else if (piece === '>') place.head = at
      else if (piece === '*') content.push(schema.node('point', { note: `n${++points}` }))
      else if (piece === '|') content.push(schema.node('lb'))
      else if (piece !== '') content.push(schema.text(piece))
      if (piece !== '<' && piece !== '>') at += piece.length
    }
    at += 1
    return schema.node('block', { id: `b${++blocks}`, hand: hand ?? null }, content)
  }
  for (const [index, lines] of pages.entries()) {
    const content = lines.map((line) => {
      if (line !== '--') return block(line)
      at += 1
      return schema.node('division', { id: `d${index}` })
    })
    body.push(schema.node('page', { id: `p${index + 1}` }, content))
    at += 2
  }
  const margin = notes.map((words, index) =>
    schema.node('note', { id: `n${index + 1}` }, words === '' ? [] : [schema.text(words)]),
  )
  const doc = schema.node('doc', null, [schema.node('body', null, body), schema.node('margin', null, margin)])
  doc.check()
  return { doc, anchor: place.anchor ?? 0, head: place.head ?? place.anchor ?? 0 }
}

/** The same short form back: pages of blocks, and the notes. */
export function show(doc: Node): readonly (readonly string[])[] {
  const line = (node: Node) => {
    if (node.type.name === 'division') return '--'
    let words = node.attrs.hand ? `${node.attrs.hand}: ` : ''
    node.forEach((child) => {
      words += child.isText ? child.text : { point: '*', lb: '|', gap: '[gap]' }[child.type.name]
    })
    return words
  }
  return (doc.firstChild?.children ?? []).map((page) => page.children.map(line))
}

/** The words of the notes. */
export function showNotes(doc: Node): readonly string[] {
  return (doc.lastChild?.children ?? []).map((note) => note.textBetween(0, note.content.size))
}

/** Where the caret is, as the text of its block with `<` at the anchor and `>` at the head (one `^` where they are the same). */
export function showCaret(doc: Node, anchor: number, head: number): string {
  const $head = doc.resolve(head)
  const text = $head.parent.textBetween(0, $head.parent.content.size, '', '·')
  if (anchor === head) return `${text.slice(0, $head.parentOffset)}^${text.slice($head.parentOffset)}`
  return `${doc.resolve(anchor).parent.textContent}#${doc.resolve(anchor).parentOffset} ${text}#${$head.parentOffset}`
}
