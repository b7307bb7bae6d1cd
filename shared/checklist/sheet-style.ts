/** The style of the printed check list: black on white, blanks wide enough to write in, no row parted over a page. */
export const SHEET_STYLE = `
@page { size: A4; margin: 16mm 14mm 18mm }
* { box-sizing: border-box }
html { background: #fff; color: #111; font: 10.5pt/1.4 "Source Serif 4", "Iowan Old Style", Palatino, Georgia, serif }
body { margin: 0 auto; padding: 1rem; max-width: 190mm; overflow-wrap: anywhere }
h1 { margin: 0 0 1mm; font-size: 15pt; line-height: 1.25 }
h2 { margin: 6mm 0 1mm; font-size: 11pt }
.told, .asks, .gone { font-family: system-ui, "Segoe UI", "Noto Sans", Arial, sans-serif; font-size: 8pt; color: #444 }
.told { margin: 0 0 4mm }
.by { margin: 0 0 5mm }
.blank { display: inline-block; width: 38mm; border-bottom: 1px solid #111 }
table { width: 100%; border-collapse: collapse; table-layout: fixed }
thead { display: table-header-group }
thead th { padding: 1mm 2mm; border-bottom: 1.5px solid #111; text-align: start; font: 600 8.5pt/1.4 system-ui, "Segoe UI", "Noto Sans", Arial, sans-serif }
.no { width: 13mm; text-align: end; vertical-align: top; font-variant-numeric: tabular-nums }
td.no { padding: 2.5mm 2mm 2mm 0; font-weight: 600; font-size: 12pt }
.write { width: 46% }
.where th { padding: 4mm 2mm 1mm 0; text-align: start; font-weight: 600; border-bottom: 1px solid #888; break-after: avoid }
tr { break-inside: avoid }
.place td { border-bottom: 1px solid #bbb }
.place td:nth-child(2) { padding: 2.5mm 3mm 2mm 2mm; vertical-align: top }
.words { margin: 0 }
.line { display: block }
.line:has(+ .line > mark), .line:has(> mark) + .line { color: #555 }
mark { background: none; color: inherit; font-weight: 700; text-decoration: underline; text-underline-offset: .2em }
.asks { margin: .8mm 0 0 }
td.write { padding: 0 0 2mm 3mm; vertical-align: top; border-inline-start: 1px solid #bbb }
.rule { display: block; height: 10mm; border-bottom: 1px solid #999 }
.rule.more { height: 20mm }
.gone ul { margin: 0; padding-inline-start: 5mm }
@media print { body { padding: 0; max-width: none } }
`
