import { expect, test } from '../../support/fixtures.ts'
import { LetterStory, withoutRole } from '../../support/letter-story.ts'

test('the Bone letter and the message that it covers are worked through by keyboard alone', async ({
  page,
  scholion,
  collection,
}, info) => {
  test.setTimeout(600_000)
  const story = new LetterStory(page, collection, 'bone-to-coles-1982-10-14.txt')
  const { hands } = story
  await story.begin(scholion, false)

  await test.step('the message is a paper of its own, on a page of its own, headed by its marking', async () => {
    await hands.find('S E C R E T')
    await hands.press('ArrowLeft', 'Control+Enter', 'Control+Shift+Enter')
    await hands.expectWhere('page 2 of 2')
    await hands.expectWhere('paper 2 of 2')
  })

  await test.step('roles, and hands where the paper tells them', async () => {
    await hands.press('Control+a', 'Control+b', '3')
    await story.block('Foreign and Commonwealth', 'l', '4')
    await story.block('London SW1A', 'l', '4')
    await story.block('14 October 1982', 'd')
    await story.block('Message from Mr Shultz about', 'h')
    await story.block('Mr Pym has suggested', 'p')
    await story.block('Your own', 'c', '7')
    await story.block('(R B Bone)', 'g')
    await hands.state({ Kind: 'typed' })
    await story.block('A J Coles Esq', 'r')
    await story.block('Dear Francis:', 's')
    for (const words of [
      'Now that I have had time',
      'Both meetings were sober',
      'As you know, the President',
      'During the second meeting',
      'At my suggestion',
      'On non-proliferation',
      'None of these modest steps',
      'Gromyko and I did not',
      'My overall assessment',
      'I look forward',
    ])
      await story.block(words, 'p')
    await story.block('Sincerely yours', 'c')
    await story.block('/s/', 'g')
    await hands.state({ Kind: 'conf' })
    await story.block('George P. Shultz', 'g')
    await hands.state({ Kind: 'typed' })
  })

  await test.step('markings: covering SECRET is not SECRET; typed or stamped is not known', async () => {
    await hands.press('Control+Home')
    for (const at of ['the top', 'the foot']) {
      await hands.find('covering SECRET')
      await hands.press('Control+b', 'm', 'Control+b', 'z')
      await hands.state({ 'Marking of enclosures': 'SEC', 'Stands at': at })
      await hands.press('ArrowRight')
    }
    for (const turn of [false, true]) {
      await hands.find('S E C R E T')
      await hands.press('Control+b', 'm', 'Control+b', 'z')
      await hands.state({ Level: 'SEC' })
      if (!turn) await hands.press('ArrowRight')
      if (turn) await story.query('A page turns here: at the foot of the one page, or at the head of the next?')
    }
    await hands.find('14 OCT 1982')
    await hands.press('Control+b', 'z')
    await story.query('Typed, or stamped?')
  })

  await test.step('Coles’s minute to the Prime Minister is one note in two pieces, by Coles as is probable', async () => {
    await hands.press('Control+Home')
    await hands.find('Prime Minister')
    await hands.press('Control+m', '2')
    await hands.find('A.J.C. 14/10.')
    await hands.press('Control+m', 'j')
    for (const piece of ['Prime Minister', 'A.J.C. 14/10.']) {
      await story.hands.goToNote(piece)
      await hands.state({
        Function: 'sub',
        'To whom': 'Margaret',
        'Date as written': '14/10',
        'Not before': '1982-10-14',
        'Not after': '1982-10-14',
        'Certainty of the hand': 'probable',
        'Certainty of the reading': 'probable',
        Basis: 'context',
        Explanation: 'initialled; the salutation of the letter stands between its pieces in the machine transcript',
      })
      await hands.press('Escape')
    }
  })

  await test.step('what the machine says of handwriting is on no paper: a mark, and a signature that is not read', async () => {
    await hands.find('[Handwritten mark]')
    await hands.press('ArrowLeft', 'Control+j', '0', '0', 'Control+Shift+x', '4')
    await hands.find('[Handwritten signature]')
    await hands.press('Control+Shift+g', '1')
    await hands.state({ Hand: 'RBB', 'In words': 'signature', Certainty: 'probable', Basis: 'context' })
    await hands.press('Control+b', 'g', 'Control+b', '7')
    await hands.state({ Kind: 'auto' })
  })

  await test.step('the salutation in manuscript is a conjecture', async () => {
    await story.block('John Stan.', 's', '7')
    await story.mark('John Stan.', ['Control+Shift+s', 'm'], {
      'Should read': 'Dear John,',
      Certainty: 'probable',
      Basis: 'conjecture',
      Explanation: 'the salutation, in manuscript, that interrupts the minute',
    })
  })

  await test.step('both papers are described', async () => {
    await hands.press('Control+Home', 'Alt+Shift+2')
    await hands.fill({
      Kind: 'letter',
      Relation: 'covers',
      'To which paper here': 'paper',
      From: 'R B Bone',
      To: 'A J Coles',
      Subject: 'Message from Mr Shultz about US/Soviet Relations',
      Date: '1982-10-14',
      'Date as written': '14 October 1982',
      'Marking of enclosures': 'SEC',
      'Marking as printed': 'covering SECRET',
    })
    await hands.press('Alt+Shift+PageDown', 'Alt+Shift+2')
    await hands.fill({
      Kind: 'message',
      'Copy status': 'conf',
      Relation: 'is enc',
      'To which paper here': 'paper',
      'Language (en, fr)': 'en-US',
      From: 'George P. Shultz',
      To: 'Mr Pym',
      'Not after': '1982-10-14',
      'Certainty of the date': 'probable',
      'Basis of the date': 'context',
      Explanation: 'the covering letter; “14 OCT 1982” at its foot, typed or stamped',
      Marking: 'SEC',
      'Marking as printed': 'S E C R E T',
    })
    await story.corrected()
  })

  const { paper, pages } = await story.end(info)
  const [message] = pages.flatMap(({ content }) => content).filter((child) => child.type === 'division')
  expect(paper).toMatchObject({ kind: 'letter', relation: 'covers', relatedTo: message?.id })
  expect(paper.facts).not.toHaveProperty('marking')
  expect(message).toMatchObject({ kind: 'message', relation: 'encloses', relatedTo: paper.id, date: null })
  expect(withoutRole(pages)).toEqual(['14 OCT 1982'])
  const markings = pages.flatMap(({ content }) => content).filter((child) => child.type === 'block' && child.role === 'marking')
  expect(markings).toMatchObject([
    { hand: null, facts: { covering: 'secret', position: 'top' } },
    { hand: null, facts: { covering: 'secret', position: 'foot' } },
    { hand: null, facts: { level: 'secret' } },
    { hand: null, facts: { level: 'secret' } },
  ])
  const margin = pages.flatMap((one) => one.margin)
  expect(margin.filter(({ type }) => type === 'penmark').map(({ attrs }) => [attrs.kind, attrs.hand])).toEqual([
    [null, 'unknown-manuscript'],
  ])
  for (const note of margin.filter(({ type }) => type === 'note'))
    expect(note.attrs).toMatchObject({ place: null, cert: 'medium' })
})
