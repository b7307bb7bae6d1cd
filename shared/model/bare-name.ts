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

/** Whether a value out of a file is a bare name. */
export function isBareName(value: unknown): value is string {
  return typeof value === 'string' && whyNotBare(value) === null
}

/**
 * Names that stand on the disk of one machine and trouble another: what Windows and its shares cannot hold, and what a system acts on by itself
 * when a folder is opened, or at a double click. Nothing that we make is called so.
 */
const NOT_TO_MAKE: readonly { readonly pattern: RegExp; readonly why: string }[] = [
  // https://learn.microsoft.com/windows/win32/fileio/naming-a-file: a device stays one whatever follows its name
  {
    pattern: /^(?:con|prn|aux|nul|clock\$|conin\$|conout\$|(?:com|lpt)[0-9¹²³]) *(?:\.|$)/i,
    why: 'is one that Windows keeps for a device',
  },
  { pattern: /[<>:"|?*]/, why: 'holds a sign that Windows and its shares cannot hold (one of < > : " | ? *)' },
  { pattern: /[. ]$/, why: 'ends in a full stop or a blank, which Windows drops' },
  {
    pattern: /^(?:autorun\.inf|desktop\.ini|folder\.htt|thumbs\.db|ehthumbs\.db|\.directory|\.ds_store|icon\r)$/i,
    why: 'is one that a system reads by itself when it shows the folder',
  },
  {
    pattern:
      /\.(?:desktop|lnk|url|website|webloc|inetloc|fileloc|scf|pif|library-ms|search-ms|searchconnector-ms|settingcontent-ms|appref-ms|inf|theme|themepack)$/i,
    why: 'ends like a shortcut, which a system follows by itself',
  },
  {
    pattern: /\.(?:exe|com|bat|cmd|scr|cpl|msi|msp|msc|hta|ps1|vbs|vbe|jse|wsf|wsh|reg|jar|command|terminal|appimage)$/i,
    why: 'ends like a program, which a system starts at a double click',
  },
]

/** Why nothing may be made under a name, in words that follow "the name …"; `null` where it may. What stands there already is only read. */
export function whyNotMade(name: string): string | null {
  return whyNotBare(name) ?? NOT_TO_MAKE.find(({ pattern }) => pattern.test(name))?.why ?? null
}

const keysOf = new WeakMap<readonly string[], ReadonlySet<string>>()

/** The twin keys of a list of names, worked out once for each list: a collection of thousands is asked for every letter that is written. */
export function twinKeysOf(names: readonly string[]): ReadonlySet<string> {
  const keys = keysOf.get(names) ?? new Set(names.map(twinKey))
  keysOf.set(names, keys)
  return keys
}

/** Two names with equal keys would be one file on a disk that ignores case or the way accents are encoded. */
export function twinKey(name: string): string {
  // up and down again, so that ß meets ss and a final sigma meets the other
  return name.normalize('NFC').toUpperCase().toLowerCase().normalize('NFC')
}
