import { statedStatusInWords } from '../../vocabulary/collation.ts'
import { element, lined, type XmlElement } from '../../xml/node.ts'
import type { ExportContext } from '../context.ts'
import type { CorrectionMode, Writing } from './writing.ts'

const CORRECTION: Readonly<Record<CorrectionMode, string>> = {
  silent:
    'Where the machine misread typed or printed text, the text was corrected silently; the machine transcript is kept in the transcript file. Corrections in handwriting are marked: sic holds the machine’s reading, corr of type “ocr” the reading that stands.',
  marked:
    'Where the machine misread, sic holds its reading and corr of type “ocr” the reading that stands. A sic beside a corr without that type is an error of the paper.',
  apparatus:
    'Where the machine misread, an app holds both readings: lem the reading that stands, rdg with the witness “ocr” the machine’s. A sic beside a corr is an error of the paper.',
}

const DIVIDED =
  'Signs at line ends stand as in the transcript. Within a word, lb and pb have break “no”; a sign that only divides the word is a pc with force “weak”: as such counts a not sign or a soft hyphen, and a hyphen where the joined word stands elsewhere in the text, or where both halves, in small letters, are no words that are written with a hyphen. Where that cannot be told, break is “maybe”.'

/** What was done to the text, and what was not (HD#HD53). */
export function policy({ options, transcript, divided }: Writing, { description }: ExportContext): XmlElement {
  const unused = transcript.unused.filter(({ reason }) => reason !== 'markup').length
  const paragraphs = [
    `The text was made from a machine transcript. Status of the work: ${statedStatusInWords(transcript.status, transcript.pages)}.`,
    'Errors of the paper stand: sic holds the paper’s words, a corr without a type the editor’s. Where it cannot be told without the paper whether the writer or the machine erred, the words stand in an unclear with the reason “undetermined”.',
    'What stands outside the text on the page (letterhead, markings, catchwords, page numbers, stamps, and the archive’s own additions as type “archive”) is fw. A lb stands only where the transcript keeps a line end.',
    'Handwriting beside the text is a note; one without target stands where the machine read its words, and what it concerns is not stated. Hand, place and function are given only where an editor stated them. Pieces of one note are joined by next and prev.',
    'The values of cert are high: certain; medium: probable; low: possible; unknown: not known. Those of evidence are external: the paper, an image or another copy; internal: context; conjecture.',
    ...(unused === 0
      ? []
      : [
          `${unused === 1 ? 'One stretch' : `${unused} stretches`} of the machine transcript ${unused === 1 ? 'is' : 'are'} set aside as no text of the paper, and not given here.`,
        ]),
  ]
  return lined('editorialDecl', {}, [
    lined('correction', { method: options.correction === 'silent' ? 'silent' : 'markup' }, [
      element('p', {}, [CORRECTION[options.correction]]),
    ]),
    ...(divided.any ? [lined('hyphenation', { eol: 'all' }, [element('p', {}, [DIVIDED])])] : []),
    ...paragraphs.map((paragraph) => element('p', {}, [paragraph])),
    // what the editors state of their policy
    ...(description?.policy ?? []).map(([heading, words]) => element('p', { n: heading }, [`${heading}: ${words}`])),
  ])
}
