import {
  ArrowRightToLine,
  Brackets,
  Building2,
  Calendar,
  CircleQuestionMark,
  FilePlus2,
  Files,
  MapPin,
  PenLine,
  Pilcrow,
  Redo2,
  Signature,
  SpellCheck,
  TextSearch,
  Undo2,
  User,
} from 'lucide-react'
import { type KeyboardEvent, useState } from 'react'
import { useApp } from '../state/context.ts'
import { observable, useObservable } from '../ui/observable.ts'
import { type Tool, ToolButton } from './tool-button.tsx'

/** What the hand wants most often, by what it is about. */
const GROUPS: readonly (readonly Tool[])[] = [
  [
    { action: 'undo', words: 'Undo', Icon: Undo2, bare: true },
    { action: 'redo', words: 'Redo', Icon: Redo2, bare: true },
  ],
  [
    { action: 'block', words: 'Role', Icon: Pilcrow, asks: true },
    { action: 'hand', words: 'Hand', Icon: Signature, asks: true },
  ],
  [
    { action: 'lift', words: 'To margin', Icon: ArrowRightToLine, asks: true },
    { action: 'pen-mark', words: 'Pen mark', Icon: PenLine, asks: true },
  ],
  [
    { action: 'error', words: 'Correct', Icon: SpellCheck, asks: true },
    { action: 'unclear', words: 'Unclear', Icon: TextSearch },
    { action: 'gap', words: 'Gap', Icon: Brackets, asks: true },
  ],
  [
    { action: 'person', words: 'Person', Icon: User, asks: true },
    { action: 'place', words: 'Place', Icon: MapPin, asks: true },
    { action: 'organisation', words: 'Org', Icon: Building2, asks: true },
    { action: 'date', words: 'Date', Icon: Calendar, asks: true },
  ],
  [
    { action: 'split-page', words: 'Page', Icon: FilePlus2 },
    { action: 'begin-paper', words: 'Paper', Icon: Files },
  ],
  [{ action: 'help', words: 'Help', Icon: CircleQuestionMark, bare: true }],
]
const TOOLS = GROUPS.flat()

/** One row of what is wanted most often, each with sign and words. Arrow keys go along it; a press leaves the selection as it is. */
export function Toolbar() {
  const app = useApp()
  const opened = useObservable(app.opened)
  useObservable(opened?.tick ?? NEVER)
  useObservable(app.reading)
  const [at, setAt] = useState(0)
  const go = (event: KeyboardEvent<HTMLElement>) => {
    const to = { ArrowRight: at + 1, ArrowLeft: at - 1, Home: 0, End: TOOLS.length - 1 }[event.key]
    if (to === undefined) return
    event.preventDefault()
    event.currentTarget.querySelectorAll('button')[(to + TOOLS.length) % TOOLS.length]?.focus()
  }
  return (
    <div role="toolbar" aria-label="Tools" className="toolbar" data-part="tools" onKeyDown={go}>
      {GROUPS.map((group) => (
        <div key={group[0]!.action} className="tools">
          {group.map((tool) => (
            <ToolButton key={tool.action} tool={tool} isStop={TOOLS[at] === tool} took={() => setAt(TOOLS.indexOf(tool))} />
          ))}
        </div>
      ))}
    </div>
  )
}

const NEVER = observable(0)
