/** The number or letter before a paragraph or an item. */
export const NUMBERED = /^(?:[-*•] )?(\(?(?:\d{1,3}|[a-z]|[ivxl]{1,6})[.)]\)?|\(\d{1,3}\)|\d{1,2}\.\d{1,2}\.?)\s+(?=[^\d\s])/iu
/** A number without a sign after it, but with wide blanks: `1    Mr Bragg said`. */
export const NUMBER_APART = /^(\d{1,3})\s{3,}(?=\p{Lu})/u
export const BULLET = /^[-*•–—] +(?=\p{L})/u
