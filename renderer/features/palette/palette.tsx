import { useMemo } from 'react'
import { useActions } from '../../state/actions.ts'
import type { AppState } from '../../state/app-state.ts'
import { useApp } from '../../state/context.ts'
import type { QuickPick } from '../../ui/choice.ts'
import { QuickPickBox } from '../../ui/quick-pick-box.tsx'
import { paletteEntries } from './palette-entries.ts'

/** Opens the list of all commands. */
export function openPalette(app: AppState): void {
  app.overlay.box('palette', (close) => <Palette close={close} />)
}

/** Every command with its key, and whatever has a name: typing narrows, Enter does it. */
function Palette({ close }: { readonly close: () => void }) {
  const app = useApp()
  const actions = useActions()
  const pick = useMemo(
    (): QuickPick => ({
      title: 'All commands',
      placeholder: 'A command, role, tag, hand, name or letter',
      empty: 'Nothing is called that.',
      options: paletteEntries(app, actions),
    }),
    [app, actions],
  )
  return <QuickPickBox pick={pick} close={close} />
}
