import { describe, expect, test } from 'vitest'
import type { Hand, Person } from '../../shared/model/hand.ts'
import type { StretchProposal } from '../../shared/propose/proposal.ts'
import { proposalsOf } from '../../shared/propose/proposals.ts'

const HANDS: readonly Hand[] = [{ id: 'ajc', name: 'A J Coles', badge: 'AJC', medium: 'manuscript', person: 'coles' }]
const PEOPLE: readonly Person[] = [{ id: 'coles', name: 'A J Coles', offices: [] }]

function stretches(text: string): readonly StretchProposal[] {
  return proposalsOf({ originals: [{ text }], hands: HANDS, people: PEOPLE, names: [] }).filter(
    (one): one is StretchProposal => one.kind === 'stretch',
  )
}

/** Each stretch as “role layer: first words”, or “aside reason: …”. */
function told(text: string): readonly string[] {
  return stretches(text).map(({ role, layer, setAside, source }) => {
    const words = text.slice(source[0]![1], source.at(-1)![2]).replace(/\s+/g, ' ')
    return `${setAside === null ? `${role ?? '?'} ${layer}` : `aside ${setAside}`}: ${words.split(' ').slice(0, 4).join(' ')}`
  })
}

const BODY = `The Secretary of State has asked me to let you know that he would be content for the two papers to be put to the Committee together.

He does not think that any purpose would be served by a further meeting before the recess, and he hopes that the Treasury will agree to that.`

describe('roles', () => {
  test('a letter of an office: head, greeting, text, close, name, office, person written to', () => {
    const letter = `covering SECRET

Foreign and Commonwealth Office

London SW1A 2AH

14 October 1982

Dear John,

Message from the Secretary of State

${BODY}

I am sending copies of this letter to David Wright (Cabinet Office) and to John Kerr (HM Treasury).

Yours ever,

(R B Bone)
Private Secretary

A J Coles Esq
10 Downing Street
`
    expect(told(letter)).toEqual([
      'marking typed: covering SECRET',
      'letterhead printed: Foreign and Commonwealth Office',
      'letterhead printed: London SW1A 2AH',
      'dateline typed: 14 October 1982',
      'salutation unknown: Dear John,',
      'heading typed: Message from the Secretary',
      'paragraph typed: The Secretary of State',
      'paragraph typed: He does not think',
      'copies-paragraph typed: I am sending copies',
      'close unknown: Yours ever,',
      'signature typed: (R B Bone)',
      'office typed: Private Secretary',
      'addressee typed: A J Coles Esq',
      'address typed: 10 Downing Street',
    ])
  })

  test('a minute without a greeting: the office written to, the heading, numbered paragraphs, the name and the date at the foot', () => {
    const minute = `CONFIDENTIAL

PRIME MINISTER

Bread: The Dispute at the Bakeries

The talks between the two unions broke down late last night, and the Minister does not expect that they will be taken up before Monday.

2. The Ministry have bread for three days in London, and rather more than that in the North, where the small bakers have more of the trade.

P J HALLAM

8 November 1979
`
    expect(told(minute)).toEqual([
      'marking typed: CONFIDENTIAL',
      'addressee typed: PRIME MINISTER',
      'heading typed: Bread: The Dispute at',
      'paragraph typed: The talks between the',
      'paragraph typed: 2. The Ministry have',
      'signature typed: P J HALLAM',
      'dateline typed: 8 November 1979',
    ])
  })

  test.each([
    ['S E C R E T', 'marking'],
    ['TOP SECRET UK EYES A', 'marking'],
    ['Our ref: ENV 14/208', 'our-reference'],
    ['Your ref. HX/B/1107', 'your-reference'],
    ['cc: Mr Thayer', 'copies'],
    ['Encl. (2)', 'enclosure-line'],
    ['- 2 -', 'page-number'],
    ['/present', 'catchword'],
    ['Londres, le 17 mars l978', 'dateline'],
    ['2O December 1979', 'dateline'],
    ['Yours faithfullv,', 'close'],
    ['Dear Sirs,', 'salutation'],
    ['MLO:jk', 'typist-reference'],
    ['RECEIVED 11 AUG 1953', 'received-stamp'],
    ['© Crown Copyright', 'reproduction-stamp'],
  ])('“%s” says itself what it is: %s', (line, role) => {
    expect(stretches(line)[0]).toMatchObject({ role })
  })

  test.each([
    'No. 3 boiler is out of use.',
    'The secret was kept.',
    'Dear me, what a day it was for all of us.',
    'M. Jenkins',
    'Registrar',
  ])('“%s” is none of these', (line) => {
    const roles = ['marking', 'our-reference', 'registry-reference', 'salutation', 'item', 'note']
    expect(roles).not.toContain(stretches(line)[0]!.role)
  })

  test('initials and a full stop number no paragraph, and a name is no list', () => {
    expect(stretches(`${BODY}\n\nYours faithfully,\n\nM. Jenkins\nDirector\n`).map(({ number }) => number)).toEqual(
      Array(stretches(`${BODY}\n\nYours faithfully,\n\nM. Jenkins\nDirector\n`).length).fill(null),
    )
  })

  test('a printed number is told apart from the words', () => {
    expect(
      stretches(`${BODY}\n\n3.   It was agreed that nothing more should be said to the Press before the meeting in May.`).at(-1),
    ).toMatchObject({
      role: 'paragraph',
      number: '3.',
    })
  })

  test('a telegram: the wire’s lines, preamble, subject, text, name, distribution', () => {
    const telegram = `GRS 210
CONFIDENTIAL
FM OSLO 061130Z FEB 81
TO PRIORITY FCO
TELEGRAM NUMBER 41 OF 6 FEBRUARY
INFO PRIORITY UKDEL NATO

EXERCISE NORTHERN LANTERN

1. I SPOKE TO THE STATE SECRETARY ON 5 FEBRUARY ON THE LINES OF YOUR
TELEGRAM. HE SAID THAT THE GOVERNMENT WERE CONTENT WITH THE SCALE OF IT.

LATIMER

NNNN

DISTRIBUTION
LIMITED
DEFENCE D
`
    expect(told(telegram)).toEqual([
      'telegram-wire typed: GRS 210',
      'marking typed: CONFIDENTIAL',
      'telegram-preamble typed: FM OSLO 061130Z FEB',
      'heading typed: EXERCISE NORTHERN LANTERN',
      'paragraph typed: 1. I SPOKE TO',
      'signature typed: LATIMER',
      'telegram-wire typed: NNNN',
      'telegram-distribution typed: DISTRIBUTION LIMITED DEFENCE D',
    ])
  })
})

describe('handwriting', () => {
  const noted = (note: string) => `Dear John,\n\n${BODY}\n\n${note}\n\n${BODY}\n\nYours ever,\n\n(R B Bone)\n`
  const find = (text: string, words: string) => {
    const at = text.indexOf(words)
    return stretches(text).find(({ source }) => source[0]![1] <= at && at < source.at(-1)![2])
  }

  test('is by a hand of the register only where its initials stand in it', () => {
    expect(find(noted('Content with this? A.J.C. 15/3'), 'Content')).toMatchObject({
      role: 'note',
      layer: 'handwritten',
      hand: 'ajc',
    })
    expect(find(noted('Content with this? A.T.C. 15/3'), 'Content')).toMatchObject({ hand: 'unknown-manuscript' })
    expect(find(noted('We must discuss.'), 'We must')).toMatchObject({ role: 'note', hand: 'unknown-manuscript' })
  })

  test.each(['Sea John,', 'My clear Edmund,'])(
    'a greeting that was misread beyond its own words is the writer’s: %s',
    (greeting) => {
      expect(find(`1 June 1982\n\n${greeting}\n\n${BODY}\n\nYours ever,\n\n(M Palliser)\n`, greeting)).toMatchObject({
        role: 'salutation',
        layer: 'handwritten',
      })
    },
  )

  test('a sentence among the lines before the greeting was written there', () => {
    const letter = `Foreign and Commonwealth Office\n\n12 March 1982\n\nI don't think this will begin to deal with it.\n\nDear John,\n\n${BODY}\n`
    expect(find(letter, 'I don')).toMatchObject({ role: 'note', layer: 'handwritten' })
  })

  test('lines that break where a typed line would have gone on were written in a margin', () => {
    const lines = `PRIME MINISTER

The talks between the two unions broke down late last night, and the
Minister does not expect that they will be taken up before Monday. He
has seen the Chancellor about the price of flour.

Certainly not. And no
sandwiches for them

2. The Ministry have bread for three days in London, and rather more
than that in the North, where the small bakers have more of the trade
and can go on for longer.
`
    expect(find(lines, 'Certainly')).toMatchObject({ role: 'note', layer: 'handwritten' })
    expect(find(lines, 'sandwiches')).toMatchObject({ role: 'note', layer: 'handwritten' })
    expect(find(lines, 'has seen')).toMatchObject({ role: 'paragraph', layer: 'typed' })
  })

  test('run into a typed line, the stretch is proposed and not the line', () => {
    const text = `CONFIDENTIAL\n\nPRIME MINISTER\n\nThe talks broke down late last night. what did I say? The employers had offered ten per cent, and the unions will not settle for that.\n\n${BODY}\n\nP J HALLAM\n`
    const [note] = stretches(text).filter(({ role }) => role === 'note')
    expect(text.slice(note!.source[0]![1], note!.source[0]![2])).toBe('what did I say?')
    expect(find(text, 'The talks')).toMatchObject({ role: 'paragraph', layer: 'typed' })
    expect(find(text, 'The employers')).toMatchObject({ role: 'paragraph', layer: 'typed' })
  })

  test('words read across from a margin are told apart from the typed lines', () => {
    const text = `CONFIDENTIAL

1. The Committee met at Woofferton on 25 October and heard all of the
objectors, of whom all but two travel by                     who
car. I attended the second day. The proceedings were          are they
good-humoured until the question of the children was reached, when the
Chairman was obliged to adjourn the meeting to the following Tuesday.
`
    const notes = stretches(text).filter(({ role }) => role === 'note')
    expect(notes.map(({ source }) => text.slice(source[0]![1], source[0]![2]))).toEqual(['who', 'are they'])
  })

  test('nothing of a clean typed letter is proposed to be handwriting', () => {
    const letter = `The Alden Brightwater Foundation\n410 Park Avenue\nNew York 22, N.Y.\n\nFebruary 11, 1958\n\nDr. Wendell P. Crane\nDepartment of Agronomy\n\nDear Dr. Crane:\n\n${BODY}\n\nSincerely yours,\n\nMargaret L. Osterhaus\nSecretary\n\nMLO:jk\ncc: Mr. Thayer\n`
    expect(stretches(letter).filter(({ layer }) => layer === 'handwritten')).toEqual([])
  })
})

describe('what is no text of the paper', () => {
  test('a line that the machine wrote again and again, and words that it stutters, are set aside as its loop', () => {
    const text = `I have been been been and Commonwealth Office\n\n${'London SWIA 2AH\n\nI would be the provenfet on balance\n\n'.repeat(5)}${BODY}\n`
    const loops = stretches(text).filter(({ setAside }) => setAside === 'machine-loop')
    expect(loops.length).toBe(11)
    expect(told(text).at(-1)).toMatch(/^paragraph \w+: He does not think$/)
  })

  test('a marking on every page is no loop', () => {
    const pages = [
      'The harbour was closed by ice.',
      'Flour has not been affected.',
      'Nobody had counted the sheep.',
      'We met again at Easter.',
      'The bells are not to be rung.',
    ]
    const text = pages.map((page) => `SECRET\n\n${page}\n\nSECRET\n`).join('\n')
    expect(stretches(text).some(({ setAside }) => setAside === 'machine-loop')).toBe(false)
  })

  test('what the machine says of itself, and the signs of whatever made the transcript, are set aside', () => {
    const text = `--- Page 1 ---\n${BODY}\n\n[Handwritten signature]\n\n--- Page 2 ---\n${BODY}\n`
    expect(told(text).filter((one) => one.startsWith('aside'))).toEqual([
      'aside page-furniture: --- Page 1 ---',
      'aside machine-description: [Handwritten signature]',
      'aside page-furniture: --- Page 2 ---',
    ])
  })
})
