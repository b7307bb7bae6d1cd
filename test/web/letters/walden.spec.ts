import { expect, test } from '../../support/fixtures.ts'
import { LetterStory, withoutRole } from '../../support/letter-story.ts'

test('the Walden letter and its answer are worked through by keyboard alone', async ({ page, scholion, collection }, info) => {
  test.setTimeout(600_000)
  const story = new LetterStory(page, collection, 'walden-to-alexander-1981-03-16.txt')
  const { hands } = story
  await story.begin(scholion)

  await test.step('the machine’s loop is set aside, and a gap stands for what it swallowed, with the loop as its evidence', async () => {
    await hands.find('commonwealth Secretary')
    await hands.press('ArrowLeft', 'Control+Shift+Home', 'Control+Shift+x', '1')
    await hands.find('commonwealth Secretary')
    await hands.press('ArrowLeft', 'Control+Shift+g', '2', 'Alt+Shift+e', '1')
    await hands.state({
      'Extent, in': 'not',
      'In words': 'letterhead, date, salutation, heading and the first words of the letter',
    })
    await hands.type(' ')
    await story.query('The loop holds “a view on balance”, “you will feel for this”: words of a lost comment in handwriting?')
    await hands.press('Alt+u')
    await expect(page.getByRole('tabpanel')).toContainText('cited as evidence')
    await hands.press('Escape')
  })

  await test.step('the answer is a paper of its own, on a page of its own; the catchword shows the other turn', async () => {
    await hands.find('17 March 1981')
    await hands.press('ArrowLeft', 'Control+Enter', 'Control+Shift+Enter')
    await hands.find('present circumstances')
    await hands.press('ArrowLeft', 'Control+Enter', 'Alt+c')
    await hands.expectWhere('page 2 of 3')
  })

  await test.step('roles, and hands where the paper tells them', async () => {
    await hands.press('Control+a', 'Control+b', '3')
    for (const words of [
      'Secretary’s view'.replace('’', "'"),
      'Lord Carrington therefore feels',
      'As the Prime Minister knows',
      'Formally it is',
      'present circumstances',
      'There are reasons of substance',
      'As I mentioned to you',
    ])
      await story.block(words, 'p')
    await story.block('/present', 'k')
    await story.block('(G G H Walden)', 'g')
    await hands.state({ Kind: 'typed' })
    await story.block("M O'D B Alexander", 'r')
    await story.block('17 March 1981', 'd')
    await story.block('Anglo/Soviet Contacts', 'h')
    await story.block('MODBA', 'g', 'z')
    await hands.state({ Kind: 'initials' })
    await story.block('G.G.H. Walden', 'r')
    await story.block('CONFIDENTIAL', 'm', 'z')
    await hands.state({ Level: 'CONF' })
  })

  await test.step('handwriting that runs into a typed line becomes a note by a hand not known, its words doubtful, and leaves a gap', async () => {
    await hands.find('We not weight to our views on Feat to the promet.')
    await hands.press('Control+m', '0')
    await hands.find('to promote British')
    await hands.press('ArrowLeft', 'Control+Shift+g', '2')
    await hands.state({
      'Extent, in': 'not',
      'In words': 'the words typed where the handwriting stands in the machine transcript',
    })
    await hands.type(' ')
    await story.hands.goToNote('We not weight')
    await hands.state({
      'Certainty of the hand': 'not',
      'Certainty of the reading': 'possible',
      Basis: 'context',
      Explanation: 'does not read on with the typed sentence',
    })
    await story.mark('not weight', ['Control+Shift+i'])
    await story.mark('Feat to the promet', ['Control+Shift+g', '1'])
    await hands.press('Escape')
    await expect(page.locator('.margin-note .m-unclear')).toHaveCount(1)
  })

  await test.step('the signature cannot be read, and the last scrap is not determined', async () => {
    await hands.find('200 me')
    await hands.press('Control+Shift+g', '1')
    await hands.state({ Hand: 'GGHW', 'In words': 'signature', Certainty: 'probable', Basis: 'context' })
    await hands.press('Control+b', 'g', 'Control+b', '8')
    await hands.state({ Kind: 'auto' })
    await hands.press('Control+End', 'Control+Shift+x', '7')
  })

  await test.step('whose error it is cannot be told: the words stand, and the suggestion beside them', async () => {
    await story.mark('be come', ['Control+Shift+s', 'n'], { Perhaps: 'become' })
    await story.mark('exlude', ['Control+Shift+s', 'n'], { Perhaps: 'exclude' })
    await expect(page.locator('.block .m-undetermined')).toHaveText(['be come', 'exlude'])
  })

  await test.step('both papers are described: the first one’s date rests on the loop and the answer, the answer is a carbon', async () => {
    await hands.press('Control+Home', 'Alt+Shift+2')
    await hands.fill({
      Kind: 'letter',
      From: 'G G H Walden',
      To: "M O'D B Alexander",
      Date: '1981-03-16',
      'Certainty of the date': 'probable',
      'Basis of the date': 'context',
      Explanation: 'machine loop and reply',
      Marking: 'none',
    })
    await hands.press('Alt+Shift+PageDown', 'Alt+Shift+2')
    await hands.fill({
      Kind: 'letter',
      'Copy status': 'carbon',
      Relation: 'answers',
      'To which paper here': 'paper',
      From: "M O'D B Alexander",
      To: 'G G H Walden',
      Subject: 'Anglo/Soviet Contacts',
      Date: '1981-03-17',
      'Date as written': '17 March 1981',
      Marking: 'CONF',
      'Marking as printed': 'CONFIDENTIAL',
    })
    await story.corrected()
  })

  const { paper, pages, unused } = await story.end(info)
  expect(withoutRole(pages)).toEqual([])
  const [answer] = pages.flatMap(({ content }) => content).filter((child) => child.type === 'division')
  expect(paper.facts).toMatchObject({ marking: 'none-seen', basis: 'context', cert: 'medium' })
  expect(answer).toMatchObject({ copyStatus: 'carbon', relation: 'answers', relatedTo: paper.id })
  const [loop] = unused.filter(({ reason }) => reason === 'machine-loop')
  const gaps = pages.flatMap(({ content }) =>
    content.flatMap((child) =>
      child.type === 'block' ? child.content.filter((run) => run.type === 'atom' && run.atom === 'gap') : [],
    ),
  )
  expect(gaps[0]).toMatchObject({ attrs: { reason: 'machine-failed', evidence: loop?.source } })
  const [note, ...more] = pages.flatMap((one) => one.margin).filter(({ type }) => type === 'note')
  expect(more).toEqual([])
  expect(note?.attrs).toMatchObject({
    hand: 'unknown-manuscript',
    cert: 'unknown',
    readingCert: 'low',
    place: null,
    passage: null,
  })
})
