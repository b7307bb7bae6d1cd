// A passage as it is copied for another program: with what stands beside it as footnotes, and a citation.
import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import { passageWithNotes } from '../../shared/export/passage.ts'
import { withhold } from '../../shared/export/withhold.ts'
import type { Transcript } from '../../shared/model/transcript.ts'
import { toDocument } from '../../shared/schema/document.ts'
import { selectedOf } from '../../shared/schema/selected.ts'
import { arbitraryTranscript } from '../support/arbitrary-transcript.ts'
import { block, division, gap, lb, letter, mark, object, page, point, reference, said } from './export-letter.ts'

const CITATION = 'The National Archives, PREM 19/1, p. 7'

/** Copies the words from the first to the last of these. */
function copied(transcript: Transcript, first: string, last: string) {
  const doc = toDocument(transcript)
  let [from, to] = [-1, -1]
  doc.firstChild!.descendants((node, pos) => {
    const [begins, ends] = [node.text?.indexOf(first) ?? -1, node.text?.indexOf(last) ?? -1]
    if (begins >= 0 && from < 0) from = pos + 1 + begins
    if (ends >= 0) to = pos + 1 + ends + last.length
  })
  return passageWithNotes(transcript, { ...transcript, ...selectedOf(doc, [{ from, to }]) }, CITATION)
}

const paper = letter([
  page(
    [
      block('paragraph', {
        content: [
          said('We have now '),
          said('heard', 'on'),
          said(' that'),
          lb(),
          said('Mr Buckley will visit'),
          point('hers'),
          said(' '),
          said('Bonn', 'here'),
          point('ours'),
          point('asked'),
          said(' and Paris.'),
          point('other'),
        ],
        annotations: { on: mark('unclear', {}), here: mark('passage', { note: 'tick', concerns: true }) },
      }),
      block('paragraph', { content: [said('Not '), point('piece'), said('copied.'), point('far')] }),
    ],
    [
      object('note', 'hers', 'I don’t think this will fit', { hand: 'mt', place: 'left', cert: 'medium', function: 'comment' }),
      object('note', 'piece', { content: [said('the '), gap({ reason: 'illegible' })] }, { hand: 'mt', joins: 'hers' }),
      object('penmark', 'tick', { content: [] }, { kind: 'underline', count: '2', hand: 'ajc' }),
      object('editornote', 'ours', { content: [said('See '), reference('other'), said(' and '), reference('far'), said('.')] }),
      object('note', 'other', 'Yes', {}),
      object('editornote', 'far', 'far away'),
      object('query', 'asked', 'never leaves', { state: 'open' }),
    ],
    { printed: '7' },
  ),
])

describe('a passage copied with its notes', () => {
  it('is its words with numbers, the notes beside them in words and by number, and the citation', () => {
    expect(copied(paper, 'We have', 'Paris.').text).toBe(
      [
        'We have now heard [?] that Mr Buckley will visit[1] Bonn[2][3] and Paris.[4]',
        '[1] [note in the left margin, Margaret Thatcher, comment, hand probable] I don’t think this will fit ‖ the [illegible]',
        '[2] [double underline, A J Coles]',
        '[3] [editor’s note] See n. 4 and a note that is not given here.',
        '[4] [note (place not known), hand not stated] Yes',
        CITATION,
      ].join('\n\n'),
    )
  })

  it('is only the words that were selected, and the notes that stand beside these', () => {
    expect(copied(paper, 'and Paris', 'and Paris').text).toBe(`and Paris\n\n${CITATION}`)
    expect(copied(paper, 'Bonn', 'Bonn').text).toContain('Bonn[1][2]\n\n[1] [double underline')
    expect(copied(paper, 'Paris.', 'Not').notes).toBe(2)
  })

  it('is bare paragraphs for a word processor: no class, no style, and text is never markup', () => {
    const { html } = copied(paper, 'We have', 'Paris.')
    expect(html).toContain('<p dir="auto">We have now heard [?] that Mr Buckley will visit<sup>1</sup> Bonn<sup>2</sup>')
    expect(html).toContain('<p dir="auto"><sup>4</sup> [note (place not known), hand not stated] Yes</p>')
    expect(html).not.toMatch(/class=|style=|<a |<script|data-/)
    const hostile = letter([page([block('paragraph', '<script>alert(1)</script> & “words”')])])
    expect(copied(hostile, '<script>', '“words”').html).toContain('&lt;script&gt;alert(1)&lt;/script&gt; &amp; “words”')
  })

  it('has a gap for what is withheld, in its words, its notes and its papers', () => {
    const withheld = letter([
      page(
        [
          block('paragraph', {
            content: [said('We met '), said('Zebraquill', 'w'), said(' in Graz.'), point('n'), point('m')],
            annotations: { w: mark('withheld', { reason: 'closed' }) },
          }),
        ],
        [
          object('note', 'n', 'Quillzebra!', { hand: 'mt', withheld: 'closed' }),
          object('note', 'm', 'Zebra?', { hand: 'mt', joins: 'n' }),
        ],
      ),
      page([division('hidden', { facts: { withheld: 'closed' } }), block('paragraph', 'Okapi words')]),
    ])
    const { text, html } = copied(withheld, 'We met', 'words')
    expect(text).toContain('We met [withheld, 1 word] in Graz.[1]')
    expect(text).toContain('[withheld, 2 words]')
    expect(text + html).not.toMatch(/Zebra|Quillz|Okapi/i)
  })

  it('never holds a word that an edition would not', () => {
    fc.assert(
      fc.property(arbitraryTranscript, (transcript) => {
        const doc = toDocument(transcript)
        const whole = { from: 2, to: doc.firstChild!.nodeSize - 2 }
        const { text } = passageWithNotes(transcript, { ...transcript, ...selectedOf(doc, [whole]) }, CITATION)
        const kept = JSON.stringify(withhold(transcript).transcript.pages)
        const words = transcript.pages.flatMap(({ content, margin }) => [...content, ...margin]).flatMap(wordsOf)
        for (const one of words)
          if (one.length > 3 && !kept.includes(JSON.stringify(one).slice(1, -1))) expect(text).not.toContain(one)
      }),
    )
  })
})

function wordsOf(holder: Transcript['pages'][number]['content'][number] | Transcript['pages'][number]['margin'][number]) {
  return 'content' in holder ? holder.content.flatMap((run) => (run.type === 'text' ? [run.text] : [])) : []
}
