/** The lines of telegrams, British and American: what each is known by. */
const PRECEDENCE = '(?:FLASH|IMMEDIATE|PRIORITY|ROUTINE|NIACT|EMERGENCY|OPERATIONAL IMMEDIATE|DEFERRED)'

/** What only a preamble says. */
const PREAMBLE: readonly RegExp[] = [
  /^(?:[OPRZ] ){0,3}(?:DTG )?\d{6}Z? ?(?:[A-Z]{3}\.? ?\d{2,4})?(?: .{0,10})?$/,
  new RegExp(`^${PRECEDENCE}(?: (?:AND )?${PRECEDENCE})*$`, 'i'),
  /^F[MN]:? \S/,
  /^FROM:? [A-Z]{3}.{0,50}$/,
  /^TO:? (?:(?:FLASH|IMMEDIATE|PRIORITY|ROUTINE|OPERATIONAL IMMEDIATE|SAVING) )?[A-Z]{2}[A-Z /.,()-]*(?:\d.*)?$/,
  /^TEL(?:EGRAM)?\.? ?(?:NO|NUMBER|NR)\b.{0,50}$/i,
  /^TELNO\b/i,
  /^(?:NO|NR|NUMBER)\.? \d+.{0,30}$/i,
  /^OF (?:\d{6}Z?|\d{1,2}) ?(?:[A-Z]{3,9})?\.? ?(?:\d{2,4})?$/,
  /^(?:AND )?(?:TO )?INFO:? .{2,}$/,
  /^(?:AND )?(?:TO )?(?:INFO )?(?:SAVING|REPEATED|RPTD|RPT)(?: (?:TO|INFO|FOR INFO).*|:.*| [A-Z].*)?$/i,
  /^(?:ADDRESSED|REPEATED|ADDRESSEE)\b.{0,20}\b(?:TO|TELEGRAM|TEL NO)\b.*$/i,
  /^(?:AND )?DESKBY\b.*$/i,
  /^(?:FROM|TO) [A-Z]{3}[A-Z /.,-]* (?:TO [A-Z].*|TEL.*)$/,
  /^(?:YOUR |MY )?(?:CYPHER|CIPHER|EN CLAIR|CODE)\b.{0,40}$/i,
  /^(?:REF|REFS|REFTEL)[:.] ?\S.*$/,
  /^(?:TAGS|E\.?O\.? ?1\d{4})\b:? ?.*$/,
  /^(?:D\.|R\.|D:|R:) ?\d.{2,40}$/,
  /^(?:ADDRESSED|REPEATED|RPTD)\b.{0,120}$/i,
  /^NO\.? \d{1,4}( SAVING)?$/i,
  /^(?:BY BAG|BY TELEPRINTER)\b.{0,20}$/i,
]

/** What is the wire's own. */
const WIRE: readonly RegExp[] = [
  /^(?:ZCZC|NNNN?|BT|ZNR|ZZZZ|QQQQ|ZNY|ZDK|ZUI|ZFH)\b.{0,40}$/,
  /^(?:GRS?|GPS|GROUPS?|WD|CK)[ :/]*\d{1,5}A?$/i,
  /^(?:DE|VV|RR|PP|OO|ZZ)\b [A-Z]{4,}.{0,40}$/,
  /^(?:<+|=+|\++|-{4,}|\*{3,}|#{2,})(?: +\d+)?$/,
]

const ENDS: readonly RegExp[] = [
  /^(?:DISTRIBUTION|STANDARD|ADVANCE COPIES?|ADDITIONAL DISTRIBUTION|ADDITIONAL|LIMITED|FILES|COPIES TO|WHITEHALL|FCO\/WHITEHALL|FCO DISTRIBUTION|CABINET OFFICE)\b.{0,60}$/,
]

const any = (patterns: readonly RegExp[]) => (words: string) => patterns.some((pattern) => pattern.test(words))
export const saysPreamble = any(PREAMBLE)
export const saysWire = any(WIRE)
export const saysDistribution = any(ENDS)
/** What a page of an American cable has at its head, and who acts on it: no role is made for these. */
export const saysHandling = any([/^PAGE \d{1,2}\b/, /^ACTION [A-Z]/, /^(?:ORIGIN|DRAFTED BY|APPROVED BY|CLEARED BY)\b/])
/** `C O N F I D E N T I A L SECTION 01 OF 02 PORT CLARENCE 3307`. */
export const saysMarkedSection = any([
  /^(?:(?:[A-Z] )+[A-Z]|UNCLAS(?:SIFIED)?|CONFIDENTIAL|SECRET|LIMITED OFFICIAL USE)(?: (?:E F T O|EFTO|NODIS|EXDIS|LIMDIS|NOFORN))?(?: SECTION \d+ OF \d+)? [A-Z][A-Z ]+ \d{2,6}$/,
])

/** What makes a paper a telegram, whatever else stands on it. */
export const saysTelegram = any([
  /^FM [A-Z]/,
  /^TEL ?NO\b/,
  /^TELEGRAM (?:NO|NUMBER)\b/,
  /^ZCZC\b/,
  /^NNNN?$/,
  /^(?:GRS?|GPS) ?\d{1,5}A?$/,
  /^OF \d{6}Z/,
  /^(?:[OPRZ] )+\d{6}Z/,
  /^TO (?:FLASH|IMMEDIATE|PRIORITY|ROUTINE) /,
  /^(?:DESKBY) \d/,
  /^TAGS: /,
  /^(?:INWARD|OUTWARD|INCOMING|OUTGOING)\b.{0,30}\bTELEGRAM/i,
  /^(?:FROM|TO) [A-Z]{4}[A-Z ]* TO [A-Z]{4}[A-Z ]*$/,
  /^FM AMEMBASSY/,
])
