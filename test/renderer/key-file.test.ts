import { describe, expect, it } from 'vitest'
import { keyTemplate, readKeyFile } from '../../renderer/state/key-file.ts'
import { readNamedLines } from '../../shared/format/named-lines.ts'

const ACTIONS = [
  { id: 'lift', label: 'Lift into the margin', keys: ['Ctrl+M'] },
  { id: 'find', label: 'Find', keys: ['Ctrl+F', 'F3'] },
  { id: 'read', label: 'Read', keys: ['F7'] },
]
const read = (text: string) => readKeyFile(text, ACTIONS)
const asEntries = (text: string) => Object.fromEntries(read(text).keys)

describe('the file of keys', () => {
  it('as it is first shown changes nothing, and names every action with its keys', () => {
    const template = keyTemplate(ACTIONS)
    expect(read(template)).toEqual({ keys: new Map(), problems: [] })
    for (const { id, label } of ACTIONS) expect(template).toMatch(new RegExp(`# ${id}: .*${label}`))
  })

  it('gives an action other keys, several, or none, however they are spelt', () => {
    expect(asEntries('lift: alt+shift+m, F9\nfind: none')).toEqual({ lift: ['Shift+Alt+M', 'F9'], find: [] })
  })

  it('names the action that loses a key to another, and leaves it its others', () => {
    expect(asEntries('lift: Ctrl+F')).toEqual({ lift: ['Ctrl+F'], find: ['F3'] })
    expect(read('lift: Ctrl+F').problems).toEqual(['Ctrl+F was the key of “Find”, and is now that of “Lift into the margin”.'])
  })

  it('names both where one key is given twice, and the first keeps it', () => {
    expect(asEntries('lift: F8\nread: F8')).toEqual({ lift: ['F8'] })
    expect(read('lift: F8\nread: F8').problems).toEqual(['Line 2: F8 is given to “Lift into the margin” above; it stays there.'])
  })

  it.each([
    ['lift Ctrl+X', 'Line 1: there is no colon between the action and its keys.'],
    ['lifts: Ctrl+X', 'Line 1: no action is called “lifts”.'],
    ['lift: Ctrl+Grün', 'Line 1: “Ctrl+Grün” is no key.'],
    ['lift: Ctrl+Alt+X', 'Line 1: Ctrl+Alt+X would be AltGr on many keyboards, and is not taken.'],
    ['lift: X', 'Line 1: X is needed for typing: Ctrl or Alt must go with it.'],
    ['lift: Shift+X', 'Line 1: Shift+X is needed for typing: Ctrl or Alt must go with it.'],
    ['lift: F8\nlift: F9', 'Line 2: “lift” has a line already; the first holds.'],
  ])('says what is wrong with “%s”, and the usual key stays', (text, problem) => {
    expect(read(text).problems).toEqual([problem])
    expect(read(`${text}\nread: F2`).keys.get('read')).toEqual(['F2'])
  })

  it('takes the keys of another program as a set, and a line of one’s own beside it', () => {
    const keys = readKeyFile('set: word\nlift: F9', [...ACTIONS, { id: 'next-doubt', label: 'Next doubt', keys: ['F8'] }])
    expect(Object.fromEntries(keys.keys)).toEqual({ lift: ['F9'], read: ['Ctrl+F2'], 'next-doubt': ['F7', 'F8'] })
    expect(keys.problems).toEqual([])
    expect(read('set: emacs').problems).toEqual(['Line 1: there is no set of keys called “emacs”; there is: word.'])
    expect(read('set: constructor').problems).toHaveLength(1)
  })

  it('of hostile text is read without a fault', () => {
    expect(read('__proto__: F8\nconstructor: F9\n:\n::::\n\u0000').keys.size).toBe(0)
  })
})

describe('the list of words that are written often', () => {
  it('takes a name and words, and says which line is none', () => {
    expect(readNamedLines('# no\nfcs = Foreign = Commonwealth\nfcs = again\nnothing')).toEqual({
      lines: [{ name: 'fcs', words: 'Foreign = Commonwealth' }],
      problems: ['Line 3: “fcs” has words already; the first hold.', 'Line 4: it needs a name, an equals sign and words.'],
    })
  })
})
