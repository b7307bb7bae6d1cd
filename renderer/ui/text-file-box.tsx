import { type KeyboardEvent, useEffect, useRef, useState } from 'react'
import type { TextFileDialog } from './choice.ts'
import { Modal } from './modal.tsx'

/** A small file that is written by hand, with what is wrong in it said while it is written. Ctrl+Enter keeps it, Esc leaves everything as it is. */
export function TextFileBox({ file, close }: { readonly file: TextFileDialog; readonly close: () => void }) {
  const [text, setText] = useState(file.text)
  const field = useRef<HTMLTextAreaElement>(null)
  useEffect(() => {
    field.current?.focus()
    field.current?.setSelectionRange(0, 0)
  }, [])
  const problems = file.problems(text)
  const keep = () => {
    file.keep(text)
    close()
  }
  const keys = (event: KeyboardEvent) => {
    if (event.key === 'Enter' && (event.ctrlKey || event.metaKey)) {
      event.preventDefault()
      keep()
    }
  }
  return (
    <Modal label={file.title} className="form-frame wide" close={close} keep={text !== file.text}>
      <div className="form">
        <p className="chooser-title">{file.title}</p>
        <p className="form-hint">{file.hint}</p>
        <textarea
          ref={field}
          className="text-file"
          aria-label={file.title}
          spellCheck={false}
          wrap="off"
          rows={16}
          value={text}
          onChange={(event) => setText(event.target.value)}
          onKeyDown={keys}
        />
        <div className="text-problems" role="status" aria-label="What is said of it">
          {problems.map((problem) => (
            <p key={problem}>{problem}</p>
          ))}
        </div>
        <div className="form-end">
          <button type="button" onClick={close}>
            Cancel <kbd>Esc</kbd>
          </button>
          <button type="button" className="primary" onClick={keep}>
            Keep it <kbd>Ctrl+Enter</kbd>
          </button>
        </div>
      </div>
    </Modal>
  )
}
