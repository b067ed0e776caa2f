import type { ReactElement } from 'react';
import { type Texts, useText } from '../../translations/texts.ts';
import { Icon } from '../../ui/Icon.tsx';
import { InlineChoice, InlineChoices } from '../../ui/desktop/sentence/InlineChoice.tsx';
import type { InlineOption } from '../../ui/desktop/sentence/ChoiceList.tsx';
import { InlineNumber } from '../../ui/desktop/sentence/InlineText.tsx';
import { useFixed } from '../../ui/desktop/sentence/Sentence.tsx';
import { useEditing } from '../editing.ts';
import {
  answerId,
  comparedAs,
  comparisonsFor,
  type ConditionRow,
  firstRow,
  groupId,
} from '../questions/condition-rows.ts';
import type { Option, Question } from '../questions/question.ts';
import { answerWords, comparisonWord } from './condition-words.ts';

interface ConditionRowWordsProps {
  readonly row: ConditionRow;
  readonly deciders: readonly Question[];
  readonly onChange: (row: ConditionRow) => void;
  readonly onRemove?: () => void;
}

/** [类别] [是] [环境卫生] */
export function ConditionRowWords({ row, deciders, onChange, onRemove }: ConditionRowWordsProps): ReactElement {
  const texts = useText();
  const { text } = texts;
  const { questions, optionsOf } = useEditing();
  const isFixed = useFixed();
  const asked = questions.find(({ path }) => path === row.field);
  const comparisons = comparisonsFor(asked?.kind ?? 'text');
  const first = (path: string): ConditionRow => {
    const chosen = questions.find((question) => question.path === path);
    return chosen === undefined ? row : firstRow(chosen, optionsOf(path));
  };
  return (
    <>
      <InlineChoice
        label={text('designer.condition.question')}
        options={deciders.map(({ path, title }) => ({ id: path, title }))}
        value={row.field}
        onChange={(path) => onChange(first(path))}
      />
      {comparisons.length === 1 && row.comparison === comparisons[0] ? (
        <span>
          {asked?.kind === 'yes-no' ? text('designer.compare.chooses') : comparisonWord(row.comparison, texts)}
        </span>
      ) : (
        <InlineChoice
          label={text('designer.compare')}
          options={comparisons.map((id) => ({ id, title: comparisonWord(id, texts) }))}
          value={row.comparison}
          onChange={(id) => {
            const comparison = comparisons.find((one) => one === id) ?? row.comparison;
            onChange(comparedAs(row, comparison, optionsOf(row.field)));
          }}
        />
      )}
      {row.comparison !== 'answered' && <Answers row={row} asked={asked} onChange={onChange} />}
      {onRemove !== undefined && !isFixed && (
        <button type="button" className="fd-remove" aria-label={text('designer.condition.drop')} onClick={onRemove}>
          <Icon name="close" small />
        </button>
      )}
    </>
  );
}

interface AnswersProps {
  readonly row: ConditionRow;
  readonly asked: Question | undefined;
  readonly onChange: (row: ConditionRow) => void;
}

function Answers({ row, asked, onChange }: AnswersProps): ReactElement {
  const texts = useText();
  const { text } = texts;
  const { optionsOf } = useEditing();
  const options = optionsOf(row.field);
  const label = text('designer.condition.answer');
  if (asked?.kind === 'number' && options.length === 0) {
    return (
      <InlineNumber
        label={label}
        value={row.answers[0] === undefined ? undefined : Number(row.answers[0])}
        min={-999_999}
        unit={asked.unit}
        onChange={(value) => onChange({ ...row, answers: [answerId(value)] })}
      />
    );
  }
  if (asked?.kind === 'yes-no') {
    return (
      <InlineChoice
        label={label}
        options={['true', 'false'].map((id) => ({ id, title: answerWords(id, [], texts) }))}
        value={row.answers[0]}
        onChange={(id) => onChange({ ...row, answers: [id] })}
      />
    );
  }
  const choices = withUnknown(answerOptions(options, row.comparison === 'is', text), row, options, texts);
  if (row.comparison === 'is') {
    return (
      <InlineChoices
        label={label}
        options={choices}
        values={row.answers}
        placeholder={text('designer.condition.choose')}
        onChange={(answers) => onChange({ ...row, answers: answersAfter(row.answers, answers, options) })}
      />
    );
  }
  return (
    <InlineChoice
      label={label}
      options={choices}
      value={row.answers[0]}
      placeholder={text('designer.condition.choose')}
      onChange={(id) => onChange({ ...row, answers: [id] })}
    />
  );
}

/** The answers a question offers; before those of a group the group as a whole. */
function answerOptions(options: readonly Option[], groups: boolean, text: Texts['text']): readonly InlineOption[] {
  return options.flatMap(({ value, title, group }, place) => {
    const option = { id: answerId(value), title, ...(group === undefined ? {} : { group }) };
    if (!groups || group === undefined || options[place - 1]?.group === group) return [option];
    return [
      {
        id: groupId(group),
        title: text('designer.condition.whole', { group }),
        group,
        more: text('designer.condition.whole.more'),
      },
      option,
    ];
  });
}

/** An answer that is not offered any more is still said, so that it can be taken out. */
function withUnknown(
  choices: readonly InlineOption[],
  row: ConditionRow,
  options: readonly Option[],
  texts: Parameters<typeof answerWords>[2],
): readonly InlineOption[] {
  const unknown = row.answers.filter((answer) => !choices.some(({ id }) => id === answer));
  return [...choices, ...unknown.map((id) => ({ id, title: answerWords(id, options, texts) }))];
}

/** A whole group takes the place of its members, and the other way round. */
function answersAfter(
  before: readonly string[],
  after: readonly string[],
  options: readonly Option[],
): readonly string[] {
  const added = after.find((answer) => !before.includes(answer));
  if (added === undefined) return after;
  const members = (group: string): readonly string[] =>
    options
      .filter((option) => option.group !== undefined && groupId(option.group) === group)
      .map(({ value }) => answerId(value));
  const group = options.find(({ value }) => answerId(value) === added)?.group;
  const overridden = added.startsWith('group:') ? members(added) : group === undefined ? [] : [groupId(group)];
  return after.filter((answer) => !overridden.includes(answer));
}
