import type { Texts } from '../../translations/texts.ts';
import type { FormEditing } from '../editing.ts';
import { answerId, type Comparison, type ConditionRow, groupId, rowsOf } from '../questions/condition-rows.ts';
import type { Option, QuestionCondition, When } from '../questions/question.ts';

type Titles = Pick<FormEditing, 'optionsOf' | 'titleOf'>;

const comparisons = {
  is: 'designer.compare.is',
  'is-not': 'designer.compare.is-not',
  contains: 'designer.compare.contains',
  answered: 'designer.compare.answered',
} as const satisfies { readonly [Name in Comparison]: string };

/** The word of a comparison: 是. */
export function comparisonWord(comparison: Comparison, { text }: Texts): string {
  return text(comparisons[comparison]);
}

/** A reason in a few words for a line of the list: 「类别」是环境卫生。 */
function whenWords(when: When, titles: Titles, texts: Texts): string {
  const rows = rowsOf(when);
  if (rows === null) return texts.text('designer.condition.expert');
  const joined = texts.text(rows.joined === 'all' ? 'designer.join.all' : 'designer.join.any');
  return rows.rows.map((row) => rowWords(row, titles, texts)).join(joined);
}

function rowWords(row: ConditionRow, { optionsOf, titleOf }: Titles, texts: Texts): string {
  const options = optionsOf(row.field);
  const isYesNo = row.answers.some((answer) => answer === 'true' || answer === 'false');
  return texts.text(isYesNo ? 'designer.condition.row.yes-no' : 'designer.condition.row', {
    title: titleOf(row.field),
    compare: comparisonWord(row.comparison, texts),
    answers: row.answers.map((answer) => answerWords(answer, options, texts)).join(texts.text('list.comma')),
  });
}

/** An answer as a person reads it. */
export function answerWords(answer: string, options: readonly Option[], { text }: Texts): string {
  if (answer === 'true') return text('form.yes');
  if (answer === 'false') return text('form.no');
  const group = options.find((option) => option.group !== undefined && groupId(option.group) === answer)?.group;
  if (group !== undefined) return group;
  return options.find(({ value }) => answerId(value) === answer)?.title ?? answer.replace(/^group:|^"|"$/g, '');
}

/** When a question is asked and must be answered, in a few words. */
export function conditionWords(
  conditions: readonly QuestionCondition[],
  titles: Titles,
  texts: Texts,
): readonly string[] {
  return conditions.map(({ when, show, require }) => {
    const key = show ? (require ? 'designer.when.both' : 'designer.when.show') : 'designer.when.require';
    return texts.text(key, { when: whenWords(when, titles, texts) });
  });
}
