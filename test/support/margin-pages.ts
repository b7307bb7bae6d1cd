import { emptyPaper } from '../../shared/model/paper.ts'
import type { Transcript } from '../../shared/model/transcript.ts'
import { fromDocument, toDocument } from '../../shared/schema/document.ts'
import { NOTE_FUNCTIONS, NOTE_PLACES, PEN_MARKS } from '../../shared/vocabulary/margin.ts'
import { MARGIN_HANDS, MARGIN_PEOPLE, type Part, Sheets, WRITERS } from './margin-sheets.ts'

/**
 * Fifteen pages in two papers from two originals. `sha256` and `bytes` of the originals are not those of any file: `marginFiles` states them.
 */
export function marginTranscript(): Transcript {
  const sheets = new Sheets()
  const paper = { ...emptyPaper(sheets.newId()), kind: 'letter' }
  everyPlace(sheets, paper.id)
  everyFunction(sheets)
  everyPenMark(sheets)
  thirtyNotes(sheets)
  longNote(sheets)
  overlapping(sheets)
  list(sheets)
  rightToLeft(sheets)
  threads(sheets)
  pieces(sheets)
  sheets.nextOriginal()
  secondPaper(sheets)
  const originals = ['harbour-board.txt', 'harbour-board-enclosure.txt'].map((name, at) => ({
    name,
    sha256: 'a'.repeat(64),
    bytes: 1,
    encoding: 'utf-8',
    bom: false,
    importer: { name: 'text', version: 1, options: {} },
    text: sheets.texts[at]!,
    extra: {},
  }))
  const bare: Transcript = {
    originals,
    status: 'in-progress',
    paper,
    pages: sheets.pages,
    tray: [],
    unused: [],
    hands: MARGIN_HANDS,
    people: MARGIN_PEOPLE,
    names: [],
    revisions: [],
    extra: {},
  }
  return { ...bare, ...fromDocument(toDocument(bare)) }
}

/** A page with a note in each place, and in none. */
function everyPlace(sheets: Sheets, paper: string): void {
  sheets.block('letterhead', ['The Harbour Board of Sallowmere'], { hand: 'print' })
  sheets.block('heading', ['The eastern mole'])
  const places = [...Object.keys(NOTE_PLACES), null]
  places.forEach((place, at) => {
    const id = sheets.newId()
    const words = sheets.prose(24)
    const [half, rest] = [words.slice(0, words.length >> 1), words.slice(words.length >> 1)]
    const parts: Part[] = at % 2 === 0 ? [half, { point: id }, rest] : [{ words: half, in: [sheets.passage(id)] }, rest]
    sheets.block('paragraph', parts)
    sheets.beside('note', id, sheets.scribble(), {
      hand: WRITERS[at % 6],
      place,
      function: 'comment',
      ...(at % 2 ? { passage: 'words' } : {}),
    })
  })
  sheets.beside('note', sheets.newId(), 'Board to see.', { hand: 'thorne', place: 'top', paper, passage: 'paper' })
  sheets.beside('editornote', sheets.newId(), 'The carbon of this letter is lost; its enclosure follows.', { paper })
  sheets.turn({ folio: '41' })
}

/** Each function once, with a second one at times, in turn left and right. */
function everyFunction(sheets: Sheets): void {
  const functions = Object.keys(NOTE_FUNCTIONS)
  for (let from = 0; from < functions.length; from += 7) {
    functions.slice(from, from + 7).forEach((name, at) => {
      const id = sheets.newId()
      sheets.block('paragraph', [{ point: id }, sheets.prose(40)])
      const second = at % 3 === 0 ? functions[(from + at + 1) % functions.length] : null
      const cert = at % 2 === 0 ? 'medium' : 'high'
      const facts = { hand: WRITERS[at % 6], place: at % 2 ? 'left' : 'right', function: name, function2: second, cert }
      sheets.beside('note', id, sheets.scribble(), facts)
    })
    sheets.turn()
  }
}

/** Each pen mark once, twice and three times, at words. */
function everyPenMark(sheets: Sheets): void {
  for (const [at, kind] of Object.keys(PEN_MARKS).entries()) {
    const parts: Part[] = []
    for (const count of ['1', '2', '3']) {
      const id = sheets.newId()
      parts.push(`${sheets.prose(5)} `, { words: sheets.prose(3), in: [sheets.passage(id)] }, ' ')
      sheets.beside('penmark', id, '', { kind, count, hand: WRITERS[(at + Number(count)) % 6], place: at % 2 ? 'left' : null })
    }
    sheets.block('paragraph', [...parts, sheets.prose(20)])
  }
  sheets.turn()
}

/** Thirty notes beside one paragraph, four in five of them on one side. */
function thirtyNotes(sheets: Sheets): void {
  sheets.block('paragraph', [sheets.prose(30)])
  const parts: Part[] = []
  for (let at = 0; at < 30; at++) {
    const id = sheets.newId()
    parts.push({ point: id }, `${sheets.prose(4)} `)
    sheets.beside('note', id, `${sheets.scribble()} ${sheets.scribble()}`, {
      hand: WRITERS[at % 5],
      place: at % 3 === 0 ? 'left' : 'right',
    })
  }
  sheets.block('paragraph', parts)
  const last = sheets.newId()
  sheets.block('paragraph', [sheets.prose(60)])
  sheets.block('paragraph', [{ point: last }, sheets.prose(20)])
  sheets.beside('note', last, 'Approved. A. T.', { hand: 'thorne', place: 'right', function: 'assent' })
  sheets.turn()
}

/** A note longer than its page, and one that it pushes. */
function longNote(sheets: Sheets): void {
  const [long, next, left] = [sheets.newId(), sheets.newId(), sheets.newId()]
  sheets.block('paragraph', [{ point: long }, sheets.prose(30)])
  sheets.block('paragraph', [sheets.prose(20), { point: next }, { point: left }])
  sheets.beside('note', long, sheets.prose(420), { hand: 'engineer', place: 'right', function: 'comment' })
  sheets.beside('note', next, 'I have read all of this. C. L.', { hand: 'lisle', place: 'right', function: 'seen' })
  sheets.beside('note', left, 'So have I.', { hand: 'thorne', place: 'left', function: 'seen' })
  sheets.turn()
}

/** Names that overlap each other, a passage, and the end of a block. */
function overlapping(sheets: Sheets): void {
  const note = sheets.newId()
  const [person, organisation, event, over] = [
    sheets.mark('persName'),
    sheets.mark('orgName'),
    sheets.mark('event'),
    sheets.passage(note),
  ]
  sheets.block('paragraph', [
    'We have written to ',
    { words: 'Mr Lisle ', in: [person] },
    { words: 'of the ', in: [person, organisation] },
    { words: 'Harbour ', in: [organisation, event] },
    { words: 'Board Inquiry', in: [event, over, organisation] },
    { words: ' into the eastern mole,', in: [event, over] },
  ])
  sheets.block('paragraph', [{ words: 'which sat in May', in: [event, over] }, ` and reported. ${sheets.prose(40)}`])
  sheets.beside('note', note, 'Never published?', { hand: 'lisle', place: 'left', function: 'question', passage: 'words' })
  const number = sheets.newId()
  sheets.block('paragraph', ['The report', { point: number }, ` is on the file. ${sheets.prose(50)}`])
  sheets.beside('editornote', number, 'Not found among the papers of the Board.', { kind: 'explanatory' })
  const query = sheets.newId()
  sheets.block('paragraph', [{ words: sheets.prose(6), in: [sheets.passage(query)] }, ` ${sheets.prose(40)}`])
  sheets.beside('query', query, 'Which report is meant? Ask the harbour office.', { state: 'open', assigned: 'H. B.' })
  sheets.turn()
}

/** A table is kept as lines, its cells parted by tabs (decision 0009). A note, a tick and a note of the editors’ on one cell. */
function list(sheets: Sheets): void {
  sheets.block('caption', ['Dredging, by quarter, in tons'])
  for (const [at, quarter] of ['Lady Day', 'Midsummer', 'Michaelmas', 'Christmas'].entries()) {
    const [note, tick, ours] = [sheets.newId(), sheets.newId(), sheets.newId()]
    const amount = `${4 + at},${120 + 31 * at}`
    if (at !== 1) {
      sheets.block('item', [`${quarter}\t${amount}`])
      continue
    }
    sheets.block('item', [
      `${quarter}\t`,
      { words: amount, in: [sheets.passage(note), sheets.passage(tick), sheets.passage(ours)] },
    ])
    sheets.beside('editornote', ours, 'The printed return has 4,150.', { kind: 'textual' })
    sheets.beside('note', note, 'Too high: see the return of 4 July', {
      hand: 'registry',
      place: 'right',
      function: 'calculation',
    })
    sheets.beside('penmark', tick, '', { kind: 'tick', count: '1', hand: 'engineer', place: 'left' })
  }
  sheets.turn()
}

/** Words that run from right to left, in the text and in notes. */
function rightToLeft(sheets: Sheets): void {
  const [note, other] = [sheets.newId(), sheets.newId()]
  sheets.block('paragraph', [{ words: 'הנמל המזרחי נסגר לספינות', in: [sheets.passage(note)] }, ' עד סוף החורף.'])
  sheets.beside('note', note, 'נא להשיב בהקדם', { hand: 'lisle', place: 'right', function: 'instruction' })
  sheets.block('paragraph', ['The notice reads ', { point: other }, '«الميناء مغلق» in both papers, No. 14 of 1958.'])
  sheets.beside('note', other, 'قرأت الإعلان on 3 May', { hand: 'engineer', place: 'left', function: 'seen' })
  sheets.block('paragraph', [sheets.prose(90)])
  sheets.turn()
}

/**
 * A minute, its reply, and the reply to that; a note of the editors’ beside it, and one on words of the reply; a minute that is no reply, on
 * words of the first.
 */
function threads(sheets: Sheets): void {
  const [minute, reply, last, ours] = [sheets.newId(), sheets.newId(), sheets.newId(), sheets.newId()]
  const [onReply, onMinute] = [sheets.newId(), sheets.newId()]
  sheets.block('paragraph', [sheets.prose(30), { point: minute }, { point: reply }, { point: onMinute }])
  sheets.block('paragraph', [{ point: last }, sheets.prose(60), { point: ours }])
  sheets.beside('note', minute, ['Chairman: are you content to ', { words: 'pay this', in: [sheets.passage(onMinute)] }, '?'], {
    hand: 'lisle',
    place: 'right',
    function: 'submission',
  })
  sheets.beside('note', onMinute, '£412 in all', { hand: 'registry', place: 'left', function: 'calculation', passage: 'words' })
  sheets.beside('editornote', onReply, 'He had asked her the same in April.', { kind: 'explanatory' })
  sheets.beside('note', reply, ['No. ', { words: 'Why so much', in: [sheets.passage(onReply)] }, '?'], {
    hand: 'thorne',
    place: 'right',
    function: 'question',
    answers: minute,
  })
  sheets.beside('note', last, 'The price of stone.', { hand: 'lisle', place: 'left', function: 'comment', answers: reply })
  sheets.beside('editornote', ours, 'Her question was answered in the Board’s minute of the same day.', { kind: 'explanatory' })
  sheets.turn()
}

/** A note in pieces, a passage over a page turn, and notes at the foot of both pages. */
function pieces(sheets: Sheets): void {
  const [first, second, over, foot, head] = [1, 2, 3, 4, 5].map(() => sheets.newId()) as [string, string, string, string, string]
  const passage = sheets.passage(over)
  sheets.block('paragraph', [sheets.prose(50), { point: first }])
  sheets.block('paragraph', [`${sheets.prose(50)} `, { words: sheets.prose(9), in: [passage] }, { point: foot }])
  sheets.beside('note', first, 'I cannot see how the mole', { hand: 'engineer', place: 'right', function: 'comment' })
  sheets.beside('note', over, 'All this was said in 1957.', { hand: 'thorne', place: 'left', passage: 'words' })
  sheets.beside('note', foot, 'P.T.O.', { hand: 'registry', place: 'foot', function: 'cross-reference' })
  sheets.turn()
  sheets.block('paragraph', [{ words: sheets.prose(9), in: [passage] }, ` ${sheets.prose(50)}`, { point: second }], {
    continues: true,
  })
  sheets.block('paragraph', [{ point: head }, sheets.prose(50)])
  sheets.beside('note', second, 'can stand another winter.', { hand: 'engineer', place: 'right', joins: first })
  sheets.beside('note', head, 'Returned to Registry 9 June', { hand: 'registry', place: 'top', function: 'file-instruction' })
  sheets.turn()
}

/** A paper of its own, from the second original: notes on paper and page, a blank page, and one whose only notes stand at its foot. */
function secondPaper(sheets: Sheets): void {
  const paper = sheets.division({ kind: 'minute', relation: 'encloses' })
  const page = sheets.newId()
  sheets.block('heading', ['Minute of the Works Committee'])
  sheets.block('paragraph', [sheets.prose(80)])
  sheets.beside('editornote', sheets.newId(), 'Enclosed with the letter, on a sheet of another size.', { paper })
  sheets.beside('note', sheets.newId(), 'Seen by the Committee.', { hand: 'registry', paper, passage: 'paper', function: 'seen' })
  sheets.beside('note', sheets.newId(), 'A figure, not read.', { hand: null, page })
  sheets.turn({ folio: '52' }, page)
  const blank = sheets.newId()
  sheets.block(null, [''])
  sheets.beside('note', sheets.newId(), 'Nothing overleaf.', { hand: 'registry', page: blank, place: 'overleaf' })
  sheets.turn({ state: 'blank' }, blank)
  const [foot, also] = [sheets.newId(), sheets.newId()]
  sheets.block('paragraph', [sheets.prose(40), { point: foot }])
  sheets.block('close', ['Yours faithfully,', { point: also }])
  sheets.beside('note', foot, sheets.prose(40), { hand: 'thorne', place: 'foot', function: 'decision' })
  sheets.beside('note', also, 'Copied to the Treasurer.', { hand: 'unknown-manuscript', place: 'foot', function: 'routing' })
  sheets.turn()
}
