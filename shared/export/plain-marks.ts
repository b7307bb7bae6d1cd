import type { MarkName } from '../vocabulary/marks.ts'

/** What stands before and after annotated words where there is neither line nor colour: words and brackets of ours. */
export interface Around {
  readonly before: string
  readonly after: string
}

type Attributes = Readonly<Record<string, unknown>>
type Say = (attrs: Attributes, nameOf: (hand: unknown) => string) => Around

const NOTHING: Around = { before: '', after: '' }
const bare: Say = () => NOTHING

/** How each annotation reads as plain text. A new one in the vocabulary does not compile until it stands here. */
export const MARKS_PLAIN: Readonly<Record<MarkName, Say>> = {
  unclear: () => ({ before: '', after: ' [?]' }),
  // the words stand as they were mended; what the machine read is no reading of the paper
  correction: bare,
  emendation: ({ corr }) => ({ before: '', after: corr === '' ? ' [sic]' : ` [sic: read ${corr}]` }),
  undetermined: ({ suggestion }) => ({
    before: '',
    after: suggestion === '' ? ' [undetermined]' : ` [undetermined: perhaps ${suggestion}]`,
  }),
  supplied: () => ({ before: '[', after: ']' }),
  add: ({ hand }, nameOf) => ({ before: `[added by ${nameOf(hand)}: `, after: ']' }),
  del: ({ hand }, nameOf) => ({ before: `[deleted by ${nameOf(hand)}: `, after: ']' }),
  persName: bare,
  orgName: bare,
  placeName: bare,
  title: bare,
  event: bare,
  term: bare,
  cited: bare,
  foreign: bare,
  date: bare,
  // what is withheld is a gap before it comes here
  withheld: bare,
  passage: bare,
}
