import { useMemo } from 'react'
import { useBench } from '../../state/context.ts'
import { keysOf } from '../../state/own-keys.ts'
import type { Listing } from '../../ui/choice.ts'
import { ListingBox } from '../../ui/quick-pick-box.tsx'
import { ACTIONS } from '../../window/actions.ts'

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
