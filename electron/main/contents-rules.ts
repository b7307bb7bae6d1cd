import type { App, Event, WebContents } from 'electron'

/**
 * Keeps every page where it is, whoever made it: nothing navigates (a link, a form, a script, a dropped file, a frame), nothing opens a
 * window, nothing embeds another page's contents.
 */
export function setContentsRules(app: App, log: (line: string) => void): void {
  app.on('web-contents-created', (_event, contents) => keepInPlace(contents, log))
}

function keepInPlace(contents: WebContents, log: (line: string) => void): void {
  const refuse = (what: string) => (event: Event & { readonly url?: string }) => {
    event.preventDefault()
    log(`refused ${what}${event.url === undefined ? '' : ` to ${event.url.slice(0, 200)}`}`)
  }
  contents.on('will-navigate', refuse('a navigation'))
  contents.on('will-redirect', refuse('a redirection'))
  contents.on('will-frame-navigate', refuse('a navigation'))
  contents.on('will-attach-webview', refuse('a webview'))
  contents.setWindowOpenHandler(({ url }) => {
    log(`refused a window for ${url.slice(0, 200)}`)
    return { action: 'deny' }
  })
}
