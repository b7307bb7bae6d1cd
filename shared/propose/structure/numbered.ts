/** The number or letter before a paragraph or an item. */
export const NUMBERED = /^(?:[-*•] )?(\(?(?:\d{1,3}|[a-z]|[ivxl]{1,6})[.)]\)?|\(\d{1,3}\)|\d{1,2}\.\d{1,2}\.?)\s+(?=\S)/iu
