/** A sign in a text that nobody sees and that may change what is seen: which, in short and in words. */
export interface Unseen {
  /** Place in UTF-16 units. */
  readonly at: number
  readonly short: string
  readonly says: string
}

const NAMES: ReadonlyMap<number, readonly [short: string, says: string]> = new Map([
  [0x00ad, ['SHY', 'soft hyphen']],
  [0x061c, ['ALM', 'Arabic letter mark']],
  [0x180e, ['MVS', 'Mongolian vowel separator']],
  [0x200b, ['ZWSP', 'zero-width space']],
  [0x200c, ['ZWNJ', 'zero-width non-joiner']],
  [0x200d, ['ZWJ', 'zero-width joiner']],
  [0x200e, ['LRM', 'left-to-right mark']],
  [0x200f, ['RLM', 'right-to-left mark']],
  [0x202a, ['LRE', 'left-to-right embedding']],
  [0x202b, ['RLE', 'right-to-left embedding']],
  [0x202c, ['PDF', 'end of an embedding or override']],
  [0x202d, ['LRO', 'left-to-right override']],
  [0x202e, ['RLO', 'right-to-left override']],
  [0x2060, ['WJ', 'word joiner']],
  [0x2066, ['LRI', 'left-to-right isolate']],
  [0x2067, ['RLI', 'right-to-left isolate']],
  [0x2068, ['FSI', 'first strong isolate']],
  [0x2069, ['PDI', 'end of an isolate']],
  [0xfeff, ['BOM', 'byte order mark, or zero-width no-break space']],
])

const UNSEEN =
  /[\u0000-\u0008\u000b\u000c\u000e-\u001f\u007f-\u009f\u00ad\u061c\u180e\u200b-\u200f\u202a-\u202e\u2060-\u2064\u2066-\u206f\ufeff\ufff9-\ufffb\ufffe\uffff]/g

/** The signs of a text that change the direction of writing, have no width, or control something: they may be evidence, so they are kept and shown. */
export function unseenIn(text: string): readonly Unseen[] {
  return Array.from(text.matchAll(UNSEEN), ({ 0: sign, index }) => {
    const code = sign.charCodeAt(0)
    const number = `U+${code.toString(16).toUpperCase().padStart(4, '0')}`
    const [short, says] = NAMES.get(code) ?? [number.slice(2), 'control character']
    return { at: index, short, says: `${says} (${number})` }
  })
}
