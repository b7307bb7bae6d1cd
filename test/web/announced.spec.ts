import { enter, openLetter } from '../support/at-the-desk.ts'
import { expect, test } from '../support/fixtures.ts'
import { Hands } from '../support/keyboard.ts'

test('a passage announces its note, and a mark its name, when the caret comes to it and not before', async ({
  page,
  scholion,
}) => {
  await enter(page, scholion.address)
  await openLetter(page, 'palliser-to-coles-1982-06-01.txt')
  const hands = new Hands(page)
  /** The first such words of the letter. */
  const find = async (words: string) => {
    await hands.press('Control+Home')
    await hands.find(words)
  }
  const announced = page.getByTestId('announced')
  await find('Embassy')
  await hands.press('Control+m', '1')
  await find('Gutman')
  await hands.press('Control+j', 'u', 'u', '0')
  await find('Prime Minister')
  await hands.press('Control+Shift+P', 'Enter')

  await hands.press('Control+Home')
  await expect(announced).toHaveText('')
  await find('Prime Minister')
  await hands.press('ArrowLeft')
  await expect(announced).toHaveText('person: Margaret Thatcher')
  await find('Gutman')
  await hands.press('ArrowLeft', 'ArrowRight')
  await expect(announced).toHaveText('double underline, handwriting, writer not known')
  // from the note back to the point where the machine read its words
  await hands.goToNote('Embassy')
  await expect(announced).toHaveText('')
  await hands.press('F9')
  await expect(announced).toHaveText(/^note, Margaret Thatcher: Embassy/)
  await expect(announced).toHaveAttribute('role', 'status')
  await hands.press('Control+Home')
  await expect(announced).toHaveText('')
})
