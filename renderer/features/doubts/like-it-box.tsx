import { useState } from 'react'
import type { DoubtPlace } from '../../../shared/doubt/doubt-places.ts'
import type { OpenDocument } from '../../state/open-document.ts'
import { Modal } from '../../ui/modal.tsx'
import { TickList } from '../../ui/tick-list.tsx'
import '../../styles/names.css'

interface Props {
  readonly opened: OpenDocument
  readonly places: readonly DoubtPlace[]
  readonly take: (some: readonly DoubtPlace[]) => void
  readonly close: () => void
}

/** So many letters of the line are shown before and after the words. */
const BESIDE = 40

/** What would be corrected at all places that are alike, before anything is: each can be left out. */
export function LikeItBox({ opened, places, take, close }: Props) {
  const [left, setLeft] = useState<ReadonlySet<string>>(new Set())
  const { text, proposals } = places[0]!.doubt
  const keyOf = ({ from }: DoubtPlace) => String(from)
  const ticked = places.filter((place) => !left.has(keyOf(place)))
  const turn = (key: string, isTicked: boolean) => {
    const next = new Set(left)
    if (isTicked) next.delete(key)
    else next.add(key)
    setLeft(next)
  }
  const takeTicked = () => {
    if (ticked.length === 0) return
    close()
    take(ticked)
  }
  const rows = places.map((place) => ({
    key: keyOf(place),
    ticked: !left.has(keyOf(place)),
    content: <Row opened={opened} place={place} />,
  }))
  return (
    <Modal label="Accept it for all like it" className="names" close={close}>
      <div className="names-box">
        <p className="chooser-title">
          “{proposals[0]}” would stand in the place of “{text}”
        </p>
        <p className="search-says row" role="status">
          {ticked.length} of {places.length} are ticked. <kbd>↑</kbd> <kbd>↓</kbd> move, <kbd>Space</kbd> ticks or unticks.
          Handwriting is not among them.
        </p>
        <TickList rows={rows} turn={turn} take={takeTicked} empty="No place is like it." />
        <div className="form-end">
          <button type="button" onClick={close}>
            Cancel <kbd>Esc</kbd>
          </button>
          <button type="button" className="primary" onClick={takeTicked} disabled={ticked.length === 0}>
            Accept {ticked.length} <kbd>Enter</kbd>
          </button>
        </div>
      </div>
    </Modal>
  )
}

function Row({ opened, place: { from, to, doubt } }: { readonly opened: OpenDocument; readonly place: DoubtPlace }) {
  const { document } = opened
  const $from = document.resolve(from)
  return (
    <>
      <span className="search-where">p. {$from.index(1) + 1}</span>
      <bdi>
        {document.textBetween(Math.max($from.start(), from - BESIDE), from, '')}
        <del>{doubt.text}</del> <ins>{doubt.proposals[0]}</ins>
        {document.textBetween(to, Math.min($from.end(), to + BESIDE), '')}
      </bdi>
    </>
  )
}
