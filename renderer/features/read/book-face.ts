import roman from '@fontsource/source-serif-4/files/source-serif-4-latin-400-normal.woff2?url'
import bold from '@fontsource/source-serif-4/files/source-serif-4-latin-600-normal.woff2?url'
import romanExt from '@fontsource/source-serif-4/files/source-serif-4-latin-ext-400-normal.woff2?url'
import boldExt from '@fontsource/source-serif-4/files/source-serif-4-latin-ext-600-normal.woff2?url'
import ranges from '@fontsource/source-serif-4/unicode.json'

/** The files of the face that editions are set in, with their weights and the signs that each holds. */
const FILES = [
  [roman, '400', ranges.latin],
  [romanExt, '400', ranges['latin-ext']],
  [bold, '600', ranges.latin],
  [boldExt, '600', ranges['latin-ext']],
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
