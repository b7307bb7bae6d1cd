import type { SaveCopy } from '../../shared/api/desktop.ts'
import { done } from '../../shared/model/result.ts'

/** How long the browser may take to begin with a file that it was handed, in ms. */
const BEGINS = 60_000

/** Hands a copy of the work to the browser, as a download: it asks for a place, or has one. */
export const handToBrowser: SaveCopy = async ({ name, text }) => {
  const address = URL.createObjectURL(new Blob([text], { type: 'application/json' }))
  const link = document.createElement('a')
  link.href = address
  link.download = name
  link.click()
  setTimeout(() => URL.revokeObjectURL(address), BEGINS)
  return done({ saved: name })
}
