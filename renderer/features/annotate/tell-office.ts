import { drawPenMarks } from '../../../shared/commands/draw-pen-mark.ts'
import { type FromOffice, tellOffice } from '../../../shared/state/office-paste.ts'
import type { AppState } from '../../state/app-state.ts'
import type { OpenDocument } from '../../state/open-document.ts'

/**
 * Says what became of what a word processor's clipboard held besides words. A line under words may be the typist's or a reader's pen: it is no
 * pen mark until a person says so, by one press.
 */
export function tellFromOffice(app: AppState, opened: OpenDocument, told: FromOffice): void {
  const { doc } = opened.state
  const draw = () => {
    if (opened.view?.state.doc !== doc) app.say('The text was changed since: select the words and press Ctrl+J for a pen mark.')
    else if (opened.run(drawPenMarks(opened.context, told.underlined, { kind: 'underline', count: '1', hand: null })))
      app.say(
        `${told.underlined.length === 1 ? 'One pen mark' : `${told.underlined.length} pen marks`}: underline, hand not stated`,
      )
  }
  const { length } = told.underlined
  const actions = length === 0 ? [] : [{ label: length === 1 ? 'Make it a pen mark' : `Make ${length} pen marks`, run: draw }]
  app.notify(told.lostCalls + told.inserted + told.pictures + length > 0 ? 'warning' : 'said', tellOffice(told), actions)
}
