import type { ReactElement } from 'react';
import type { TimeLimit, TimeUnit } from '../../../server/kernel/calendar/time-limit.ts';
import type { FormRule } from '../../../server/kernel/forms/form-definition.ts';
import { without, plainText } from '../../../server/kernel/forms/schema-node.ts';
import { isJsonObject, type Json, type JsonObject } from '../../../server/kernel/json.ts';
import { useText } from '../../translations/texts.ts';
import { InlineChoice } from '../../ui/desktop/sentence/InlineChoice.tsx';
import { InlineNumber } from '../../ui/desktop/sentence/InlineText.tsx';
import { Sentence } from '../../ui/desktop/sentence/Sentence.tsx';
import type { EditorProps } from '../editor-props.ts';
import { withValueAt } from '../json-edit.ts';
import { kindSchemas } from '../kind-schemas.ts';
import { EditorSheet, SheetPart } from '../parts/EditorSheet.tsx';
import { PanelPart } from '../../ui/desktop/PanelPart.tsx';
import { LimitCalculator } from '../parts/LimitCalculator.tsx';
import { ExtensionSentences, PauseSentence, StageSentence } from '../parts/LimitTerms.tsx';
import { PlaceProblems } from '../parts/PlaceProblems.tsx';
import { UsesList } from '../parts/UsesList.tsx';
import { SchemaFields } from '../SchemaFields.tsx';

const fields = ['title', 'amount', 'unit', 'calendar'];
const units: readonly TimeUnit[] = ['minutes', 'hours', 'days', 'workingHours', 'workingDays'];
const rules: readonly FormRule[] = [
  {
    when: { all: [{ field: 'unit', in: ['workingHours', 'workingDays'] }] },
    show: ['calendar'],
    require: ['calendar'],
  },
];

/** A time limit: how long, counted how, when its light turns yellow, and who may lengthen it or let it stand still. */
export function LimitEditor(editor: EditorProps): ReactElement {
  const { text } = useText();
  return (
    <EditorSheet>
      <SchemaFields editor={editor} schema={kindSchemas.limit} only={fields} rules={rules} tidy={tidyLimit} />
      <SheetPart title={text('definition.limit.yellow')} place="/yellow">
        <YellowSentence {...editor} />
        <PlaceProblems problems={editor.problems} place="/yellow" />
      </SheetPart>
      <SheetPart title={text('definition.limit.stage')} place="/stage">
        <StageSentence {...editor} />
        <PlaceProblems problems={editor.problems} place="/stage" />
      </SheetPart>
      <SheetPart
        title={text('definition.limit.extensions')}
        note={text('definition.limit.extensions.note')}
        place="/extensions"
      >
        <ExtensionSentences {...editor} />
      </SheetPart>
      <SheetPart title={text('definition.limit.pause')} note={text('definition.limit.pause.note')} place="/pause">
        <PauseSentence {...editor} />
        <PlaceProblems problems={editor.problems} place="/pause" />
      </SheetPart>
    </EditorSheet>
  );
}

/** Natural time needs no calendar. */
function tidyLimit(limit: JsonObject): JsonObject {
  return plainText(limit['unit'] ?? '').startsWith('working') ? limit : without(limit, 'calendar');
}

function YellowSentence({ json, onChange }: EditorProps): ReactElement {
  const { text } = useText();
  const yellow = isJsonObject(json['yellow']) ? json['yellow'] : null;
  const way = yellow === null ? 'quarter' : 'share' in yellow ? 'share' : 'amount';
  const set = (value: Json | undefined): void => onChange(withValueAt(json, '/yellow', value));
  const starts: Readonly<Record<string, Json | undefined>> = {
    quarter: undefined,
    share: { share: 0.25 },
    amount: { amount: 1, unit: json['unit'] ?? 'days' },
  };
  return (
    <Sentence>
      {text('definition.limit.yellow.when')}
      <InlineChoice
        label={text('definition.limit.yellow')}
        value={way}
        options={['quarter', 'share', 'amount'].map((id) => ({
          id,
          title: text(`definition.limit.yellow.${id as 'share'}`),
        }))}
        onChange={(id) => set(starts[id])}
      />
      {yellow !== null && way === 'share' && (
        <InlineNumber
          label={text('definition.limit.yellow.share')}
          min={1}
          max={99}
          unit="%"
          value={Math.round(Number(yellow['share']) * 100)}
          onChange={(share) => set({ share: share / 100 })}
        />
      )}
      {yellow !== null && way === 'amount' && (
        <>
          <InlineNumber
            label={text('definition.limit.yellow.amount')}
            min={1}
            max={9999}
            value={Number(yellow['amount'])}
            onChange={(amount) => set({ ...yellow, amount })}
          />
          <InlineChoice
            label={text('definition.limit.unit')}
            value={plainText(yellow['unit'] ?? '')}
            options={units.map((id) => ({ id, title: text(`time-unit.${id}`) }))}
            onChange={(unit) => set({ ...yellow, unit })}
          />
        </>
      )}
      {text('definition.limit.yellow.turns')}
    </Sentence>
  );
}

/** What the limit would mean for something received at a time, day by day; and where it is used. */
export function LimitPanel({ json, definitions, now }: EditorProps): ReactElement {
  const { text } = useText();
  return (
    <>
      <PanelPart title={text('limit-calculator')} aside={text('definition.live')}>
        <LimitCalculator limits={[json as unknown as TimeLimit]} calendars={definitions.calendars} now={now} />
      </PanelPart>
      <UsesList definitions={definitions} kind="limit" id={plainText(json['id'] ?? '')} />
    </>
  );
}
