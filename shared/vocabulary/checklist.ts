/** What only the paper can settle, each as the question that the check list asks. */
export const QUESTIONS = {
  undetermined: 'undetermined: the writer’s error, or the machine’s?',
  unclear: 'doubtful reading',
  gap: 'gap',
  query: 'open query',
  certainty: 'not certain',
  reading: 'reading not certain',
  hand: 'hand not certain',
  date: 'date not certain',
  turn: 'page turn not decided: foot of the page before, or head of this one?',
  aside: 'set aside, not determined',
} as const
export type Question = keyof typeof QUESTIONS

/** How looking it up came out. */
export const OUTCOMES = {
  'as-here': 'The paper has what stands here',
  otherwise: 'The paper reads otherwise',
  unreadable: 'It cannot be read on the paper either',
  told: 'The paper tells',
  'not-told': 'The paper does not tell',
  foot: 'It stands at the foot of the page before',
  head: 'It stands at the head of this page',
} as const
export type Outcome = keyof typeof OUTCOMES

/** How each question can come out. */
export const OUTCOMES_OF: Readonly<Record<Question, readonly Outcome[]>> = {
  undetermined: ['as-here', 'otherwise', 'unreadable'],
  unclear: ['as-here', 'otherwise', 'unreadable'],
  certainty: ['as-here', 'otherwise', 'unreadable'],
  gap: ['otherwise', 'unreadable'],
  reading: ['as-here', 'otherwise', 'unreadable'],
  query: ['told', 'not-told'],
  hand: ['told', 'not-told'],
  date: ['told', 'not-told'],
  turn: ['foot', 'head', 'not-told'],
  aside: ['told', 'not-told'],
}

/** Whether an outcome is nothing without words. */
export function needsWords(question: Question, outcome: Outcome): boolean {
  return outcome === 'otherwise' || (outcome === 'told' && (question === 'query' || question === 'aside'))
}
