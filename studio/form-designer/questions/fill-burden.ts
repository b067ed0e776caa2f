import { type Question, type QuestionKind } from './question.ts';
import { rightAt } from './question-rights.ts';

/** What filling in a form once costs a person. */
export interface FillBurden {
  /** Questions that may be asked at the step. */
  readonly asked: number;
  /** Of those, the ones that are asked only at times. */
  readonly atTimes: number;
  /** Shown with what is known already; nobody fills them in. */
  readonly shown: number;
  /** Whole minutes, at least one. */
  readonly minutes: number;
}

/** Seconds on a phone, in the field: estimates, never measured with people; they only order forms by how long they take. */
const seconds: { readonly [Kind in QuestionKind]: number } = {
  choice: 6,
  choices: 10,
  text: 15,
  'long-text': 40,
  number: 8,
  date: 8,
  'date-time': 12,
  photos: 20,
  'yes-no': 4,
  phone: 12,
  place: 15,
  group: 0,
  rows: 30,
  expert: 15,
};

/** The burden at one step. A question asked at times counts half, an optional one two thirds. */
export function fillBurden(questions: readonly Question[], step: string): FillBurden {
  const seen = questions.flatMap(leaves).filter(({ rights }) => rightAt(rights, step) !== 'hide');
  const asked = seen.filter(({ rights }) => rightAt(rights, step) !== 'read');
  const total = asked.reduce((sum, question) => sum + cost(question), 0);
  return {
    asked: asked.length,
    atTimes: asked.filter(isAtTimes).length,
    shown: seen.length - asked.length,
    minutes: Math.max(1, Math.ceil(total / 60)),
  };
}

function cost(question: Question): number {
  const often = isAtTimes(question) ? 0.5 : question.required ? 1 : 0.67;
  return (seconds[question.kind] + question.inside.reduce((sum, inner) => sum + seconds[inner.kind], 0)) * often;
}

function isAtTimes({ conditions }: Question): boolean {
  return conditions.some(({ show }) => show);
}

/** A group counts by what it holds, a table as one question with the cost of a row. */
function leaves(question: Question): readonly Question[] {
  return question.kind === 'group' ? question.inside.flatMap(leaves) : [question];
}
