import { DIGIT_OF } from '../confusions.ts'
import type { Finding } from '../doubt.ts'
import type { Rule } from '../rule.ts'

const AREAS = new Set(
  (
    'AB AL B BA BB BD BH BL BN BR BS BT CA CB CF CH CM CO CR CT CV CW DA DD DE DG DH DL DN DT DY E EC EH EN EX FK FY G GL GU GY HA HD HG HP HR HS HU HX ' +
    'IG IM IP IV JE KA KT KW KY L LA LD LE LL LN LS LU M ME MK ML N NE NG NN NP NR NW OL OX PA PE PH PL PO PR RG RH RM S SA SE SG SK SL SM SN SO SP SR SS ' +
    'ST SW SY TA TD TF TN TQ TR TS TW UB W WA WC WD WF WN WR WS WV YO ZE'
  ).split(' '),
)
const NEARLY = /(?<![\p{L}\d])([A-Za-z]{1,2})([0-9IlioOSZ])([0-9A-Za-z]?) ([0-9OIlSZ])([A-Za-z]{2})(?![\p{L}\d])/gu
const RIGHT = /^[A-Z]{1,2}\d[\dA-Z]? \d[A-Z]{2}$/

/** British postcodes with a letter for a digit, or a small letter: `SWIA 2AH`, `swia 2As`. */
export const postcode: Rule = ({ text }) => {
  const findings: Finding[] = []
  for (const { 0: words, 1: area, 2: district, 3: more, 4: sector, 5: unit, index } of text.matchAll(NEARLY)) {
    // “so 1st” is none: in small letters the whole must be there
    if (area !== area!.toUpperCase() && (area!.length < 2 || more === '' || /^(?:st|nd|rd|th)$/.test(unit!))) continue
    if (RIGHT.test(words) || !AREAS.has(area!.toUpperCase())) continue
    const digit = (sign: string) => DIGIT_OF[sign] ?? sign
    const reads = `${area}${digit(district!)}${more} ${digit(sector!)}${unit}`.toUpperCase()
    const reason = `“${words}” is no postcode; “${reads}” would be.`
    if (RIGHT.test(reads))
      findings.push({ from: index, to: index + words.length, kind: 'number', reason, proposals: [reads], score: 0.9 })
  }
  return findings
}
