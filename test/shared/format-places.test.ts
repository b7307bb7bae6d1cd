import { describe, expect, test } from 'vitest'
import { LIMITS } from '../../shared/format/version.ts'
import { type Json, saidOf } from '../support/format-sample.ts'

describe('what does not fit is named with its place', () => {
  test.each<[string, (sample: Json) => void, string]>([
    [
      'words in an annotation that is not there',
      (s) => void delete s.pages[0].content[1].annotations.a1,
      'page 1, block 2: words lie in annotation “a1”, which is not there',
    ],
    [
      'an annotation on no words',
      (s) => {
        s.pages[0].content[0].annotations = { a9: { type: 'unclear' } }
      },
      'page 1, block 1: annotation “a9” lies on no words',
    ],
    [
      'an anchor without its note',
      (s) => void s.pages[0].margin.shift(),
      'page 1, block 2, Note: names “note1”, which is not there',
    ],
    [
      'a piece of a note that is not there',
      (s) => {
        s.pages[0].margin[0].joins = 'gone'
      },
      'page 1, margin 1, Continues: names “gone”',
    ],
    [
      'a note that goes on from itself',
      (s) => {
        s.pages[0].margin[0].joins = 'note1'
      },
      'page 1, margin 1: the pieces of this note go on from each other in a ring',
    ],
    [
      'a hand that is not in the register',
      (s) => {
        s.pages[0].content[0].hand = 'xx'
      },
      'page 1, block 1, Hand: names “xx”, which is not there',
    ],
    [
      'a person who is not in the register',
      (s) => {
        s.people = []
      },
      'hand 1: names “thatcher”, which is not there',
    ],
    [
      'two blocks with one id',
      (s) => {
        s.pages[0].content[1].id = 'block1'
      },
      'page 1, block 2: has the id “block1”, which page 1, block 1 has already',
    ],
    [
      'an id that is no id',
      (s) => {
        s.pages[0].id = '__proto__'
      },
      'page 1: “id” is “__proto__”, which is no id',
    ],
    [
      'an original that is a path',
      (s) => {
        s.originals[0].name = '../letter.txt'
      },
      'original 1: “name” is “../letter.txt”, which is not a bare file name',
    ],
    [
      'a range beyond its original',
      (s) => {
        s.unused[0].source = [[0, 1, 999]]
      },
      'stretch 1 that is set aside: names character 999 of original 1, which has 47',
    ],
    [
      'a range of no original',
      (s) => {
        s.unused[0].source = [[1, 1, 2]]
      },
      'names original 2, which is not there',
    ],
    [
      'a certainty that is none',
      (s) => {
        s.pages[0].content[1].annotations.a1.cert = 'sure'
      },
      'page 1, block 2, annotation a1: “cert” is “sure”, which it must not be',
    ],
    [
      'a role that is none',
      (s) => {
        s.pages[0].content[0].role = 'poem'
      },
      'page 1, block 1: “role” is “poem”, which this version does not know',
    ],
    [
      'an annotation’s key that could not be kept',
      (s) => {
        s.pages[0].content[1].annotations.a1.colour = 'red'
      },
      'a key that this version does not know and could not keep',
    ],
    [
      'something else in the line',
      (s) => {
        s.pages[0].content[0].content = [{ image: 'x' }]
      },
      'page 1, block 1: this version does not know “image” in the line',
    ],
    [
      'a block too long for the editor',
      (s) => {
        s.pages[0].content[0].content = ['x'.repeat(100_001)]
      },
      'page 1, block 1: longer than 100000 characters',
    ],
    [
      'more unknown keys than a later version would have',
      (s) => void Object.assign(s.paper, Object.fromEntries(Array.from({ length: 201 }, (_, at) => [`k${at}`, 1]))),
      'the first paper: more than 200 keys',
    ],
    [
      'no page',
      (s) => {
        s.pages = []
      },
      '“pages” is empty',
    ],
  ])('%s', (_, damage, says) => {
    const said = saidOf(damage)
    expect(said).toMatch(/^invalid: /)
    expect(said).toContain(says)
  })

  test('an annotation over two blocks that says two things', () => {
    const damage = (s: Json) => {
      s.pages[0].content[0].content = [{ text: 'Dear John,', in: ['a1'] }]
      s.pages[0].content[0].annotations = { a1: { type: 'unclear' } }
    }
    expect(saidOf(damage)).toContain('annotation “a1” says something else than in page 1, block 1')
  })

  test('a file with thousands of faults tells the first ones', () => {
    const said = saidOf((s) => {
      s.unused = Array.from({ length: 5000 }, () => 1)
    })
    expect(said.split('; ').length).toBeLessThanOrEqual(LIMITS.problems)
  })
})
