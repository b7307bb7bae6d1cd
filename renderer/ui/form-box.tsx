import { type FormEvent, useEffect, useRef, useState } from 'react'
import type { AttributeValue } from '../../shared/vocabulary/attribute.ts'
import type { Form } from './choice.ts'
import { FieldEditor } from './field-editor.tsx'
import { Modal } from './modal.tsx'
import '../styles/wide-form.css'

interface Props {
  readonly form: Form
  /** What it stands beside on the screen, or null. */
  readonly beside?: DOMRectReadOnly | null
  readonly close: () => void
}

/** A small form over the text; Enter does it, Esc leaves everything as it is. */
export function FormBox({ form, beside = null, close }: Props) {
  const values = useRef<Record<string, AttributeValue>>(Object.fromEntries(form.fields.map(({ name, value }) => [name, value])))
  const [shown, setShown] = useState(values.current)
  const [values0] = useState(values.current)
  const [fault, setFault] = useState<{ readonly field: string | null; readonly sentence: string } | null>(null)
  const box = useRef<HTMLFormElement>(null)
  useEffect(() => {
    const first = box.current?.querySelector<HTMLElement>('[data-focus-first]')
    first?.focus()
    if (first instanceof HTMLInputElement || first instanceof HTMLTextAreaElement) first.select()
  }, [])
  const submit = (event: FormEvent) => {
    event.preventDefault()
    const why = form.submit(values.current)
    if (why === null) {
      close()
      return
    }
    const { field, sentence } = typeof why === 'string' ? { field: null, sentence: why } : why
    setFault({ field, sentence })
    if (field !== null) box.current?.querySelector<HTMLElement>(`[data-field="${field}"] :is(input, textarea, select)`)?.focus()
  }
  return (
    <Modal
      label={form.title}
      className={form.wide ? 'form-frame wide' : 'form-frame'}
      beside={beside}
      close={close}
      keep={shown !== values0}
    >
      <form
        ref={box}
        className="form"
        aria-label={form.title}
        onSubmit={submit}
        onKeyDown={(event) => {
          // in a list Enter would only open it, in a long field begin a line; here it means what the button says
          const { target } = event
          if (event.key !== 'Enter' || !(target instanceof HTMLSelectElement || target instanceof HTMLTextAreaElement)) return
          event.preventDefault()
          box.current?.requestSubmit()
        }}
      >
        <p className="chooser-title">{form.title}</p>
        {form.hint ? <p className="form-hint">{form.hint}</p> : null}
        {form.fields.map((field, index) => (
          <div key={field.name} className={fault?.field === field.name ? 'at-fault' : undefined} data-field={field.name}>
            {field.group ? <p className="form-group">{field.group}</p> : null}
            <FieldEditor
              first={index === 0}
              field={{ ...field, value: shown[field.name] === undefined ? field.value : shown[field.name]! }}
              change={(value) => {
                values.current = { ...values.current, [field.name]: value }
                setShown(values.current)
              }}
            />
          </div>
        ))}
        <p className="form-fault" role={fault ? 'alert' : undefined}>
          {fault?.sentence}
        </p>
        <div className="form-end">
          <button type="button" onClick={close}>
            Cancel <kbd>Esc</kbd>
          </button>
          <button type="submit" className="primary">
            {form.verb} <kbd>Enter</kbd>
          </button>
        </div>
      </form>
    </Modal>
  )
}
