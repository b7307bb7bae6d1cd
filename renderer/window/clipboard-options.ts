import type { AppState } from '../state/app-state.ts'
import type { OpenDocument } from '../state/open-document.ts'
import type { MenuOption } from '../ui/choice.ts'
import { isMac, shownKey } from '../ui/keys.ts'

/** What the browser’s own menu would have: cut, copy, paste. What cannot be had without its key says so. */
export function clipboardOptions(app: AppState, opened: OpenDocument): readonly MenuOption[] {
  const { view } = opened
  if (!view) return []
  const option = (name: 'cut' | 'copy' | 'paste', label: string, key: string): MenuOption => ({
    key: '',
    label,
    keys: shownKey(key, isMac),
    // once the menu is gone: nothing behind it takes the focus before
    run: () =>
      void setTimeout(() => {
        view.focus()
        if (!document.execCommand(name))
          app.say(`${label}: press ${shownKey(key, isMac)}. The browser does it for the key alone.`)
      }),
  })
  const some = !view.state.selection.empty
  return [
    ...(some && opened.writable ? [option('cut', 'Cut', 'Ctrl+X')] : []),
    ...(some ? [option('copy', 'Copy', 'Ctrl+C')] : []),
    ...(opened.writable ? [option('paste', 'Paste', 'Ctrl+V')] : []),
  ]
}
