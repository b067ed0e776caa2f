import { type ReactElement, useState } from 'react';
import { type TextKey, useText } from '../../translations/texts.ts';
import { InlineText } from '../../ui/desktop/sentence/InlineText.tsx';
import { Sentence } from '../../ui/desktop/sentence/Sentence.tsx';
import { useEditing } from '../editing.ts';
import { hasLimits } from '../questions/question-limits.ts';
import type { Question, QuestionKind } from '../questions/question.ts';

interface LimitWords {
  readonly before: TextKey;
  readonly between: TextKey;
  readonly unit: TextKey | null;
}

const ofText: LimitWords = {
  before: 'designer.limit.least',
  between: 'designer.limit.most',
  unit: 'designer.limit.letters',
};
const words: { readonly [Kind in QuestionKind]?: LimitWords } = {
  text: ofText,
  'long-text': ofText,
  phone: ofText,
  place: ofText,
  number: { before: 'designer.limit.smallest', between: 'designer.limit.biggest', unit: null },
  choices: { before: 'designer.limit.choose', between: 'designer.limit.most', unit: 'designer.limit.options' },
  photos: { before: 'designer.limit.least', between: 'designer.limit.most', unit: 'designer.limit.photos' },
  rows: { before: 'designer.limit.least', between: 'designer.limit.most', unit: 'designer.limit.rows' },
};

/** 至少 [4] 字，最多 [500] 字。 */
export function LimitSentence({ question }: { readonly question: Question }): ReactElement | null {
  const { text } = useText();
  const { write } = useEditing();
  const said = words[question.kind];
  if (said === undefined || !hasLimits(question.kind)) return null;
  const { least, most } = question.limits;
  const unit = said.unit === null ? question.unit : text(said.unit);
  const from = question.kind === 'number' ? Number.NEGATIVE_INFINITY : 0;
  return (
    <Sentence>
      {text(said.before)}
      <LimitBox
        label={text(said.before)}
        value={least}
        from={from}
        onChange={(value) => write({ ...question, limits: { least: value, most } })}
      />
      {unit}
      {text('designer.say.comma')}
      {text(said.between)}
      <LimitBox
        label={text(said.between)}
        value={most}
        from={from}
        onChange={(value) => write({ ...question, limits: { least, most: value } })}
      />
      {unit}
      {text('designer.say.end')}
    </Sentence>
  );
}

interface LimitBoxProps {
  readonly label: string;
  readonly value: number | null;
  readonly from: number;
  readonly onChange: (value: number | null) => void;
}

/** A number that may be left open. What is typed counts as soon as it is a number; until then the box is marked. */
function LimitBox({ label, value, from, onChange }: LimitBoxProps): ReactElement {
  const { text } = useText();
  const [typed, setTyped] = useState<string | null>(null);
  const known = value === null ? '' : String(value);
  const shown = typed !== null && read(typed) === undefined ? typed : known;
  function read(written: string): number | null | undefined {
    const number = Number(written);
    if (written.trim() === '') return null;
    return Number.isFinite(number) && number >= from ? number : undefined;
  }
  return (
    <InlineText
      label={label}
      value={shown}
      placeholder={text('designer.limit.open')}
      longest={12}
      wrong={read(shown) === undefined}
      onChange={(written) => {
        setTyped(written);
        const number = read(written);
        if (number !== undefined) onChange(number);
      }}
    />
  );
}
