import type { AttributeTable, AttributeValue } from '../../../shared/vocabulary/attribute.ts'
import { COLLECTION_FACTS } from '../../../shared/vocabulary/collection.ts'
import { POLICY, POLICY_FIELDS, type PolicyField } from '../../../shared/vocabulary/policy.ts'
import type { AppState } from '../../state/app-state.ts'
import { letterOf } from '../../state/own-keys.ts'
import type { Field, Form, KeyMenu } from '../../ui/choice.ts'

type Part = 'description' | 'policy'

/** What the collection's file says in one of its parts. */
function partOf(app: AppState, part: Part): Readonly<Record<string, unknown>> {
  return app.registers.get()[part]
}

const words = (value: unknown) => (typeof value === 'string' && value.trim() !== '' ? value : null)

function form(
  app: AppState,
  part: Part,
  table: AttributeTable,
  fields: readonly Field[],
  about: Pick<Form, 'title' | 'hint'>,
): Form {
  return {
    ...about,
    fields,
    verb: 'Save',
    wide: true,
    submit: (values) => {
      // keys of other programs, and of later versions, stay
      const stated = Object.keys(table).map((name) => [name, words(values[name])] as const)
      void app.stateOfCollection(part, { ...partOf(app, part), ...Object.fromEntries(stated) })
      return null
    },
  }
}

/** The description of the collection. What it says of archive and rights holds for each paper that says nothing of its own. */
export function collectionForm(app: AppState): Form {
  const known = partOf(app, 'description')
  const fields = Object.entries(COLLECTION_FACTS).map(
    ([name, spec]): Field => ({ name, spec, value: words(known[name]) as AttributeValue }),
  )
  return form(app, 'description', COLLECTION_FACTS, fields, {
    title: 'The collection',
    hint: 'Repository, series, piece and rights hold for every paper that states none of its own. Nothing is filled in for you.',
  })
}

/** The editorial policy: what is stated, or the model wording to begin from, which is nobody's policy until it is stated. */
function policyForm(app: AppState, fromModel: boolean): Form {
  const known = partOf(app, 'policy')
  const fields = Object.entries(POLICY_FIELDS).map(([name, spec]): Field => {
    const { model } = POLICY[name as PolicyField]
    const value = words(known[name]) ?? (fromModel ? model : null)
    return { name, spec, value, long: true, inherited: `not stated; model: ${model}` }
  })
  return form(app, 'policy', POLICY_FIELDS, fields, {
    title: 'Editorial policy',
    hint: fromModel
      ? 'Model wording stands where nothing was stated: change it, empty it, or leave all as it was with Esc.'
      : 'What you state here leaves with every edition of this collection.',
  })
}

export function policyMenu(app: AppState): KeyMenu {
  return {
    title: 'Editorial policy of this collection',
    options: [
      {
        key: letterOf('policy.stated'),
        label: 'what is stated, to read and to change …',
        run: () => app.overlay.form(policyForm(app, false)),
      },
      {
        key: letterOf('policy.model'),
        label: 'begin from the model wording …',
        run: () => app.overlay.form(policyForm(app, true)),
      },
    ],
  }
}
