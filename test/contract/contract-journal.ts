import { expect, it } from 'vitest'
import { entry, host } from './contract-world.ts'
import { journalOf, SITTING, sha256, tagOf, transcript, value } from './letters.ts'

/** What every host keeps of work that is not saved yet. */
export function journalIsKept(): void {
  it('gives a journal back, and drops it only when it holds nothing newer', async () => {
    const document = (await entry('letter.txt')).id
    expect(await journalOf(host, document)).toBeNull()
    const record = { version: 7, base: null, text: transcript('letter.txt', 'unsaved') }
    value(await host.writeJournal({ document, sitting: SITTING, record }))
    expect(await journalOf(host, document)).toEqual(record)
    value(await host.dropJournal({ document, sitting: SITTING, version: 6 }))
    expect(await journalOf(host, document)).toEqual(record)
    value(await host.dropJournal({ document, sitting: SITTING, version: 7 }))
    expect(await journalOf(host, document)).toBeNull()
  })

  it('says in the list over which document unsaved work waits, short or long, until it is decided', async () => {
    for (const words of ['unsaved', 'many words '.repeat(10_000)]) {
      const document = (await entry('letter.txt')).id
      expect((await entry('letter.txt')).waiting ?? false).toBe(false)
      const record = { version: 1, base: null, text: transcript('letter.txt', words) }
      value(await host.writeJournal({ document, sitting: SITTING, record }))
      const waiting = value(await host.list()).documents.filter((one) => one.waiting)
      expect(waiting.map(({ original }) => original)).toEqual(['letter.txt'])
      value(await host.dropJournal({ document, sitting: SITTING, version: 1 }))
      expect((await entry('letter.txt')).waiting ?? false).toBe(false)
    }
  })

  it('takes what changed since the last whole record, and gives the whole text back', async () => {
    const document = (await entry('letter.txt')).id
    const text = transcript('letter.txt', 'unsaved words')
    const at = text.lastIndexOf('words')
    const change = (version: number, of: string) =>
      host.writeJournal({
        document,
        sitting: SITTING,
        record: { version, base: null, of, splices: [{ from: at, to: at + 5, text: `words, ${version}` }] },
      })
    expect(tagOf(await change(2, sha256(text)))).toBe('missing')
    value(await host.writeJournal({ document, sitting: SITTING, record: { version: 1, base: null, text } }))
    for (const version of [2, 3]) value(await change(version, sha256(text)))
    const changed = { version: 3, base: null, text: transcript('letter.txt', 'unsaved words, 3') }
    expect(await journalOf(host, document)).toEqual(changed)
    expect(tagOf(await change(4, sha256('another text')))).toBe('missing')
    const outside = [{ from: 0, to: text.length + 1, text: '' }]
    const wrong = { version: 4, base: null, of: sha256(text), splices: outside }
    expect(tagOf(await host.writeJournal({ document, sitting: SITTING, record: wrong }))).toBe('bad-request')
    expect(await journalOf(host, document)).toEqual(changed)
    value(await host.dropJournal({ document, sitting: SITTING, version: 2 }))
    expect(await journalOf(host, document)).toEqual(changed)
    value(await host.dropJournal({ document, sitting: SITTING, version: 3 }))
    expect(await journalOf(host, document)).toBeNull()
  })

  it('takes what changed since a long whole record also after that was dropped, because the work was saved', async () => {
    const document = (await entry('letter.txt')).id
    const text = transcript('letter.txt', 'many words '.repeat(10_000))
    value(await host.writeJournal({ document, sitting: SITTING, record: { version: 1, base: null, text } }))
    value(await host.dropJournal({ document, sitting: SITTING, version: 1 }))
    expect(await journalOf(host, document)).toBeNull()
    const splices = [{ from: text.length, to: text.length, text: ' ' }]
    value(await host.writeJournal({ document, sitting: SITTING, record: { version: 2, base: null, of: sha256(text), splices } }))
    expect(await journalOf(host, document)).toEqual({ version: 2, base: null, text: `${text} ` })
    value(await host.dropJournal({ document, sitting: SITTING, version: 2 }))
    expect(await journalOf(host, document)).toBeNull()
  })
}
