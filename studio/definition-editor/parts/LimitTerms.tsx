import type { ReactElement } from 'react';
import { clockStages, type TimeUnit } from '../../../server/kernel/calendar/time-limit.ts';
import { plainText } from '../../../server/kernel/forms/schema-node.ts';
import { isJsonArray, isJsonObject, type Json, type JsonObject } from '../../../server/kernel/json.ts';
import { useText } from '../../translations/texts.ts';
import { Button } from '../../ui/Button.tsx';
import { InlineChoice } from '../../ui/desktop/sentence/InlineChoice.tsx';
import { InlineNumber } from '../../ui/desktop/sentence/InlineText.tsx';
import { Sentence } from '../../ui/desktop/sentence/Sentence.tsx';
import { Icon } from '../../ui/Icon.tsx';
import type { EditorProps } from '../editor-props.ts';
import { withValueAt } from '../json-edit.ts';
import { MemberChoice } from './MemberInputs.tsx';
import { PlaceProblems } from './PlaceProblems.tsx';

const units: readonly TimeUnit[] = ['minutes', 'hours', 'days', 'workingHours', 'workingDays'];

/** 用在哪一步: what a clock with this limit is for. */
export function StageSentence({ json, onChange }: EditorProps): ReactElement {
  const { text } = useText();
  return (
    <Sentence>
      {text('definition.limit.stage.for')}
      <InlineChoice
        label={text('definition.limit.stage')}
        value={plainText(json['stage'] ?? 'handle')}
        options={clockStages.map((id) => ({ id, title: text(`stage.${id}`) }))}
        onChange={(stage) => onChange(withValueAt(json, '/stage', stage === 'handle' ? undefined : stage))}
      />
      {text('definition.limit.stage.end')}
    </Sentence>
  );
}

/** 延期: one sentence for each extension, who grants it and how much it is at most. */
export function ExtensionSentences(editor: EditorProps): ReactElement {
  const { json, onChange, fixed, problems, definitions } = editor;
  const { text } = useText();
  const rules = isJsonArray(json['extensions']) ? json['extensions'].filter(isJsonObject) : [];
  const set = (next: readonly Json[]): void =>
    onChange(withValueAt(json, '/extensions', next.length === 0 ? undefined : [...next]));
  const add = (): void => {
    const most = rules.at(-1)?.['most'] ?? { amount: 1, unit: json['unit'] ?? 'days' };
    set([...rules, { by: rules.at(-1)?.['by'] ?? definitions.posts[0]?.id ?? '', most }]);
  };
  return (
    <>
      {rules.length === 0 && <p className="quiet">{text('definition.limit.extensions.none')}</p>}
      {rules.map((rule, nth) => (
        // An extension is known by its place.
        <div key={nth} data-path={`/extensions/${nth}`}>
          <ExtensionSentence editor={editor} rule={rule} nth={nth} />
          <PlaceProblems problems={problems} place={`/extensions/${nth}`} />
        </div>
      ))}
      {!fixed && (
        <div className="gl-line-tools">
          <Button kind="text" onPress={add}>
            <Icon name="plus" small />
            {text('definition.limit.extensions.add', { nth: rules.length + 1 })}
          </Button>
          {rules.length > 0 && (
            <Button kind="text" onPress={() => set(rules.slice(0, -1))}>
              {text('definition.limit.extensions.drop', { nth: rules.length })}
            </Button>
          )}
        </div>
      )}
    </>
  );
}

interface ExtensionSentenceProps {
  readonly editor: EditorProps;
  readonly rule: JsonObject;
  readonly nth: number;
}

function ExtensionSentence({ editor, rule, nth }: ExtensionSentenceProps): ReactElement {
  const { json, onChange } = editor;
  const { text } = useText();
  const most = isJsonObject(rule['most']) ? rule['most'] : {};
  const place = `/extensions/${nth}`;
  return (
    <Sentence>
      {text('definition.limit.extensions.nth', { nth: nth + 1 })}
      <MemberChoice
        editor={editor}
        place={`${place}/by`}
        label={text('definition.limit.extensions.by', { nth: nth + 1 })}
        source="posts"
      />
      {text('definition.limit.extensions.most')}
      <InlineNumber
        label={text('definition.limit.extensions.amount', { nth: nth + 1 })}
        min={1}
        max={9999}
        value={Number(most['amount'])}
        onChange={(amount) => onChange(withValueAt(json, `${place}/most/amount`, amount))}
      />
      <InlineChoice
        label={text('definition.limit.unit')}
        value={plainText(most['unit'] ?? '')}
        options={units.map((id) => ({ id, title: text(`time-unit.${id}`) }))}
        onChange={(unit) => onChange(withValueAt(json, `${place}/most/unit`, unit))}
      />
      {text('definition.limit.extensions.end')}
    </Sentence>
  );
}

/** 挂起: whether it may stand still, who grants it, and after how many days it is looked at again. */
export function PauseSentence(editor: EditorProps): ReactElement {
  const { json, onChange, definitions } = editor;
  const { text } = useText();
  const pause = isJsonObject(json['pause']) ? json['pause'] : null;
  const set = (next: Json | undefined): void => onChange(withValueAt(json, '/pause', next));
  const allow = { by: definitions.posts[0]?.id ?? '' };
  const { longestDays: _none, ...unbounded } = pause ?? {};
  return (
    <Sentence>
      {text('definition.limit.pause.it')}
      <InlineChoice
        label={text('definition.limit.pause')}
        value={pause === null ? 'no' : 'yes'}
        options={(['no', 'yes'] as const).map((id) => ({ id, title: text(`definition.limit.pause.${id}`) }))}
        onChange={(id) => set(id === 'yes' ? allow : undefined)}
      />
      {pause !== null && (
        <>
          {text('definition.limit.pause.granted')}
          <MemberChoice editor={editor} place="/pause/by" label={text('definition.limit.pause.by')} source="posts" />
          {text('definition.limit.pause.then')}
          <InlineChoice
            label={text('definition.limit.pause.longest')}
            value={pause['longestDays'] === undefined ? 'open' : 'days'}
            options={(['open', 'days'] as const).map((id) => ({ id, title: text(`definition.limit.pause.${id}`) }))}
            onChange={(id) => set(id === 'days' ? { ...pause, longestDays: 30 } : unbounded)}
          />
          {pause['longestDays'] !== undefined && (
            <InlineNumber
              label={text('definition.limit.pause.longest')}
              min={1}
              max={3650}
              unit={text('time-unit.days')}
              value={Number(pause['longestDays'])}
              onChange={(days) => set({ ...pause, longestDays: days })}
            />
          )}
        </>
      )}
      {text('definition.limit.pause.end')}
    </Sentence>
  );
}
