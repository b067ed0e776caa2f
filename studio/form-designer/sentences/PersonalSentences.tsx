import type { ReactElement } from 'react';
import { type TextKey, useText } from '../../translations/texts.ts';
import { InlineChoice } from '../../ui/desktop/sentence/InlineChoice.tsx';
import { InlineText } from '../../ui/desktop/sentence/InlineText.tsx';
import { Sentence } from '../../ui/desktop/sentence/Sentence.tsx';
import { useEditing } from '../editing.ts';
import type { PersonalInformation, Question, QuestionKind } from '../questions/question.ts';

const none: PersonalInformation = { class: 'none', mask: null, purpose: '', retention: '', lawfulBasis: '' };
const classes: { readonly [Class in PersonalInformation['class']]: TextKey } = {
  none: 'designer.personal.none',
  personal: 'designer.personal.personal',
  sensitive: 'designer.personal.sensitive',
};
const masks: { readonly [Mask in NonNullable<PersonalInformation['mask']>]: TextKey } = {
  name: 'designer.mask.name',
  phone: 'designer.mask.phone',
  address: 'designer.mask.address',
  all: 'designer.mask.all',
};
/** Kinds that cannot say who somebody is by themselves: a table says it in its questions. */
const impersonal: readonly QuestionKind[] = ['rows', 'group', 'expert'];

/** 这道题 [收集个人信息]。平时 [只露姓]。用来 [答复反映人]，保存到 [办结后 1 年]，依据 [本人反映事项]。 */
export function PersonalSentences({ question }: { readonly question: Question }): ReactElement | null {
  const { text } = useText();
  const { write } = useEditing();
  if (impersonal.includes(question.kind)) return null;
  const personal = question.personal ?? none;
  const change = (part: Partial<PersonalInformation>): void =>
    write({ ...question, personal: { ...personal, ...part } });
  return (
    <>
      <Sentence>
        {text('designer.say.personal')}
        <InlineChoice
          label={text('designer.personal')}
          options={(['none', 'personal', 'sensitive'] as const).map((id) => ({
            id,
            title: text(classes[id]),
            ...(id === 'sensitive' ? { more: text('designer.personal.sensitive.more') } : {}),
          }))}
          value={personal.class}
          onChange={(id) => {
            if (id === 'none') write({ ...question, personal: none });
            else if (id === 'personal' || id === 'sensitive')
              change({ class: id, mask: personal.mask ?? likelyMask(question) });
          }}
        />
        {text('designer.say.end')}
      </Sentence>
      {personal.class !== 'none' && <Explained personal={personal} onChange={change} />}
    </>
  );
}

function likelyMask({ kind }: Question): PersonalInformation['mask'] {
  if (kind === 'phone') return 'phone';
  return kind === 'place' ? 'address' : 'all';
}

interface ExplainedProps {
  readonly personal: PersonalInformation;
  readonly onChange: (part: Partial<PersonalInformation>) => void;
}

function Explained({ personal, onChange }: ExplainedProps): ReactElement {
  const { text } = useText();
  return (
    <>
      <Sentence>
        {text('designer.say.mask')}
        <InlineChoice
          label={text('designer.mask')}
          options={(['name', 'phone', 'address', 'all'] as const).map((id) => ({ id, title: text(masks[id]) }))}
          value={personal.mask ?? 'all'}
          onChange={(id) => {
            if (id === 'name' || id === 'phone' || id === 'address' || id === 'all') onChange({ mask: id });
          }}
        />
        {text('designer.say.end')}
      </Sentence>
      <PurposeSentence {...personal} onChange={onChange} />
    </>
  );
}

/** 用来 [答复反映人]，保存到 [办结后 1 年]，依据 [本人反映事项]。 */
export function PurposeSentence({
  purpose,
  retention,
  lawfulBasis,
  onChange,
}: Pick<PersonalInformation, 'purpose' | 'retention' | 'lawfulBasis'> &
  Pick<ExplainedProps, 'onChange'>): ReactElement {
  const { text } = useText();
  return (
    <Sentence>
      {text('designer.say.purpose')}
      <InlineText
        label={text('designer.purpose')}
        value={purpose}
        placeholder={text('designer.purpose.placeholder')}
        wrong={purpose === ''}
        onChange={(words) => onChange({ purpose: words })}
      />
      {text('designer.say.retention')}
      <InlineText
        label={text('designer.retention')}
        value={retention}
        placeholder={text('designer.retention.placeholder')}
        wrong={retention === ''}
        onChange={(words) => onChange({ retention: words })}
      />
      {text('designer.say.basis')}
      <InlineText
        label={text('designer.basis')}
        value={lawfulBasis}
        placeholder={text('designer.basis.placeholder')}
        wrong={lawfulBasis === ''}
        onChange={(words) => onChange({ lawfulBasis: words })}
      />
      {text('designer.say.end')}
    </Sentence>
  );
}
