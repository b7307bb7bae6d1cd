import type { KeyboardEvent, ReactNode } from 'react'
import { ListBox, ListBoxItem, ListLayout, Virtualizer } from 'react-aria-components'

export interface ReviewRow {
  readonly key: string
  /** What a screen reader says of it. */
  readonly says: string
  readonly content: ReactNode
}

interface Props {
  readonly label: string
  readonly rows: readonly ReviewRow[]
  readonly current: string | null
  /** The arrows, or a press, went to a row. */
  readonly show: (key: string) => void
  readonly take: (key: string) => void
  readonly refuse: (key: string) => void
}

const LAYOUT = { estimatedRowHeight: 44 }

/** Things to be decided one by one: the arrows go through them, Enter takes one, Backspace refuses it. */
export function ReviewList({ label, rows, current, show, take, refuse }: Props) {
  const onKeyDown = (event: KeyboardEvent) => {
    if (current === null || (event.key !== 'Backspace' && event.key !== 'Delete')) return
    event.preventDefault()
    refuse(current)
  }
  return (
    // biome-ignore lint/a11y/noStaticElementInteractions: a key of its rows, which have the focus
    <div className="review-list" onKeyDown={onKeyDown}>
      <Virtualizer layout={ListLayout} layoutOptions={LAYOUT}>
        <ListBox
          aria-label={label}
          data-focus-first
          className="review-rows"
          items={rows}
          selectionMode="single"
          selectionBehavior="replace"
          escapeKeyBehavior="none"
          selectedKeys={current === null ? [] : [current]}
          onSelectionChange={(keys) => {
            const [key] = keys === 'all' ? [] : keys
            if (key !== undefined) show(String(key))
          }}
          onAction={(key) => take(String(key))}
        >
          {({ key, says, content }) => (
            <ListBoxItem id={key} textValue={says} className="review-row">
              {content}
            </ListBoxItem>
          )}
        </ListBox>
      </Virtualizer>
    </div>
  )
}
