import { describe, expect, it } from 'vitest'
import { editionStemOf, stemOf } from '../../shared/api/file-names.ts'
import { checkEditionNames } from '../../shared/api/write-rules.ts'
import { isBareName, whyNotBare, whyNotMade } from '../../shared/model/bare-name.ts'

/** What must be made nowhere, by why. */
const NOT_TO_MAKE: Readonly<Record<string, readonly string[]>> = {
  'keeps for a device': [
    'CON',
    'con',
    'NUL.txt',
    'nul.tar.gz',
    'aux.txt',
    'Prn.html',
    'com1',
    'COM9.xml',
    'lpt¹.html',
    'AUX .txt',
    'CONIN$',
  ],
  'Windows and its shares cannot hold': ['at 12:30.xml', 'what?.html', 'a*.xml', '"quoted".xml', '<i>.xml', 'a|b'],
  'which Windows drops': ['letter.', 'letter ', 'letter.xml. '],
  'reads by itself': ['autorun.inf', 'AutoRun.INF', 'desktop.ini', 'Thumbs.db', '.directory', '.DS_Store', 'folder.htt'],
  'follows by itself': [
    'x.desktop',
    'letter.txt.lnk',
    'a.URL',
    'a.scf',
    'a.library-ms',
    'a.search-ms',
    'a.settingcontent-ms',
    'a.webloc',
    'setup.inf',
  ],
  'at a double click': ['x.exe', 'x.bat', 'x.CMD', 'x.hta', 'x.vbs', 'x.ps1', 'x.reg', 'x.jar', 'x.command', 'x.scr'],
}
const MAY_BE_MADE = [
  'letter.txt.xml',
  'letter.txt.html',
  'Brief an Müller, 3. März 1982 (Abschrift).html',
  'console.txt',
  'auxiliary.xml',
  'nullity.html',
  'com.html',
  'com10.html',
  'lpt.txt.xml',
  'desktop.html',
  'autorun.inf.xml',
  'x.desktop.html',
  'пропуск.xml',
  '.hidden.xml',
]

describe('a name that is made', () => {
  for (const [why, names] of Object.entries(NOT_TO_MAKE))
    it.each(names)(`is refused where a system ${why}: %s`, (name) => {
      expect(whyNotMade(name)).toContain(why)
      expect(checkEditionNames([name], [])).toMatchObject({
        ok: false,
        fault: { tag: 'refused', sentence: expect.stringContaining(why) },
      })
    })

  it.each(MAY_BE_MADE)('is taken as it is where every disk holds it: %s', (name) => {
    expect(whyNotMade(name)).toBe(null)
    expect(checkEditionNames([name], []).ok).toBe(true)
  })

  it.each(['', '.', '..', 'a/b', 'a\\b', 'C:x', 'a\u0000b', '\ud800', 'é'.repeat(128)])('is a bare one: not %j', (name) => {
    expect(whyNotMade(name)).toBe(whyNotBare(name))
    expect(isBareName(name)).toBe(false)
  })
})

describe('a name that stands in the folder already', () => {
  it.each(['aux.txt', 'what?.txt', 'CON.md', '<b>.txt', 'desktop.ini.txt'])('is read all the same: %s', (name) => {
    expect(isBareName(name)).toBe(true)
    expect(stemOf(name)).toBe(name)
  })

  it.each(['aux.txt', 'NUL.md', 'what?.txt', 'a:b.txt', 'CON?.txt', `${'?'.repeat(252)}.md`])(
    'has editions that every disk can hold: %s',
    (name) => {
      for (const ending of ['.xml', '.html', ' typed only.txt']) expect(whyNotMade(editionStemOf(name) + ending)).toBe(null)
    },
  )

  it('has editions of its own: two that are mended alike do not meet, and others keep their full name', () => {
    expect(editionStemOf('a?.txt')).toMatch(/^a_\.txt~[0-9a-f]{8}$/)
    expect(editionStemOf('a?.txt')).not.toBe(editionStemOf('a*.txt'))
    expect(editionStemOf('letter.txt')).toBe('letter.txt')
  })
})
