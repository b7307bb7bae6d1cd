import { OFFICE } from './office-signs.ts'

const STYLE = /\sstyle=("[^"]*"|'[^']*'|[^\s>]+)/i
const CLASS = /\sclass=("[^"]*"|'[^']*'|[^\s>]+)/i
const FOOTNOTE = /\b(?:MsoFootnoteText|MsoEndnoteText|MsoCommentText|sdfootnote|sdendnote)(?![\w-])/
/** Word's own tables of contents are hidden on the web alone. */
const HIDDEN = /(?:^|[\s;"'])(?:display\s*:\s*none|mso-hide\s*:\s*all)/

/** The style of an element as it is written, in small letters, its quotes included; empty where there is none. */
export function styleOf(attributes: string): string {
  return STYLE.exec(attributes)?.[1]?.toLowerCase() ?? ''
}

/** Whether the program does not show an element. */
export function isHidden(style: string, attributes: string): boolean {
  if (/\shidden(?![\w-])/i.test(attributes.replace(/"[^"]*"|'[^']*'/g, ''))) return true
  return HIDDEN.test(style) && !/mso-hide\s*:\s*screen/.test(style)
}

/** How many tabs Word says that the blanks in an element stand for; 0: none. */
export function tabsIn(style: string): number {
  return Number(/mso-tab-count\s*:\s*(\d{1,2})/.exec(style)?.[1] ?? 0)
}

/** Whether blanks, tabs and line ends in an element are shown as they stand; null: as around it. */
export function keepsBlanks(name: string, style: string): boolean | null {
  if (/mso-spacerun\s*:\s*yes/.test(style)) return true
  const said = /white-space(?:-collapse)?\s*:\s*([a-z-]+)/.exec(style)?.[1]
  if (said) return /^(?:pre|pre-wrap|break-spaces|preserve)$/.test(said)
  return name === 'pre' ? true : null
}

/** Words as they stand, where HTML would make one blank of several and lose line ends. */
export function keptWords(words: string): string {
  return words
    .replace(/\r\n?|\n/g, '<br>')
    .replaceAll('\t', OFFICE.keptTab)
    .replace(/^ | {2,}| $/g, (blanks) => OFFICE.blank.repeat(blanks.length))
}

/** What an element's name, class and style say of its words: signs that stand before and after them, and the one that stands before its first word. */
export function meaning(
  name: string,
  attributes: string,
  style: string,
): { readonly before: string; readonly after: string; readonly first: string } {
  const lines = [...style.matchAll(/text-(?:decoration|line-through|underline)(?:-line|-style)?\s*:\s*([^;"']+)/g)]
    .map(([all]) => all)
    .join(' ')
  let [before, after] = ['', '']
  if (name === 'p' && FOOTNOTE.test(CLASS.exec(attributes)?.[1] ?? '')) before += OFFICE.footnote
  if (['s', 'strike', 'del'].includes(name)) before += OFFICE.struck
  else if (/line-through(?!\s*:\s*none)/.test(lines)) [before, after] = [`${before}<s>${OFFICE.struck}`, `</s>${after}`]
  if (name === 'ins') before += OFFICE.inserted
  if (name !== 'a' && (name === 'u' || (name !== 'ins' && /underline(?!\s*:\s*none)/.test(lines))))
    [before, after] = [before + OFFICE.underlined, OFFICE.underlinedEnd + after]
  const isRaised = name === 'sup' || name === 'sub' || /vertical-align\s*:\s*(?:super|sub)(?![\w-])/.test(style)
  return { before, after, first: isRaised ? OFFICE.raised : '' }
}
