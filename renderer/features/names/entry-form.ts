import type { Person, Tenure } from '../../../shared/model/hand.ts'
import type { Named, NameKind } from '../../../shared/model/names.ts'
import { tenuresOf, withTenures } from '../../../shared/model/offices.ts'
import type { AttributeSpec, AttributeValue } from '../../../shared/vocabulary/attribute.ts'
import type { Field, Form } from '../../ui/choice.ts'

/** An entry of the register of people or of names. */
export type StatedEntry = { readonly kind: 'person'; readonly entry: Person } | { readonly kind: NameKind; readonly entry: Named }

interface Asked {
  readonly title: string
  readonly verb: string
  /** The entry as it is stated; a new one has its id and its name. */
  readonly before: Person | Named
  /** A sentence where it could not be done. */
  readonly submit: (stated: StatedEntry) => string | null
}

const SAYS: Readonly<Record<NameKind, string>> = {
  organisation: 'What it is, in words',
  place: 'Where it is, in words',
  work: 'Author, year, in words',
  event: 'When and what, in words',
  term: 'Expansion',
  paper: 'Reference, sender, date, in words',
}

/** States an entry of a register: nothing of it goes that the form does not show. */
export function entryForm({ title, verb, before, submit }: Asked): Form {
  const tenures = 'offices' in before ? [...tenuresOf(before), { office: '', from: null, to: null }] : []
  const fields = [
    text('name', 'Name', before.name),
    ...('offices' in before
      ? tenures.flatMap((tenure, at) => officeFields(tenure, at, tenures.length))
      : [text('says', SAYS[before.kind], before.says)]),
    text('authority', 'Link to an authority file', before.authority ?? null),
  ]
  return {
    title,
    hint: 'In the register of this collection, for everybody who works in it.',
    fields,
    verb,
    submit: (values) => {
      const name = words(values.name)
      const authority = words(values.authority)
      if (name === null) return 'Write the name first.'
      const wrong = authority === null ? null : notALink(authority)
      if (wrong !== null) return wrong
      if (!('offices' in before))
        return submit({ kind: before.kind, entry: { ...before, name, says: words(values.says), authority } })
      const stated = tenures.flatMap((_, at) => tenureFrom(values, at))
      const backwards = stated.find(({ from, to }) => from !== null && to !== null && from > to)
      if (backwards) return `“${backwards.office}” ends before it begins.`
      const { authority: _, ...person } = before
      const entry = withTenures({ ...person, name, ...(authority === null ? {} : { authority }) }, stated)
      return submit({ kind: 'person', entry })
    },
  }
}

function officeFields({ office, from, to }: Tenure, at: number, of: number): readonly Field[] {
  const more = of === 1 ? '' : at === of - 1 ? ' (one more)' : ` ${at + 1}`
  return [
    text(`office${at}`, `Office${more}`, office === '' ? null : office),
    field(`from${at}`, { kind: 'date', label: 'Held from' }, from),
    field(`to${at}`, { kind: 'date', label: 'Held to' }, to),
  ]
}

function tenureFrom(values: Readonly<Record<string, AttributeValue>>, at: number): readonly Tenure[] {
  const office = words(values[`office${at}`])
  return office === null ? [] : [{ office, from: words(values[`from${at}`]), to: words(values[`to${at}`]) }]
}

const field = (name: string, spec: AttributeSpec, value: string | null): Field => ({ name, spec, value })
const text = (name: string, label: string, value: string | null) => field(name, { kind: 'text', label }, value)
const words = (value: AttributeValue | undefined) => (typeof value === 'string' && value.trim() !== '' ? value.trim() : null)

/** A sentence where this is not the shape of a link. It is never looked up. */
function notALink(link: string): string | null {
  return /^https?:\/\/[^\s<>"]+$/.test(link) ? null : 'A link to an authority file begins with https:// and has no blanks.'
}
