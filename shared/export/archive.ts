import type { Paper } from '../model/transcript.ts'
import { type Description, REFERENCE_NOT_KNOWN } from './context.ts'

/** Where a paper is kept and what rights there are in it: its own statements, and the collection's where it makes none. */
export interface Archive {
  readonly repository: string | null
  readonly series: string | null
  readonly piece: string | null
  readonly item: string | null
  readonly folios: string | null
  readonly rights: string | null
  readonly licence: string | null
}

export function archiveOf({ facts = {} }: Paper, description: Description | null): Archive {
  const own = (name: string) => {
    const value = facts[name]
    return typeof value === 'string' && value.trim() !== '' ? value : null
  }
  // a piece belongs to its series, a series to its repository: one that is stated anew inherits nothing below itself
  const repository = own('repository') ?? description?.repository ?? null
  const sameHouse = own('repository') === null
  const series = own('series') ?? (sameHouse ? (description?.series ?? null) : null)
  const piece = own('piece') ?? (sameHouse && own('series') === null ? (description?.piece ?? null) : null)
  return {
    repository,
    series,
    piece,
    item: own('item'),
    folios: own('folios'),
    rights: own('rights') ?? description?.rights ?? null,
    licence: own('licence') ?? description?.licence ?? null,
  }
}

/** The reference as it was stated: series and piece, or the collection's own words. No part is ever put in by us. */
export function referenceOf(paper: Paper, description: Description | null): string {
  const { repository, series, piece, item, folios } = archiveOf(paper, description)
  const number = [series, piece, item].filter((part) => part !== null).join('/')
  const isOurs = repository === (description?.repository ?? null) && series === (description?.series ?? null)
  const words = number !== '' ? number : isOurs ? (description?.reference ?? null) : null
  return [words ?? REFERENCE_NOT_KNOWN, folios].filter((part) => part !== null).join(', ')
}
