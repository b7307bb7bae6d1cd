/** Levels of protective marking, of United Kingdom papers of the time. */
export const MARKING_LEVELS = {
  unclassified: 'UNCLASSIFIED',
  restricted: 'RESTRICTED',
  confidential: 'CONFIDENTIAL',
  secret: 'SECRET',
  'top-secret': 'TOP SECRET',
} as const

/** Descriptors and caveats that go with a level. Others are said in words. */
export const MARKING_CAVEATS = {
  personal: 'PERSONAL',
  'strictly-personal': 'STRICTLY PERSONAL',
  'in-confidence': 'IN CONFIDENCE',
  'commercial-in-confidence': 'COMMERCIAL IN CONFIDENCE',
  'staff-in-confidence': 'STAFF IN CONFIDENCE',
  'uk-eyes-a': 'UK EYES A',
  'uk-eyes-b': 'UK EYES B',
  deskby: 'DESKBY',
  noforn: 'NOFORN',
  eclipse: 'ECLIPSE',
} as const

/** Precedences of telegrams, as the preamble has them. */
export const PRECEDENCES = {
  flash: 'FLASH',
  immediate: 'IMMEDIATE',
  priority: 'PRIORITY',
  routine: 'ROUTINE',
} as const

/** How a letter is signed. */
export const SIGNATURE_KINDS = {
  autograph: 'autograph',
  typed: 'typed name',
  pp: 'pp, for another',
  conformed: 'conformed (/s/)',
  stamped: 'stamped',
  initials: 'initials',
  absent: 'absent',
} as const
