import roman from '@fontsource/source-serif-4/files/source-serif-4-latin-400-normal.woff2?url'
import bold from '@fontsource/source-serif-4/files/source-serif-4-latin-600-normal.woff2?url'
import romanExt from '@fontsource/source-serif-4/files/source-serif-4-latin-ext-400-normal.woff2?url'
import boldExt from '@fontsource/source-serif-4/files/source-serif-4-latin-ext-600-normal.woff2?url'

// the signs that each file holds, as the package’s own unicode.json has them
const LATIN =
  'U+0000-00FF,U+0131,U+0152-0153,U+02BB-02BC,U+02C6,U+02DA,U+02DC,U+0304,U+0308,U+0329,U+2000-206F,U+20AC,U+2122,U+2191,U+2193,U+2212,U+2215,U+FEFF,U+FFFD'
const LATIN_EXT =
  'U+0100-02BA,U+02BD-02C5,U+02C7-02CC,U+02CE-02D7,U+02DD-02FF,U+0304,U+0308,U+0329,U+1D00-1DBF,U+1E00-1E9F,U+1EF2-1EFF,U+2020,U+20A0-20AB,U+20AD-20C4,U+2113,U+2C60-2C7F,U+A720-A7FF'

/** The files of the face that editions are set in, with their weights and the signs that each holds. */
const FILES = [
  [roman, '400', LATIN],
  [romanExt, '400', LATIN_EXT],
  [bold, '600', LATIN],
  [boldExt, '600', LATIN_EXT],
] as const

/**
 * Gives a page the book face that the style of editions asks for first, so that an edition is read and printed alike on every machine. Ends when
 * it can be drawn; where it cannot be had, the page's next choice is.
 */
export async function wearBookFace(page: Document): Promise<void> {
  const { FontFace } = page.defaultView as Window & typeof globalThis
  const faces = FILES.map(
    ([file, weight, unicodeRange]) =>
      // a page without an address has none to count from
      new FontFace('Source Serif 4', `url("${new URL(file, document.baseURI).href}")`, { weight, unicodeRange }),
  )
  for (const face of faces) page.fonts.add(face)
  await Promise.allSettled(faces.map((face) => face.load()))
}
