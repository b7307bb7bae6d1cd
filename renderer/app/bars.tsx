import { type FormEvent, useState } from 'react'
import { objectAround } from '../../shared/commands/margin-object.ts'
import { ROLES, type RoleName } from '../../shared/vocabulary/roles.ts'
import { labelOf } from '../../shared/vocabulary/vocabulary.ts'
import { useBench } from './context.ts'
import type { Desk } from './desk.ts'
import type { Keeping } from './keeper.ts'
import { isMac } from './keyboard.ts'
import { shownKey } from './keys.ts'
import { useObservable } from './observable.ts'

const clock = (time: number) => new Date(time).toLocaleTimeString([], { hour: '2-digit', minute: '2-digit' })

/** How the work stands with the disk, in words. */
export function keepingWords(keeping: Keeping): string {
  switch (keeping.state) {
    case 'unchanged':
      return 'No changes'
    case 'changed':
      return 'Not saved yet'
    case 'saving':
      return 'Saving …'
    case 'saved':
      return `Saved ${clock(keeping.at)}`
    case 'failed':
      return `Not saved since ${clock(keeping.since)}`
  }
}

export function SavedSign({ desk }: { readonly desk: Desk }) {
  const keeping = useObservable(desk.keeper.keeping)
  return (
    <span className={`keeping keeping-${keeping.state}`} data-testid="keeping">
      {desk.writable ? keepingWords(keeping) : 'Read only'}
    </span>
  )
}

/** What went wrong with the disk, what is safe, and what can be done. In the way of nothing. */
export function KeepingBar({ desk }: { readonly desk: Desk }) {
  const bench = useBench()
  const keeping = useObservable(desk.keeper.keeping)
  if (keeping.state === 'saved' && keeping.warning) return <p className="bar bar-warning">{keeping.warning}</p>
  if (keeping.state !== 'failed') return null
  const document = desk.opened.entry.id
  const keepBoth = async () => {
    const copy = await bench.host.writeConflictCopy({ document, text: desk.serialised(), who: bench.editor.get() ?? 'me' })
    if (copy.ok) bench.tell('said', `Your version is kept as ${copy.value.name}, beside the other one.`)
    else bench.tell('failed', copy.fault.sentence)
  }
  const overwrite = async () => {
    const now = await bench.host.readTranscript({ document })
    if (now.ok) await desk.keeper.overwrite(now.value.revision)
    else bench.tell('failed', now.fault.sentence)
  }
  const takeTheirs = async () => {
    const now = await bench.host.readTranscript({ document })
    if (now.ok && now.value.text !== null) await desk.reload(now.value.text, now.value.revision)
  }
  return (
    <div className="bar bar-failed" role="alert">
      <p>{keeping.fault.sentence}</p>
      {keeping.conflict ? (
        <>
          <button type="button" onClick={keepBoth}>
            Keep both
          </button>
          <button type="button" onClick={takeTheirs}>
            Show theirs (undo brings mine back)
          </button>
          <button type="button" onClick={overwrite}>
            Mine replaces theirs (theirs goes to history)
          </button>
        </>
      ) : (
        <button type="button" onClick={() => void desk.keeper.save(keeping.fault.tag === 'empty')}>
          {keeping.fault.tag === 'empty' ? 'Yes, save it empty' : 'Try again'} <kbd>{shownKey('Ctrl+S', isMac)}</kbd>
        </button>
      )}
    </div>
  )
}

export function NoticeBar() {
  const bench = useBench()
  const notice = useObservable(bench.notice)
  if (!notice) return null
  return (
    <div className={`bar bar-${notice.kind}`} role={notice.kind === 'failed' ? 'alert' : 'status'}>
      <p>{notice.sentence}</p>
      {notice.actions.map((action) => (
        <button key={action.label} type="button" onClick={action.run}>
          {action.label}
        </button>
      ))}
      {notice.actions.length === 0 ? (
        <button type="button" onClick={() => bench.notice.set(null)}>
          Noted
        </button>
      ) : null}
    </div>
  )
}

/** Asked once: the name stands in the list of revisions of every file that is saved. */
export function NameBar() {
  const bench = useBench()
  const asked = useObservable(bench.askName)
  const [name, setName] = useState(bench.editor.get() ?? '')
  if (!asked) return null
  const submit = (event: FormEvent) => {
    event.preventDefault()
    void bench.setEditor(name)
  }
  return (
    <form className="bar bar-said" onSubmit={submit}>
      <label htmlFor="editor-name">Who is editing? Your name stands with every revision you save.</label>
      <input
        // biome-ignore lint/a11y/noAutofocus: the first thing that is asked, once; F6 goes on to the documents
        autoFocus
        id="editor-name"
        type="text"
        autoComplete="name"
        value={name}
        onChange={(event) => setName(event.target.value)}
        placeholder="Name or initials"
      />
      <button type="submit">Remember</button>
      <button type="button" onClick={() => bench.askName.set(false)}>
        Not now
      </button>
    </form>
  )
}

export function StatusBar() {
  const bench = useBench()
  const desk = useObservable(bench.desk)
  const said = useObservable(bench.said)
  return (
    <footer className="status">
      {desk ? <Where desk={desk} /> : <span>No document is open</span>}
      <span className="said" role="status" aria-live="polite">
        {said}
      </span>
      <span className="status-keys">
        <kbd>{shownKey('Ctrl+K', isMac)}</kbd> commands <kbd>F1</kbd> keys <kbd>F6</kbd> next part
      </span>
    </footer>
  )
}

function Where({ desk }: { readonly desk: Desk }) {
  useObservable(desk.tick)
  if (!desk.view) return <span />
  const { $head } = desk.view.state.selection
  const object = objectAround(desk.view.state.doc, $head.pos)
  const body = desk.view.state.doc.firstChild!
  if (object) {
    const hand = desk.hand(object.node.attrs.hand)
    return (
      <span data-testid="where">
        in {labelOf(object.node.type.name)} · hand: {object.node.type.name === 'note' ? (hand?.name ?? 'not stated') : 'ours'}
      </span>
    )
  }
  const block = $head.depth >= 3 ? $head.node(3) : null
  const role = block?.attrs.role as RoleName | null | undefined
  return (
    <span data-testid="where">
      page {$head.index(1) + 1} of {body.childCount} · {role ? ROLES[role].label : 'role not stated'} · hand:{' '}
      {desk.hand(block?.attrs.hand)?.name ?? 'not stated'}
    </span>
  )
}
