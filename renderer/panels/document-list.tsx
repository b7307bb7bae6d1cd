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
            <span className="document-state">{stateOf(entry, desk?.opened.entry.id === entry.id)}</span>
          </button>
        </li>
      ))}
    </ul>
  )
}

/** How a document stands, in words and with a sign; what is kept beside it besides its transcript. */
function stateOf({ blocked, transcript, copies, damaged }: DocumentEntry, isOpen: boolean): string {
  if (blocked) return `○ ${blocked}`
  const state = transcript ? '◐ has a transcript' : isOpen ? '◐ open, nothing saved yet' : '○ never opened'
  const beside = [
    counted(copies.length, 'conflict copy', 'conflict copies'),
    counted(damaged.length, 'damaged version kept', 'damaged versions kept'),
  ]
  return [state, ...beside.filter(Boolean)].join(' · ')
}

const counted = (count: number, one: string, more: string) => (count === 0 ? '' : `${count} ${count === 1 ? one : more}`)
