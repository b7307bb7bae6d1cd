import { expect, test } from '../../support/fixtures.ts'
import { LetterStory, withoutRole } from '../../support/letter-story.ts'

test('the Palliser letter is worked through by keyboard alone, saved, closed and reopened the same', async ({
  page,
  scholion,
  collection,
}, info) => {
  test.setTimeout(600_000)
  const story = new LetterStory(page, collection, 'palliser-to-coles-1982-06-01.txt')
  const { hands } = story
  await story.begin(scholion)

  await test.step('the scraps at the head are set aside, not determined', async () => {
    await hands.press('Control+Home')
    for (const scrap of ['an .', '1 sine Stricte 1 A 1', 'K 04']) {
      const { before, after } = await hands.around()
      expect(before + after).toBe(scrap)
      await hands.press('Control+Shift+x', '7')
    }
  })

  await test.step('roles, and hands where the paper tells them', async () => {
    await hands.press('Control+a', 'Control+b', '3')
    await story.block('CABINET OFFICE', 'l', '4')
    await story.block('70 Whitehall', 'l', '4')
    await story.block('John Coles, Esq.', 'r')
    await story.block('1 June, 1982.', 'd')
    await story.block('Sea John', 's', '5')
    await story.block('SUPPLY BY FRANCE', 'h')
    for (const words of ['1. After the discussion', '2. I need not', '3. Subsequently', '4. I asked if', '5. I am sure'])
      await story.block(words, 'p')
    await story.block('7- w.,', 'c', '5')
    await story.block('(Michael Palliser)', 'g')
    await hands.state({ Kind: 'typed' })
  })

  await test.step('the number that the typist x-ed out of the letterhead is struck out by the typewriter; what it hides is a gap', async () => {
    await story.mark('XX7030XXXXXXXX', ['Control+Shift+s', 'd'], { Hand: 'TW' })
    await story.mark('XXXXXXXX', ['Control+Shift+g', '6'])
    await hands.find('XX7030')
    await hands.press('ArrowLeft', 'Shift+ArrowRight', 'Shift+ArrowRight', 'Control+Shift+g', '6')
    await expect(page.locator('.block .m-del')).toHaveCount(1)
  })

  await test.step('mends in print and in handwriting are marked, as conjectures', async () => {
    await story.mark('swia 2As', ['Control+Shift+s', 'm'], {
      'Should read': 'SW1A 2AS',
      Certainty: 'probable',
      Basis: 'conjecture',
      Explanation: 'the postcode of 70 Whitehall, as in print',
    })
    await story.mark('Sea', ['Control+Shift+s', 'm'], {
      'Should read': 'Dear',
      Certainty: 'probable',
      Basis: 'conjecture',
      Explanation: 'a salutation in manuscript',
    })
  })

  await test.step('the close cannot be read: a gap, perhaps with the autograph', async () => {
    await story.mark('7- w.,', ['Control+Shift+g', '1'])
    await hands.state({ 'In words': 'close, perhaps with the autograph', Certainty: 'probable', Basis: 'context' })
  })

  await test.step('words of another language, and what is evidence for a marking without being one', async () => {
    await story.mark('un bon petit moment', ['Alt+m', 'f'], { 'Language, as a tag (fr, de, ru)': 'fr' })
    await hands.find('Secret and Personal basis')
    await story.query('Was the letter marked so at its head? The scraps set aside there may be a marking.')
  })

  await test.step('the paper is described as far as it tells', async () => {
    await hands.press('Alt+Shift+2')
    await hands.fill({
      Kind: 'letter',
      From: 'Michael Palliser',
      To: 'John Coles',
      'Copies to (persons, offices)': 'Frank Cooper; Antony Acland',
      Subject: 'Supply by France of Exocet missiles to Peru',
      Date: '1982-06-01',
      'Date as written': '1 June, 1982.',
    })
    await story.corrected()
  })

  const { paper, pages, unused, status } = await story.end(info)
  expect(withoutRole(pages)).toEqual([])
  expect(status).toBe('corrected')
  expect(paper.facts).not.toHaveProperty('marking')
  expect(unused.filter(({ reason }) => reason === 'not-determined')).toHaveLength(6)
  expect(pages.flatMap(({ margin }) => margin.map(({ type }) => type))).toEqual(['query'])
})
