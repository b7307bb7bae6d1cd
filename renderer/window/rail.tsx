import { FileText, Library, type LucideIcon, PenLine, Search, Signature, Users } from 'lucide-react'
import { type KeyboardEvent, useState } from 'react'
import { whyNot } from '../state/action.ts'
import { useTip } from '../state/actions.ts'
import { useApp } from '../state/context.ts'
import { observable, useObservable } from '../ui/observable.ts'
import { ACTIONS } from './actions.ts'

interface Sign {
  /** The id of the action that it runs. */
  readonly action: string
  readonly words: string
  readonly Icon: LucideIcon
}

const SIGNS: readonly Sign[] = [
  { action: 'documents', words: 'List', Icon: Library },
  { action: 'search', words: 'Search', Icon: Search },
  { action: 'names', words: 'Names', Icon: Users },
  { action: 'notes', words: 'Notes', Icon: PenLine },
  { action: 'hands', words: 'Hands', Icon: Signature },
  { action: 'describe-paper', words: 'Paper', Icon: FileText },
]

const NEVER = observable(0)

/** The ways to all lists, at the left edge: the documents open out of it, the others where they stand. Arrow keys go along it. */
export function Rail({ listShown }: { readonly listShown: boolean }) {
  const app = useApp()
  const tip = useTip()
  const opened = useObservable(app.opened)
  useObservable(opened?.tick ?? NEVER)
  useObservable(app.collection)
  const [at, setAt] = useState(0)
  const go = (event: KeyboardEvent<HTMLElement>) => {
    const to = { ArrowDown: at + 1, ArrowUp: at - 1, Home: 0, End: SIGNS.length - 1 }[event.key]
    if (to === undefined) return
    event.preventDefault()
    event.currentTarget.querySelectorAll('button')[(to + SIGNS.length) % SIGNS.length]?.focus()
  }
  return (
    <div role="toolbar" aria-orientation="vertical" aria-label="Lists" className="rail" onKeyDown={go}>
      {SIGNS.map(({ action: id, words, Icon }, index) => {
        const action = ACTIONS.find((one) => one.id === id)!
        const reason = whyNot(action, app)
        return (
          <button
            key={id}
            type="button"
            className="rail-button"
            tabIndex={index === at ? 0 : -1}
            {...(id === 'documents' ? { 'aria-expanded': listShown } : {})}
            aria-disabled={reason !== null}
            title={reason === null ? tip(id) : `${tip(id)}: ${reason}`}
            onFocus={() => setAt(index)}
            // the words that are selected stay so
            onMouseDown={(event) => event.preventDefault()}
            onClick={() => (reason === null ? action.run(app) : app.say(`${words}: ${reason}`))}
          >
            <Icon aria-hidden="true" size={18} strokeWidth={1.75} />
            <span>{words}</span>
          </button>
        )
      })}
    </div>
  )
}
