import { type FormEvent, useEffect, useRef, useState } from 'react'
import type { ShowEdition } from '../../../shared/api/desktop.ts'
import type { EditionWritten } from '../../../shared/api/export-edition.ts'
import { EXPORTERS, type Exporter } from '../../../shared/export/exporters.ts'
import type { Fault } from '../../../shared/model/result.ts'
import type { AppState } from '../../state/app-state.ts'
import { useApp } from '../../state/context.ts'
import type { OpenDocument } from '../../state/open-document.ts'
import { FieldEditor } from '../../ui/field-editor.tsx'
import { Modal } from '../../ui/modal.tsx'
import { putOnClipboard } from '../../ui/put-on-clipboard.ts'
import { exportOpened } from './export-edition.ts'
import '../../styles/export.css'

type Stage =
  | { readonly stage: 'asking'; readonly fault: Fault | null }
  | { readonly stage: 'making' }
  | { readonly stage: 'done'; readonly written: EditionWritten; readonly saved: boolean }

const ASKING: Stage = { stage: 'asking', fault: null }

/** Asks which edition, over the window. */
export function openExport(app: AppState, opened: OpenDocument): void {
  app.overlay.box('export', (close) => <ExportBox opened={opened} close={close} />)
}

/** Which edition, with which options; then what was written, and what it does not hold. Everything comes from the table of exporters. */
function ExportBox({ opened, close }: { readonly opened: OpenDocument; readonly close: () => void }) {
  const app = useApp()
  const [exporter, setExporter] = useState<Exporter>(EXPORTERS[0]!)
  const [options, setOptions] = useState(exporter.defaults)
  const [stage, setStage] = useState<Stage>(ASKING)
  const choose = (one: Exporter) => {
    setExporter(one)
    setOptions(one.defaults)
    setStage(ASKING)
  }
  const make = async (overwrite: boolean) => {
    setStage({ stage: 'making' })
    const { result, saved } = await exportOpened(app, opened, { exporter, options, overwrite })
    setStage(result.ok ? { stage: 'done', written: result.value, saved } : { stage: 'asking', fault: result.fault })
    if (result.ok) app.say(`Exported: ${result.value.names.join(', ')}`)
  }
  const submit = (event: FormEvent) => {
    event.preventDefault()
    if (stage.stage === 'asking') void make(false)
  }
  return (
    <Modal label="Export an edition" className="form-frame export" close={close}>
      {stage.stage === 'done' ? (
        <Written {...stage} again={() => setStage(ASKING)} close={close} />
      ) : (
        <form className="form" aria-label="Export an edition" onSubmit={submit}>
          <p className="chooser-title">Export an edition</p>
          <Kinds chosen={exporter} choose={choose} />
          {Object.entries(exporter.options).map(([name, spec]) => (
            <FieldEditor
              key={`${exporter.name} ${name}`}
              field={{ name, spec, value: options[name] ?? null, stated: true }}
              change={(value) => setOptions({ ...options, [name]: value })}
            />
          ))}
          <p className="form-hint">
            It leaves as a draft: nothing can be approved yet. What a file of this kind cannot hold:{' '}
            {exporter.cannotHold.join('; ')}.
          </p>
          {stage.stage === 'asking' && stage.fault ? (
            <p className="form-fault" role="alert">
              {stage.fault.sentence}
            </p>
          ) : null}
          <div className="form-end">
            <button type="button" onClick={close}>
              Cancel <kbd>Esc</kbd>
            </button>
            {stage.stage === 'asking' && stage.fault?.tag === 'exists' ? (
              <button type="button" onClick={() => void make(true)}>
                Replace it
              </button>
            ) : null}
            <button type="submit" className="primary" disabled={stage.stage === 'making'}>
              {stage.stage === 'making' ? 'Exporting …' : 'Export'} <kbd>Enter</kbd>
            </button>
          </div>
        </form>
      )}
    </Modal>
  )
}

function Kinds({ chosen, choose }: { readonly chosen: Exporter; readonly choose: (exporter: Exporter) => void }) {
  const group = useRef<HTMLFieldSetElement>(null)
  useEffect(() => group.current?.querySelector<HTMLInputElement>('input:checked')?.focus(), [])
  return (
    <fieldset ref={group} className="kinds">
      <legend>Kind</legend>
      {EXPORTERS.map((one) => (
        <label key={one.name} className="kind">
          <input type="radio" name="kind" checked={one === chosen} onChange={() => choose(one)} />
          <span>
            {one.label} <span className="detail">.{one.extension}</span>
            <small>{one.says}</small>
          </span>
        </label>
      ))}
    </fieldset>
  )
}

/** Where a file stands; in the desktop window with the way to its folder, in a browser, which has none, with its path to be copied. */
function WrittenFile({ folder, name }: { readonly folder: string; readonly name: string }) {
  const app = useApp()
  const [said, setSaid] = useState<string | null>(null)
  const path = `${folder}/${name}`
  const show = async (showEdition: ShowEdition) => {
    const shown = await showEdition({ name })
    setSaid(shown.ok ? null : shown.fault.sentence)
  }
  const copy = () => setSaid(putOnClipboard({ text: path }) ? 'Copied.' : 'It could not be copied. Select it instead.')
  const { showEdition } = app
  return (
    <li>
      <bdi>{path}</bdi>{' '}
      {showEdition ? (
        <button type="button" onClick={() => void show(showEdition)}>
          Show in folder
        </button>
      ) : (
        <button type="button" onClick={copy}>
          Copy path
        </button>
      )}
      {said ? <p className="form-hint">{said}</p> : null}
    </li>
  )
}

interface WrittenProps {
  readonly written: EditionWritten
  readonly saved: boolean
  readonly again: () => void
  readonly close: () => void
}

function Written({ written: { folder, names, losses }, saved, again, close }: WrittenProps) {
  const end = useRef<HTMLButtonElement>(null)
  useEffect(() => end.current?.focus(), [])
  return (
    <div className="form" role="status">
      <p className="chooser-title">Exported</p>
      <ul className="written">
        {names.map((name) => (
          <WrittenFile key={name} folder={folder} name={name} />
        ))}
      </ul>
      {saved ? null : <p className="form-hint">The work is not saved in a transcript file; the edition says so.</p>}
      {losses.length === 0 ? (
        <p className="form-hint">Everything in the transcript could be held.</p>
      ) : (
        <>
          <p className="form-hint">What it does not hold of the transcript:</p>
          {/* biome-ignore lint/a11y/noNoninteractiveTabindex: a long report must be scrollable by keyboard */}
          <ul className="losses" tabIndex={0} aria-label="What it does not hold">
            {losses.map((loss) => (
              <li key={loss}>
                <bdi>{loss}</bdi>
              </li>
            ))}
          </ul>
        </>
      )}
      <div className="form-end">
        <button type="button" onClick={again}>
          Another edition
        </button>
        <button ref={end} type="button" className="primary" onClick={close}>
          Close <kbd>Esc</kbd>
        </button>
      </div>
    </div>
  )
}
