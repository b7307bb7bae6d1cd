import { useEffect } from 'react'
import { calledHere } from '../../state/document-title.ts'
import type { OpenDocument } from '../../state/open-document.ts'
import { useObservable } from '../../ui/observable.ts'

/** What the open document is called: here, and in the title of the window. The tip has the name of its file. */
export function DocumentTitle({ opened }: { readonly opened: OpenDocument }) {
  useObservable(opened.tick)
  const { title, tip } = calledHere(opened)
  useEffect(() => {
    document.title = `${title} – Scholion`
    return () => {
      document.title = 'Scholion'
    }
  }, [title])
  return (
    <span className="crumb" title={tip}>
      {title}
    </span>
  )
}
