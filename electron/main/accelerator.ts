const NAMES: Readonly<Record<string, string>> = {
  Ctrl: 'CmdOrCtrl',
  ArrowUp: 'Up',
  ArrowDown: 'Down',
  ArrowLeft: 'Left',
  ArrowRight: 'Right',
}

/** A key of the key table as Electron writes it: `Ctrl+ArrowUp` → `CmdOrCtrl+Up`. */
export function acceleratorOf(key: string): string {
  return key
    .split('+')
    .map((part) => NAMES[part] ?? part)
    .join('+')
}
