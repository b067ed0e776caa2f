import type { ReactElement } from 'react';
import { type TextKey, useText } from '../../translations/texts.ts';
import { Button } from '../../ui/Button.tsx';
import { InlineChoice } from '../../ui/desktop/sentence/InlineChoice.tsx';
import { Sentence, useFixed } from '../../ui/desktop/sentence/Sentence.tsx';
import { type FormEditing, useEditing } from '../editing.ts';
import {
  comparisonsFor,
  type ConditionRow,
  type ConditionRows,
  firstRow,
  rowsOf,
  whenOf,
} from '../questions/condition-rows.ts';
import { mayDecide } from '../questions/dependents.ts';
import type { Question, QuestionCondition } from '../questions/question.ts';
import { ConditionRowWords } from './ConditionRowWords.tsx';

const effects = {
  show: { show: true, require: false },
  both: { show: true, require: true },
  require: { show: false, require: true },
} as const;
type Effect = keyof typeof effects;

const effectTitles: { readonly [Name in Effect]: TextKey } = {
  show: 'designer.effect.show',
  both: 'designer.effect.both',
  require: 'designer.effect.require',
};

/** 当 [双方是否到场] 是 [都到了] 时 [才问]。 One sentence for each reason; without one, the question is always asked. */
export function ConditionSentences({ question }: { readonly question: Question }): ReactElement | null {
  const { text } = useText();
  const editing = useEditing();
  const { form, questions, write } = editing;
  if (question.path.includes('[]')) return null;
  const deciders = (shows: boolean): readonly Question[] =>
    questions.filter(
      ({ path, kind }) =>
        comparisonsFor(kind).length > 0 && kind !== 'group' && mayDecide(form, question.path, path, shows),
    );
  const add = (effect: Effect): void => {
    const [row] = firstRows(question, deciders(effects[effect].show), editing);
    if (row === undefined) return;
    const when = whenOf({ joined: 'all', rows: [row] }, editing.optionsOf);
    write({ ...question, conditions: [...question.conditions, { when, ...effects[effect] }] });
  };
  const replace = (place: number, condition: QuestionCondition | null): void => {
    const conditions =
      condition === null ? question.conditions.toSpliced(place, 1) : question.conditions.with(place, condition);
    write({ ...question, conditions });
  };
  if (question.conditions.length === 0) return <AlwaysSentence none={deciders(false).length === 0} onChoose={add} />;
  return (
    <>
      {question.conditions.map((condition, place) => (
        <ConditionSentence
          // A reason has nothing of its own to be known by but its place.
          key={place}
          condition={condition}
          deciders={deciders(condition.show)}
          onChange={(next) => replace(place, next)}
        />
      ))}
      <MoreConditions onAdd={() => add('show')} />
      {question.conditions.length > 1 && <p className="quiet">{text('designer.condition.any')}</p>}
    </>
  );
}

function MoreConditions({ onAdd }: { readonly onAdd: () => void }): ReactElement | null {
  const { text } = useText();
  if (useFixed()) return null;
  return (
    <Button kind="text" small onPress={onAdd}>
      {text('designer.condition.another')}
    </Button>
  );
}

function AlwaysSentence({
  none,
  onChoose,
}: {
  readonly none: boolean;
  readonly onChoose: (effect: Effect) => void;
}): ReactElement {
  const { text } = useText();
  if (none) return <Sentence>{text('designer.always.only')}</Sentence>;
  return (
    <Sentence>
      {text('designer.say.when')}
      <InlineChoice
        label={text('designer.when')}
        options={[
          { id: 'always', title: text('designer.always') },
          { id: 'show', title: text('designer.begin.show') },
          { id: 'both', title: text('designer.begin.both') },
          { id: 'require', title: text('designer.begin.require') },
        ]}
        value="always"
        onChange={(id) => {
          if (id === 'show' || id === 'both' || id === 'require') onChoose(id);
        }}
      />
      {text('designer.say.end')}
    </Sentence>
  );
}

interface ConditionSentenceProps {
  readonly condition: QuestionCondition;
  readonly deciders: readonly Question[];
  readonly onChange: (condition: QuestionCondition | null) => void;
}

function ConditionSentence({ condition, deciders, onChange }: ConditionSentenceProps): ReactElement {
  const { text } = useText();
  const { optionsOf } = useEditing();
  const isFixed = useFixed();
  const rows = rowsOf(condition.when);
  const change = (next: ConditionRows): void => onChange({ ...condition, when: whenOf(next, optionsOf) });
  return (
    <Sentence>
      {text('designer.say.if')}
      {rows === null ? (
        <b className="gl-inline-fixed">{text('designer.condition.expert')}</b>
      ) : (
        <Rows rows={rows} deciders={deciders} onChange={change} />
      )}
      {text('designer.say.then')}
      <InlineChoice
        label={text('designer.effect')}
        options={(['show', 'both', 'require'] as const).map((id) => ({ id, title: text(effectTitles[id]) }))}
        value={condition.show ? (condition.require ? 'both' : 'show') : 'require'}
        onChange={(id) => {
          if (id === 'show' || id === 'both' || id === 'require') onChange({ ...condition, ...effects[id] });
        }}
      />
      {text('designer.say.end')}
      {!isFixed && (
        <Button kind="text" small onPress={() => onChange(null)}>
          {text('designer.condition.remove')}
        </Button>
      )}
    </Sentence>
  );
}

interface RowsProps {
  readonly rows: ConditionRows;
  readonly deciders: readonly Question[];
  readonly onChange: (rows: ConditionRows) => void;
}

function Rows({ rows: { joined, rows }, deciders, onChange }: RowsProps): ReactElement {
  const { text } = useText();
  const editing = useEditing();
  const isFixed = useFixed();
  const add = (): void => {
    const [row] = firstRows(null, deciders, editing);
    if (row !== undefined) onChange({ joined, rows: [...rows, row] });
  };
  return (
    <>
      {rows.map((row, place) => (
        <span key={place}>
          {place > 0 && (
            <InlineChoice
              label={text('designer.join')}
              options={[
                { id: 'all', title: text('designer.join.all') },
                { id: 'any', title: text('designer.join.any') },
              ]}
              value={joined}
              onChange={(id) => onChange({ joined: id === 'any' ? 'any' : 'all', rows })}
            />
          )}
          <ConditionRowWords
            row={row}
            deciders={deciders}
            onChange={(next) => onChange({ joined, rows: rows.with(place, next) })}
            {...(rows.length > 1 ? { onRemove: () => onChange({ joined, rows: rows.toSpliced(place, 1) }) } : {})}
          />
        </span>
      ))}
      {!isFixed && (
        <Button kind="text" small label={text('designer.condition.more')} onPress={add}>
          {text('designer.condition.and')}
        </Button>
      )}
    </>
  );
}

/** What a new condition begins with: the questions that can be chosen from, the nearest above first. */
function firstRows(
  question: Question | null,
  deciders: readonly Question[],
  { questions, optionsOf }: FormEditing,
): readonly ConditionRow[] {
  const at = question === null ? questions.length : questions.findIndex(({ path }) => path === question.path);
  const distance = ({ path }: Question): number => {
    const place = questions.findIndex((one) => one.path === path);
    return place < at ? at - place : questions.length + place;
  };
  const chosen = ({ kind }: Question): number => (kind === 'choice' || kind === 'yes-no' || kind === 'choices' ? 0 : 1);
  return deciders
    .toSorted((one, other) => chosen(one) - chosen(other) || distance(one) - distance(other))
    .map((decider) => firstRow(decider, optionsOf(decider.path)));
}
