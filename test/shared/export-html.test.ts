import fc from 'fast-check'
import { describe, expect, test } from 'vitest'
import type { ExportContext } from '../../shared/export/context.ts'
import { writeReadingEdition } from '../../shared/export/html/write-html.ts'
import { nest } from '../../shared/export/nest.ts'
import { typedOnlyBlocks } from '../../shared/export/typed-only.ts'
import { withhold } from '../../shared/export/withhold.ts'
import type { Transcript } from '../../shared/model/transcript.ts'
import { legalText } from '../../shared/xml/characters.ts'
import { arbitraryTranscript } from '../support/arbitrary-transcript.ts'
import { block, gap, lb, letter, mark, object, page, point, said } from './export-letter.ts'

const CONTEXT: ExportContext = { version: '0.1.0', sha256: 'b'.repeat(64), description: null }
const html = (transcript: Transcript, queries = false, context = CONTEXT) =>
  writeReadingEdition(transcript, { queries }, context).text

const LOOK = { colour: 'olive', typeface: 'serif-bold' } as const
const VOID = new Set(['br', 'hr', 'input', 'meta'])
const ENTITIES: Readonly<Record<string, string>> = { '&lt;': '<', '&gt;': '>', '&amp;': '&', '&quot;': '"', '&#13;': '\r' }

/** The words that an edition shows of its papers in one state, signs of ours left out; a line end is `\n`. */
function wordsIn(text: string, state: 't' | 'a' | 'r'): string {
  const articles = text.slice(text.indexOf('<main>'), text.indexOf('</main>'))
  const open: boolean[] = []
  let out = ''
  for (const [token] of articles.matchAll(/<[^>]*>|[^<]+/g)) {
    const isShown = !open.includes(false)
    if (!token.startsWith('<')) {
      // between the elements of a paper stands layout of ours
      if (isShown && token !== '\n') out += token.replace(/&[#\w]+;/g, (entity) => ENTITIES[entity]!)
      continue
    }
    if (token.startsWith('</')) {
      open.pop()
      continue
    }
    const [, name = '', attributes = ''] = /^<(\w+)([\s\S]*)>$/.exec(token)!
    const names = (/ class="([^"]*)"/.exec(attributes)?.[1] ?? '').split(' ')
    const shows = !names.some((one) =>
      [`${state}-out`, 'sign', 'paper-title', 'headnote', 'fold', 'editor-notes', 'left-out'].includes(one),
    )
    if (name === 'br' && isShown && shows) out += '\n'
    if (!VOID.has(name)) open.push(shows)
  }
  return out
}

const typedOf = (transcript: Transcript) =>
  legalText(typedOnlyBlocks(withhold(transcript).transcript).join(''), new Map()).replace(/\n/g, '')

describe('the reading edition', () => {
  test('shows as typed exactly the typed-only text', () => {
    fc.assert(
      fc.property(arbitraryTranscript, (transcript) => {
        expect(wordsIn(html(transcript), 't').replace(/\n/g, '')).toBe(typedOf(transcript))
      }),
    )
  })

  test('keeps line ends as typed, and makes blanks of them in the text to read, but not after a hyphen', () => {
    const words = { content: [said('one'), lb(), said('two-'), lb(), said('three')] }
    const own = letter([page([block('paragraph', words)])])
    expect(wordsIn(html(own), 't')).toBe('one\ntwo-\nthree')
    expect(html(own)).toContain('one<br class="r-out"><span class="sign t-out a-out"> </span>two-<br class="r-out">three')
  })

  test('joins what runs over a page turn, with one blank in the text to read', () => {
    const turned = letter([
      page([block('paragraph', 'We must'), block('catchword', '/present')]),
      page([block('paragraph', 'present it', { continues: true })], [], { printed: '2' }),
    ])
    expect(wordsIn(html(turned), 't')).toBe('We must/presentpresent it')
    expect(html(turned)).toMatch(/page <bdi>2<\/bdi><\/span><\/span><span class="sign t-out a-out"> <\/span>present it<\/p>/)
  })

  test('makes emendations in the text to read, and lets the errors of the paper stand elsewhere', () => {
    const annotations = { e: mark('emendation', { corr: 'government' }) }
    const text = html(letter([page([block('paragraph', { content: [said('goverment', 'e')], annotations })])]))
    expect(wordsIn(text, 't')).toBe('goverment')
    expect(wordsIn(text, 'a')).toBe('goverment')
    expect(wordsIn(text, 'r')).toBe('government')
  })

  test('takes furniture and the archive’s additions out of the text to read', () => {
    const blocks = (
      ['letterhead', 'marking', 'page-number', 'catchword', 'running-head', 'received-stamp', 'foliation'] as const
    ).map((role) => block(role, `${role} `))
    const text = html(letter([page([...blocks, block('paragraph', 'words')])]))
    expect(wordsIn(text, 'r')).toBe('words')
    expect(wordsIn(text, 't')).toContain('letterhead marking')
  })

  test('puts back what another hand deleted, and not what the typist typed over', () => {
    const annotations = {
      a: mark('del', { hand: 'mt' }),
      b: mark('del', { hand: 'tw', rend: 'overtyped' }),
      c: mark('add', { hand: 'mt' }),
    }
    const words = { content: [said('kept', 'a'), said('XX', 'b'), said('added', 'c')], annotations }
    const text = html(letter([page([block('paragraph', words)])]))
    expect(wordsIn(text, 't')).toBe('kept')
    expect(wordsIn(text, 'a')).toBe('keptXXadded')
    expect(wordsIn(text, 'r')).toBe('added')
  })

  test('says that parts are left out as typed where no hand is stated', () => {
    const text = html(letter([page([block('paragraph', 'words', { hand: null })])]))
    expect(text).toContain('One part of the text is left out here: whether it is typed is not stated.')
    expect(wordsIn(text, 't')).toBe('')
    expect(wordsIn(text, 'a')).toBe('words')
  })

  test('keys notes by letters, a note in pieces once, and says what is known of them', () => {
    const words = { content: [said('x'), point('n1'), said('y'), point('n2'), said('z'), point('n3')] }
    const margin = [
      object('note', 'n1', 'I do', { hand: 'mt', cert: 'medium', function: 'comment' }),
      object('note', 'n2', 'Yes.', { hand: 'ajc', place: 'top' }),
      object('note', 'n3', 'not think', { hand: 'mt', joins: 'n1' }),
    ]
    const text = html(letter([page([block('paragraph', words)], margin)]))
    expect([...text.matchAll(/data-note="(\w+)"><span class="beside">(\w)/g)].map(([, id, key]) => `${id} ${key}`)).toEqual([
      'n1 a',
      'n2 b',
    ])
    expect(text).toContain('<bdi>comment</bdi> · <bdi>place not known</bdi> · <bdi>hand probable</bdi>')
    expect(text).toMatch(/id="note-a">.*I do.* ‖ .*not think/)
    expect(text).toContain('<bdi>Margaret Thatcher</bdi> (felt-tip); one note')
  })

  test('gives a hand the colour and the typeface that are stated for it, and no other hand the same colour by chance', () => {
    const words = { content: [said('x'), point('n1'), said('y'), point('n2')] }
    const margin = [object('note', 'n1', 'I do', { hand: 'mt' }), object('note', 'n2', 'Yes.', { hand: 'ajc' })]
    const plain = letter([page([block('paragraph', words)], margin)])
    const stated = { ...plain, hands: plain.hands.map((hand) => (hand.id === 'mt' ? { ...hand, ...LOOK } : hand)) }
    const inks = (transcript: Transcript) =>
      [...html(transcript).matchAll(/class="note beside sign [^"]* (ink ink-[^"]*)"/g)].map(([, ink]) => ink)
    expect(inks(plain)).toEqual(['ink ink-0', 'ink ink-1'])
    expect(inks(stated)).toEqual(['ink ink-7 face-serif-bold', 'ink ink-0'])
    expect(html(stated)).toContain('.ink-7 { --ink: var(--ink-7) }')
  })

  test('shows a mend of handwriting in every state that shows handwriting', () => {
    const annotations = { c: mark('correction', { was: 'A.T.C.', cert: 'medium' }) }
    const words = { content: [said('A.J.C.', 'c')], annotations }
    const told = (hand: string) =>
      /class="(sign told[^"]*)"> \[the machine read “/.exec(html(letter([page([block('signature', words, { hand })])])))
    expect(told('ajc')?.[1]).toBe('sign told t-out')
    expect(told('tw')?.[1]).toBe('sign told t-out r-out')
  })

  test('says in every state how many mends of the machine’s reading no sign tells, and claims to show no more than is shown', () => {
    const was = 'Tne virtue of views, Febuary'
    const mended = (hand: string, words = 'The virtue of views, February') => {
      const base = letter([page([block('paragraph', words, { hand, source: [[0, 0, was.length]] })])])
      return { ...base, originals: base.originals.map((original) => ({ ...original, text: was })) }
    }
    const silent = /<p>Where the machine misread typed or printed text, the text was corrected silently: in ([^.]*)\. /
    expect(silent.exec(html(mended('tw')))?.[1]).toBe('2 places')
    expect(silent.exec(html(mended('tw', 'The virtue of views, Febuary')))?.[1]).toBe('1 place')
    expect(html(mended('ajc'))).not.toMatch(silent)
    expect(html(mended('tw', was))).not.toMatch(silent)
    expect(html(mended('tw'))).not.toContain('every doubtful or corrected reading')
    expect(html(mended('tw'))).not.toContain('no corrections of ours')
  })

  test('gives no query unless that is asked, and nothing that is set aside or lost', () => {
    const base = letter([
      page([block('paragraph', { content: [said('x'), point('q')] })], [object('query', 'q', 'secret doubt')]),
    ])
    const own = {
      ...base,
      tray: [{ id: 't', type: 'note', attrs: {}, was: 'lost words', blocks: [] }],
      originals: base.originals.map((original) => ({ ...original, text: 'machine loop' })),
      unused: [{ id: 'u', reason: 'machine-loop', source: [[0, 0, 12] as const] }],
    }
    expect(html(own)).not.toMatch(/secret doubt|lost words|machine loop/)
    expect(html(own, true)).toContain('[query: <bdi class="words">secret doubt</bdi>]')
  })

  test('is one file that asks for nothing and runs nothing', () => {
    fc.assert(
      fc.property(arbitraryTranscript, (transcript) => {
        const text = html(transcript, true)
        expect(text).toContain(
          `<meta http-equiv="Content-Security-Policy" content="default-src 'none'; style-src 'unsafe-inline'; img-src data:; script-src 'none'">`,
        )
        expect(text).not.toMatch(/<script|<img|<link|<iframe|<object|<form|url\(|@import/i)
        for (const [, to = ''] of text.matchAll(/ href="([^"]*)"/g)) expect(to).toMatch(/^#/)
        const ids = [...text.matchAll(/ id="([^"]*)"/g)].map(([, id]) => id)
        expect(new Set(ids).size).toBe(ids.length)
        for (const [, to = ''] of text.matchAll(/ href="#([^"]*)"/g)) expect(ids).toContain(to)
      }),
      { numRuns: 200 },
    )
  })

  test('keeps hostile text as text', () => {
    const hostile = `<script>alert("1")</script> & ']]>' \u0000 \ud800 \u202e </style> onload=x`
    const words = { content: [said(hostile), gap({ description: hostile }), point('n')] }
    const people = [{ id: 'coles', name: hostile, offices: [] }]
    const text = html(
      letter(
        [
          page([block('paragraph', words)], [object('note', 'n', hostile, { to: 'coles', basisNote: hostile })], {
            printed: hostile,
          }),
        ],
        {
          people,
          paper: { ...letter([page([])]).paper, from: hostile },
        },
      ),
      false,
      {
        ...CONTEXT,
        description: {
          title: hostile,
          country: null,
          series: null,
          piece: null,
          licence: null,
          policy: [],
          settlement: null,
          repository: null,
          reference: null,
          rights: null,
        },
      },
    )
    expect(text).not.toMatch(/<script|[\u0000\ud800]/)
    expect(text.match(/<\/style>/g)).toHaveLength(1)
    expect(text.split('&lt;script&gt;alert("1")&lt;/script&gt; &amp; \']]&gt;\' \ufffd \ufffd \u202e').length).toBeGreaterThan(6)
    expect(text).toContain('<title>Paper from &lt;script&gt;')
  })

  test('isolates the direction of the document’s words from ours', () => {
    const text = html(letter([page([block('paragraph', '\u05e9\u05dc\u05d5\u05dd')], [], { printed: '\u202e2' })]))
    expect(text).toContain('<p class="block paragraph" dir="auto">')
    expect(text).toContain('page <bdi>\u202e2</bdi>')
  })
})

describe('overlapping annotations as a tree', () => {
  const leaf = (text: string, ...ids: string[]) => ({ text, in: ids })
  test('keep every leaf once and in order, within exactly its annotations', () => {
    const leaves = fc.array(
      fc.tuple(fc.string(), fc.uniqueArray(fc.constantFrom('a', 'b', 'c', 'd'))).map(([text, ids]) => leaf(text, ...ids)),
    )
    fc.assert(
      fc.property(leaves, fc.uniqueArray(fc.constantFrom<string>('a', 'b', 'c', 'd')), (list, whole) => {
        const found: { text: string; in: string[] }[] = []
        const walk = (tree: ReturnType<typeof nest<ReturnType<typeof leaf>>>, open: string[]) => {
          for (const node of tree) {
            if (node.kind === 'leaf') found.push({ text: node.leaf.text, in: [...open].sort() })
            else walk(node.children, [...open, node.id])
          }
        }
        walk(
          nest(
            list,
            new Map(),
            () => 0,
            (id) => whole.includes(id),
          ),
          [],
        )
        expect(found).toEqual(list.map(({ text, in: ids }) => ({ text, in: [...ids].sort() })))
      }),
    )
  })
})
