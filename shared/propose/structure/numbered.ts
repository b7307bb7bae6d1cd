/**
 * The number or letter before a paragraph or an item: `1.`, `(a)`, `b)`, `iv.`, `2.3`. A capital and a full stop are an initial, and number
 * nothing.
 */
export const NUMBERED =
  /^(?:[-*•] )?(\(?(?:\d{1,3}|[a-z]|[ivxl]{1,6}|[IVX]{2,5})[.)]\)?|\(\d{1,3}\)|\(?[A-Z]\)|\d{1,2}\.\d{1,2}\.?)\s+(?=[^\d\s])/u
/** A number without a sign after it, but with wide blanks: `1    Mr Bragg said`. */
export const NUMBER_APART = /^(\d{1,3})\s{3,}(?=\p{Lu})/u
export const BULLET = /^[-*•–—] +(?=\p{L})/u
