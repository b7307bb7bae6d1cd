import { describe, expect, it } from 'vitest'
import { keyTemplate, readKeyFile } from '../../renderer/state/key-file.ts'
import { LETTERED, letterTemplate, readLetters } from '../../renderer/state/letter-file.ts'

const asEntries = (text: string) => Object.fromEntries(readLetters(text).letters)
const ACTIONS = [{ id: 'lift', label: 'Lift into the margin', keys: ['Ctrl+M'] }]

describe('the letters of menus in the file of keys', () => {
  it('as they are first shown change nothing, and name every entry with its letter', () => {
    const template = letterTemplate()
    expect(readLetters(template)).toEqual({ letters: new Map(), problems: [] })
    for (const { id, label } of LETTERED) expect(template).toMatch(new RegExp(`# ${id}: .*${label}`))
    const uncommented = template.replaceAll(/^# (?=\w+\.)/gm, '').replaceAll(/(: \w+) .*$/gm, '$1')
    expect(readLetters(uncommented).problems).toEqual([])
  })

  it('can be others, for roles that have none too, or none', () => {
    expect(asEntries('block.copies: J\nmarkAs.term: none')).toEqual({ 'block.copies': 'j', 'markAs.term': null })
  })

  it('name the entry of the same menu that loses its letter, and leave other menus alone', () => {
    expect(asEntries('block.copies: c')).toEqual({ 'block.copies': 'c', 'block.close': null })
    expect(readLetters('block.copies: c').problems).toEqual(['C was the letter of “close”, and is now that of “copies”.'])
  })

  it('of a pen mark and of its hand are of one menu, for the letter again counts up', () => {
    expect(readLetters('pen.tick: h').problems).toEqual(['H was the letter of “new hand”, and is now that of “tick”.'])
  })

  it.each([
    ['block.nothing: a', 'Line 1: no entry of a menu is called “block.nothing”.'],
    ['block.copies: ab', 'Line 1: “ab” is no letter from A to Z.'],
    ['block.copies: 1', 'Line 1: “1” is no letter from A to Z.'],
    ['block.copies: J\nblock.caption: J', 'Line 2: J is given to “copies” above; it stays there.'],
    ['block.copies: J\nblock.copies: Q', 'Line 2: “block.copies” has a line already; the first holds.'],
  ])('%j is told', (text, problem) => {
    expect(readLetters(text).problems).toContain(problem)
  })

  it('stand beside the keys of actions in one file, and neither disturbs the other', () => {
    const text = `${keyTemplate(ACTIONS)}\n${letterTemplate()}\nlift: F9\nblock.copies: J\n`
    expect(readKeyFile(text, ACTIONS)).toEqual({ keys: new Map([['lift', ['F9']]]), problems: [] })
    expect(readLetters(text)).toEqual({ letters: new Map([['block.copies', 'j']]), problems: [] })
  })
})
