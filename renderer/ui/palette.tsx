import { useMemo } from 'react'
import { ACTIONS } from '../app/actions/actions.ts'
import { keysOf } from '../app/actions/own-keys.ts'
import type { Listing } from '../app/choosers/choice.ts'
import { useBench } from '../app/context.ts'
import { ListingBox } from './listing-box.tsx'

/** Every command with its key: typing narrows, Enter does it. */
export function Palette({ close }: { readonly close: () => void }) {
  const bench = useBench()
  const listing = useMemo(
    (): Listing => ({
      title: 'All commands',
      placeholder: 'What do you want to do?',
      empty: 'No command is called that.',
      options: ACTIONS.map((action) => ({
        id: action.id,
        label: action.label,
        detail: action.menu,
        keys: keysOf(action),
        disabled: !action.can(bench),
        run: () => action.run(bench),
      })),
    }),
    [bench],
  )
  return <ListingBox listing={listing} close={close} />
}
