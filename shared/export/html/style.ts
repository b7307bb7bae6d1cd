/**
 * The style sheet of the reading edition. Notes are floats at their anchors: a float begins at the line of its anchor, and `clear` puts it
 * under the one before where the margin is crowded, so no two overlap and no script is needed (decision 0006).
 */
export const STYLE = `
:root {
  color-scheme: light dark;
  --paper: #fbfaf6; --text: #1d1b18; --quiet: #655f56; --line: #d9d3c6; --accent: #6b3d12; --wash: #f2eee4;
  --ink-0: #1f4e8c; --ink-1: #8a2f1d; --ink-2: #2b6337; --ink-3: #6b3a86; --ink-4: #6f4b00; --ink-5: #0e5d69; --ink-6: #8a2a5c; --ink-7: #4d5a12; --ink-8: #57483a;
  --column: 34rem; --gap: 2.25rem; --note: 18rem;
  --book: "Source Serif 4", "Iowan Old Style", "Palatino Linotype", Palatino, "URW Palladio L", P052, Georgia, serif;
  --plain: system-ui, "Segoe UI", "Helvetica Neue", "Noto Sans", Arial, sans-serif;
  --typewriter: "Courier Prime", "Courier New", Courier, "Nimbus Mono PS", monospace;
}
@media (prefers-color-scheme: dark) {
  :root {
    --paper: #191816; --text: #e9e5dc; --quiet: #a8a194; --line: #3b3832; --accent: #e0b37e; --wash: #23211d;
    --ink-0: #93b9ee; --ink-1: #f0a28f; --ink-2: #95cf9f; --ink-3: #cfa9e8; --ink-4: #e2bb6b; --ink-5: #84d0db; --ink-6: #f09cc6; --ink-7: #bccb72; --ink-8: #c9b9a6;
  }
}
* { box-sizing: border-box }
html { background: var(--paper); color: var(--text); font: 1.0625rem/1.6 var(--book); -webkit-text-size-adjust: 100% }
body { margin: 0; padding: 2.5rem 1.25rem 4rem; overflow-wrap: break-word }
header, main, footer { max-width: var(--column); margin: 0 auto }
a { color: var(--accent) }
a:focus-visible, input:focus-visible { outline: 2px solid var(--accent); outline-offset: 2px; border-radius: 2px }

.front { padding-bottom: 1.5rem; margin-bottom: 2.5rem; border-bottom: 1px solid var(--line); font-family: var(--plain) }
.front p { margin: .35rem 0; font-size: .8125rem; line-height: 1.5; color: var(--quiet) }
.front .draft { display: inline-block; margin: 0 0 .6rem; padding: .05rem .5rem; border: 1px solid currentColor; border-radius: 3px; color: var(--accent); font-size: .75rem; font-weight: 600 }
h1 { margin: 0 0 .5rem; font: 600 1.75rem/1.25 var(--book); overflow-wrap: anywhere; text-wrap: balance }
.states { display: flex; flex-wrap: wrap; gap: .25rem 1.25rem; margin: 1.25rem 0 .25rem; padding: 0; border: 0; font-size: .9375rem }
.states legend { float: left; margin-right: 1.25rem; padding: 0; color: var(--quiet) }
.states label { cursor: pointer }
.states input { accent-color: var(--accent); margin: 0 .1rem 0 0 }
.left-out { margin: 0 0 1.5rem; padding: .5rem .75rem; background: var(--wash); font: .8125rem/1.5 var(--plain) }

.paper + .paper { margin-top: 4rem; padding-top: 2rem; border-top: 1px solid var(--line) }
.paper-title { margin: 0 0 1.5rem; font: 600 1.25rem/1.3 var(--book) }
.source-note, .rights { margin: 0 0 2rem; font-size: .875rem; color: var(--quiet); text-wrap: pretty }
.headnote { margin: 0 0 2rem; padding-left: 1rem; border-left: 3px solid var(--line); font-size: .9375rem; color: var(--quiet) }
.sheet { display: flow-root }
.block { margin: 0 0 1rem; white-space: pre-wrap; tab-size: 8 }
.note .words, .notes .words { white-space: pre-wrap }
.para { display: block }
.para + .para { margin-top: .35em }
.notes .words p, .headnote .words p { margin: 0 0 .35em }
.laid-out { font-family: var(--typewriter); font-size: .8125rem }
.block > h2, .block > h3 { margin: 0; font: inherit; font-weight: 600 }
.heading { margin-top: 1.5rem }
.letterhead, .form-text, .marking { text-align: center; margin-bottom: .35rem }
.letterhead, .form-text { letter-spacing: .04em }
.marking { font-weight: 600; letter-spacing: .08em }
.dateline, .date-time { text-align: right }
.catchword, .page-number, .registry-folio, .foliation { text-align: right; color: var(--quiet) }
.page-number { text-align: center }
.running-head, .registry-reference, .typist-reference, .flag, .seen-mark, .release-mark, .reproduction-stamp { color: var(--quiet); font-size: .9em }
.received-stamp, .number-stamp { font: .875rem/1.5 var(--plain); letter-spacing: .06em }
.close, .signature, .office { margin-left: 14rem }
.close { margin-top: 1.5rem; margin-bottom: .5rem }
.addressee, .address { margin-bottom: 1rem }
.quotation { margin-left: 2rem }
.caption, .copies, .enclosure-line, .docket { font-size: .9375em }
.list { margin: 0 0 1rem; padding: 0 0 0 1.75rem; list-style: "\\2013\\2003" }
.list > li { margin-bottom: .5rem }
.between { display: block; margin: .5rem 0; text-indent: 0 }
.turn { display: block; clear: none; margin: 1.25rem 0 .75rem; border-top: 1px dashed var(--line); text-align: right; line-height: 1.2 }
.turn-words { font: .75rem/1.4 var(--plain); color: var(--quiet) }

.ink { color: var(--ink) }
.ink-0 { --ink: var(--ink-0) } .ink-1 { --ink: var(--ink-1) } .ink-2 { --ink: var(--ink-2) }
.ink-3 { --ink: var(--ink-3) } .ink-4 { --ink: var(--ink-4) } .ink-5 { --ink: var(--ink-5) }
.ink-6 { --ink: var(--ink-6) } .ink-7 { --ink: var(--ink-7) } .ink-8 { --ink: var(--ink-8) }
.block.ink, ins.ink, .note, .notes .words { font-family: var(--plain); font-size: .9375em }
:is(.block, ins)[class*=face-serif], :is(.note, .notes li)[class*=face-serif] .words { font-family: var(--book) }
:is(.block, ins):is(.face-sans-bold, .face-serif-bold), :is(.note, .notes li):is(.face-sans-bold, .face-serif-bold) .words { font-weight: 600 }
.call { color: inherit; text-decoration: underline dotted; text-underline-offset: .2em }
.footnotes { width: fit-content; min-width: 10rem; border-top-color: var(--text) }
.footnotes .words p { margin: 0 }
.passage { color: inherit; text-decoration: underline; text-decoration-color: var(--ink, var(--quiet)); text-decoration-thickness: 1px; text-underline-offset: .2em }
ins { text-decoration: none }
del { text-decoration-thickness: 1px }
.on, .sic { text-decoration: underline dotted; text-decoration-color: var(--quiet); text-underline-offset: .2em }
.sign { font-style: normal }
.told, .query { font: .8125em var(--plain); color: var(--quiet); text-decoration: none }
.unclear > .sign, .gap { color: var(--quiet); font-family: var(--plain); font-size: .8125em }
.badge { display: inline-block; margin: 0 .2em 0 .35em; padding: 0 .3em; border: 1px solid currentColor; border-radius: 3px; font: 600 .6875rem/1.35 var(--plain); vertical-align: .1em; text-indent: 0; letter-spacing: 0 }
.key { font: 600 .6875rem/0 var(--plain); margin: 0 .05em; letter-spacing: 0 }
.key a { padding: .15rem .05rem }

.letter { font: 600 .75rem/1 var(--plain); margin-right: .35em; color: var(--text) }
.note .badge, .notes .badge { margin: 0 .4em 0 0 }
.facts { display: block; margin-top: .15rem; font: .75rem/1.4 var(--plain); color: var(--quiet) }
.fold, .editor-notes, .footnotes { margin-top: 2.5rem; padding-top: 1rem; border-top: 1px solid var(--line) }
.fold > h2, .fold > h3, .editor-notes > h2, .footnotes > :is(h2, h3), footer h2 { margin: 0 0 .75rem; font: 600 .9375rem/1.4 var(--plain) }
.notes { margin: 0; padding: 0; list-style: none; font-size: .9375rem; line-height: 1.5 }
.notes > li { margin-bottom: .85rem; padding-left: 1.75rem; text-indent: -1.75rem }
.notes > li > * { text-indent: 0 }
.notes .letter { display: inline-block; width: 1.4rem }
li:target { background: var(--wash) }

footer { margin-top: 3rem; padding-top: 1rem; border-top: 1px solid var(--line); font: .8125rem/1.55 var(--plain); color: var(--quiet) }
.legend dl { display: grid; grid-template-columns: max-content 1fr; gap: .3rem .75rem; margin: 0 0 2rem }
.legend dd { margin: 0 }
.legend .badge { margin: 0 }
.about p { margin: 0 0 .6rem; overflow-wrap: anywhere }
.about b { color: var(--text); white-space: nowrap }

.beside { display: none }
body:has(#as-typed:checked) .t-out, body:has(#as-annotated:checked) .a-out, body:has(#as-reading:checked) .r-out { display: none !important }
body:has(#as-typed:checked) .sheet { font-family: var(--typewriter); font-size: 1rem }
body:has(#as-typed:checked) .sheet :is(.passage, del, .on, .sic) { text-decoration: none }
body:has(#as-reading:checked) :is(.passage, .undetermined > .on, .correction > .on) { text-decoration: none }
body:has(#as-reading:checked) .block:not(.laid-out) { white-space: normal }
body:has(#as-reading:checked) .turn { margin: 0; border: 0 }
body:has(#as-reading:checked) span.turn { display: inline }

@supports not selector(:has(*)) {
  .states, .a-out { display: none }
}
@media screen and (min-width: 62.5em) {
  :root { --note: clamp(16rem, calc(100vw - var(--column) - 20rem), 19rem) }
  header, main, footer { position: relative; left: calc((var(--note) + var(--gap)) / -2) }
  body:has(#as-annotated:checked) .beside { display: inline }
  body:has(#as-annotated:checked) :is(.fold, .folded) { display: none }
  body:has(#as-annotated:checked) .note {
    display: block; float: right; clear: right; width: var(--note); margin: 0 calc(-1 * (var(--note) + var(--gap))) .7rem 0; padding-top: .2rem;
    font-size: .875rem; line-height: 1.42; text-align: left; text-indent: 0; letter-spacing: 0; font-weight: 400
  }
}
@media (max-width: 40em) {
  body { padding: 1.25rem 1rem 3rem }
  .close, .signature, .office { margin-left: 4rem }
}
@media print {
  @page { size: A4; margin: 22mm 30mm }
  :root {
    color-scheme: light;
    --paper: #fff; --text: #000; --quiet: #444; --line: #999; --accent: #000; --wash: #fff;
    --ink-0: #123a70; --ink-1: #6e2012; --ink-2: #1d4a28; --ink-3: #4f2566; --ink-4: #553900; --ink-5: #09454f; --ink-6: #631a42; --ink-7: #333c0b; --ink-8: #3d3228;
  }
  html { font-size: 11pt; line-height: 1.5 }
  .key a { padding: 0 }
  body { padding: 0 }
  header, main, footer { max-width: none; position: static }
  .states { display: none }
  a { color: inherit; text-decoration: none }
  .block, .notes > li, .legend, .about p { break-inside: avoid }
  .paragraph { break-inside: auto; orphans: 2; widows: 2 }
  .heading, .fold > h2, .fold > h3, .editor-notes > h2, footer h2 { break-after: avoid }
  .paper + .paper { break-before: page; border: 0; margin: 0; padding: 0 }
}
`
