import type { ReactElement } from 'react';
import { plainText } from '../../../server/kernel/forms/schema-node.ts';
import { isJsonObject, type Json, type JsonObject } from '../../../server/kernel/json.ts';
import type { MeetingFile, MeetingRule } from '../../../server/kernel/release/definitions.ts';
import { useText } from '../../translations/texts.ts';
import { ChoiceRow } from '../../ui/ChoiceRow.tsx';
import { InlineChoice } from '../../ui/desktop/sentence/InlineChoice.tsx';
import { InlineNumber, InlineText } from '../../ui/desktop/sentence/InlineText.tsx';
import { Sentence } from '../../ui/desktop/sentence/Sentence.tsx';
import type { EditorProps } from '../editor-props.ts';
import { withValueAt } from '../json-edit.ts';
import { durationWords, meetingTimes, ruleFor, type RuleWay, wayOf } from '../meeting-words.ts';
import { EditorSheet, SheetPart } from '../parts/EditorSheet.tsx';
import { MeetingPeople } from '../parts/MeetingPeople.tsx';
import { PlaceProblems } from '../parts/PlaceProblems.tsx';
import { inlineOptions, referenceChoices } from '../references.ts';

const ways: readonly RuleWay[] = ['week', 'day', 'nth'];
const dayOffWays = ['next-working-day', 'previous-working-day', 'skip', 'keep'] as const;
const durations = [30, 45, 60, 90, 120, 150, 180, 240];

/** A meeting series in sentences: how often, where, what a day off does, who comes, what is done before. */
export function MeetingEditor(editor: EditorProps): ReactElement {
  const { json, onChange, definitions, problems } = editor;
  const texts = useText();
  const { text } = texts;
  const choices = referenceChoices(definitions, json);
  const optionsOf = (source: string): readonly { readonly id: string; readonly title: string }[] =>
    inlineOptions(choices(source) ?? []);
  const set = (place: string, value: Json | undefined): void => onChange(withValueAt(json, place, value));
  return (
    <EditorSheet>
      <SheetPart title={text('definition.meeting.title')} place="/title">
        <Sentence>
          <InlineChoice
            label={text('definition.meeting.area')}
            value={plainText(json['area'] ?? '')}
            options={optionsOf('areas')}
            onChange={(area) => set('/area', area)}
          />
          {text('definition.meeting.of')}
          <InlineText
            label={text('definition.meeting.title')}
            value={plainText(json['title'] ?? '')}
            longest={40}
            onChange={(title) => set('/title', title)}
          />
        </Sentence>
      </SheetPart>
      <SheetPart title={text('meeting.rule')} place="/rule">
        <RuleSentence json={json} onChange={onChange} />
        <Sentence>
          {text('definition.meeting.lasts')}
          <InlineChoice
            label={text('definition.meeting.duration')}
            value={plainText(json['durationMinutes'] ?? '')}
            options={[...new Set([...durations, Number(json['durationMinutes'] ?? 60)])]
              .toSorted((one, other) => one - other)
              .map((minutes) => ({ id: String(minutes), title: durationWords(minutes, texts) }))}
            onChange={(minutes) => set('/durationMinutes', Number(minutes))}
          />
          {text('definition.meeting.at')}
          <InlineText
            label={text('definition.meeting.place')}
            value={plainText(json['place'] ?? '')}
            longest={60}
            onChange={(place) => set('/place', place)}
          />
          {text('definition.stop')}
        </Sentence>
        <PlaceProblems problems={problems} place="/rule" />
      </SheetPart>
      <SheetPart title={text('definition.meeting.day-off')} place="/ifDayOff">
        <Sentence>
          {text('definition.meeting.by-calendar')}
          <InlineChoice
            label={text('definition.meeting.calendar')}
            value={plainText(json['calendar'] ?? '')}
            options={optionsOf('calendars')}
            onChange={(calendar) => set('/calendar', calendar)}
          />
          {text('definition.meeting.if-off')}
          <InlineChoice
            label={text('definition.meeting.day-off')}
            value={plainText(json['ifDayOff'] ?? '')}
            options={dayOffWays.map((id) => ({ id, title: text(`day-off.${id}`) }))}
            onChange={(way) => set('/ifDayOff', way)}
          />
          {text('definition.stop')}
        </Sentence>
        <p className="quiet">{text('definition.meeting.make-up')}</p>
      </SheetPart>
      <SheetPart title={text('definition.meeting.people')} place="/participants">
        <MeetingPeople {...editor} />
      </SheetPart>
      <SheetPart title={text('definition.meeting.before')} place="/noticeDaysBefore">
        <Sentence>
          {text('definition.meeting.notice')}
          <InlineNumber
            label={text('definition.meeting.notice-days')}
            value={Number(json['noticeDaysBefore'] ?? 0)}
            min={0}
            max={30}
            unit={text('time-unit.workingDays')}
            onChange={(days) => set('/noticeDaysBefore', days)}
          />
          {text('definition.meeting.tells')}
          <InlineChoice
            label={text('definition.meeting.process')}
            value={plainText(json['process'] ?? '')}
            options={optionsOf('processes')}
            onChange={(process) => set('/process', process)}
          />
          {text('definition.meeting.process.end')}
        </Sentence>
      </SheetPart>
    </EditorSheet>
  );
}

function RuleSentence({ json, onChange }: Pick<EditorProps, 'json' | 'onChange'>): ReactElement {
  const { text } = useText();
  const rule = ruleOf(json);
  const set = (next: MeetingRule): void => onChange({ ...json, rule: next as unknown as Json });
  const weekdays = [1, 2, 3, 4, 5, 6, 7] as const;
  const nths = [1, 2, 3, 4, 5, -1] as const;
  return (
    <>
      <ChoiceRow
        label={text('meeting.rule')}
        value={wayOf(rule)}
        choices={ways.map((id) => ({ id, title: text(`rule-way.${id}`) }))}
        onChange={(way) => set(ruleFor(ways.find((known) => known === way) ?? 'day', rule))}
      />
      <Sentence>
        {text(rule.every === 'week' ? 'definition.meeting.every-week' : 'definition.meeting.every-month')}
        {rule.every === 'month' && 'day' in rule && (
          <InlineNumber
            label={text('definition.meeting.day')}
            value={rule.day}
            min={1}
            max={31}
            unit={text('definition.meeting.day-unit')}
            onChange={(day) => set({ ...rule, day })}
          />
        )}
        {rule.every === 'month' && 'nth' in rule && (
          <InlineChoice
            label={text('definition.meeting.nth')}
            value={plainText(rule.nth)}
            options={nths.map((nth) => ({ id: plainText(nth), title: text(`nth.${nth}`) }))}
            onChange={(nth) => set({ ...rule, nth: Number(nth) })}
          />
        )}
        {'weekday' in rule && (
          <InlineChoice
            label={text('definition.meeting.weekday')}
            value={plainText(rule.weekday)}
            options={weekdays.map((weekday) => ({ id: plainText(weekday), title: text(`weekday.${weekday}`) }))}
            onChange={(weekday) => set({ ...rule, weekday: Number(weekday) })}
          />
        )}
        <InlineChoice
          label={text('definition.meeting.time')}
          value={rule.time}
          options={[...new Set([...meetingTimes, rule.time])].toSorted().map((time) => ({ id: time, title: time }))}
          onChange={(time) => set({ ...rule, time })}
        />
        {text('definition.meeting.held')}
      </Sentence>
    </>
  );
}

function ruleOf(json: JsonObject): MeetingRule {
  const fallback: MeetingRule = { every: 'month', day: 20, time: '09:00' };
  return isJsonObject(json['rule']) && 'time' in json['rule'] ? (json as unknown as MeetingFile).rule : fallback;
}
