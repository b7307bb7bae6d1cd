import type { LucideIcon } from 'lucide-react'
import { whyNot } from '../state/action.ts'
import { useTip } from '../state/actions.ts'
import { useApp } from '../state/context.ts'
import { ACTIONS } from './actions.ts'

/** An action as a button with a sign. */
export interface Tool {
  /** The id of the action that it runs. */
  readonly action: string
  readonly words: string
  readonly Icon: LucideIcon
  /** Its sign says enough: the words are read out, not shown. */
  readonly bare?: true
  /** It asks for one thing more. */
  readonly asks?: true
}

interface Props {
  readonly tool: Tool
  /** Whether Tab stops at it. */
  readonly isStop: boolean
  readonly took?: () => void
}

/** Runs the action, or says why it cannot be done now. A press leaves the selection as it is: that is what the action is about. */
export function ToolButton({ tool, isStop, took }: Props) {
  const app = useApp()
  const tip = useTip()
  const action = ACTIONS.find(({ id }) => id === tool.action)!
  const reason = whyNot(action, app)
  const run = () => {
    if (reason === null) action.run(app)
    else app.say(`${tool.words}: ${reason}`)
  }
  return (
    <button
      type="button"
      className="tool"
      tabIndex={isStop ? 0 : -1}
      {...(isStop ? { 'data-focus-first': true } : {})}
      aria-disabled={reason !== null}
      aria-haspopup={tool.asks ? 'dialog' : undefined}
      title={reason === null ? tip(tool.action) : `${tip(tool.action)}: ${reason}`}
      onFocus={took}
      // the words that are selected stay so: they are what it is about
      onMouseDown={(event) => event.preventDefault()}
      onClick={run}
    >
      <tool.Icon aria-hidden="true" size={16} strokeWidth={1.75} />
      <span className={tool.bare ? 'unseen-label' : 'tool-words'}>{tool.words}</span>
      {tool.asks ? <span aria-hidden="true" className="asks" /> : null}
    </button>
  )
}
