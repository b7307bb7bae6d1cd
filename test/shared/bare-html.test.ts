import fc from 'fast-check'
import { expect, test } from 'vitest'
import { bareHtml } from '../../shared/state/bare-html.ts'

test('elements and text stay, everything else of them goes', () => {
  expect(bareHtml('<P class="MsoNormal" style=\'color:red\' onclick="a>b()">one <b>two</b><br/></P>')).toBe(
    '<p>one <b>two</b><br></p>',
  )
})
test('what our own clipboard carries stays', () => {
  const own = '<div class="block" data-block="{&quot;id&quot;:&quot;b1&quot;}" data-pm-slice="1 1 []" data-cut="x">words</div>'
  expect(bareHtml(own)).toBe(own.replace(' class="block"', ''))
})
test('scripts, styles, comments and conditions go with what is in them', () => {
  expect(bareHtml('<!--[if gte mso 9]><xml>x</xml><![endif]--><style>p{}</style><p>a<script>alert(1)</script>b</p>')).toBe(
    '<p>ab</p>',
  )
})
test('what stood around a slice of ours is left out, and a slice that is none of ours is no slice', () => {
  const kept = (value: string) => bareHtml(`<p data-pm-slice='${value}'>x</p>`)
  expect(kept('1 1 -2 ["block",{"role":"constructor"}]')).toBe('<p data-pm-slice="1 1 -2 []">x</p>')
  for (const value of ['0 0 null', '99999999 0 []', 'x', '0 0 {"length":9}']) expect(kept(value)).toBe('<p>x</p>')
})
test('other data attributes go', () => {
  expect(bareHtml('<p data-id="x" data-look="y" data-a="n1">x</p>')).toBe('<p>x</p>')
})
test('a megabyte of half tags is read once: read anew from every sign it would take longer than the test may', () => {
  for (const piece of ['<a \'"', '<a "', '<![', '<!doctype ', '<script', '<a \'"<', '</svg ', '<!--', "<a data-a='"])
    expect(bareHtml(`x${piece.repeat(1_000_000 / piece.length)}<`)).toMatch(/^x/)
})
test('a half tag is text', () => {
  expect(bareHtml('a < b <img src=x onerror="')).toBe('a &lt; b &lt;img src=x onerror="')
})
test('no attribute but data- comes through, whatever is pasted', () => {
  const piece = fc.constantFrom(
    '<',
    '>',
    '"',
    "'",
    ' ',
    '=',
    '/',
    'onload',
    'style',
    'p',
    'img',
    'data-a',
    '<p ',
    '<img/onerror=x>',
    '<!--',
    '-->',
    'x',
    '<script',
    '</script>',
    ' data-block=',
    ' data-pm-slice=',
  )
  fc.assert(
    fc.property(fc.array(piece, { maxLength: 14 }), (pieces) => {
      // a sign in a quoted value ends no tag
      for (const [tag] of bareHtml(pieces.join('')).matchAll(/<(?:[^"'>]|"[^"]*"|'[^']*')*>?/g))
        expect(tag).toMatch(/^<\/?[a-z][a-z0-9]*(?: data-[a-z-]+=(?:"[^"]*"|'[^']*'))*>$/)
    }),
    { numRuns: 3000 },
  )
})
