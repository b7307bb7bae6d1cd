import { insertGap } from '../../../shared/commands/insert-gap.ts'
import { setRole } from '../../../shared/commands/set-block.ts'
import { GAP_REASONS } from '../../../shared/vocabulary/atoms.ts'
import { PEN_MARKS, type PenMark } from '../../../shared/vocabulary/margin.ts'
import { MARK_NAMES, MARKS, type MarkName } from '../../../shared/vocabulary/marks.ts'
import { ROLE_NAMES, ROLES } from '../../../shared/vocabulary/roles.ts'
import { GAP_SYNONYMS, MARK_SYNONYMS, PEN_SYNONYMS, ROLE_SYNONYMS, UNUSED_SYNONYMS } from '../../../shared/vocabulary/synonyms.ts'
import { OFFERED_REASONS, UNUSED_REASONS } from '../../../shared/vocabulary/unused.ts'
import type { AppState } from '../../state/app-state.ts'
import type { OpenDocument } from '../../state/open-document.ts'
import type { QuickPickItem } from '../../ui/choice.ts'
import { openMarkForm, putAside, supplyForm } from '../annotate/annotate-menus.ts'
import { stateRole } from '../blocks/block-menu.ts'
import { isInMarkMenu } from '../names/mark-menu-rows.ts'
import { give } from '../names/name-menu.ts'
import { askPenHand } from '../pen-marks/pen-menu.ts'

/** Marks that a command of their own gives: that is listed. */
const WITH_COMMAND: ReadonlySet<MarkName> = new Set(['persName', 'orgName', 'placeName', 'date', 'unclear', 'passage'])

/** Every role, tag, pen mark, gap and reason to set aside: what is chosen holds for the block of the caret, or for the selected words. */
export function vocabularyEntries(app: AppState): readonly QuickPickItem[] {
  const opened = app.opened.get()
  const isReady = opened?.view != null && opened.writable && !app.reading.get()
  const entry = (id: string, label: string, detail: string, also: readonly string[], run: (opened: OpenDocument) => void) => ({
    id,
    label,
    detail,
    also,
    onlyTyped: true,
    disabled: !isReady,
    run: () => opened && run(opened),
  })
  const roles = ROLE_NAMES.map((name) => ({
    ...entry(`role ${name}`, ROLES[name].label, 'role', ROLE_SYNONYMS[name], (on) => stateRole(app, on, name)),
    disabled: !isReady || !opened.can(setRole(name)),
  }))
  const marks = MARK_NAMES.filter((name) => !WITH_COMMAND.has(name)).map((name) =>
    entry(`tag ${name}`, MARKS[name].label, 'tag', MARK_SYNONYMS[name], (on) => tag(app, on, name)),
  )
  const pens = (Object.keys(PEN_MARKS) as PenMark[]).map((kind) =>
    entry(`pen ${kind}`, PEN_MARKS[kind], 'pen mark', PEN_SYNONYMS[kind], (on) => askPenHand(app, on, kind)),
  )
  const gaps = (Object.keys(GAP_REASONS) as (keyof typeof GAP_REASONS)[]).map((reason) =>
    entry(`gap ${reason}`, GAP_REASONS[reason], 'gap', GAP_SYNONYMS[reason], (on) => {
      on.run(insertGap(on.context, { reason }))
    }),
  )
  const unused = OFFERED_REASONS
  const aside = unused.map((reason) =>
    entry(`aside ${reason}`, `Set aside: ${UNUSED_REASONS[reason]}`, 'Words', UNUSED_SYNONYMS[reason], (on) =>
      putAside(app, on, reason),
    ),
  )
  return [...roles, ...marks, ...pens, ...gaps, ...aside]
}

function tag(app: AppState, opened: OpenDocument, name: MarkName): void {
  if (isInMarkMenu(name)) give(app, opened, name)
  else if (name === 'supplied') app.overlay.form(supplyForm(opened))
  else openMarkForm(app, opened, name)
}
