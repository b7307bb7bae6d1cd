import { gapWords } from '../../shared/schema/schema.ts'
import { ATOM_NAMES, ATOMS, type AtomName } from '../../shared/vocabulary/atoms.ts'
import { MARGIN, MARGIN_NAMES, PEN_MARKS, type PenMark } from '../../shared/vocabulary/margin.ts'
import { MARK_NAMES, MARKS, type MarkName } from '../../shared/vocabulary/marks.ts'
import { penMarkSign } from '../../shared/vocabulary/pen-marks.ts'
import { ATOM_SIGNS, MARGIN_SIGNS, MARK_SIGNS, PEN_STROKES } from '../editor/signs-in-words.ts'

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
        <h2>Blocks and pages</h2>
        <p>
          The role of a block stands at its left, and the letters of its hand at its right where it is handwriting. ↳ before the
          role: it goes on from the page before. A page that is blank, missing or a dummy has a broken frame, and says at its head
          what it is.
        </p>
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
