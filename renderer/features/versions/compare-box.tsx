import { type KeyboardEvent, type ReactNode, useEffect, useMemo, useRef, useState } from 'react'
import { differences, type Pairing } from '../../../shared/merge/differences.ts'
import type { ComparedItem } from '../../../shared/merge/items.ts'
import { factPhrases, type HandName, handNames, inAPhrase, isSeen, nameOf, phrasesOf } from '../../../shared/merge/phrases.ts'
import { wordParts } from '../../../shared/merge/word-parts.ts'
import type { AppCore } from '../../state/app-core.ts'
import { Modal } from '../../ui/modal.tsx'
import { Choice, pagesToo } from './choice.tsx'
import { REST, useChoices } from './choices.ts'
import type { Comparing } from './comparing.ts'
import '../../styles/compare.css'

/** Shows two versions side by side, over the window. */
export function compare(app: AppCore, comparing: Comparing): void {
  app.overlay.box('compare', (close) => <CompareBox comparing={comparing} close={close} />)
}

/** Two versions side by side, block by block, what is equal folded away. Arrows go from difference to difference, digits choose, M and T choose a side of the difference, Esc leaves everything as it is. */
function CompareBox({ comparing, close }: { readonly comparing: Comparing; readonly close: () => void }) {
  const { title, mine, theirs, ways, choose } = comparing
  const { rows, seen, groups, phrase, facts, hand } = useMemo(() => {
    const comparison = differences(mine.transcript, theirs.transcript)
    const names = handNames([...mine.transcript.hands, ...theirs.transcript.hands])
    return {
      rows: comparison.rows,
      seen: comparison.rows.filter((row) => isSeen(row, names)),
      groups: grouped(comparison.rows, names),
      phrase: inAPhrase(comparison, mine.transcript, theirs.transcript),
      facts: factPhrases(comparison),
      hand: names,
    }
  }, [mine, theirs])
  const choosing = useChoices(rows, seen, facts.length > 0)
  const list = useRef<HTMLElement>(null)
  const [at, setAt] = useState(-1)
  const count = seen.length
  useEffect(() => list.current?.focus(), [])

  const go = (to: number) => {
    const next = Math.min(Math.max(to, 0), count - 1)
    setAt(next)
    const row = list.current?.querySelectorAll<HTMLElement>('.difference')[next]
    row?.focus({ preventScroll: true })
    row?.scrollIntoView({ block: 'center' })
  }
  const take = (run: () => void) => {
    close()
    run()
  }
  const save = () => {
    const choices = choosing.choices()
    if (choose && choices) take(() => choose(choices))
  }
  const onKeyDown = (event: KeyboardEvent) => {
    if (event.ctrlKey || event.metaKey || event.altKey) return
    const way = /^[1-9]$/.test(event.key) ? ways[Number(event.key) - 1] : undefined
    const side = choose && ({ m: 'mine', t: 'theirs' } as const)[event.key.toLowerCase()]
    if (way) take(way.run)
    else if (choose && event.key === String(ways.length + 1)) save()
    else if (side && seen[at]) choosing.pick(choosing.groupOf(seen[at]), side)
    else if (event.key === 'ArrowDown' || event.key === 'n') go(at + 1)
    else if (event.key === 'ArrowUp' || event.key === 'p') go(at < 0 ? 0 : at - 1)
    else return
    event.preventDefault()
    event.stopPropagation()
  }
  return (
    <Modal label={title} className="compare" close={close}>
      {/* biome-ignore lint/a11y/noStaticElementInteractions: keys of the whole box; each has a button too */}
      <div className="compare-box" onKeyDown={onKeyDown}>
        <div className="compare-head">
          <p className="chooser-title">{title}</p>
          <p className="form-hint" role="status">
            {phrase === 'nothing'
              ? 'The two read the same.'
              : `What differs: ${phrase}.${facts.length > 0 && count === 0 ? ' No words differ.' : ''}`}
          </p>
          <div className="compare-sides">
            <p>
              <del aria-hidden="true">a</del> <bdi>{mine.label}</bdi>
            </p>
            <p>
              <ins aria-hidden="true">a</ins> <bdi>{theirs.label}</bdi>
            </p>
          </div>
        </div>
        {/* biome-ignore lint/a11y/noNoninteractiveTabindex: what is long must be scrollable by keyboard */}
        <section ref={list} className="compare-rows" aria-label="What differs, side by side" tabIndex={0}>
          {groups.map((group, index) =>
            group.seen ? (
              <Difference
                key={group.key}
                row={group.rows[0]!}
                hand={hand}
                current={seenBefore(groups, index) === at}
                enter={() => setAt(seenBefore(groups, index))}
              >
                {choose ? <Choice choosing={choosing} group={choosing.groupOf(group.rows[0]!)} /> : null}
              </Difference>
            ) : (
              <Folded key={group.key} rows={group.rows} hand={hand} />
            ),
          )}
          {choose && choosing.hasRest ? (
            <div className="compare-rest">
              <p className="compare-name">everything else that differs: {[...facts, ...pagesToo(choosing, seen)].join(', ')}</p>
              <Choice choosing={choosing} group={REST} isRest />
            </div>
          ) : null}
        </section>
        <div className="compare-end">
          <span className="compare-go">
            <button type="button" onClick={() => go(at < 0 ? 0 : at - 1)} disabled={count === 0}>
              Previous <kbd>↑</kbd>
            </button>
            <button type="button" onClick={() => go(at + 1)} disabled={count === 0}>
              Next difference <kbd>↓</kbd>
            </button>
            <span className="detail">
              {at < 0 ? `${count}` : `${at + 1} of ${count}`}
              {choose ? ` · ${choosing.count - choosing.left} of ${choosing.count} chosen` : ''}
            </span>
          </span>
          {ways.map((way, index) => (
            <button key={way.label} type="button" onClick={() => take(way.run)}>
              {way.label} <kbd>{index + 1}</kbd>
            </button>
          ))}
          {choose ? (
            <button type="button" onClick={save} disabled={choosing.left > 0}>
              Save with these choices <kbd>{ways.length + 1}</kbd>
            </button>
          ) : null}
          <button type="button" className={ways.length === 0 ? 'primary' : undefined} onClick={close}>
            Close <kbd>Esc</kbd>
          </button>
        </div>
      </div>
    </Modal>
  )
}

interface Group {
  readonly key: string
  readonly seen: boolean
  readonly rows: readonly Pairing[]
}

const keyOf = ({ mine, theirs }: Pairing) => `${mine?.key} ${theirs?.key}`
const seenBefore = (groups: readonly Group[], index: number) => groups.slice(0, index).filter(({ seen }) => seen).length

/** Each difference by itself; what reads the same in one piece. */
function grouped(rows: readonly Pairing[], hand: HandName): readonly Group[] {
  const groups: { key: string; seen: boolean; rows: Pairing[] }[] = []
  for (const row of rows) {
    const seen = isSeen(row, hand)
    const last = groups.at(-1)
    if (!seen && last?.seen === false) last.rows.push(row)
    else groups.push({ key: keyOf(row), seen, rows: [row] })
  }
  return groups
}

function Folded({ rows, hand }: { readonly rows: readonly Pairing[]; readonly hand: HandName }) {
  const [open, setOpen] = useState(false)
  const shown = rows.filter(({ theirs, mine }) => (theirs ?? mine)?.kind !== 'page')
  const what = shown.length === 1 ? '1 block or note reads' : `${shown.length} blocks and notes read`
  if (shown.length === 0) return null
  return (
    <>
      <button type="button" className="folded" aria-expanded={open} onClick={() => setOpen(!open)}>
        {open ? '▾' : '▸'} {what} the same
      </button>
      {open
        ? shown.map((row) => (
            <div key={keyOf(row)} className="alike">
              <Name item={(row.theirs ?? row.mine)!} hand={hand} />
              <bdi>{(row.theirs ?? row.mine)!.words}</bdi>
            </div>
          ))
        : null}
    </>
  )
}

function Name({ item, hand }: { readonly item: ComparedItem; readonly hand: HandName }) {
  return <span className="compare-name">{nameOf(item, hand)}</span>
}

interface DifferenceProps {
  readonly row: Pairing
  readonly hand: HandName
  readonly current: boolean
  /** The focus came into it. */
  readonly enter: () => void
  readonly children: ReactNode
}

function Difference({ row, hand, current, enter, children }: DifferenceProps) {
  const { mine, theirs, state } = row
  const parts = mine && theirs ? wordParts(mine.words, theirs.words) : []
  const phrases = phrasesOf(row, hand)
  const says = { mine: 'only on the left', theirs: 'only on the right', moved: '', changed: '', same: '' }[state]
  return (
    // biome-ignore lint/a11y/useSemanticElements: a group of readings, not of fields; a section each would make as many landmarks
    <div className={`difference${current ? ' current' : ''}`} role="group" tabIndex={-1} aria-label="Difference" onFocus={enter}>
      <p className="compare-name">
        {nameOf((theirs ?? mine)!, hand)}
        {says ? `, ${says}` : ''}
        {phrases.length > 0 ? <span className="phrases"> · {phrases.join(' · ')}</span> : null}
      </p>
      <div className="compare-side">
        {mine && !theirs ? <del>{wordsOf(mine)}</del> : null}
        {parts.map((part, at) =>
          // biome-ignore lint/suspicious/noArrayIndexKey: the stretches of one reading, in their order
          part.alike ? part.mine : <Marked key={at} as="del" words={part.mine} />,
        )}
      </div>
      <div className="compare-side">
        {theirs && !mine ? <ins>{wordsOf(theirs)}</ins> : null}
        {parts.map((part, at) =>
          // biome-ignore lint/suspicious/noArrayIndexKey: the stretches of one reading, in their order
          part.alike ? part.theirs : <Marked key={at} as="ins" words={part.theirs} />,
        )}
      </div>
      {children}
    </div>
  )
}

function Marked({ as: Tag, words }: { readonly as: 'del' | 'ins'; readonly words: string }) {
  return words === '' ? null : <Tag>{words}</Tag>
}

const wordsOf = (item: ComparedItem) =>
  item.words === '' ? `(a ${item.kind === 'margin' ? 'note' : item.kind} without words)` : item.words
