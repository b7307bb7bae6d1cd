import { useMemo, useState } from 'react'
import { type Hand, layerOf } from '../../../shared/model/hand.ts'
import { type BlockAlike, blocksAlike, type Likeness } from '../../../shared/search/alike-blocks.ts'
import { ROLES, type RoleName } from '../../../shared/vocabulary/roles.ts'
import type { AppState } from '../../state/app-state.ts'
import { useApp } from '../../state/context.ts'
import type { OpenDocument } from '../../state/open-document.ts'
import { Modal } from '../../ui/modal.tsx'
import { TickList } from '../../ui/tick-list.tsx'
import { doneHere, doToTicked } from './deeds.ts'
import type { Done } from './done.ts'
import '../../styles/names.css'

const LIKENESS: Readonly<Record<Likeness, string>> = {
  words: 'the same words',
  begins: 'the same first two words',
  shape: 'the same shape (other figures, other letters)',
}

const isDone = ({ deed }: Done, { role, hand, first }: BlockAlike): boolean =>
  (deed.kind === 'role' && role === deed.role) || (deed.kind === 'hand' && hand === deed.hand) || (deed.kind === 'page' && first)

/** Shows the blocks that are like the one of the caret, to be done to as it was; says why there are none. */
export function openDoAlike(app: AppState, opened: OpenDocument): void {
  const done = doneHere(opened)
  if (done.length > 0) app.overlay.box('do-alike', (close) => <DoAlikeBox opened={opened} done={done} close={close} />)
  else
    app.say(
      'Nothing is stated of this block yet. Give it a role or a hand (Ctrl+B), or set it aside, then do the same to all alike.',
    )
}

/** What was done to one block is done to all alike: each in its line with a tick. What is by hand, or has another role, is ticked by itself only. */
function DoAlikeBox({
  opened,
  done,
  close,
}: {
  readonly opened: OpenDocument
  readonly done: readonly Done[]
  readonly close: () => void
}) {
  const app = useApp()
  const [chosen, setChosen] = useState(done[0]!)
  const [likeness, setLikeness] = useState<Likeness>('words')
  const [changed, setChanged] = useState<ReadonlySet<number>>(new Set())
  const rows = useMemo(
    () => blocksAlike(opened.document, chosen.words, likeness).filter((row) => !isDone(chosen, row)),
    [opened, chosen, likeness],
  )
  const otherwise = (row: BlockAlike) =>
    layerOf(opened.hand(row.hand)) === 'handwritten' ||
    (chosen.deed.kind === 'role' && row.role !== null) ||
    (chosen.deed.kind === 'hand' && row.hand !== null)
  const isTicked = (row: BlockAlike) => otherwise(row) === changed.has(row.pos)
  const ticked = rows.filter(isTicked).map(({ pos }) => pos)
  const begin = (next: () => void) => {
    setChanged(new Set())
    next()
  }
  const take = () => {
    if (ticked.length === 0) return
    close()
    doToTicked(app, opened, chosen, ticked)
  }
  const turn = (key: string, to: boolean) => {
    const row = rows.find(({ pos }) => String(pos) === key)
    if (!row) return
    const next = new Set(changed)
    if (to === otherwise(row)) next.add(row.pos)
    else next.delete(row.pos)
    setChanged(next)
  }
  const lines = rows.map((row) => ({
    key: String(row.pos),
    ticked: isTicked(row),
    content: (
      <>
        <span className="search-where">page {row.page}</span>
        <bdi className="lines-shown">
          {row.before === '' ? null : <span className="line-beside">{row.before} ⏎ </span>}
          <mark>{row.words.length > 90 ? `${row.words.slice(0, 90)} …` : row.words}</mark>
          {row.after === '' ? null : <span className="line-beside"> ⏎ {row.after}</span>}
        </bdi>
        <span className="detail"> {stated(row, opened.hand(row.hand))}</span>
      </>
    ),
  }))
  return (
    <Modal label="Do it to all alike" className="names" close={close}>
      <div className="names-box">
        <p className="chooser-title">To all blocks like “{chosen.words.slice(0, 60)}”</p>
        <div className="row">
          <label>
            <span>What</span>
            <select
              value={done.indexOf(chosen)}
              onChange={(event) => begin(() => setChosen(done[Number(event.target.value)] ?? chosen))}
            >
              {done.map(({ label }, index) => (
                <option key={label} value={index}>
                  {label}
                </option>
              ))}
            </select>
          </label>
          <label>
            <span>Alike in</span>
            <select value={likeness} onChange={(event) => begin(() => setLikeness(event.target.value as Likeness))}>
              {Object.entries(LIKENESS).map(([value, label]) => (
                <option key={value} value={value}>
                  {label}
                </option>
              ))}
            </select>
          </label>
          <p className="search-says" role="status">
            {ticked.length} of {rows.length} are ticked. <kbd>↑</kbd> <kbd>↓</kbd> move, <kbd>Space</kbd> ticks or unticks.
          </p>
        </div>
        <TickList rows={lines} turn={turn} take={take} empty="No other block is like it." />
        <div className="form-end">
          <button type="button" onClick={close}>
            Cancel <kbd>Esc</kbd>
          </button>
          <button type="button" className="primary" onClick={take} disabled={ticked.length === 0}>
            Do it to {ticked.length} <kbd>Enter</kbd>
          </button>
        </div>
      </div>
    </Modal>
  )
}

/** What is stated of a block already. */
function stated({ role, hand }: BlockAlike, by: Hand | null): string {
  const is = role === null ? '' : ROLES[role as RoleName].label
  return [is, hand === null ? '' : (by?.name ?? hand)].filter(Boolean).join(' · ')
}
