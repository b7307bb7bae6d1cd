import { useId } from 'react'
import { UNKNOWN_MANUSCRIPT } from '../../shared/model/hand.ts'
import type { AttributeValue } from '../../shared/vocabulary/attribute.ts'
import type { Field } from '../app/choice.ts'
import { useBench } from '../app/context.ts'
import { useObservable } from '../app/observable.ts'

interface Props {
  readonly field: Field
  readonly change: (value: AttributeValue) => void
  readonly first?: boolean
}

/** One attribute of the vocabulary as a form field. "Not stated" is the first choice of every list. */
export function FieldEditor({ field, change, first = false }: Props) {
  const id = useId()
  const { spec, value, readOnly } = field
  const focus = first ? { 'data-focus-first': true } : {}
  switch (spec.kind) {
    case 'choice':
      return (
        <label className="field" htmlFor={id}>
          <span>{spec.label}</span>
          <Select
            id={id}
            value={value}
            options={Object.entries(spec.values)}
            change={change}
            focus={focus}
            disabled={readOnly === true}
            stated={field.stated === true}
          />
        </label>
      )
    case 'text':
    case 'words':
      return (
        <label className="field" htmlFor={id}>
          <span>{spec.label}</span>
          <input
            id={id}
            type="text"
            {...focus}
            value={String(value ?? '')}
            readOnly={readOnly}
            onChange={(event) => change(event.target.value === '' && spec.kind === 'text' ? null : event.target.value)}
          />
        </label>
      )
    case 'number':
      return (
        <label className="field" htmlFor={id}>
          <span>{spec.label}</span>
          <input
            id={id}
            type="number"
            min={0}
            {...focus}
            value={value === null ? '' : Number(value)}
            readOnly={readOnly}
            onChange={(event) => change(event.target.value === '' ? null : Number(event.target.value))}
          />
        </label>
      )
    case 'flag':
      return (
        <label className="field flag" htmlFor={id}>
          <input
            id={id}
            type="checkbox"
            {...focus}
            checked={value === true}
            disabled={readOnly}
            onChange={(event) => change(event.target.checked)}
          />
          <span>{spec.label}</span>
        </label>
      )
    case 'reference':
      return <ReferenceField field={field} id={id} change={change} focus={focus} />
    case 'ranges':
    case 'record':
      return null
  }
}

function ReferenceField({
  field,
  id,
  change,
  focus,
}: {
  readonly field: Field
  readonly id: string
  readonly change: Props['change']
  readonly focus: object
}) {
  const bench = useBench()
  const desk = useObservable(bench.desk)
  if (field.spec.kind !== 'reference' || !desk) return null
  const options: (readonly [string, string])[] =
    field.spec.to === 'hands'
      ? [
          ...desk.hands.get().map((hand) => [hand.id, `${hand.badge} · ${hand.name}`] as const),
          [UNKNOWN_MANUSCRIPT.id, UNKNOWN_MANUSCRIPT.name],
        ]
      : field.spec.to === 'people'
        ? desk.people.get().map((person) => [person.id, person.name])
        : notesOf(desk.view?.state.doc.lastChild?.children ?? [])
  return (
    <label className="field" htmlFor={id}>
      <span>{field.spec.label}</span>
      <Select id={id} value={field.value} options={options} change={change} focus={focus} disabled={field.readOnly === true} />
    </label>
  )
}

const notesOf = (
  objects: readonly {
    readonly type: { readonly name: string }
    readonly attrs: { readonly [key: string]: unknown }
    readonly textContent: string
  }[],
) =>
  objects
    .filter((object) => object.type.name === 'note')
    .map((object) => [String(object.attrs.id), `“${object.textContent.slice(0, 40)}”`] as const)

interface SelectProps {
  readonly id: string
  readonly value: AttributeValue
  readonly options: readonly (readonly [string, string])[]
  readonly change: Props['change']
  readonly focus: object
  readonly disabled: boolean
  readonly stated?: boolean
}

function Select({ id, value, options, change, focus, disabled, stated = false }: SelectProps) {
  return (
    <select
      id={id}
      {...focus}
      disabled={disabled}
      value={value === null ? '' : String(value)}
      onChange={(event) => change(event.target.value === '' ? null : event.target.value)}
    >
      {stated ? null : <option value="">not stated</option>}
      {options.map(([key, label]) => (
        <option key={key} value={key}>
          {label}
        </option>
      ))}
    </select>
  )
}
