import { type Call, footnoteHere, footnotesOf, stateCall, stateFootnote } from '../../../shared/commands/footnote.ts'
import { findObject } from '../../../shared/document/margin-objects.ts'
import { capitalised } from '../../../shared/text/capitalised.ts'
import { isSign } from '../../../shared/text/footnote-signs.ts'
import { signOf } from '../../../shared/vocabulary/margin.ts'
import { firstWords, referenceWords } from '../../../shared/vocabulary/referent.ts'
import type { AppState } from '../../state/app-state.ts'
import type { OpenDocument } from '../../state/open-document.ts'
import { type KeyMenu, type MenuOption, numbered } from '../../ui/choice.ts'

/** As many footnotes are offered for a call. */
const MOST = 20

/**
 * The words here are a footnote of the paper: which words call it is asked, with every place that is found. Where the selected words are
 * nothing but a sign, they are a call: of which footnote is asked. Null where there is neither.
 */
export function footnoteMenu(app: AppState, opened: OpenDocument): KeyMenu | null {
  const { state } = opened
  const { from, to, empty } = state.selection
  const words = empty ? '' : state.doc.textBetween(from, to)
  if (isSign(words) && footnotesOf(state.doc).length > 0) return callMenu(app, opened, words)
  const here = footnoteHere(state)
  if (!here) return null
  const name = referenceWords({ kind: 'footnote', sign: here.sign })
  const act = (call: Call | null, joins: string | null, said: string) => () => {
    if (!opened.run(stateFootnote(opened.context, { call, joins }))) return
    app.say(said)
  }
  const calls = here.calls.map((call) => ({
    label: `… ${call.before}${here.sign}${call.after} …`.replace(/\s+/g, ' '),
    detail: 'its call',
    run: act(call, null, `${capitalised(name)} stands in the margin, at its call`),
  }))
  const before = here.before === null ? null : findObject(state.doc, here.before)?.node
  const goesOn = before && {
    label: `goes on from ${referenceWords({ kind: 'footnote', sign: signOf(before.attrs) })}`,
    detail: `“… ${before.textContent.slice(-32)}”`,
    run: act(null, here.before, 'The footnote goes on with these words'),
  }
  const rows: Omit<MenuOption, 'key'>[] =
    here.sign === null && goesOn ? [goesOn, ...calls] : [...calls, ...(goesOn ? [goesOn] : [])]
  return {
    about: empty ? 'block' : 'selection',
    title: here.sign === null ? 'Footnote of the paper' : `Footnote ${here.sign} of the paper: which words call it?`,
    hint:
      calls.length > 0
        ? 'The nearest first. If it is none of them: 0, then select the call and press the same key'
        : 'No call is found. Press 0, then select the call and press the same key',
    options: numbered(
      {
        label: 'its call is not here, or not known',
        detail: 'it stands where it was read',
        run: act(null, null, `${capitalised(name)} stands in the margin; its call is not stated`),
      },
      rows,
    ),
    sentences: true,
    ...(calls.length === 1 && here.sign !== null ? { offered: 1, offer: 'the only place with this sign' } : {}),
  }
}

/** The footnotes that a selected sign may call: those under the same sign first. */
function callMenu(app: AppState, opened: OpenDocument, sign: string): KeyMenu {
  const notes = footnotesOf(opened.state.doc)
  const isSame = (own: string | null) => own !== null && bare(own) === bare(sign)
  const sorted = [...notes].sort((a, b) => Number(isSame(signOf(b.attrs))) - Number(isSame(signOf(a.attrs)))).slice(0, MOST)
  return {
    about: 'selection',
    title: `${sign.trim()} calls which footnote of the paper?`,
    options: numbered(
      null,
      sorted.map(({ attrs, textContent }) => ({
        label: referenceWords({ kind: 'footnote', sign: signOf(attrs) }),
        detail: `“${firstWords(textContent)}”`,
        run: () => {
          if (opened.run(stateCall(opened.context, attrs.id))) app.say('Its call is stated')
        },
      })),
    ),
  }
}

const bare = (sign: string) => sign.normalize('NFKC').replace(/[[\]().:\s]/g, '')
