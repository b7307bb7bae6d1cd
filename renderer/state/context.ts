import { createContext, useContext } from 'react'
import type { Workbench } from './app-state.ts'

export const BenchContext = createContext<Workbench | null>(null)

/** The workbench of this window. */
export function useBench(): Workbench {
  const bench = useContext(BenchContext)
  if (!bench) throw new Error('no workbench')
  return bench
}
