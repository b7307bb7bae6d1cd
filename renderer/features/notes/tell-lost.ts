import type { Node } from 'prosemirror-model'
import type { TrayEntry } from '../../../shared/model/transcript.ts'
import { MARGIN, type MarginName } from '../../../shared/vocabulary/margin.ts'
import { labelOf } from '../../../shared/vocabulary/vocabulary.ts'
import type { Notice } from '../../state/app-core.ts'
import type { AppState } from '../../state/app-state.ts'
import { beginning } from './beginning.ts'

/** The notice that stands now, of each window. */
const standing = new WeakMap<AppState, Notice>()

/**
 * To be called after every change: says which notes and tags have just lost the words that they stood on, and leads to where they wait. What
 * stands beside the text would be gone from sight without a word. Once they have words again, nothing is said any more.
 */
export function tellLost(app: AppState, before: Node, after: Node): void {
  const [was, now] = [before.attrs.tray as readonly TrayEntry[], after.attrs.tray as readonly TrayEntry[]]
  if (was === now) return
  const lost = now.filter(({ id }) => !was.some((other) => other.id === id))
  const notes = lost.filter(({ type }) => isObject(type))
  if (notes.length > 0) {
    app.notify('warning', sentence(notes), [{ label: 'Show where it waits', run: () => showLost(app) }])
    standing.set(app, app.notice.get()!)
  } else if (lost.length > 0)
    app.say(
      `${nameOf(lost[0]!)} “${beginning(lost[0]!.was, 40)}” lost its words: it waits under Lost (Alt+T). Undo brings it back.`,
    )
  const notice = standing.get(app)
  if (notice && lost.length === 0 && now.length < was.length && app.notice.get() === notice) app.notice.set(null)
}

const isObject = (type: string): type is MarginName => Object.hasOwn(MARGIN, type)

const nameOf = ({ type }: TrayEntry): string => {
  const label = labelOf(type)
  return label.charAt(0).toUpperCase() + label.slice(1)
}

function sentence(notes: readonly TrayEntry[]): string {
  const [first] = notes
  if (notes.length > 1)
    return `${notes.length} notes have lost their places: what they stood beside was deleted. They are kept and saved, but stand nowhere on the sheet until you give them places (Alt+T). Undo brings them back.`
  const words = first!.was ? ` (“${beginning(first!.was, 40)}”)` : ''
  return `${nameOf(first!)}${words} has lost its place: what it stood beside was deleted. It is kept and saved, but stands nowhere on the sheet until you give it a place (Alt+T). Undo brings it back.`
}

function showLost(app: AppState): void {
  app.drawer.set(true)
  app.panel.set('lost')
  app.opened.get()?.upToDate()
  requestAnimationFrame(() => document.querySelector<HTMLElement>('[data-part="inspector"] [role="tabpanel"] button')?.focus())
}
