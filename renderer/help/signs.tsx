import { gapWords } from '../../shared/schema/schema.ts'
import { ATOM_NAMES, ATOMS, type AtomName } from '../../shared/vocabulary/atoms.ts'
import { MARGIN, MARGIN_NAMES, PEN_MARKS, type PenMark } from '../../shared/vocabulary/margin.ts'
import { MARK_NAMES, MARKS, type MarkName } from '../../shared/vocabulary/marks.ts'
import { penMarkSign } from '../../shared/vocabulary/pen-marks.ts'
import { ATOM_SIGNS, MARGIN_SIGNS, MARK_SIGNS, PEN_STROKES, SHEET_SIGNS } from '../editor/signs-in-words.ts'

/** Words that show a sign. They are of no paper. */
const SAMPLES: Readonly<Record<MarkName, string>> = {
  unclear: 'weekend',
  correction: 'committee',
  emendation: 'goverment',
  undetermined: 'exlude',
  supplied: 'the',
  add: 'not yet',
  del: 'at once',
  persName: 'Lord Carrington',
  orgName: 'the Foreign Office',
  placeName: 'Bonn',
  title: 'The Times',
  event: 'the Mission',
  term: 'OD',
  cited: 'tel no 813',
  foreign: 'un bon petit moment',
  date: '12 March 1982',
  withheld: 'three words here',
  passage: 'most of them',
}

const ATOM_SAMPLES: Readonly<Record<AtomName, string>> = {
  gap: gapWords({ reason: 'illegible', unit: 'word', quantity: 2 }),
  point: '',
  ref: 'n. 3',
  lb: '',
}

/** What the sample of a sign at words is drawn with. */
const CLASSES: Readonly<Record<string, { readonly className: string; readonly 'data-sign'?: string }>> = {
  '.silent-mend': { className: 'silent-mend' },
  '.unseen': { className: 'unseen', 'data-sign': 'RLM' },
}

/** The signs by which the sheet tells what is stated of words: its legend, from the tables that the sheet is drawn by. */
export function Signs() {
  return (
    <>
      <h1>Signs on the sheet</h1>
      <p>What is stated of words is drawn at them. Each sign is a line, a letter or a word: none is a colour alone.</p>
      <section>
        <h2>At words</h2>
        <dl className="signs-list">
          {MARK_NAMES.map((name) => (
            <Row key={name} label={MARKS[name].label} says={MARK_SIGNS[name]}>
              <MarkSample name={name} />
            </Row>
          ))}
        </dl>
      </section>
      <section>
        <h2>In the line</h2>
        <dl className="signs-list">
          {ATOM_NAMES.map((name) => (
            <Row key={name} label={ATOMS[name].label} says={ATOM_SIGNS[name]}>
              <span className={`a-${name}`}>{ATOM_SAMPLES[name]}</span>
            </Row>
          ))}
        </dl>
      </section>
      <section>
        <h2>Pen marks</h2>
        <dl className="signs-list">
          {(Object.keys(PEN_MARKS) as PenMark[]).map((kind) => (
            <Row
              key={kind}
              label={PEN_MARKS[kind]}
              says={PEN_STROKES[kind] === 'words' ? 'drawn on the words' : 'drawn at the edge of the text, as long as its lines'}
            >
              {PEN_STROKES[kind] === 'words' ? (
                <span className="m-passage hand-1" data-kind="penmark" data-pen={kind} data-count="1">
                  these words
                </span>
              ) : (
                penMarkSign({ kind })
              )}
            </Row>
          ))}
        </dl>
      </section>
      <section>
        <h2>In the margin</h2>
        <dl className="signs-list">
          {MARGIN_NAMES.map((name) => (
            <Row key={name} label={MARGIN[name].label} says={MARGIN_SIGNS[name]} />
          ))}
        </dl>
      </section>
      <section>
        <h2>Blocks, pages and the rest</h2>
        <dl className="signs-list">
          {Object.entries(SHEET_SIGNS).map(([selector, { label, says, sample }]) => (
            <Row key={selector} label={label} says={says}>
              <span {...(CLASSES[selector] ?? {})}>{sample}</span>
            </Row>
          ))}
        </dl>
      </section>
    </>
  )
}

function Row({ label, says, children }: { readonly label: string; readonly says: string; readonly children?: React.ReactNode }) {
  return (
    <div>
      <dt className="sheet-sample">{children}</dt>
      <dd>
        <strong>{label}</strong>: {says}
      </dd>
    </div>
  )
}

function MarkSample({ name }: { readonly name: MarkName }) {
  const hand = name === 'add' || name === 'del' ? { 'data-hand-badge': 'MT' } : {}
  return (
    <span className={`m-${MARKS[name].className} hand-2`} {...hand}>
      {SAMPLES[name]}
    </span>
  )
}
