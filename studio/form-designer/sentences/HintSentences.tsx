import type { ReactElement } from 'react';
import type { Json } from '../../../server/kernel/json.ts';
import { useText } from '../../translations/texts.ts';
import { InlineChoice } from '../../ui/desktop/sentence/InlineChoice.tsx';
import { InlineText } from '../../ui/desktop/sentence/InlineText.tsx';
import { Sentence } from '../../ui/desktop/sentence/Sentence.tsx';
import { useEditing } from '../editing.ts';
import { answerId } from '../questions/condition-rows.ts';
import type { Question, QuestionKind } from '../questions/question.ts';
import { answerWords } from './condition-words.ts';

const withBox: readonly QuestionKind[] = ['text', 'long-text', 'phone', 'place'];
const hinted: readonly QuestionKind[] = [
  ...withBox,
  'choice',
  'choices',
  'number',
  'date',
  'date-time',
  'photos',
  'yes-no',
  'rows',
];

/** 填之前提示：[以双方签字为准]。空着时框里写：[…]。一开始是 [没有]。 */
export function HintSentences({ question }: { readonly question: Question }): ReactElement | null {
  const { text } = useText();
  const { write } = useEditing();
  if (!hinted.includes(question.kind)) return null;
  return (
    <>
      <Sentence>
        {text('designer.say.help')}
        <InlineText
          label={text('designer.help')}
          value={question.help}
          placeholder={text('designer.none')}
          longest={100}
          onChange={(help) => write({ ...question, help })}
        />
        {text('designer.say.end')}
      </Sentence>
      {withBox.includes(question.kind) && (
        <Sentence>
          {text('designer.say.placeholder')}
          <InlineText
            label={text('designer.placeholder')}
            value={question.placeholder}
            placeholder={text('designer.none')}
            longest={60}
            onChange={(placeholder) => write({ ...question, placeholder })}
          />
          {text('designer.say.end')}
        </Sentence>
      )}
      {(question.kind === 'choice' || question.kind === 'yes-no') && <InitialSentence question={question} />}
    </>
  );
}

function InitialSentence({ question }: { readonly question: Question }): ReactElement {
  const texts = useText();
  const { text } = texts;
  const { write, optionsOf } = useEditing();
  const options = optionsOf(question.path);
  const values: readonly Json[] = question.kind === 'yes-no' ? [true, false] : options.map(({ value }) => value);
  return (
    <Sentence>
      {text('designer.say.initial')}
      <InlineChoice
        label={text('designer.initial')}
        options={[
          { id: 'null', title: text('designer.initial.none') },
          ...values.map((value) => ({ id: answerId(value), title: answerWords(answerId(value), options, texts) })),
        ]}
        value={answerId(question.initial)}
        onChange={(id) => write({ ...question, initial: values.find((value) => answerId(value) === id) ?? null })}
      />
      {text('designer.say.end')}
    </Sentence>
  );
}
