const MOST_BYTES = 255

/** How many bytes a string takes in UTF-8. A lone surrogate counts as three, as it would be written. */
export function utf8Bytes(text: string): number {
  let bytes = 0
  for (let at = 0; at < text.length; at += 1) {
    const unit = text.charCodeAt(at)
    if (unit < 0x80) bytes += 1
    else if (unit < 0x800) bytes += 2
    else if (unit >= 0xd800 && unit < 0xdc00 && (text.charCodeAt(at + 1) & 0xfc00) === 0xdc00) {
      bytes += 4
      at += 1
    } else bytes += 3
  }
  return bytes
}

/**
 * Why a string cannot stand as the name of one file in one folder, in words that follow "the name …"; `null` where it can. A bare name
 * has no slash, backslash, NUL or other control character, is not `.` or `..`, begins with no drive letter, and takes at most 255 bytes of UTF-8.
 */
export function whyNotBare(name: string): string | null {
  if (name === '') return 'is empty'
  if (!name.isWellFormed()) return 'is not valid Unicode'
  if (/[/\\]/.test(name)) return 'holds a slash or a backslash'
  if (/[\u0000-\u001f\u007f-\u009f]/.test(name)) return 'holds a control character'
  if (name === '.' || name === '..') return 'names a folder, not a file'
  if (/^[A-Za-z]:/.test(name)) return 'begins like a drive'
  if (utf8Bytes(name) > MOST_BYTES) return `is longer than ${MOST_BYTES} bytes`
  return null
}

/** Two names with equal keys would be one file on a disk that ignores case or the way accents are encoded. */
export function twinKey(name: string): string {
  // up and down again, so that ß meets ss and a final sigma meets the other
  return name.normalize('NFC').toUpperCase().toLowerCase().normalize('NFC')
}
