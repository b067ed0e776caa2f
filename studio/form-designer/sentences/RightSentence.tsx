import type { ReactElement } from 'react';
import type { FieldRight } from '../../../server/kernel/forms/form-definition.ts';
import { type TextKey, useText } from '../../translations/texts.ts';
import { InlineChoice, InlineChoices } from '../../ui/desktop/sentence/InlineChoice.tsx';
import { Sentence } from '../../ui/desktop/sentence/Sentence.tsx';
import { useEditing } from '../editing.ts';
import { rightAt } from '../questions/question-rights.ts';
import type { Question } from '../questions/question.ts';
import { rightOptions, useStepOptions, withRightAt } from './step-rights.ts';

const saying: readonly (readonly [right: FieldRight, words: TextKey])[] = [
  ['edit', 'designer.right.edit.say'],
  ['require', 'designer.right.require.say'],
  ['read', 'designer.right.read.say'],
  ['hide', 'designer.right.hide.say'],
];

/** [调查落实] 可以填，[事件处理] 只看，[信息反馈] 看不到。 */
export function RightSentence({ question }: { readonly question: Question }): ReactElement | null {
  const { text } = useText();
  const { write } = useEditing();
  const steps = useStepOptions();
  if (question.path.includes('[]')) return null;
  const [only] = steps;
  if (steps.length < 2) {
    return (
      <Sentence>
        {text('designer.right.at', { step: only?.title ?? text('designer.right.filling') })}
        <InlineChoice
          label={text('designer.right')}
          options={rightOptions(text)}
          value={rightAt(question.rights, only?.id ?? '*')}
          onChange={(id) => write({ ...question, rights: withRightAt(question.rights, only?.id ?? '*', id) })}
        />
        {text('designer.say.end')}
      </Sentence>
    );
  }
  return (
    <Sentence>
      {saying.map(([right, words], place) => {
        const having = steps.filter(({ id }) => rightAt(question.rights, id) === right).map(({ id }) => id);
        return (
          <span key={right}>
            <InlineChoices
              label={text(words)}
              options={steps}
              values={having}
              placeholder={text('designer.right.nobody')}
              onChange={(ids) => {
                const moved = steps.find(({ id }) => ids.includes(id) !== having.includes(id));
                if (moved === undefined) return;
                const next = ids.includes(moved.id) ? right : right === 'edit' ? 'read' : 'edit';
                write({ ...question, rights: withRightAt(question.rights, moved.id, next) });
              }}
            />
            {text(words)}
            {text(place === saying.length - 1 ? 'designer.say.end' : 'designer.say.comma')}
          </span>
        );
      })}
    </Sentence>
  );
}
