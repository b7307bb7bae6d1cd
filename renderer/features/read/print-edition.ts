import { descriptionFrom } from '../../../shared/export/context.ts'
import { setReadingEdition } from '../../../shared/export/html/write-html.ts'
import type { XmlElement } from '../../../shared/xml/node.ts'
import type { AppState } from '../../state/app-state.ts'
import { ofApp } from '../../state/of-app.ts'
import { wearBookFace } from './book-face.ts'
import { drawEdition, sheetOf } from './draw-edition.ts'

/**
 * Whoever prints, by the key, the menu or the system's own menu, prints the edition: it is laid out beside the window when the print begins, as the text
 * stands now, and taken away after. The window itself shows on the screen only. Ends with what it returns.
 */
export function printsEdition(app: AppState): () => void {
  // beforehand: a print waits for nothing
  void wearBookFace(document)
  let end = () => {}
  const begin = () => {
    end()
    end = layOut(app)
  }
  const stop = () => {
    end()
    end = () => {}
  }
  window.addEventListener('beforeprint', begin)
  window.addEventListener('afterprint', stop)
  return () => {
    stop()
    window.removeEventListener('beforeprint', begin)
    window.removeEventListener('afterprint', stop)
  }
}

/** A page that is printed in the edition's place, once. */
const instead = ofApp(() => ({ root: null as XmlElement | null }))

/** Prints another page than the edition: the check list. */
export function printPage(app: AppState, root: XmlElement): void {
  instead(app).root = root
  window.print()
}

function layOut(app: AppState): () => void {
  const opened = app.opened.get()
  const asked = instead(app)
  const { root: page } = asked
  asked.root = null
  if (page) return layOutPage(page)
  if (!opened || opened.loaded.standIn !== null) return () => {}
  const { dirty, revision } = opened.saver
  const context = {
    version: app.version,
    description: descriptionFrom(app.registers.get()),
    legend: [],
    sha256: dirty ? null : revision,
    changed: dirty,
  }
  return layOutPage(setReadingEdition(opened.capture(), { queries: false }, context).root)
}

function layOutPage(root: XmlElement): () => void {
  const paper = document.createElement('div')
  paper.className = 'printed-edition'
  const sheet = new CSSStyleSheet()
  // on the paper nothing of the window, on the screen nothing of the paper
  sheet.replaceSync(
    `@media print { body > :not(.printed-edition) { display: none } ${sheetOf(root)} } @media not print { .printed-edition { display: none } }`,
  )
  const own = [...document.styleSheets].filter(({ media }) => media.mediaText === '')
  for (const one of own) one.media.mediaText = 'screen'
  document.adoptedStyleSheets.push(sheet)
  drawEdition(root, document, paper)
  document.body.append(paper)
  return () => {
    paper.remove()
    document.adoptedStyleSheets = document.adoptedStyleSheets.filter((one) => one !== sheet)
    for (const one of own) one.media.mediaText = ''
  }
}
