import type { RoleName } from '../../shared/vocabulary/roles.ts'

/** What is done with a paper, one thing at a time, as a person says it: by which keys or presses, the drivers say. */
export type Deed =
  | { readonly deed: 'lift'; readonly words: string; readonly by: string }
  | { readonly deed: 'lift by a new hand'; readonly words: string; readonly by: string }
  /** The next piece of the note that was lifted last. */
  | { readonly deed: 'join'; readonly words: string }
  | { readonly deed: 'mend'; readonly read: string; readonly as: string }
  /** Wherever it stands in typed text. */
  | { readonly deed: 'mend everywhere'; readonly read: string; readonly as: string }
  /** In handwriting: a conjecture, marked as such. */
  | { readonly deed: 'correct'; readonly read: string; readonly as: string; readonly certainty: string }
  /** Blocks that stand beside each other, each known by words with which it begins. */
  | { readonly deed: 'role'; readonly role: RoleName; readonly blocks: readonly string[] }
  | { readonly deed: 'name'; readonly words: string; readonly is: 'person' | 'organisation'; readonly known: boolean }
  /** Wherever else the words stand that were tagged last. */
  | { readonly deed: 'name alike'; readonly words: string }
  /** A page and a paper begin with the block whose role was stated last. */
  | { readonly deed: 'next paper' }
  | { readonly deed: 'know'; readonly note: string; readonly function: string; readonly certainty: string }
  | { readonly deed: 'describe'; readonly at: string; readonly facts: PaperTold }

/** What the paper tells of itself; the keys are the labels of the fields, in their order. */
export interface PaperTold {
  readonly Kind: string
  readonly From: string
  readonly To?: string
  readonly Subject: string
  readonly Date: string
  readonly Marking?: string
}

export interface Unseen {
  readonly file: string
  readonly deeds: readonly Deed[]
}

const role = (name: RoleName, ...blocks: readonly string[]): Deed => ({ deed: 'role', role: name, blocks })
const mend = (read: string, as: string): Deed => ({ deed: 'mend', read, as })
const lift = (words: string, by: string): Deed => ({ deed: 'lift', words, by })
const join = (words: string): Deed => ({ deed: 'join', words })
const name = (words: string, known: boolean, is: 'person' | 'organisation' = 'person'): Deed => ({
  deed: 'name',
  words,
  is,
  known,
})
const alike = (words: string): Deed => ({ deed: 'name alike', words })

const PM = 'Margaret Thatcher'

export const COVERING_LETTER: Unseen = {
  file: 'covering-letter.txt',
  deeds: [
    { deed: 'lift by a new hand', words: 'Prime Minister', by: 'Martin Hale' },
    join('You asked for this on Weds.'),
    join('M.H. 15/5'),
    lift('Too dear. Who', PM),
    join('has asked the companies?'),
    lift('Quite.', PM),
    lift('No. See what', PM),
    join('Peter says.'),
    lift('why not?', PM),
    lift('p.a. R.L. 2O/5', 'Robert Lyle'),

    { deed: 'mend everywhere', read: 'tb', as: 'th' },
    mend('rlsen', 'risen'),
    mend('bil1ion', 'billion'),
    mend('Govemment', 'Government'),
    mend('difficu1ty', 'difficulty'),
    mend('wi11', 'will'),
    mend('Offlce', 'Office'),
    mend('mi1es', 'miles'),
    mend('f1ared', 'flared'),
    mend('cany', 'carry'),
    mend('bonowing', 'borrowing'),
    mend('consu1ted', 'consulted'),
    { deed: 'correct', read: '2O/5', as: '20/5', certainty: 'probable' },

    role('marking', 'CONFIDENTIAL'),
    role('letterhead', 'Department of Energy', 'Thames House', 'Telephone Direct Line', 'From the Private'),
    role('dateline', '14 May 1981'),
    role('addressee', 'Martin Hale Esq'),
    role('address', '10 Downing Street'),
    role('salutation', 'Dear Martin'),
    role('heading', 'NORTH SEA'),
    role('paragraph', 'When my Secretary', 'The estimate has', 'The Secretary of State', 'There is one', 'I am copying'),
    role('close', 'Yours ever'),
    role('signature', '(C J Denholm)'),
    role('office', 'Private Secretary'),
    role('marking', 'CONFIDENTIAL'),
    role('marking', 'CONFIDENTIAL'),
    { deed: 'next paper' },
    role('heading', 'THE GAS GATHERING', 'Note by officials'),
    role('paragraph', '1. The line', '2. The', '3. The cost', '4. If no', '5. If a', '6. Ministers'),
    role('dateline', 'Department of Energy', '13 May 1981'),
    role('marking', 'CONFIDENTIAL'),

    name('Martin Hale', true),
    name('Mr Ferrand', false),
    alike('Mr Ferrand'),
    name('Lorne Petroleum', false, 'organisation'),
    alike('Lorne Petroleum'),
    name('Sir Peter Aldous', true),
    name('Mr Halvorsen', false),
    alike('Mr Halvorsen'),
    name('Robert Lyle', true),
    name('C J Denholm', true),
    name('Sir Denis Rooke-Hale', false),

    { deed: 'know', note: 'Quite.', function: 'comment', certainty: 'probable' },
    { deed: 'know', note: 'why not?', function: 'question', certainty: 'probable' },
    {
      deed: 'describe',
      at: 'Dear Martin',
      facts: {
        Kind: 'letter',
        From: 'C J Denholm',
        To: 'Martin Hale',
        Subject: 'NORTH SEA: THE GAS GATHERING LINE',
        Date: '1981-05-14',
        Marking: 'CONFIDENTIAL',
      },
    },
    {
      deed: 'describe',
      at: '1. The line would',
      facts: {
        Kind: 'memorandum or note',
        From: 'officials',
        Subject: 'THE GAS GATHERING LINE: COST TO THE PUBLIC SECTOR',
        Date: '1981-05-13',
        Marking: 'CONFIDENTIAL',
      },
    },
  ],
}

export const MINUTE: Unseen = {
  file: 'minute.txt',
  deeds: [
    lift('Yes.', PM),
    lift('1966 only?', PM),
    lift('I doubt', PM),
    join('it. HMG must'),
    join('be firm.'),
    lift('Agree. But see', PM),
    join('Hugh first.'),
    lift('Not now.', PM),
    lift('Kew - when?', PM),
    { deed: 'lift by a new hand', words: 'Copy seen. p.a. J.W. 11/11', by: 'J W' },

    { deed: 'mend everywhere', read: 'tb', as: 'th' },
    mend('ADMINISTRATlON', 'ADMINISTRATION'),
    mend('tomonow', 'tomorrow'),
    mend('objectlon', 'objection'),
    mend('Secretarv', 'Secretary'),
    mend('withhe1d', 'withheld'),
    mend('hunied', 'hurried'),
    mend('verlfy', 'verify'),
    mend('c1osed', 'closed'),
    mend('wi11', 'will'),
    mend('po1icy', 'policy'),
    mend('sha1l', 'shall'),
    mend('who1e', 'whole'),

    role('addressee', 'PRIME MINISTER'),
    role('heading', 'OFFICIAL HISTORIES'),
    role(
      'paragraph',
      'You will wish',
      '2. Mr Verney',
      '3. The Foreign',
      '4. I have',
      '5. Mr Verney',
      '6. I recommend',
      '7. If you',
      '8. There is',
    ),
    role('signature', 'ROBERT LYLE'),
    role('dateline', '9 November 1983'),

    name('Lord Thane', true),
    alike('Lord Thane'),
    name('Mr Verney', false),
    alike('Mr Verney'),
    name('Foreign Office', false, 'organisation'),
    name('Miss Calloway', false),
    name('Sir Hugh Brandreth', true),
    alike('Sir Hugh Brandreth'),
    name('Mr Osgood', true),
    alike('Mr Osgood'),
    name('Lord Radley', false),
    name('ROBERT LYLE', true),

    { deed: 'know', note: 'Yes.', function: 'assent', certainty: 'probable' },
    { deed: 'know', note: '1966 only?', function: 'question', certainty: 'probable' },
    {
      deed: 'describe',
      at: 'You will wish',
      facts: {
        Kind: 'minute',
        From: 'ROBERT LYLE',
        To: 'PRIME MINISTER',
        Subject: 'OFFICIAL HISTORIES: ACCESS TO PAPERS OF THE FORMER ADMINISTRATION',
        Date: '1983-11-09',
        Marking: 'none seen in the transcript',
      },
    },
  ],
}
