import { useMemo, useState } from 'react'
import type { Hit } from '../../../shared/search/find-words.ts'
import { inItsLine } from '../../../shared/search/tell-hits.ts'
import { Modal } from '../../ui/modal.tsx'
import { TickList } from '../../ui/tick-list.tsx'
import '../../styles/names.css'

interface Props {
  /** The places where it may be done, in their order. */
  readonly hits: readonly Hit[]
  /** As it was typed, and what it makes of each. */
  readonly other: string
  readonly wordsFor: (hit: Hit) => string
  readonly replace: (some: readonly Hit[]) => void
  readonly close: () => void
}

/** What a replacement would make of each line, before anything is replaced: each can be left out. */
export function ReplaceBox({ hits, other, wordsFor, replace, close }: Props) {
  const lines = useMemo(() => hits.map((hit) => ({ hit, ...inItsLine(hit.context()) })), [hits])
  const [left, setLeft] = useState<ReadonlySet<string>>(new Set())
  const keyOf = ({ from }: Hit) => String(from)
  const ticked = hits.filter((hit) => !left.has(keyOf(hit)))
  const turn = (key: string, isTicked: boolean) => {
    const next = new Set(left)
    if (isTicked) next.delete(key)
    else next.add(key)
    setLeft(next)
  }
  const take = () => {
    if (ticked.length === 0) return
    close()
    replace(ticked)
  }
  const rows = lines.map(({ hit, before, words, after }) => ({
    key: keyOf(hit),
    ticked: !left.has(keyOf(hit)),
    content: (
      <>
        <span className="search-where">p. {hit.page}</span>
        <bdi>
          {before}
          <del>{words}</del> <ins>{wordsFor(hit)}</ins>
          {after}
        </bdi>
      </>
    ),
  }))
  return (
    <Modal label="Look at each replacement" className="names" close={close}>
      <div className="names-box">
        <p className="chooser-title">{other === '' ? 'These words would go' : `“${other}” would stand in their place`}</p>
        <p className="search-says row" role="status">
          {ticked.length} of {hits.length} are ticked. <kbd>↑</kbd> <kbd>↓</kbd> move, <kbd>Space</kbd> ticks or unticks.
        </p>
        <TickList rows={rows} turn={turn} take={take} empty="There is nothing that may be replaced at one go." />
        <div className="form-end">
          <button type="button" onClick={close}>
            Cancel <kbd>Esc</kbd>
          </button>
          <button type="button" className="primary" onClick={take} disabled={ticked.length === 0}>
            Replace {ticked.length} <kbd>Enter</kbd>
          </button>
        </div>
      </div>
    </Modal>
  )
}
