import { type ReactElement, useState } from 'react';
import { useText } from '../../translations/texts.ts';
import { InlineChoice } from '../../ui/desktop/sentence/InlineChoice.tsx';
import { InlineList } from '../../ui/desktop/sentence/InlineList.tsx';
import { InlineText } from '../../ui/desktop/sentence/InlineText.tsx';
import { Sentence } from '../../ui/desktop/sentence/Sentence.tsx';
import { TypeChangeDialog } from '../dialogs/TypeChangeDialog.tsx';
import { useEditing } from '../editing.ts';
import { retitledOptions } from '../questions/new-question.ts';
import { newOptionValue } from '../questions/question-choices.ts';
import { storedByKind } from '../questions/question-kind.ts';
import type { Choices, Question, QuestionKind } from '../questions/question.ts';
import { changeableKinds, choiceSources, kindTitles } from './kind-options.ts';

/** [单选] 题，[必须填]。选项 [调成、没调成、一方不同意调]。 */
export function KindSentence({ question }: { readonly question: Question }): ReactElement {
  const { text } = useText();
  const { write } = useEditing();
  return (
    <Sentence>
      <KindChoice question={question} />
      {text('designer.say.question')}
      <InlineChoice
        label={text('designer.required')}
        options={[
          { id: 'yes', title: text('designer.required.yes') },
          { id: 'no', title: text('designer.required.no') },
        ]}
        value={question.required ? 'yes' : 'no'}
        onChange={(id) => write({ ...question, required: id === 'yes' })}
      />
      {text('designer.say.end')}
      {question.choices !== null && <ChoicesSentence question={question} choices={question.choices} />}
      {question.kind === 'number' && <NumberSentence question={question} />}
    </Sentence>
  );
}

function KindChoice({ question }: { readonly question: Question }): ReactElement {
  const { text } = useText();
  const { write, published } = useEditing();
  const [wanted, setWanted] = useState<QuestionKind | null>(null);
  const stored = published.get(question.path);
  if (!changeableKinds.includes(question.kind))
    return <b className="gl-inline-fixed">{text(kindTitles[question.kind])}</b>;
  const isOther = (kind: QuestionKind): boolean =>
    stored !== undefined && kind !== question.kind && storedByKind(kind) !== stored;
  const change = (kind: QuestionKind): void => {
    if (isOther(kind)) setWanted(kind);
    else write(ofKind(question, kind, text('designer.new.options').split('\n')));
  };
  return (
    <>
      <InlineChoice
        label={text('designer.kind')}
        options={changeableKinds.map((kind) => ({
          id: kind,
          title: text(kindTitles[kind]),
          ...(isOther(kind) ? { more: text('designer.kind.published') } : {}),
        }))}
        value={question.kind}
        onChange={(id) => {
          const kind = changeableKinds.find((one) => one === id);
          if (kind !== undefined) change(kind);
        }}
      />
      {wanted !== null && <TypeChangeDialog question={question} kind={wanted} onClose={() => setWanted(null)} />}
    </>
  );
}

function ofKind(question: Question, kind: QuestionKind, options: readonly string[]): Question {
  const offers = kind === 'choice' || kind === 'choices';
  return {
    ...question,
    kind,
    choices: offers
      ? (question.choices ?? { options: options.map((title, place) => ({ value: `option-${place + 1}`, title })) })
      : null,
    initial: null,
    whole: kind === 'number',
    unit: '',
    limits: { least: null, most: kind === 'photos' ? 6 : null },
  };
}

function ChoicesSentence({
  question,
  choices,
}: {
  readonly question: Question;
  readonly choices: Choices;
}): ReactElement {
  const { text } = useText();
  const { write, optionsOf } = useEditing();
  const own = 'options' in choices;
  const change = (id: string): void => {
    const options = optionsOf(question.path).map(({ value, title }) => ({ value, title }));
    write({ ...question, choices: id === 'own' ? { options } : { source: id }, initial: null });
  };
  return (
    <>
      {text('designer.say.options')}
      <InlineChoice
        label={text('designer.source')}
        options={[
          { id: 'own', title: text('designer.source.own') },
          ...choiceSources.map(([id, title]) => ({ id, title: text(title) })),
        ]}
        value={own ? 'own' : choices.source}
        onChange={change}
      />
      {own && (
        <InlineList
          label={text('designer.options')}
          newItem={text('designer.option')}
          items={choices.options.map(({ title }) => title)}
          fewest={1}
          most={500}
          onChange={(titles) =>
            write({ ...question, choices: { options: retitledOptions(choices.options, titles, newOptionValue) } })
          }
        />
      )}
      {text('designer.say.end')}
    </>
  );
}

function NumberSentence({ question }: { readonly question: Question }): ReactElement {
  const { text } = useText();
  const { write, published } = useEditing();
  return (
    <>
      {text('designer.say.unit')}
      <InlineText
        label={text('designer.unit')}
        value={question.unit}
        placeholder={text('designer.unit.none')}
        longest={10}
        onChange={(unit) => write({ ...question, unit })}
      />
      {text('designer.say.comma')}
      {published.has(question.path) ? (
        <b className="gl-inline-fixed">{text(question.whole ? 'designer.whole.yes' : 'designer.whole.no')}</b>
      ) : (
        <InlineChoice
          label={text('designer.whole')}
          options={[
            { id: 'yes', title: text('designer.whole.yes') },
            { id: 'no', title: text('designer.whole.no') },
          ]}
          value={question.whole ? 'yes' : 'no'}
          onChange={(id) => write({ ...question, whole: id === 'yes' })}
        />
      )}
      {text('designer.say.end')}
    </>
  );
}
