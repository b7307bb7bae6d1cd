import { useMemo } from 'react'
import { useApp } from '../../state/context.ts'
import { keysOf } from '../../state/own-keys.ts'
import type { QuickPick } from '../../ui/choice.ts'
import { QuickPickBox } from '../../ui/quick-pick-box.tsx'
import { ACTIONS } from '../../window/actions.ts'

/** Every command with its key: typing narrows, Enter does it. */
export function Palette({ close }: { readonly close: () => void }) {
  const app = useApp()
  const listing = useMemo(
    (): QuickPick => ({
      title: 'All commands',
      placeholder: 'What do you want to do?',
      empty: 'No command is called that.',
      options: ACTIONS.map((action) => ({
        id: action.id,
        label: action.label,
        detail: action.menu,
        keys: keysOf(action),
        disabled: !action.can(app),
        run: () => action.run(app),
      })),
    }),
    [app],
  )
  return <QuickPickBox listing={listing} close={close} />
}
