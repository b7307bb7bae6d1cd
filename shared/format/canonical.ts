import type { Hand, Person } from '../model/hand.ts'
import type { Named } from '../model/names.ts'
import type { Annotations, Block, MarginObject, Run, Transcript } from '../model/transcript.ts'
import { printSorted } from './printer.ts'
import { pageToFile, paperToFile, refusedToFile, transcriptToFile, trayToFile, unusedToFile } from './to-file.ts'

/** Runs in canonical form: ids of a run sorted and each named once, equal neighbours merged, runs without text left out. */
export function canonicalRuns(runs: readonly Run[]): readonly Run[] {
  const out: Run[] = []
  for (const run of runs) {
    const ids = [...new Set(run.in)].sort()
    if (run.type === 'atom') {
      out.push({ ...run, in: ids })
      continue
    }
    if (run.text === '') continue
    const last = out.at(-1)
    if (last?.type === 'text' && last.in.join() === ids.join()) out[out.length - 1] = { ...last, text: last.text + run.text }
    else out.push({ type: 'text', text: run.text, in: ids })
  }
  return out
}

function canonicalAnnotations(annotations: Annotations): Annotations {
  return Object.fromEntries(Object.entries(annotations).sort(([a], [b]) => (a < b ? -1 : 1)))
}

/** A block or margin object in canonical form. */
export function canonicalContent<Holder extends Block | MarginObject>(holder: Holder): Holder {
  return { ...holder, content: canonicalRuns(holder.content), annotations: canonicalAnnotations(holder.annotations) }
}

function canonicalEntry<Entry extends Hand | Person | Named>(entry: Entry): Entry {
  if (!entry.extra || Object.keys(entry.extra).length > 0) return entry
  const { extra: _, ...rest } = entry
  return rest as Entry
}

/** The same transcript with runs, annotations and registers in canonical form. Says nothing else than what came in. */
export function canonicalise(transcript: Transcript): Transcript {
  return {
    ...transcript,
    pages: transcript.pages.map((page) => ({
      ...page,
      content: page.content.map((child) => (child.type === 'block' ? canonicalContent(child) : child)),
      margin: page.margin.map(canonicalContent),
    })),
    hands: transcript.hands.map(canonicalEntry),
    people: transcript.people.map(canonicalEntry),
    names: transcript.names.map(canonicalEntry),
  }
}

/** The part of a transcript that lives in the editor, as one string: equal strings are equal texts (decision 0004). */
export function canonicalText(text: Pick<Transcript, 'paper' | 'pages' | 'tray' | 'unused' | 'refused'>): string {
  const pages = text.pages.map((page) =>
    pageToFile({
      ...page,
      content: page.content.map((child) => (child.type === 'block' ? canonicalContent(child) : child)),
      margin: page.margin.map(canonicalContent),
    }),
  )
  return printSorted({
    paper: paperToFile(text.paper),
    pages,
    tray: text.tray.map(trayToFile),
    unused: text.unused.map(unusedToFile),
    refused: (text.refused ?? []).map(refusedToFile),
  })
}

/** A whole transcript as one string: a save parses its text back and compares the two. */
export function canonicalTranscript(transcript: Transcript): string {
  return printSorted(transcriptToFile(canonicalise(transcript)))
}
