import type { ReactNode } from 'react'
import { useTip } from '../../state/actions.ts'
import { useApp } from '../../state/context.ts'
import type { OpenDocument } from '../../state/open-document.ts'
import { FieldEditor } from '../../ui/field-editor.tsx'
import { useObservable } from '../../ui/observable.ts'
import { askedFactsOf, factPick, keyOfFact } from './asked-facts.ts'
import type { Facts } from './groups-here.ts'
import { canBeFilledIn, isStated, shownFacts } from './shown-facts.ts'

interface Props {
  readonly opened: OpenDocument
  readonly facts: Facts
  readonly children?: ReactNode
}

/** What is stated of one thing, and the way to what else can be. A field that has or had the keys stays where it is, also when it is emptied. */
export function FactGroup({ opened, facts: { id, title, fields, change }, children }: Props) {
  const app = useApp()
  const tip = useTip()
  const asked = useObservable(askedFactsOf(app))
  const keep = (name: string) => {
    const key = keyOfFact(id, name)
    if (!asked.has(key)) askedFactsOf(app).set(new Set([...asked, key]))
  }
  const rows = shownFacts(fields, (name) => asked.has(keyOfFact(id, name)))
  const hidden = fields.filter(canBeFilledIn).length - rows.length - rows.filter(({ certainty }) => certainty).length
  return (
    <fieldset className="facts">
      <legend>{title}</legend>
      {rows.map(({ field, certainty }) => (
        <div key={`${id}-${field.name}`} className={certainty ? 'fact with-certainty' : 'fact'}>
          {[field, ...(certainty ? [certainty] : [])].map((one) => (
            // biome-ignore lint/a11y/noStaticElementInteractions: it only watches where the keys are
            <div
              key={one.name}
              data-fact={keyOfFact(id, one.name)}
              className={isStated(one) ? 'stated' : undefined}
              onFocus={() => keep(one.name)}
            >
              <FieldEditor field={one} change={(value) => change(one.name, value)} />
            </div>
          ))}
        </div>
      ))}
      {hidden > 0 ? (
        <button
          type="button"
          className="add-fact"
          title={tip('add-fact')}
          disabled={!opened.writable}
          onClick={() => app.overlay.pick(factPick(app, opened))}
        >
          Add a fact …
        </button>
      ) : null}
      {children}
    </fieldset>
  )
}
