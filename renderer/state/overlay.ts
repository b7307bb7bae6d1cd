import type { ReactNode } from 'react'
import type { Form, KeyMenu, QuickPick, TextFileDialog } from '../ui/choice.ts'
import { type Observable, observable } from '../ui/observable.ts'

/** What lies over the window until it is closed. A `box` is a feature's own, and draws itself. */
export type Overlay =
  | { readonly kind: 'menu'; readonly menu: KeyMenu }
  | { readonly kind: 'pick'; readonly pick: QuickPick }
  | { readonly kind: 'form'; readonly form: Form }
  | { readonly kind: 'file'; readonly file: TextFileDialog }
  | { readonly kind: 'box'; readonly name: string; readonly draw: (close: () => void) => ReactNode }

/** What lies over the window now. A box may open a form or a menu over itself, and has the keys again when that is closed. */
export class Overlays {
  /** From the lowest to the one that has the keys. */
  readonly all: Observable<readonly Overlay[]> = observable<readonly Overlay[]>([])

  menu(menu: KeyMenu): void {
    this.open({ kind: 'menu', menu })
  }

  pick(pick: QuickPick): void {
    this.open({ kind: 'pick', pick })
  }

  form(form: Form): void {
    this.open({ kind: 'form', form })
  }

  file(file: TextFileDialog): void {
    this.open({ kind: 'file', file })
  }

  box(name: string, draw: (close: () => void) => ReactNode): void {
    this.open({ kind: 'box', name, draw })
  }

  /** Closes this one, and no other that was opened meanwhile. */
  close(overlay: Overlay): void {
    this.all.set(this.all.get().filter((one) => one !== overlay))
  }

  get isOpen(): boolean {
    return this.all.get().length > 0
  }

  // one menu asks what the one before it left open: it takes its place
  private open(overlay: Overlay): void {
    const others = this.all.get().filter((one) => keyOf(one) !== keyOf(overlay))
    this.all.set([...others, overlay])
  }
}

/** No two that lie over the window have the same. */
export const keyOf = (overlay: Overlay): string => (overlay.kind === 'box' ? `box ${overlay.name}` : overlay.kind)
