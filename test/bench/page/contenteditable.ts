import { expose } from './probe.ts'
import { prosePages } from './prose.ts'

// a plain editable element with one paragraph for each block: what the browser does by itself
const root = document.getElementById('root')!
let html = ''
let paragraph: Text
let start = 0

expose({
  prepare(words) {
    const blocks = prosePages(words).flatMap((page) => page.split('\n\n'))
    html = blocks.map((block) => `<p>${block}</p>`).join('')
  },
  load() {
    root.innerHTML = `<div class="sheet" contenteditable="true" spellcheck="false">${html}</div>`
  },
  placeCaret() {
    const sheet = root.firstElementChild as HTMLElement
    paragraph = sheet.children[sheet.children.length >> 1]!.firstChild as Text
    start = paragraph.data.indexOf(' ', paragraph.data.length >> 1)
    sheet.focus({ preventScroll: true })
    document.getSelection()!.collapse(paragraph, start)
    paragraph.parentElement!.scrollIntoView({ block: 'center' })
  },
  // a browser writes some blanks as no-break spaces
  typed: (length) => paragraph.data.slice(start, start + length).replaceAll('\u00a0', ' '),
})
