import { readFileSync, rmSync, writeFileSync } from 'node:fs'
import { join } from 'node:path'
import { judgeTei } from '../../../build/judge-tei.mjs'
import { parseTranscript } from '../../../shared/format/parse.ts'
import { leaveEditions } from '../../support/editions.ts'
import { expect, test } from '../../support/fixtures.ts'
import { Hands } from '../../support/keyboard.ts'
import { told } from '../../support/letter-told.ts'
import { linesOnTheDesk } from '../../support/on-the-desk.ts'
import { isEditor } from '../../support/settings.ts'
import { CHECKOUT } from '../../support/start-scholion.ts'

const LETTER = 'richards-to-coles-1982-03-12.txt'
const TRANSCRIPT = `${LETTER}.tei.json`

/** With SCHOLION_KEEP=1 the transcript that the story makes replaces the one of the sample collection. */
const KEEP = process.env.SCHOLION_KEEP === '1'
/** In the desktop window the reference folder is not to be seen: build/test-app.mjs judges what is left here. */
const APP_OUT = process.env.SCHOLION_APP_OUT

/** Roles and hands: the letter for the role, then the digit for the hand, each after Ctrl+B. */
async function block(hands: Hands, words: string, role: string, hand: string): Promise<void> {
  await hands.goToBlock(words)
  await hands.press('Control+b', role, 'Control+b', hand)
}

test('the Richards letter is worked through by keyboard alone, saved, closed and reopened the same', async ({
  page,
  scholion,
  collection,
}, info) => {
  test.setTimeout(600_000)
  // the sample collection holds the work that this story made; it begins from the machine transcript
  rmSync(join(collection, TRANSCRIPT), { force: true })
  const hands = new Hands(page)
  await page.goto(scholion.address.replace('/#', '/?checks#'))
  await expect(page.getByRole('button', { name: LETTER })).toBeVisible()

  await isEditor(page, 'Scholion')

  await test.step('the letter opens with nothing stated', async () => {
    await hands.open(LETTER)
    await hands.expectWhere('page 1 of 1 · role not stated · hand: not stated')
    // its machine wrote Markdown
    await hands.press('Alt+Shift+y', 'm')
    await expect(page.locator('.bars')).toContainText('Taken as Markdown')
  })

  await test.step('the catchword shows that the pages are swapped', async () => {
    await hands.press('Alt+p')
    expect((await hands.around()).after).toBe('Foreign and Commonwealth Office')
    await hands.press('Control+Enter')
    await hands.expectWhere('page 2 of 2')
    await hands.press('Alt+PageUp')
    await hands.expectWhere('page 1 of 2')
  })

  await test.step('the Prime Minister’s comment is lifted: three pieces, one note', async () => {
    await hands.goToBlock("I don't think this will begin")
    await hands.press('Control+m', '1')
    await hands.goToBlock('Somewhere in the telegram')
    await hands.press('Control+m', 'j')
    await hands.goToBlock('machines by')
    await hands.press('Control+m', 'j')
    await expect(page.locator('.margin-note')).toHaveCount(3)
  })

  await test.step('Coles’s submission is lifted, two blocks as one note', async () => {
    await hands.goTo('Content with this approach?')
    await hands.press('Shift+End', 'Shift+Control+ArrowDown', 'Shift+End')
    await hands.press('Control+m', '2')
    await expect(page.locator('.margin-note')).toHaveCount(4)
    await expect(page.locator('.margin-note').last()).toContainText('Content with this approach?')
    await expect(page.locator('.margin-note').last()).toContainText('A.T.C. 15/3')
  })

  await test.step('roles, and hands where the paper tells them', async () => {
    await hands.press('Control+a', 'Control+b', '3')
    await block(hands, 'Foreign and Commonwealth Office', 'l', '4')
    await block(hands, 'London SW1A 2AH', 'l', '4')
    await block(hands, '12 March 1982', 'd', '3')
    await block(hands, 'Dear John', 's', 'z')
    await block(hands, 'Poland: The Buckley Mission', 'h', '3')
    for (const words of [
      'We have now heard',
      'The Buckley mission results',
      'In his message to the Prime',
      'Lord Carrington believes that the objectives',
    ])
      await block(hands, words, 'p', '3')
    for (const words of ['to avert a further round', 'to obtain exemption', 'to ensure that any'])
      await block(hands, words, 'i', '3')
    await block(hands, 'Lord Carrington suggests that our general', 'p', '3')
    await block(hands, '/Lord Carrington', 'k', '3')
    for (const words of [
      'Lord Carrington thinks it important',
      'The Americans may seek',
      'More generally',
      'Lord Carrington hopes',
      'I am sending copies',
    ])
      await block(hands, words, 'p', '3')
    await block(hands, 'Yours ever', 'c', '6')
    await block(hands, '(F N Richards)', 'g', '3')
    await block(hands, 'A J Coles Esq', 'r', '3')
  })

  await test.step('what is said of the comment is said with its certainty and its basis', async () => {
    await hands.goToBlock('Poland: The Buckley Mission')
    for (const piece of ["I don't think this", 'Somewhere in the', 'machines by']) {
      await hands.goToNote(piece)
      await hands.state({
        Function: 'comment',
        'Not before': '1982-03-15',
        'Not after': '1982-03-17',
        'Certainty of the hand': 'probable',
        'Certainty of the reading': 'possible',
        Basis: 'context',
        Explanation: BASIS,
      })
    }
    await hands.goToNote('Content with this')
    await hands.state({
      Function: 'submission',
      'Date as written': '15/3',
      'Certainty of the hand': 'probable',
      'Certainty of the reading': 'probable',
      Basis: 'context',
    })
    await hands.expectWhere('in note · hand: A J Coles')
  })

  await test.step('A.T.C. is corrected as a marked conjecture, the only mend inside handwriting', async () => {
    await hands.press('Control+End')
    while (!(await hands.around()).after.startsWith('A.T.C.')) await hands.press('ArrowLeft')
    await hands.press('Control+Shift+s', 'm')
    await hands.type('A.J.C.')
    await hands.press('Tab')
    await hands.type('probable')
    await hands.press('Tab')
    await hands.type('conjecture')
    await hands.press('Tab')
    await hands.type('initials of the addressee, A J Coles')
    await hands.press('Enter')
    await expect(page.locator('.margin-note .m-correction')).toHaveText('A.J.C.')
  })

  await test.step('what is doubtful is marked, not mended', async () => {
    await doubt(hands, "I don't think this", 'fit to fits')
    await doubt(hands, 'Somewhere in the', 'like weekend')
    await doubt(hands, 'machines by', 'by → value')
    await hands.goToNote('machines by')
    await selectHere(hands, 'willigness')
    await hands.press('Control+Shift+s', 'n')
    await hands.type('willingness')
    await hands.press('Enter')
    await expect(page.locator('.margin-note .m-undetermined')).toHaveText('willigness')
    await hands.press('Escape')
    await hands.goToBlock('Dear John')
    await hands.press('Control+Shift+q')
    await hands.type('Typed, or in manuscript?')
    await hands.press('Escape')
  })

  await test.step('nothing that is text is set aside, and no anchor is lost', async () => {
    await hands.press('Alt+u')
    await expect(page.getByRole('tabpanel')).not.toContainText(/machine loop|noise|not determined|deleted/)
    await hands.press('Alt+t')
    await expect(page.getByRole('tabpanel')).toContainText('No lost anchors')
  })

  await test.step('the paper is described as far as it tells', async () => {
    await hands.press('Control+Home', 'Alt+Shift+2')
    await hands.fill({
      Kind: 'letter',
      From: 'F N Richards',
      To: 'A J Coles',
      'Copies to (persons, offices)': 'the Minister of Agriculture and Fisheries; the Minister for Industry; Sir R Armstrong',
      'Copies to (groups)': 'the Private Secretaries of members of OD',
      Subject: 'Poland: The Buckley Mission',
      Date: '1982-03-12',
      'Date as written': '12 March 1982',
      Marking: 'none',
    })
    await hands.press('Alt+Shift+s', 'c')
  })

  const file = join(collection, TRANSCRIPT)
  await test.step('saved, closed and reopened it is the same', async () => {
    await hands.press('Control+s')
    await expect(page.getByTestId('keeping')).toContainText('Saved')
    const lines = await linesOnTheDesk(page)
    const saved = readFileSync(file, 'utf8')
    await hands.press('Alt+w')
    await expect(page.locator('.ProseMirror')).toHaveCount(0)
    await hands.open(LETTER)
    await expect(page.locator('.margin-note')).toHaveCount(5)
    expect(await linesOnTheDesk(page)).toEqual(lines)
    await hands.press('Control+s')
    expect(readFileSync(file, 'utf8'), 'opening and saving without a change writes nothing').toBe(saved)
  })

  await test.step('the file says what was done and no more', () => {
    const parsed = parseTranscript(readFileSync(file, 'utf8'))
    if (!parsed.ok) throw new Error(parsed.fault.sentence)
    const { pages, unused, tray } = parsed.value
    expect(pages).toHaveLength(2)
    expect(tray).toEqual([])
    expect(unused.map(({ reason }) => reason)).toEqual(['markup', 'markup', 'markup'])
    const notes = pages.flatMap((one) => one.margin).filter((one) => one.type === 'note')
    const pieces = notes.filter((note) => note.attrs.hand === 'mt')
    expect(pieces.map((note) => note.attrs.joins)).toEqual([null, pieces[0]?.id, pieces[1]?.id])
    for (const note of notes) expect(note.attrs).toMatchObject({ place: null, passage: null, cert: 'medium', basis: 'context' })
    const sample = join(CHECKOUT, 'corpus/prem19', TRANSCRIPT)
    if (KEEP) writeFileSync(sample, readFileSync(file))
    const kept = parseTranscript(readFileSync(sample, 'utf8'))
    expect(told(parsed.value), 'the sample says the same').toEqual(kept.ok && told(kept.value))
  })

  await test.step('what was saved leaves as every edition, and TEI is valid', () => {
    const editions = leaveEditions(readFileSync(file, 'utf8'), APP_OUT ? join(APP_OUT, 'editions') : info.outputPath('editions'))
    for (const { path, text } of editions) expect(text, path).toContain('willigness')
    const tei = editions.filter(({ path }) => path.endsWith('.xml'))
    for (const { path, text } of tei) expect(text.match(/<note [^>]*hand="#hand.mt"/g), path).toHaveLength(3)
    if (APP_OUT) return
    const { faults, unjudged } = judgeTei(tei.map(({ path }) => path))
    if (unjudged) console.log(`The Richards letter’s TEI was not judged by jing: ${unjudged}`)
    else expect(faults).toEqual([])
  })
  console.log(`The Richards letter by keyboard: ${hands.cost()}`)
})

const BASIS = 'unsigned; by content and addressee; order of the pieces inferred from the machine transcript'

async function selectHere(hands: Hands, words: string): Promise<void> {
  for (let step = 0; !(await hands.around()).after.startsWith(words); step++) {
    if (step > 400) throw new Error(`${words} was not reached`)
    await hands.press('ArrowRight')
  }
  for (const _letter of words) await hands.press('Shift+ArrowRight')
}

async function doubt(hands: Hands, note: string, words: string): Promise<void> {
  await hands.goToNote(note)
  await selectHere(hands, words)
  await hands.press('Control+Shift+i')
  await expect(hands.page.locator('.margin-note .m-unclear', { hasText: words })).toHaveCount(1)
}
