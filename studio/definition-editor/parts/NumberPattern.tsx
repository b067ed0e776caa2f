import type { ReactElement } from 'react';
import { plainText } from '../../../server/kernel/forms/schema-node.ts';
import { isJsonArray, isJsonObject } from '../../../server/kernel/json.ts';
import { useText } from '../../translations/texts.ts';
import { InlineChoices } from '../../ui/desktop/sentence/InlineChoice.tsx';
import { InlineNumber, InlineText } from '../../ui/desktop/sentence/InlineText.tsx';
import { Sentence } from '../../ui/desktop/sentence/Sentence.tsx';
import type { EditorProps } from '../editor-props.ts';
import { withValueAt } from '../json-edit.ts';
import { exampleNumber } from '../number-example.ts';
import { PlaceholderText } from './PlaceholderText.tsx';
import { PlaceProblems } from './PlaceProblems.tsx';

const parts = ['street', 'yyyy', 'yy', 'mm'] as const;
const restarts = ['street', 'year', 'month'] as const;
const counter = /\{counter(?::(\d+))?\}/;

/** How cases are numbered, with the number the 42nd would get. */
export function NumberPattern({ json, onChange, problems, fixed, now }: EditorProps): ReactElement {
  const { text } = useText();
  const numbering = isJsonObject(json['numbering']) ? json['numbering'] : {};
  const pattern = plainText(numbering['pattern'] ?? '');
  const digits = Number(counter.exec(pattern)?.[1] ?? 1);
  const per = isJsonArray(numbering['per']) ? numbering['per'].map(plainText) : [];
  const set = (member: string, value: string | readonly string[]): void =>
    onChange(withValueAt(json, `/numbering/${member}`, value));
  // In the box the counter is a chip without its width, which has a number of its own below.
  const shown = pattern.replace(counter, '{counter}');
  const written = (next: string): string => next.replace(counter, `{counter:${digits}}`);
  return (
    <>
      <PlaceholderText
        label={text('definition.numbering.pattern')}
        value={shown}
        placeholders={[
          ...parts.map((name) => ({ name, title: text(`number-part.${name}`) })),
          { name: 'counter', title: text('number-part.counter') },
        ]}
        onChange={(next) => set('pattern', written(next))}
        fixed={fixed}
      />
      <Sentence>
        {text('definition.numbering.street')}
        <InlineText
          label={text('number-part.street')}
          value={plainText(numbering['street'] ?? '')}
          longest={8}
          onChange={(street) => set('street', street.toUpperCase())}
        />
        {text('definition.numbering.digits')}
        <InlineNumber
          label={text('number-part.counter')}
          value={digits}
          min={1}
          max={9}
          unit={text('definition.numbering.digit')}
          onChange={(width) => set('pattern', pattern.replace(counter, `{counter:${width}}`))}
        />
        {text('definition.numbering.restarts')}
        <InlineChoices
          label={text('definition.numbering.per')}
          values={per}
          options={restarts.map((id) => ({ id, title: text(`number-restart.${id}`) }))}
          onChange={(chosen) => set('per', chosen)}
        />
        {text('definition.numbering.from-one')}
      </Sentence>
      <p>
        {text('definition.numbering.next')} <b>{exampleNumber(numbering, now)}</b>
      </p>
      <PlaceProblems problems={problems} place="/numbering" />
    </>
  );
}
