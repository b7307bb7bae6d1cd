import { createContext, useContext, useId, useState } from 'react'
import { readDates } from '../../shared/propose/read-date.ts'
import type { AttributeSpec, AttributeValue } from '../../shared/vocabulary/attribute.ts'
import { isoDate } from '../../shared/vocabulary/iso-date.ts'
import type { Field } from './choice.ts'
import { ChoiceButtons } from './choice-buttons.tsx'
import { GrowingLine } from './growing-line.tsx'

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
      if (field.buttons)
        return (
          <div className="field">
            <span>{spec.label}</span>
            <ChoiceButtons
              label={spec.label}
              value={value}
              options={Object.entries(spec.values)}
              change={change}
              disabled={readOnly === true}
            />
          </div>
        )
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
      if (field.long) return <LongField field={field} id={id} change={change} focus={focus} />
      return (
        <label className="field" htmlFor={id}>
          <span id={`${id}-label`}>{spec.label}</span>
          <GrowingLine
            id={id}
            focus={focus}
            value={String(value ?? '')}
            readOnly={readOnly}
            placeholder={field.inherited}
            change={(words) => change(words === '' && spec.kind === 'text' ? null : words)}
          />
        </label>
      )
    case 'list':
      return <ListField field={field} id={id} change={change} focus={focus} />
    case 'date':
      return <DateField field={field} id={id} change={change} focus={focus} />
    case 'choices':
      return (
        <fieldset className="field choices">
          <legend>{spec.label}</legend>
          {Object.entries(spec.values).map(([key, label], at) => (
            <label key={key} className="flag">
              <input
                type="checkbox"
                {...(at === 0 ? focus : {})}
                checked={chosen(value).includes(key)}
                disabled={readOnly === true}
                onChange={() => change(toggled(Object.keys(spec.values), chosen(value), key))}
              />
              <span>{label}</span>
            </label>
          ))}
        </fieldset>
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

const chosen = (value: AttributeValue): readonly unknown[] => (Array.isArray(value) ? value : [])

/** In the order of the vocabulary, whatever was ticked first. */
function toggled(all: readonly string[], now: readonly unknown[], key: string): readonly string[] {
  return all.filter((one) => (one === key ? !now.includes(key) : now.includes(one)))
}

interface FieldProps {
  readonly field: Field
  readonly id: string
  readonly change: Props['change']
  readonly focus: object
}

/** A sentence or two. */
function LongField({ field: { spec, value, inherited, readOnly }, id, change, focus }: FieldProps) {
  return (
    <label className="field" htmlFor={id}>
      <span>{spec.label}</span>
      <textarea
        id={id}
        rows={2}
        {...focus}
        value={String(value ?? '')}
        placeholder={inherited}
        readOnly={readOnly}
        onChange={(event) => change(event.target.value === '' ? null : event.target.value)}
      />
    </label>
  )
}

/** Several words in one line, separated by semicolons. */
function ListField({ field: { spec, value, readOnly }, id, change, focus }: FieldProps) {
  const [typed, setTyped] = useState<string | null>(null)
  const take = (words: string) => {
    setTyped(words)
    change(
      words
        .split(';')
        .map((one) => one.trim())
        .filter((one) => one !== ''),
    )
  }
  return (
    <label className="field" htmlFor={id}>
      <span id={`${id}-label`}>{spec.label}</span>
      <GrowingLine
        id={id}
        placeholder="separated by semicolons"
        focus={focus}
        value={typed ?? chosen(value).join('; ')}
        readOnly={readOnly}
        change={take}
        onBlur={() => setTyped(null)}
      />
    </label>
  )
}

/** A year, a month or a day. What is none is kept in the field and said, and never stated. */
function DateField({ field: { spec, value, readOnly }, id, change, focus }: FieldProps) {
  const [typed, setTyped] = useState<string | null>(null)
  const shown = typed ?? String(value ?? '')
  const wrong = shown.trim() !== '' && dateIn(shown) === null
  const take = (words: string) => {
    setTyped(words)
    const date = dateIn(words)
    if (words.trim() === '') change(null)
    else if (date !== null) change(date)
  }
  return (
    <label className="field" htmlFor={id}>
      <span>{spec.label}</span>
      <input
        id={id}
        type="text"
        placeholder="such as 12 March 1982"
        {...focus}
        value={shown}
        readOnly={readOnly}
        aria-invalid={wrong}
        aria-describedby={wrong ? `${id}-wrong` : undefined}
        onChange={(event) => take(event.target.value)}
        onBlur={() => setTyped(wrong ? shown : null)}
      />
      {wrong ? (
        <small id={`${id}-wrong`} className="wrong">
          Not stated yet: write a day, a month or a year, as 12 March 1982, March 1982, 1982 or 1982-03-12.
        </small>
      ) : null}
    </label>
  )
}

/** The date that words of a field state: in ISO 8601, or in words that say their year and can mean one day only. */
function dateIn(words: string): string | null {
  const iso = isoDate(words.trim())
  if (iso !== null) return iso
  const read = readDates(words, null)
  return read.length === 1 && /\d{4}\s*$/u.test(words) ? read[0]!.when : null
}

/** What a reference can be to, with the name of each; `only`: of long lists, this one alone. Null where nothing can be named here. */
export type ReferenceOptions = (
  spec: Extract<AttributeSpec, { readonly kind: 'reference' }>,
  value: AttributeValue,
  only: boolean,
) => readonly (readonly [key: string, label: string])[] | null

/** Whoever shows fields says what their references can be to. */
export const ReferenceOptionsContext = createContext<ReferenceOptions>(() => null)

function ReferenceField({ field, id, change, focus }: FieldProps) {
  const optionsOf = useContext(ReferenceOptionsContext)
  // thousands of notes are made into a list only when somebody asks for it
  const [asked, setAsked] = useState(false)
  if (field.spec.kind !== 'reference') return null
  const options = optionsOf(field.spec, field.value, !asked)
  if (options === null) return null
  return (
    <label className="field" htmlFor={id} onFocus={() => setAsked(true)} onPointerDown={() => setAsked(true)}>
      <span>{field.spec.label}</span>
      <Select id={id} value={field.value} options={options} change={change} focus={focus} disabled={field.readOnly === true} />
    </label>
  )
}

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
