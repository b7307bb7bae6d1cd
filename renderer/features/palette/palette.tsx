import { useMemo } from 'react'
import { useActions } from '../../state/actions.ts'
import type { AppState } from '../../state/app-state.ts'
import { useApp } from '../../state/context.ts'
import { keysOf } from '../../state/own-keys.ts'
import type { QuickPick } from '../../ui/choice.ts'
import { QuickPickBox } from '../../ui/quick-pick-box.tsx'

/** Opens the list of all commands. */
export function openPalette(app: AppState): void {
  app.overlay.box('palette', (close) => <Palette close={close} />)
}

/** Every command with its key: typing narrows, Enter does it. */
function Palette({ close }: { readonly close: () => void }) {
  const app = useApp()
  const actions = useActions()
  const pick = useMemo(
    (): QuickPick => ({
      title: 'All commands',
      placeholder: 'What do you want to do?',
      empty: 'No command is called that.',
      options: actions.map((action) => ({
        id: action.id,
        label: action.label,
        detail: action.menu,
        keys: keysOf(action),
        disabled: !action.can(app),
        run: () => action.run(app),
      })),
    }),
    [app, actions],
  )
  return <QuickPickBox pick={pick} close={close} />
}
