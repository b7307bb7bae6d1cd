/** A file dropped on the window would be shown in place of the work. It is refused before the editor sees it, and the pointer says so. */
export function refuseFiles(page: Pick<Window, 'addEventListener'> = window): void {
  const refuse = (event: DragEvent) => {
    if (!event.dataTransfer?.types.includes('Files')) return
    event.preventDefault()
    event.dataTransfer.dropEffect = 'none'
  }
  page.addEventListener('dragover', refuse, true)
  page.addEventListener('drop', refuse, true)
}
