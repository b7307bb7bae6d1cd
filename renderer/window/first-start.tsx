import { useEffect, useState } from 'react'
import type { Answer } from '../../shared/api/contract.ts'
import type { Collections, Shell } from '../../shared/api/desktop.ts'
import { endingsRead } from '../../shared/import/importers.ts'
import '../styles/first-start.css'

type Opening = Promise<Answer<{ readonly opened: boolean }>>

/** A desktop window in which no collection is open: what Scholion is, and three ways to begin. Opening one loads the page anew. */
export function FirstStart({ shell, recent }: { readonly shell: Shell; readonly recent: Collections['recent'] }) {
  const [fault, setFault] = useState<string | null>(null)
  const begin = async (opening: Opening) => {
    setFault(null)
    const opened = await opening
    if (!opened.ok) setFault(opened.fault.sentence)
  }
  useEffect(() => {
    document.title = 'Scholion'
    void shell.showMenus({ menus: ['Document', 'Edit', 'View'].map((label) => ({ label, entries: [] })) })
  }, [shell])
  return (
    <main className="first-start">
      <h1>Scholion</h1>
      <p>
        An editor for machine transcripts of archival papers. Correct what the machine misread, lift handwriting out of the typed
        text and say whose hand it is. Your work is saved beside the originals, which are never written.
      </p>
      <p className="ways">
        {/* biome-ignore lint/a11y/noAutofocus: the window holds nothing else to begin with */}
        <button type="button" className="primary" autoFocus onClick={() => void begin(shell.openFolder())}>
          Open a folder …
        </button>
        <button type="button" onClick={() => void begin(shell.openSample())}>
          Try the four letters
        </button>
      </p>
      <p className="fine">
        A folder of plain text files ({endingsRead(' or ')}), one letter or minute each, is a collection. The four letters are a
        sample; a copy is put into your documents.
      </p>
      <p role="alert" className="first-fault">
        {fault}
      </p>
      {recent.length > 0 ? (
        <section aria-labelledby="recent">
          <h2 id="recent">Opened before</h2>
          <ul>
            {recent.map(({ id, name }) => (
              <li key={id}>
                <button type="button" onClick={() => void begin(shell.openRecent({ id }))}>
                  {name}
                </button>
              </li>
            ))}
          </ul>
        </section>
      ) : null}
    </main>
  )
}
