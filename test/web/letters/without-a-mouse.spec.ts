import { readdirSync, readFileSync } from 'node:fs'
import { join } from 'node:path'
import { changeOutside, expectOnDisk } from '../../support/at-the-desk.ts'
import { expect, test } from '../../support/fixtures.ts'
import { expectFocusSeen } from '../../support/focus-seen.ts'
import { LetterStory } from '../../support/letter-story.ts'
import { slowDisk } from '../../support/slow-disk.ts'
import { tabRound } from '../../support/tab-round.ts'
import { expectNoMouse, takeMouseAway } from '../../support/without-mouse.ts'

const LETTER = 'palliser-to-coles-1982-06-01.txt'

test('a day at the desk without a mouse: every panel and the work of every kind, and the focus is always in sight', async ({
  page,
  scholion,
  collection,
}) => {
  test.setTimeout(600_000)
  const file = join(collection, `${LETTER}.tei.json`)
  await takeMouseAway(page)
  const disk = await slowDisk(page, 'writeTranscript')
  const story = new LetterStory(page, collection, LETTER)
  const { hands } = story
  const sheet = page.locator('.ProseMirror')
  const said = page.locator('.status .said')
  const saved = async () => {
    await hands.press('Control+s')
    await expect(page.getByTestId('keeping')).toContainText('Saved')
  }
  /** A step of the day: at its end the focus is seen, and no mouse was there. */
  const step = (what: string, act: () => Promise<unknown>) =>
    test.step(what, async () => {
      await act()
      await expectFocusSeen(page, what)
      await expectNoMouse(page)
    })

  await step('a letter is opened from the list', () => story.begin(scholion))

  await step('handwriting goes to the margin, the caret into the note and back', async () => {
    await hands.find('Embassy')
    await hands.press('Control+m', '1')
    await expect(page.getByRole('note', { name: /Margaret Thatcher/ })).toBeVisible()
    await hands.press('F9')
    await hands.expectWhere('in note')
    await hands.state({ Place: 'left', Function: 'comment' })
    await expect(page.getByRole('note', { name: /left margin, Margaret Thatcher/ })).toBeVisible()
    await hands.press('F9')
    await hands.expectWhere('page 1')
  })

  await step('a hand that was not known is stated', async () => {
    await hands.press('Alt+g')
    while ((await hands.focused()) !== 'New hand …') await hands.press('Tab')
    await hands.press('Enter')
    await hands.fill({ Medium: 'pencil', Writer: 'Ruth Bell, pencil', Badge: 'RB' })
    await expect(page.locator('.hands')).toContainText('Ruth Bell, pencil')
    await expectFocusSeen(page, 'the register of hands')
    await hands.press('Escape')
  })

  await step('a pen mark, a name, a date, a query and an editor’s note', async () => {
    await hands.find('Gutman')
    await hands.press('Control+j', 's', '0')
    await expect(page.getByRole('note', { name: /^Sideline/ })).toBeVisible()
    await hands.find('Prime Minister')
    await hands.press('Control+Shift+P', 'Enter')
    await expect(page.locator('.block .m-person')).toHaveText('Prime Minister')
    await hands.find('1 June, 1982')
    await hands.press('Control+Shift+D', 'Enter')
    await expect(page.locator('.block .m-date')).toHaveText('1 June, 1982')
    await hands.find('lunch')
    await story.query('Which day?')
    await hands.press('Control+Shift+E')
    await hands.type('So the paper.')
    await expectFocusSeen(page, 'in an editor’s note')
    await hands.press('Escape')
    await expect(page.getByTestId('where')).toContainText('1 open query')
  })

  await step('the paper is described, the policy stated, and how far the work has come', async () => {
    await hands.press('Alt+Shift+2')
    await hands.fill({ Subject: 'Poland' })
    await hands.press('Alt+Shift+P', 'm')
    await expect(page.getByRole('form', { name: 'Editorial policy' })).toBeVisible()
    await hands.press('Enter')
    await story.corrected()
    await expect(said).toContainText('Status')
  })

  for (const [key, panel] of [
    ['Alt+i', 'Details'],
    ['Alt+n', 'Notes'],
    ['Alt+t', 'Unattached'],
    ['Alt+u', 'Set aside'],
    ['Alt+g', 'Hands'],
  ] as const)
    await step(`the panel ${panel}`, async () => {
      await hands.press(key)
      await expect(page.getByRole('tab', { name: panel })).toHaveAttribute('aria-selected', 'true')
      await expectFocusSeen(page, panel)
      await hands.press('Escape')
      await expect(sheet).toBeFocused()
    })

  await step('from the list of notes into one', async () => {
    await hands.goToNote('Embassy')
    await hands.expectWhere('in note · hand: Margaret Thatcher')
    await hands.press('F9')
  })

  await step('words are found and replaced', async () => {
    await hands.press('Control+h')
    await hands.type('lunch')
    await hands.goToField('Replace by')
    await hands.type('luncheon')
    await hands.press('Tab')
    await expectFocusSeen(page, 'the button that replaces')
    for (let at = 0; !(await hands.focused()).includes('Replace all'); at++) {
      expect(at).toBeLessThan(4)
      await hands.press('Tab')
    }
    await hands.press('Enter')
    await expect(said).toContainText('replaced')
    await hands.press('Escape')
    await expect(sheet).toContainText('luncheon')
  })

  await step('the collection is searched, and the letter opened there', async () => {
    await hands.press('Control+Shift+F')
    await hands.type('luncheon')
    await hands.press('Enter')
    await expect(page.locator('.search-place')).not.toHaveCount(0)
    await expectFocusSeen(page, 'the search')
    await hands.press('Enter')
    await expect(sheet).toBeFocused()
  })

  await step('from the register of names to a place', async () => {
    await hands.press('Alt+Shift+N')
    await hands.type('thatcher')
    await hands.press('Enter')
    await expectFocusSeen(page, 'the places of a name')
    await hands.press('Enter')
    await expect(sheet).toBeFocused()
  })

  await step('an earlier version is looked at', async () => {
    await saved()
    await hands.type('more ')
    await hands.press('Control+s')
    await expectOnDisk(file, 'more ')
    await hands.press('Alt+h')
    await expect(page.getByRole('dialog')).toContainText('Which earlier version?')
    await hands.press('1')
    await expect(page.locator('.compare-box')).toBeVisible()
    await hands.press('ArrowDown')
    await expectFocusSeen(page, 'the earlier version')
    await hands.press('Escape')
  })

  await step('both versions are looked at where somebody else wrote too, and mine is kept', async () => {
    disk.hold()
    await hands.type('and more ')
    changeOutside(file, 'more ', 'less ')
    await disk.answer()
    await expect(page.locator('.bars')).toContainText('changed the file of this document while you worked')
    await hands.press('Alt+b')
    await expect(page.locator('.compare-box')).toBeVisible()
    await expectFocusSeen(page, 'both versions')
    await hands.press('3')
    await expect(page.getByTestId('keeping')).toContainText('Saved')
  })

  await step('a key of one’s own', async () => {
    await hands.press('Alt+Shift+F')
    await hands.type('read: F2\n')
    await hands.press('Control+Enter', 'F2')
    await expect(page.locator('.read-view')).toBeVisible()
    await expectFocusSeen(page, 'the edition')
    await hands.press('Escape')
    await expect(sheet).toBeFocused()
  })

  await step('Tab goes through every part of the window and back; a menu opens, and Esc leads out of it', async () => {
    await hands.press('Alt+l')
    // a message may still stand in the window
    const round = [...(await tabRound(page, 'the window'))].filter((part) => part !== 'bars')
    expect(new Set(round)).toEqual(new Set(['tools', 'documents', 'text', 'inspector', 'window']))
    await hands.press('Escape')
    await expect(sheet).toBeFocused()
    for (let at = 0; (await hands.focused()) !== 'Document'; at++) {
      expect(at).toBeLessThan(60)
      await hands.press('Shift+Tab')
    }
    await expectFocusSeen(page, 'the menus')
    await hands.press('Enter', 'ArrowDown')
    await expect(page.getByRole('menu', { name: 'Document' })).toBeVisible()
    await expectFocusSeen(page, 'an open menu')
    await hands.press('Escape')
    await expectFocusSeen(page, 'the menus again')
  })

  await step('the edition leaves', async () => {
    await hands.press('Control+e', 'ArrowDown', 'Enter')
    await expect(page.getByRole('dialog')).toContainText('Exported')
    await expectFocusSeen(page, 'what was exported')
    await hands.press('Escape')
    expect(readdirSync(join(collection, 'editions'))).toHaveLength(1)
  })

  await step('the letter is closed, and the list has the focus', async () => {
    await hands.press('Alt+w')
    await expect(sheet).toHaveCount(0)
  })
  expect(JSON.parse(readFileSync(file, 'utf8')).paper).toMatchObject({ facts: { subject: 'Poland' } })
  console.log(`Without a mouse: ${hands.cost()}`)
})
