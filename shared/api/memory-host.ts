import { utf8Bytes } from '../model/bare-name.ts'
import { done } from '../model/result.ts'
import type { Answer, DocumentEntry, HistoryEntry, Host, JournalRecord, KeptJournal, OriginalBytes } from './contract.ts'
import {
  conflictCopyName,
  conflictCopyOf,
  damagedOf,
  keptVersionName,
  keptVersionOf,
  REGISTERS,
  transcriptNameOf,
} from './file-names.ts'
import { isWorthKeeping } from './history-rule.ts'
import { partJoined } from './joined.ts'
import { applySplices } from './journal-change.ts'
import { peek } from './peek.ts'
import { checkEditionNames, checkOwner, checkReplacement, fault, noSuchPlaces, noWholeRecord } from './write-rules.ts'

/** A host without a disk, for tests of everything above it. It keeps the same rules as the real ones; one contract suite runs over all. */
export interface MemoryHostOptions {
  readonly name: string
  /** The originals. They stand apart from `disk`, so that nothing can write them. */
  readonly originals: readonly (OriginalBytes & { readonly name: string })[]
  /** Transcripts and `collection.json` by name. A test may change it behind the host's back, as another program would. */
  readonly disk: Map<string, string>
  /** Lower-case hex sha256 of a string's UTF-8 bytes. */
  readonly sha256: (text: string) => string
  /** ISO time. */
  readonly now: () => string
}

export function memoryHost({ name, originals, disk, sha256, now }: MemoryHostOptions): Host {
  /** By document and sitting. */
  const journals = new Map<string, KeptJournal>()
  const wholes = new Map<string, JournalRecord>()
  const history = new Map<string, { readonly id: string; readonly at: string; readonly text: string }[]>()
  const own = new Map<string, { readonly revision: string; readonly manual: boolean }>()
  const sittings = new Map<string, { readonly document: string; readonly who: string; readonly since: string }>()
  const editions = new Map<string, string>()
  const waiting = new Set<(answer: Answer<{ readonly at: number }>) => void>()
  let settings: Readonly<Record<string, string>> = {}
  let at = 1

  const journalKey = (ask: { readonly document: string; readonly sitting: string }) => `${ask.document} ${ask.sitting}`
  const idOf = (original: string) => sha256(original).slice(0, 16)
  const find = (id: string) => originals.find((one) => idOf(one.name) === id)
  const unknown = () => fault('missing', 'This document is not in the collection any more. Nothing was changed.')

  const changed = () => {
    at += 1
    for (const answer of waiting) answer(done({ at }))
    waiting.clear()
  }
  const keep = (id: string, text: string) => {
    const all = history.get(id) ?? []
    history.set(id, [{ id: `v${all.length + 1}`, at: now(), text }, ...all])
  }
  const put = (file: string, id: string, text: string, autosaved = false) => {
    const old = disk.get(file)
    const lastKept = history.get(id)?.[0]
    const times = { lastKept: lastKept && peek(lastKept.text)?.hasWords ? Date.parse(lastKept.at) : null, now: Date.parse(now()) }
    if (old !== undefined && old !== text && isWorthKeeping({ autosaved, ...times })) keep(id, old)
    disk.set(file, text)
    changed()
    return done({ revision: sha256(text), warning: null })
  }
  const conflicts = (file: string, base: string | null) => {
    const old = disk.get(file)
    return (old === undefined ? null : sha256(old)) !== base
  }
  const conflict = (file: string) =>
    fault(
      'conflict',
      `${file} was changed by somebody else since it was read. Nothing was written; compare the two, or keep both.`,
    )

  function entryOf(original: (typeof originals)[number]): DocumentEntry {
    const file = transcriptNameOf(original.name)
    const text = disk.get(file)
    const seen = text === undefined ? null : peek(text)
    return {
      id: idOf(original.name),
      original: original.name,
      others: seen?.originals.filter((one) => one !== original.name) ?? [],
      bytes: original.bytes,
      missing: false,
      transcript: text === undefined ? null : { name: file, revision: sha256(text) },
      status: seen?.status ?? null,
      ...(seen?.collated ? { collated: true } : {}),
      blocked: null,
      copies: [...disk.keys()].filter((one) => conflictCopyOf(one) === file).sort(),
      damaged: [...disk.keys()].filter((one) => damagedOf(one) === file).sort(),
      title: seen?.title ?? null,
      ...([...journals.keys()].some((key) => key.startsWith(`${idOf(original.name)} `)) ? { waiting: true } : {}),
    }
  }

  function keptOf(id: string): readonly HistoryEntry[] {
    const file = transcriptNameOf(find(id)?.name ?? '')
    const names = [...disk.keys()]
      .filter((one) => keptVersionOf(one)?.transcript === file)
      .sort()
      .reverse()
    return names.map((one) => {
      const { day, label } = keptVersionOf(one) ?? { day: '', label: '' }
      const text = disk.get(one) ?? ''
      const entry = { id: `kept-${sha256(one).slice(0, 16)}`, at: `${day}T00:00:00.000Z`, revision: sha256(text) }
      return { ...entry, bytes: utf8Bytes(text), kept: { name: one, label } }
    })
  }

  return {
    capabilities: async () => done({ host: 'memory', canWrite: true, why: null, notice: null, version: '0' }),

    list: async () => {
      const registers = disk.get(REGISTERS)
      const all = originals.map(entryOf)
      return done({
        name,
        registers: { text: registers ?? null, revision: registers === undefined ? null : sha256(registers) },
        ...partJoined(all),
      })
    },

    readOriginal: async (ask) => {
      const document = find(ask.document)
      if (!document) return unknown()
      const own = [document.name, ...entryOf(document).others]
      const original = own.includes(ask.name) ? originals.find((one) => one.name === ask.name) : undefined
      if (!original) return fault('missing', `${ask.name} is no machine transcript of this document. Nothing was read.`)
      return done({ base64: original.base64, sha256: original.sha256, bytes: original.bytes })
    },

    readTranscript: async (ask) => {
      const document = find(ask.document)
      if (!document) return unknown()
      const text = disk.get(transcriptNameOf(document.name))
      return done({ text: text ?? null, revision: text === undefined ? null : sha256(text), readOnly: null })
    },

    writeTranscript: async (ask) => {
      const document = find(ask.document)
      if (!document) return unknown()
      const owner = checkOwner(document.name, ask.text, ask.originals)
      if (!owner.ok) return owner
      const file = transcriptNameOf(document.name)
      const old = disk.get(file)
      if (old === ask.text) {
        if (ask.manual === true) own.set(ask.document, { revision: sha256(ask.text), manual: true })
        return done({ revision: sha256(ask.text), warning: null })
      }
      if (conflicts(file, ask.base)) return conflict(file)
      const seen = old === undefined ? null : peek(old)
      const may = seen === null ? done(null) : checkReplacement(document.name, seen, owner.value, ask)
      if (!may.ok) return may
      const last = own.get(ask.document)
      const mine = ask.continues === true && last?.manual === false
      const autosaved = old !== undefined && mine && last.revision === sha256(old) && owner.value.hasWords
      own.set(ask.document, { revision: sha256(ask.text), manual: ask.manual === true })
      return put(file, ask.document, ask.text, autosaved)
    },

    writeConflictCopy: async (ask) => {
      const document = find(ask.document)
      if (!document) return unknown()
      const owner = checkOwner(document.name, ask.text, null)
      if (!owner.ok) return owner
      let nth = 1
      const nameOf = () => conflictCopyName(document.name, ask.who, now().slice(0, 10), nth)
      while (disk.has(nameOf())) nth += 1
      const file = nameOf()
      put(file, ask.document, ask.text)
      return done({ name: file })
    },

    readCopy: async (ask) => {
      const document = find(ask.document)
      if (!document) return unknown()
      const entry = entryOf(document)
      const text = disk.get(ask.name)
      if (text === undefined || ![...entry.copies, ...entry.damaged].includes(ask.name))
        return fault('missing', `${ask.name} is no copy of ${document.name} (any more). Nothing was changed.`)
      return done({ text, revision: sha256(text), sound: true })
    },

    keepVersion: async (ask) => {
      const document = find(ask.document)
      if (!document) return unknown()
      const text = disk.get(transcriptNameOf(document.name))
      if (text === undefined)
        return fault('missing', `${document.name} has no transcript that could be kept. Nothing was changed.`)
      if (sha256(text) !== ask.revision)
        return fault('conflict', 'This is not the version that was to be kept. Nothing was written; look at it, then try again.')
      for (let nth = 1; ; nth += 1) {
        const version = keptVersionName(document.name, ask.label, now().slice(0, 10), nth)
        if ((disk.get(version) ?? text) !== text) continue
        disk.set(version, text)
        changed()
        return done({ name: version })
      }
    },

    writeRegisters: async (ask) => {
      if (disk.get(REGISTERS) === ask.text) return done({ revision: sha256(ask.text), warning: null })
      return conflicts(REGISTERS, ask.base) ? conflict(REGISTERS) : put(REGISTERS, 'collection', ask.text)
    },

    writeExport: async (ask) => {
      const named = checkEditionNames(
        ask.files.map((file) => file.name),
        originals.map((original) => original.name),
      )
      if (!named.ok) return named
      const there = ask.files.find((file) => (editions.get(file.name) ?? file.base64) !== file.base64)
      if (there && ask.overwrite !== true) {
        return fault('exists', `${there.name} exists already and is different. Nothing was written; say that it may be replaced.`)
      }
      for (const file of ask.files) editions.set(file.name, file.base64)
      return done({ folder: 'editions', names: ask.files.map((file) => file.name) })
    },

    writeJournal: async (ask) => {
      if (!find(ask.document)) return unknown()
      const { sitting, record } = ask
      const key = journalKey(ask)
      if ('text' in record) wholes.set(key, record)
      const whole = wholes.get(key)
      if (!whole || ('of' in record && sha256(whole.text) !== record.of)) return noWholeRecord()
      const text = 'of' in record ? applySplices(whole.text, record.splices) : record.text
      if (text === null) return noSuchPlaces()
      journals.delete(key)
      journals.set(key, { sitting, record: { version: record.version, base: record.base, text } })
      return done(null)
    },
    readJournals: async (ask) => {
      const own = [...journals].filter(([key]) => key.startsWith(`${ask.document} `)).map(([, journal]) => journal)
      return done({ journals: own.reverse(), notices: [] })
    },
    dropJournal: async (ask) => {
      const key = journalKey(ask)
      const kept = journals.get(key)
      if (kept && kept.record.version > ask.version) return done(null)
      journals.delete(key)
      if (ask.last) wholes.delete(key)
      return done(null)
    },

    listHistory: async (ask) => {
      const replaced = (history.get(ask.document) ?? []).map(
        ({ id, at, text }): HistoryEntry => ({ id, at, revision: sha256(text), bytes: utf8Bytes(text), kept: null }),
      )
      return done([...keptOf(ask.document), ...replaced])
    },
    readHistory: async (ask) => {
      const version = keptOf(ask.document).find((one) => one.id === ask.entry)?.kept?.name
      if (version !== undefined) return done(disk.get(version) ?? '')
      const entry = history.get(ask.document)?.find((one) => one.id === ask.entry)
      return entry ? done(entry.text) : fault('missing', 'This earlier version is not kept any more. Choose another one.')
    },

    // without a clock there is no patience to run out of: it answers at the next change
    watch: (ask) => (ask.since !== at ? Promise.resolve(done({ at })) : new Promise((answer) => waiting.add(answer))),

    present: async ({ sitting, document, who }) => {
      const before = sittings.get(sitting)
      const since = before?.document === document ? before.since : now()
      if (document === null) sittings.delete(sitting)
      else sittings.set(sitting, { document, who, since })
      const others = [...sittings].filter(([other, at]) => other !== sitting && at.document === document)
      return done({ others: others.map(([, { who, since }]) => ({ who, since })) })
    },

    readSettings: async () => done(settings),
    writeSettings: async (ask) => {
      settings = { ...settings, ...ask.settings }
      return done(null)
    },
  }
}
