/** Puts words on the clipboard, as plain text and, where given, as HTML, without asking for a permission. Whether it was done. */
export function putOnClipboard({ text, html }: { readonly text: string; readonly html?: string }): boolean {
  let copied = false
  const give = (event: ClipboardEvent) => {
    event.clipboardData?.setData('text/plain', text)
    if (html !== undefined) event.clipboardData?.setData('text/html', html)
    event.preventDefault()
    event.stopImmediatePropagation()
    copied = true
  }
  document.addEventListener('copy', give, true)
  document.execCommand('copy')
  document.removeEventListener('copy', give, true)
  return copied
}
