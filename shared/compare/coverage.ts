import type { SourceRange } from '../model/source.ts'
import type { Transcript } from '../model/transcript.ts'
import { isBlank } from '../text/blank.ts'
import { type Owner, type OwnershipFault, ownershipFaults } from '../text/ownership.ts'
import { isRead } from './reading.ts'

export interface CoverageProblem extends OwnershipFault {
  /** For the person: which stretch of which file, and what is wrong with it. */
  readonly sentence: string
}

/** Everyone who holds stretches of the originals, named for a person: blocks, notes, and what is set aside. */
function ownersOf(transcript: Transcript): readonly Owner[] {
  const pages = transcript.pages.flatMap((page, index): Owner[] => [
    ...page.content.flatMap((child) =>
      child.type === 'block' ? [{ name: `block ${child.id} on page ${index + 1}`, source: child.source }] : [],
    ),
    ...page.margin.filter(isRead).map(({ id, type, attrs }) => ({
      name: `${type} ${id} on page ${index + 1}`,
      source: attrs.source as readonly SourceRange[],
    })),
  ])
  return [...pages, ...transcript.unused.map(({ id, source }) => ({ name: `what is set aside (${id})`, source }))]
}

/** Whether every non-blank character of every original has exactly one owner. An empty list means that nothing was lost or counted twice. */
export function checkCoverage(transcript: Transcript): readonly CoverageProblem[] {
  const texts = transcript.originals.map(({ text }) => text)
  return ownershipFaults(ownersOf(transcript), texts, isBlank).map((fault) => ({
    ...fault,
    sentence: sentenceOf(fault, transcript),
  }))
}

function sentenceOf({ kind, range: [original, start, end], owners }: OwnershipFault, { originals }: Transcript): string {
  const { name = `original ${original + 1}`, text = '' } = originals[original] ?? {}
  const words = text.slice(start, end).trim()
  const shown = words.length > 40 ? `${words.slice(0, 40).toWellFormed()}…` : words.toWellFormed()
  const where = `characters ${start} to ${end} of ${name} (“${shown}”)`
  switch (kind) {
    case 'uncovered':
      return `${where} stand nowhere in the transcript: neither in a block, nor in a note, nor among what is set aside.`
    case 'twice':
      return `${where} stand twice: in ${owners.join(' and in ')}.`
    case 'outside':
      return `${owners.join()} names characters ${start} to ${end} of ${name}, which has ${text.length}.`
    case 'surrogate':
      return `${owners.join()} begins or ends inside a character: ${where}.`
  }
}
