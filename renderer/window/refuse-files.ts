/** Why a file that is dragged over the window goes nowhere. */
const NO_FILES =
  'Files are not taken by dragging. Put them into the folder of this collection, beside the others: they appear in the list of documents at once.'

/**
 * A file dropped on the window would be shown in place of the work. It is refused before the editor sees it; the pointer says so, and `told` says
 * why, once for each time that files come over the window.
 */
export function refuseFiles(told: (sentence: string) => void = () => {}, page: Pick<Window, 'addEventListener'> = window): void {
  const ofFiles = (event: DragEvent) => event.dataTransfer?.types.includes('Files') ?? false
  const refuse = (event: DragEvent) => {
    if (!ofFiles(event)) return
    event.preventDefault()
    event.dataTransfer!.dropEffect = 'none'
  }
  page.addEventListener('dragover', refuse, true)
  page.addEventListener('drop', refuse, true)
  page.addEventListener(
    'dragenter',
    (event: DragEvent) => {
      // the first element that they come over; going from one to the next says nothing new
      if (ofFiles(event) && event.relatedTarget === null) told(NO_FILES)
    },
    true,
  )
}
