// Somebody types, selects, drags, cuts, pastes and undoes at random with a real keyboard, mouse and clipboard: whatever comes of it can be
// saved. The seed stands, so that a run judges the change and not its luck; SCHOLION_SEED gives another, SCHOLION_INPUTS more of them.
import { expect } from '../support/fixtures.ts'
import { test } from './editor-harness/served.ts'

const INPUTS = Number(process.env.SCHOLION_INPUTS ?? 150)
const SEED = Number(process.env.SCHOLION_SEED ?? 4)

const KEYS = [
  'Backspace', 'Backspace', 'Delete', 'Enter', 'Enter', 'Shift+Enter', 'Control+Backspace', 'Control+Delete', 'ArrowLeft', 'ArrowRight', 'ArrowUp',
  'ArrowDown', 'Home', 'End', 'Control+Home', 'Control+End', 'Shift+ArrowRight', 'Shift+ArrowDown', 'Shift+ArrowUp', 'Control+Shift+ArrowRight',
  'Shift+End', 'Shift+PageDown', 'Control+x', 'Control+x', 'Control+c', 'Control+v', 'Control+v', 'Control+Shift+v', 'Control+z', 'Control+z',
  'Control+y', 'Tab',
] as const // biome-ignore format: one table

const COMMANDS = [
  'lift',
  'lift',
  'query',
  'note',
  'aside',
  'person',
  'gap',
  'turn',
  'joinPages',
  'paper',
  'putBack',
  'refer',
  'reattach',
] as const

const PASTED: readonly Readonly<Record<string, string>>[] = [
  { 'text/plain': 'one word' },
  { 'text/plain': 'a line\nand one\n\nand a block\n' },
  { 'text/html': '<p>one</p><p>two <b>bold</b></p>', 'text/plain': 'one two' },
  { 'text/html': '<div>loose <br>words</div><ul><li>a</li><li>b</li></ul>' },
  { 'text/html': '<table><tr><td>1</td><td>2</td></tr></table>' },
  { 'text/html': '<div data-block=\'{"role":"paragraph","hand":"nobody","continues":true,"id":"one"}\'>ours, made up</div>' },
  { 'text/html': '<span data-atom="ref" data-attrs=\'{"id":"x","to":"nowhere"}\'>[reference]</span>' },
  { 'text/html': '<span data-mark="persName" data-attrs=\'{"id":"m1","ref":"nobody"}\'>Buckley</span>' },
]

/** The same numbers for the same seed. */
function numbers(seed: number): (below: number) => number {
  let at = seed
  return (below) => {
    at = (at * 48271) % 2147483647
    return at % below
  }
}

test('whatever is typed, selected, dragged, cut, pasted and undone at random can be saved', async ({
  page,
  context,
  harness,
  watched,
}) => {
  test.setTimeout(60_000 + INPUTS * 250)
  await context.grantPermissions(['clipboard-read', 'clipboard-write'])
  const broken: string[] = []
  page.on('pageerror', (error) => broken.push(error.message))
  await page.goto(harness)
  await page.waitForFunction(() => window.harness !== undefined)
  await page.evaluate(() => window.harness.openLetter())
  await page.locator('.ProseMirror').focus()
  const client = await context.newCDPSession(page)
  const random = numbers(SEED)
  const done: string[] = []
  const somewhere = async () => {
    const n = random(100_000)
    return page.evaluate((given) => window.harness.somewhere(given), n)
  }
  const act = async (): Promise<string> => {
    const kind = random(16)
    if (kind < 4) {
      const word = ['x', 'word ', 'Mr B.', ' ', '\u00e9', 'ab'][random(6)]!
      await page.keyboard.type(word)
      return `type ${JSON.stringify(word)}`
    }
    if (kind < 9) {
      const key = KEYS[random(KEYS.length)]!
      await page.keyboard.press(key)
      return key
    }
    if (kind < 10) {
      const letters = ['\u306b', '\u306b\u307b', '\u65e5\u672c']
      for (const text of letters)
        await client.send('Input.imeSetComposition', { text, selectionStart: text.length, selectionEnd: text.length })
      await client.send('Input.insertText', { text: random(2) ? letters[2]! : '' })
      return 'compose'
    }
    if (kind < 11) {
      const types = PASTED[random(PASTED.length)]!
      await page.evaluate((given) => window.harness.paste(given), types)
      return `paste ${JSON.stringify(types)}`
    }
    if (kind < 13) {
      const name = COMMANDS[random(COMMANDS.length)]!
      await page.evaluate((given) => window.harness.command(given), name)
      return name
    }
    const [how, from, to] = [random(4), await somewhere(), await somewhere()]
    if (!from || !to) return 'out of sight'
    if (how === 0) await page.mouse.dblclick(from.x, from.y)
    else if (how === 1) await page.mouse.click(from.x, from.y)
    else {
      // over the words that are selected it is they that are dragged
      await page.mouse.move(from.x, from.y)
      await page.mouse.down()
      await page.mouse.move((from.x + to.x) / 2, (from.y + to.y) / 2, { steps: 2 })
      await page.mouse.move(to.x, to.y, { steps: 2 })
      await page.mouse.up()
    }
    return ['double click', 'click', 'drag', 'drag'][how]!
  }
  for (let count = 0; count < INPUTS; count++) {
    done.push(await act())
    const unsound = await page.evaluate(() => window.harness.unsound())
    const after = `after ${count + 1} inputs, the last of them ${done.slice(-12).join(', ')}`
    expect(unsound, after).toBeNull()
    expect(broken, after).toEqual([])
    expect(watched.violations(), after).toBe(0)
  }
})
