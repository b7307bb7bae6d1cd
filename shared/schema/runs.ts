import { Fragment, type Mark, type Node } from 'prosemirror-model'
import type { Annotation, Annotations, Run } from '../model/transcript.ts'
import { schema } from './schema.ts'

/** An annotation without its id, from a mark. */
export function annotationOf(mark: Mark): Annotation {
  const { id: _, ...attrs } = mark.attrs
  return { type: mark.type.name, attrs }
}

/**
 * The inline content of a block or note as runs in canonical form: ids of a run sorted, equal neighbours merged, annotations in one map
 * sorted by id. Two documents that hold the same give the same runs, whatever order their marks were added in.
 */
export function toRuns(content: Fragment): { readonly content: readonly Run[]; readonly annotations: Annotations } {
  const runs: Run[] = []
  const found = new Map<string, Annotation>()
  content.forEach((node) => {
    for (const mark of node.marks) found.set(mark.attrs.id, annotationOf(mark))
    const ids = node.marks.map((mark) => String(mark.attrs.id)).sort()
    if (!node.isText) {
      runs.push({ type: 'atom', atom: node.type.name, attrs: node.attrs, in: ids })
      return
    }
    const last = runs.at(-1)
    if (last?.type === 'text' && last.in.join() === ids.join())
      runs[runs.length - 1] = { ...last, text: last.text + (node.text ?? '') }
    else runs.push({ type: 'text', text: node.text ?? '', in: ids })
  })
  const annotations = Object.fromEntries([...found].sort(([a], [b]) => (a < b ? -1 : 1)))
  return { content: runs, annotations }
}

/** Runs back into inline content. Runs and annotations must have been validated (`shared/format`). */
export function fromRuns(runs: readonly Run[], annotations: Annotations): Fragment {
  const marks = new Map<string, Mark>()
  for (const [id, annotation] of Object.entries(annotations))
    marks.set(id, schema.mark(annotation.type, { ...annotation.attrs, id }))
  const nodes: Node[] = []
  for (const run of runs) {
    let set: readonly Mark[] = []
    for (const id of run.in) {
      const mark = marks.get(id)
      if (mark) set = mark.addToSet(set)
    }
    if (run.type === 'text') {
      if (run.text !== '') nodes.push(schema.text(run.text, set))
    } else nodes.push(schema.nodes[run.atom]!.create(run.attrs, null, set))
  }
  return Fragment.fromArray(nodes)
}
