import { paperHere, setPaper } from '../../../shared/commands/paper.ts'
import type { Paper } from '../../../shared/model/transcript.ts'
import { papersIn } from '../../../shared/schema/papers.ts'
import { type AttributeValue, emptyValue, isEmptyValue } from '../../../shared/vocabulary/attribute.ts'
import { INHERITED, PAPER, PAPER_FACTS, paperInWords } from '../../../shared/vocabulary/paper.ts'
import type { AppState } from '../../state/app-state.ts'
import type { OpenDocument } from '../../state/open-document.ts'
import type { Field, Form } from '../../ui/choice.ts'

type Name = keyof typeof PAPER | 'relatedHere' | 'relatedTo'

/** The form in its order: each group with its heading. */
const GROUPS: readonly (readonly [heading: string, fields: readonly Name[]])[] = [
  ['What it is', ['kind', 'copyStatus', 'relation', 'relatedHere', 'relatedTo', 'relatedAs', 'language']],
  ['Who to whom', ['from', 'to', 'copies', 'copyGroups', 'subject']],
  ['Date and place', ['date', 'dateWritten', 'notBefore', 'notAfter', 'cert', 'basis', 'basisNote', 'place']],
  ['References', ['ourReference', 'yourReference', 'fileReference']],
  ['Protective marking: of this paper alone', ['marking', 'covering', 'markingWritten', 'caveats']],
  ['Where it is kept, and rights', ['repository', 'series', 'piece', 'item', 'folios', 'rights', 'licence', 'withheld']],
]

/** The description of the paper that the caret is in. Nothing is stated beforehand; what the collection says is shown as inherited. */
export function paperForm(app: AppState, opened: OpenDocument): Form {
  const papers = papersIn(opened.state.doc)
  const index = paperHere(opened.state, papers)
  const { paper } = papers[index]!
  const others = papers
    .map((one, at) => [one.paper.id, `paper ${at + 1}: ${paperInWords(one.paper)}`] as const)
    .filter(([id]) => id !== paper.id)
  const specs = {
    ...PAPER,
    relatedHere: { kind: 'choice', label: 'To which paper here', values: Object.fromEntries(others) },
    relatedTo: { kind: 'text', label: 'Or to another, in words' },
  } as const
  const isHere = others.some(([id]) => id === paper.relatedTo)
  const stated: Readonly<Record<string, unknown>> = {
    ...paper,
    ...paper.facts,
    relatedHere: isHere ? paper.relatedTo : null,
    relatedTo: isHere ? null : paper.relatedTo,
  }
  const given = descriptionOf(app)
  const fields = GROUPS.flatMap(([group, names]) =>
    names
      .filter((name) => name !== 'relatedHere' || others.length > 0)
      .map((name, at): Field => {
        const value = (stated[name] ?? emptyValue(specs[name])) as AttributeValue
        const above = (INHERITED as readonly string[]).includes(name) ? given[name] : undefined
        return {
          name,
          spec: specs[name],
          value,
          ...(at === 0 ? { group } : {}),
          ...(typeof above === 'string' && above !== '' ? { inherited: `${above} (inherited)` } : {}),
        }
      }),
  )
  return {
    title: papers.length > 1 ? `Paper ${index + 1} of ${papers.length}` : 'The paper',
    hint: 'State what the paper, or its transcript, tells; leave everything else as it is: not stated.',
    fields,
    verb: 'Save',
    wide: true,
    submit: (values) => (opened.run(setPaper(paper.id, statedPaper(values))) ? null : 'This paper is not there any more.'),
  }
}

function statedPaper(values: Readonly<Record<string, AttributeValue>>): Partial<Paper> {
  const text = (name: string) => {
    const value = values[name]
    return typeof value === 'string' && value.trim() !== '' ? value : null
  }
  const facts = Object.entries(PAPER_FACTS).flatMap(([name, spec]) => {
    const value = typeof values[name] === 'string' ? text(name) : values[name]
    return value === undefined || isEmptyValue(spec, value) ? [] : [[name, value] as const]
  })
  return {
    kind: text('kind'),
    relation: text('relation'),
    relatedTo: text('relatedHere') ?? text('relatedTo'),
    copyStatus: text('copyStatus'),
    from: text('from'),
    to: text('to'),
    date: text('date'),
    language: text('language'),
    facts: Object.fromEntries(facts),
  }
}

/** What the collection's description says, as it stands in the registers. */
function descriptionOf(app: AppState): Readonly<Record<string, unknown>> {
  return app.registers.get().description
}
