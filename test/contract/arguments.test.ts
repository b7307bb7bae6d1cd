import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import { checkArguments, MOST_TEXT } from '../../shared/api/check-arguments.ts'
import { clientOf } from '../../shared/api/client.ts'
import { CALLS } from '../../shared/api/contract.ts'
import { dispatch } from '../../shared/api/dispatch.ts'
import { memoryHost } from '../../shared/api/memory-host.ts'
import { peek } from '../../shared/api/peek.ts'
import { sha256, tagOf, transcript } from './letters.ts'

const host = () => memoryHost({ name: 'x', originals: [], disk: new Map(), sha256, now: () => '2026-11-21T09:00:00.000Z' })
const DOCUMENT = '0123456789abcdef'

describe('what comes over the boundary', () => {
  it('is answered with a Result, whatever it is', async () => {
    await fc.assert(
      fc.asyncProperty(
        fc.oneof(fc.constantFrom(...CALLS.filter((call) => call !== 'watch')), fc.string()),
        fc.jsonValue(),
        async (call, ask) => {
          const answer = await dispatch(host(), call, ask)
          expect(typeof answer.ok).toBe('boolean')
          if (!answer.ok) expect(answer.fault.tag).not.toBe('bug')
        },
      ),
    )
  })

  it('may not name anything but a file', () => {
    for (const name of ['', '..', 'a/b', 'a\\b', '/x', 'a\u0000', 'a\n', '\ud800', 'é'.repeat(128)]) {
      expect(tagOf(checkArguments('readOriginal', { document: DOCUMENT, name }))).toBe('bad-request')
      expect(tagOf(checkArguments('writeExport', { files: [{ name, base64: '' }] }))).toBe('bad-request')
    }
    expect(tagOf(checkArguments('writeExport', { files: [{ name: '.hidden', base64: '' }] }))).toBe('bad-request')
    expect(tagOf(checkArguments('writeExport', { files: [{ name: 'a..b.xml', base64: 'QQ==' }] }))).toBe('done')
  })

  it('may not be larger than 64 MiB, or text that a disk would change', () => {
    const write = (text: string) => tagOf(checkArguments('writeRegisters', { text, base: null }))
    expect(write('x'.repeat(MOST_TEXT))).toBe('done')
    expect(write('x'.repeat(MOST_TEXT + 1))).toBe('bad-request')
    expect(write('é'.repeat(MOST_TEXT / 2 + 1))).toBe('bad-request')
    expect(write('\ud800')).toBe('bad-request')
  })

  it('may hold nothing that the call does not know', () => {
    expect(tagOf(checkArguments('list', { path: '/etc' }))).toBe('bad-request')
    expect(tagOf(checkArguments('list', undefined))).toBe('done')
    const drop = (more: object) =>
      tagOf(checkArguments('dropJournal', { document: DOCUMENT, sitting: 'a1', version: 1, ...more }))
    expect(drop({})).toBe('done')
    for (const wrong of [{ version: 1.5 }, { sitting: '../x' }, { sitting: 'a+b' }, { sitting: '' }, { last: 'yes' }])
      expect(drop(wrong)).toBe('bad-request')
    expect(tagOf(checkArguments('writeRegisters', { text: '', base: 'abc' }))).toBe('bad-request')
    expect(tagOf(checkArguments('writeExport', { files: [{ name: 'a', base64: 'QQ=' }] }))).toBe('bad-request')
  })

  it('a mistake of ours is told as one, without its stack, and reported', async () => {
    const reported: unknown[] = []
    const broken = {
      ...host(),
      list: async () => {
        throw new Error('secret path /home/x')
      },
    }
    const answer = await dispatch(broken, 'list', {}, (error) => reported.push(error))
    expect(tagOf(answer)).toBe('bug')
    expect(JSON.stringify(answer)).not.toContain('/home')
    expect(reported).toHaveLength(1)
  })

  it('an answer that is none is told as one', async () => {
    for (const answer of [undefined, null, {}, { ok: true }, { ok: false }, { ok: false, fault: { tag: 1 } }, 'x']) {
      expect(tagOf(await clientOf(async () => answer).list())).toBe('bug')
    }
    const gone = clientOf(async () => {
      throw new Error('gone')
    })
    expect(tagOf(await gone.list())).toBe('unreachable')
  })
})

describe('a look into a transcript', () => {
  it('tells whose it is and whether it has words', () => {
    expect(peek(transcript(['a.txt', 'b.txt'], 'x'))).toMatchObject({
      originals: ['a.txt', 'b.txt'],
      hasWords: true,
      status: null,
    })
    expect(peek('{"originals":["a.txt"],"status":"corrected"}')?.status).toBe('corrected')
    expect(peek('{"originals":["a.txt"],"status":"toString"}')?.status).toBeNull()
    expect(peek(transcript('a.txt', ''))?.hasWords).toBe(false)
    expect(peek(`\ufeff${transcript('a.txt', 'x')}`)?.originals).toEqual(['a.txt'])
    expect(peek(transcript('a.txt', ' .\n'))?.hasWords).toBe(false)
  })

  it('counts the words of a note, and none of the names that things have', () => {
    const on = (page: unknown) => peek(JSON.stringify({ originals: [{ name: 'a.txt' }], pages: [page] }))?.hasWords
    expect(on({ id: 'p1', content: [], margin: [{ type: 'note', attrs: { hand: 'mt' }, content: ['No.'] }] })).toBe(true)
    expect(on({ id: 'p1', content: [{ type: 'block', role: 'heading', content: [{ text: 'x', in: ['abc'] }] }] })).toBe(true)
    expect(
      on({ id: 'p1', printed: '12', content: [{ type: 'block', id: 'b1', role: 'heading', hand: 'mt', content: [] }] }),
    ).toBe(false)
  })

  it('gives up on what is no transcript, however deep', () => {
    for (const text of ['', '[]', '{}', 'null', '{"originals":[]}', '{"originals":["../x"]}', '{"originals":[{"name":7}]}'])
      expect(peek(text)).toBeNull()
    const deep = `{"originals":["a.txt"],"pages":${'['.repeat(5000)}${']'.repeat(5000)}}`
    expect(peek(deep)).toBeNull()
  })
})
