import type { Node } from 'prosemirror-model'
import { inlineOf } from '../../shared/commands/restore-unused.ts'
import type { NewId } from '../../shared/model/ids.ts'
import { emptyPaper } from '../../shared/model/paper.ts'
import { schema } from '../../shared/schema/schema.ts'

/** A document as an import makes it: blank lines part blocks, form feeds part pages; each block owns what it was read from. */
export function documentOf(texts: readonly string[], newId: NewId): Node {
  const pages: Node[] = []
  texts.forEach((text, original) => {
    let offset = 0
    for (const sheet of text.split('\f')) {
      const blocks: Node[] = []
      for (const match of sheet.matchAll(/\S(?:[\s\S]*?\S)??(?=\s*\n\s*\n|\s*$)/g)) {
        const start = offset + match.index
        blocks.push(
          schema.node('block', { id: newId(), source: [[original, start, start + match[0].length]] }, inlineOf(match[0])),
        )
      }
      pages.push(schema.node('page', { id: newId() }, blocks))
      offset += sheet.length + 1
    }
  })
  return schema.node('doc', { paper: emptyPaper('paper001') }, [schema.node('body', null, pages), schema.node('margin')])
}
