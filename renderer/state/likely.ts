import type { KeyMenu } from '../ui/choice.ts'
import type { OpenDocument } from './open-document.ts'

/** As many entries stand before the others. */
const FIRST = 3

/** What was chosen in the menus of a document since it was opened, by the kind of the menu: the last first. */
const chosen = new WeakMap<OpenDocument, ReadonlyMap<string, readonly string[]>>()

/**
 * A menu in which the likeliest entries stand first: what the document itself speaks for (`evidence`, labels, the likeliest first), then what was
 * chosen last in menus of this kind. It only stands first: nothing is chosen by it. What asks for something new is never likely.
 */
export function likeliestFirst(opened: OpenDocument, kind: string, menu: KeyMenu, evidence: readonly string[] = []): KeyMenu {
  const labels = menu.options.map(({ label }) => label)
  const last = chosen.get(opened)?.get(kind) ?? []
  const likely = [...new Set([...evidence, ...last])].map((label) => labels.indexOf(label)).filter((at) => at >= 0)
  const options = menu.options.map((option) => ({
    ...option,
    run: () => {
      if (!option.label.endsWith('…')) remember(opened, kind, option.label)
      option.run()
    },
  }))
  return { ...menu, options, likely: likely.slice(0, FIRST) }
}

function remember(opened: OpenDocument, kind: string, label: string): void {
  const kinds = chosen.get(opened) ?? new Map<string, readonly string[]>()
  const others = (kinds.get(kind) ?? []).filter((one) => one !== label)
  chosen.set(opened, new Map([...kinds, [kind, [label, ...others].slice(0, FIRST)]]))
}
