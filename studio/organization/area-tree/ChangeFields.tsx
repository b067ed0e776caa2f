import type { ReactElement } from 'react';
import type { Area } from '../../../server/kernel/organization/organization.ts';
import { useText } from '../../translations/texts.ts';
import { ChoiceRow } from '../../ui/ChoiceRow.tsx';
import { InlineChoice, InlineChoices } from '../../ui/desktop/sentence/InlineChoice.tsx';
import { Sentence } from '../../ui/desktop/sentence/Sentence.tsx';
import { Field } from '../../ui/Field.tsx';
import { AreaNameField } from './AreaNameField.tsx';
import { type AskedChange, mergeable } from './asked-change.ts';
import { type Areas, mayMoveTo, nameFault } from './edit-areas.ts';
import { ParentSentence } from './ParentSentence.tsx';

interface ChangeFieldsProps {
  readonly all: Areas;
  readonly area: Area;
  readonly asked: AskedChange;
  readonly onChange: (part: Partial<AskedChange>) => void;
}

const mostParts = 4;

/** What differs between the kinds of change: the parts, what it is merged with, where it goes, its new name. */
export function ChangeFields(props: ChangeFieldsProps): ReactElement {
  switch (props.asked.kind) {
    case 'split':
      return <SplitFields {...props} />;
    case 'merge':
      return <MergeFields {...props} />;
    case 'move':
      return <MoveFields {...props} />;
    case 'rename':
      return <NewName {...props} />;
  }
}

function SplitFields({ all, area, asked, onChange }: ChangeFieldsProps): ReactElement {
  const { text, pack } = useText();
  const { names, main } = asked;
  const count = (to: number): readonly string[] =>
    Array.from(
      { length: to },
      (_, nth) => names[nth] ?? `${pack(area.name)}${text('area-change.part-marks')[nth] ?? nth + 1}`,
    );
  return (
    <>
      <Field label={text('area-change.split.into')}>
        {() => (
          <ChoiceRow
            label={text('area-change.split.into')}
            value={String(names.length)}
            choices={Array.from({ length: mostParts - 1 }, (_, nth) => ({
              id: String(nth + 2),
              title: String(nth + 2),
            }))}
            onChange={(to) => onChange({ names: count(Number(to)), main: Math.min(main, Number(to) - 1) })}
          />
        )}
      </Field>
      <div className="gl-area-pair">
        {names.map((name, nth) => {
          const fault = nameFault(all, name, null) ?? (names.indexOf(name) === nth ? null : 'taken');
          return (
            <AreaNameField
              key={nth}
              label={text('area-change.part', { number: nth + 1 })}
              value={name}
              fault={fault}
              onChange={(next) => onChange({ names: names.with(nth, next) })}
            />
          );
        })}
      </div>
      <Sentence>
        {text('area-change.follow.to')}
        <InlineChoice
          label={text('area-change.follow.to')}
          value={String(main)}
          options={names.map((name, nth) => ({ id: String(nth), title: name }))}
          onChange={(nth) => onChange({ main: Number(nth) })}
        />
      </Sentence>
    </>
  );
}

function MergeFields({ all, area, asked, onChange }: ChangeFieldsProps): ReactElement {
  const { text, pack } = useText();
  return (
    <>
      <Sentence>
        {text('area-change.merge.with')}
        <InlineChoices
          label={text('area-change.merge.with')}
          values={asked.others}
          options={mergeable(all, area, asked.on).map(({ code, name }) => ({ id: code, title: pack(name) }))}
          placeholder={text('area-change.merge.with.none')}
          onChange={(others) => onChange({ others })}
        />
      </Sentence>
      <NewName {...{ all, area, asked, onChange }} />
    </>
  );
}

function MoveFields({ all, area, asked, onChange }: ChangeFieldsProps): ReactElement {
  const { text } = useText();
  return (
    <ParentSentence
      says={text('area-change.move.to')}
      places={all.areas.filter((other) => mayMoveTo(all, area.code, other.code))}
      value={asked.parent ?? ''}
      onChange={(parent) => onChange({ parent })}
    />
  );
}

function NewName({ all, area, asked, onChange }: ChangeFieldsProps): ReactElement {
  const { text } = useText();
  const gone = asked.kind === 'merge' ? [area.code, ...asked.others] : [];
  const others = { ...all, areas: all.areas.filter(({ code }) => !gone.includes(code)) };
  const fault = nameFault(others, asked.name, null);
  return (
    <AreaNameField
      label={text('area-change.new-name')}
      value={asked.name}
      fault={fault}
      onChange={(name) => onChange({ name })}
    />
  );
}
