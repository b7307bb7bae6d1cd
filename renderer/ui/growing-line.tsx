import type { KeyboardEvent } from 'react'

interface Props {
  /** Its label is called by it and `-label`. */
  readonly id: string
  readonly value: string
  readonly change: (words: string) => void
  /** What makes it the first field of its form. */
  readonly focus: object
  readonly readOnly?: boolean | undefined
  readonly placeholder?: string | undefined
  readonly onBlur?: () => void
}

/** A field for one line of words that shows all of them: it wraps where they are longer than it is wide. It takes no line end. */
export function GrowingLine({ id, value, change, focus, readOnly, placeholder, onBlur }: Props) {
  return (
    <textarea
      id={id}
      // the words in it are no part of its label
      aria-labelledby={`${id}-label`}
      className="growing-line"
      rows={1}
      {...focus}
      value={value}
      readOnly={readOnly}
      placeholder={placeholder}
      onKeyDown={takeNoLineEnd}
      onChange={(event) => change(event.target.value.replaceAll(/\s*[\r\n]+\s*/g, ' '))}
      onBlur={onBlur}
    />
  )
}

/** What Enter means else is for the form or the panel around it. */
function takeNoLineEnd(event: KeyboardEvent): void {
  if (event.key === 'Enter' && !event.nativeEvent.isComposing) event.preventDefault()
}
