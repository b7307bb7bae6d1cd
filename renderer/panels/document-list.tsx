import type { DocumentEntry } from '../../shared/api/contract.ts'
import { useBench } from '../app/context.ts'
import { useObservable } from '../app/observable.ts'

/** The documents of the collection. Enter or a click opens; arrows move. */
export function DocumentList() {
  const bench = useBench()
  const collection = useObservable(bench.collection)
  const desk = useObservable(bench.desk)
  if (!collection) return <p className="empty">Reading the collection …</p>
  if (collection.documents.length === 0) {
    return (
      <p className="empty">
        This folder holds no transcripts yet. Put the machine transcripts (.txt or .md) into it; they appear here at once, and are
        never changed.
      </p>
    )
  }
  const move = (step: number, from: HTMLElement) => {
    const all = [...(from.closest('ul')?.querySelectorAll<HTMLElement>('button') ?? [])]
    all[Math.min(Math.max(all.indexOf(from) + step, 0), all.length - 1)]?.focus()
  }
  return (
    <ul className="documents" aria-label="Documents">
      {collection.documents.map((entry) => (
        <li key={entry.id}>
          <button
            type="button"
            aria-current={desk?.opened.entry.id === entry.id}
            onClick={() => void bench.open(entry)}
            onKeyDown={(event) => {
              const step = event.key === 'ArrowDown' ? 1 : event.key === 'ArrowUp' ? -1 : 0
              if (step === 0) return
              event.preventDefault()
              move(step, event.currentTarget)
            }}
          >
            <span className="document-name">{entry.original}</span>
            <span className="document-state">{stateOf(entry)}</span>
          </button>
        </li>
      ))}
    </ul>
  )
}

function stateOf(entry: DocumentEntry): string {
  const copies =
    entry.copies.length > 0 ? ` · ${entry.copies.length} conflict ${entry.copies.length === 1 ? 'copy' : 'copies'}` : ''
  if (entry.blocked) return `○ ${entry.blocked}`
  return (entry.transcript ? '◐ has a transcript' : '○ never opened') + copies
}
