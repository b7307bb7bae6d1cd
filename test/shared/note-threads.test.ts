import { EditorState } from 'prosemirror-state'
import { describe, expect, it } from 'vitest'
import { answerNote, concernPaper } from '../../shared/commands/answer-note.ts'
import { EXPORTERS } from '../../shared/export/exporters.ts'
import type { MarginObject, Transcript } from '../../shared/model/transcript.ts'
import { fromDocument, toDocument } from '../../shared/schema/document.ts'
import { filterRows, noteRows, openQueries } from '../../shared/state/note-list.ts'
import { marginTranscript } from '../support/margin-pages.ts'

const transcript = marginTranscript()
const objects = transcript.pages.flatMap(({ margin }) => margin)
const wordsOf = ({ content }: MarginObject) => content.map((run) => (run.type === 'text' ? run.text : '')).join('')
const noteSaying = (words: string) => objects.find((one) => wordsOf(one).startsWith(words))!.id
const [MINUTE, REPLY, LAST] = ['Chairman: are you', 'No. Why', 'The price'].map(noteSaying) as [string, string, string]
const before = EditorState.create({ doc: toDocument(transcript) })

describe('a note that answers another', () => {
  it('stands under it in the list, and its own answers under it', () => {
    const thread = filterRows(noteRows(before.doc), { by: null, what: 'thread' })
    expect(thread.map(({ id, depth }) => [id, depth])).toEqual([
      [MINUTE, 0],
      [REPLY, 1],
      [LAST, 2],
    ])
  })

  it('never answers itself, nor what answers it', () => {
    expect(answerNote(MINUTE, LAST)(before)).toBe(false)
    expect(answerNote(MINUTE, MINUTE)(before)).toBe(false)
    expect(answerNote(LAST, MINUTE)(before)).toBe(true)
    expect(answerNote(REPLY, null)(before)).toBe(true)
  })

  it('says so in every edition', () => {
    const editions = EXPORTERS.map((exporter) => exporter.run(transcript, exporter.defaults, CONTEXT))
    const [tei, html] = editions.map((one) => (one.ok ? one.value.files[0]!.text : one.fault.sentence))
    expect(tei!.match(/<note [^>]*corresp="#/g)).toHaveLength(2)
    expect(html!.match(/answers note [a-z]+/g)?.length).toBeGreaterThanOrEqual(2)
  })
})

describe('what a note concerns', () => {
  it('is the whole paper when a person says so; words that it was about are so no more, and stay where its anchor is', () => {
    const note = noteSaying('Never published')
    let after = before
    concernPaper(note, 'paper')(before, (tr) => {
      after = before.apply(tr)
    })
    const text = fromDocument(after.doc)
    const passages = text.pages
      .flatMap((page) => page.content)
      .flatMap((child) => (child.type === 'block' ? Object.values(child.annotations) : []))
      .filter(({ type, attrs }) => type === 'passage' && attrs.note === note)
    expect(passages.map(({ attrs }) => attrs.concerns)).toEqual([false, false])
    expect(text.pages.flatMap(({ margin }) => margin).find(({ id }) => id === note)?.attrs.passage).toBe('paper')
    expect(after.doc.firstChild!.textContent).toBe(before.doc.firstChild!.textContent)
  })
})

describe('a query', () => {
  const WORDS = 'Which report is meant'

  it('is counted while it is open', () => {
    expect(openQueries(before.doc)).toBe(1)
    expect(openQueries(toDocument(resolved(transcript)))).toBe(0)
    expect(filterRows(noteRows(toDocument(resolved(transcript))), { by: null, what: 'open' })).toEqual([])
  })

  it('leaves in no kind of edition unless that is asked', () => {
    for (const exporter of EXPORTERS) {
      const given = (queries: boolean) => {
        const exported = exporter.run(transcript, { ...exporter.defaults, queries }, CONTEXT)
        return exported.ok ? exported.value.files.map(({ text }) => text).join() : exported.fault.sentence
      }
      expect(given(false), exporter.name).not.toContain(WORDS)
      expect(given(false), exporter.name).not.toContain('H. B.')
      expect(given(true), exporter.name).toContain(WORDS)
    }
  })
})

const CONTEXT = { version: '0.0.0', sha256: null, description: null }

function resolved(from: Transcript): Transcript {
  const close = (object: MarginObject) =>
    object.type === 'query' ? { ...object, attrs: { ...object.attrs, state: 'resolved' } } : object
  return { ...from, pages: from.pages.map((page) => ({ ...page, margin: page.margin.map(close) })) }
}
