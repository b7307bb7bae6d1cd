import { useTip } from '../state/actions.ts'
import { useApp } from '../state/context.ts'
import { keysOf } from '../state/own-keys.ts'
import { isMac, shownKey } from '../ui/keys.ts'
import { useObservable } from '../ui/observable.ts'
import { ACTIONS } from './actions.ts'

const STEPS = [
  { action: 'block', words: 'state the roles' },
  { action: 'lift', words: 'lift the handwriting' },
  { action: 'error', words: 'correct' },
] as const

/** What a first letter asks for, in three words: each does it. It goes for good when it is put away. */
export function WhatNext() {
  const app = useApp()
  const tip = useTip()
  const opened = useObservable(app.opened)
  const reading = useObservable(app.reading)
  const { begun } = useObservable(app.settings)
  if (!opened?.writable || reading || begun !== undefined) return null
  return (
    <span className="what-next">
      Next:{' '}
      {STEPS.map(({ action, words }) => {
        const one = ACTIONS.find(({ id }) => id === action)!
        const [key] = keysOf(one)
        return (
          <button
            key={action}
            type="button"
            title={tip(action)}
            onMouseDown={(event) => event.preventDefault()}
            onClick={() => (one.can(app) ? one.run(app) : app.say(`${words}: select words of the text first.`))}
          >
            {words} {key ? <kbd>{shownKey(key, isMac)}</kbd> : null}
          </button>
        )
      })}
      <button type="button" title="Do not show this again" onClick={() => void app.keepSetting('begun', 'yes')}>
        <span aria-hidden="true">✕</span>
        <span className="unseen-label">Hide what is next</span>
      </button>
    </span>
  )
}
