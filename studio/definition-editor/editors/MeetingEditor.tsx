import type { ReactElement } from 'react';
import { plainText } from '../../../server/kernel/forms/schema-node.ts';
import { isJsonObject, type Json, type JsonObject } from '../../../server/kernel/json.ts';
import type { MeetingFile, MeetingRule } from '../../../server/kernel/release/definitions.ts';
import { useText } from '../../translations/texts.ts';
import { ChoiceRow } from '../../ui/ChoiceRow.tsx';
import { InlineChoice } from '../../ui/desktop/sentence/InlineChoice.tsx';
import { InlineNumber } from '../../ui/desktop/sentence/InlineText.tsx';
import { Sentence } from '../../ui/desktop/sentence/Sentence.tsx';
import type { EditorProps } from '../editor-props.ts';
import { durationWords, meetingTimes, ruleFor, type RuleWay, wayOf } from '../meeting-words.ts';
import { EditorSheet, SheetPart } from '../parts/EditorSheet.tsx';
import { MeetingPeople } from '../parts/MeetingPeople.tsx';
import { MemberChoice, MemberText } from '../parts/MemberInputs.tsx';
import { PlaceProblems } from '../parts/PlaceProblems.tsx';

const ways: readonly RuleWay[] = ['week', 'day', 'nth'];
const dayOffWays = ['next-working-day', 'previous-working-day', 'skip', 'keep'] as const;
const weekdays = [1, 2, 3, 4, 5, 6, 7] as const;
const nths = [1, 2, 3, 4, 5, -1] as const;
const durations = [30, 45, 60, 90, 120, 150, 180, 240];

/** A meeting series in sentences: how often, where, what a day off does, who comes, what is done before. */
export function MeetingEditor(editor: EditorProps): ReactElement {
  const { problems } = editor;
  const { text } = useText();
  return (
    <EditorSheet>
      <SheetPart title={text('definition.meeting.title')} place="/title">
        <Sentence>
          <MemberChoice editor={editor} place="/area" label={text('definition.meeting.area')} source="areas" />
          {text('definition.meeting.of')}
          <MemberText editor={editor} place="/title" label={text('definition.meeting.title')} longest={40} />
        </Sentence>
      </SheetPart>
      <SheetPart title={text('meeting.rule')} place="/rule">
        <RuleSentence {...editor} />
        <PlaceProblems problems={problems} place="/rule" />
      </SheetPart>
      <SheetPart title={text('definition.meeting.day-off')} place="/ifDayOff">
        <Sentence>
          {text('definition.meeting.by-calendar')}
          <MemberChoice
            editor={editor}
            place="/calendar"
            label={text('definition.meeting.calendar')}
            source="calendars"
          />
          {text('definition.meeting.if-off')}
          <MemberChoice
            editor={editor}
            place="/ifDayOff"
            label={text('definition.meeting.day-off')}
            options={dayOffWays.map((id) => ({ id, title: text(`day-off.${id}`) }))}
          />
          {text('definition.stop')}
        </Sentence>
        <p className="quiet">{text('definition.meeting.make-up')}</p>
      </SheetPart>
      <SheetPart title={text('definition.meeting.people')} place="/participants">
        <MeetingPeople {...editor} />
      </SheetPart>
      <SheetPart title={text('definition.meeting.before')} place="/noticeDaysBefore">
        <BeforeSentence {...editor} />
      </SheetPart>
    </EditorSheet>
  );
}

function BeforeSentence(editor: EditorProps): ReactElement {
  const { json, onChange } = editor;
  const { text } = useText();
  return (
    <Sentence>
      {text('definition.meeting.notice')}
      <InlineNumber
        label={text('definition.meeting.notice-days')}
        value={Number(json['noticeDaysBefore'] ?? 0)}
        min={0}
        max={30}
        unit={text('time-unit.workingDays')}
        onChange={(days) => onChange({ ...json, noticeDaysBefore: days })}
      />
      {text('definition.meeting.tells')}
      <MemberChoice editor={editor} place="/process" label={text('definition.meeting.process')} source="processes" />
      {text('definition.meeting.process.end')}
    </Sentence>
  );
}

function RuleSentence(editor: EditorProps): ReactElement {
  const { json, onChange } = editor;
  const texts = useText();
  const { text } = texts;
  const rule = ruleOf(json);
  const set = (next: MeetingRule): void => onChange({ ...json, rule: next as unknown as Json });
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
        <DayOfRule rule={rule} onChange={set} />
        <InlineChoice
          label={text('definition.meeting.time')}
          value={rule.time}
          options={[...new Set([...meetingTimes, rule.time])].toSorted().map((time) => ({ id: time, title: time }))}
          onChange={(time) => set({ ...rule, time })}
        />
        {text('definition.meeting.held')}
        {text('definition.meeting.lasts')}
        <InlineChoice
          label={text('definition.meeting.duration')}
          value={plainText(json['durationMinutes'] ?? '')}
          options={[...new Set([...durations, Number(json['durationMinutes'] ?? 60)])]
            .toSorted((one, other) => one - other)
            .map((minutes) => ({ id: String(minutes), title: durationWords(minutes, texts) }))}
          onChange={(minutes) => onChange({ ...json, durationMinutes: Number(minutes) })}
        />
        {text('definition.meeting.at')}
        <MemberText editor={editor} place="/place" label={text('definition.meeting.place')} longest={60} />
        {text('definition.stop')}
      </Sentence>
    </>
  );
}

/** Which day the rule means: a date of the month, or a weekday with or without which one of the month. */
function DayOfRule({
  rule,
  onChange,
}: {
  readonly rule: MeetingRule;
  readonly onChange: (rule: MeetingRule) => void;
}): ReactElement {
  const { text } = useText();
  if ('day' in rule)
    return (
      <InlineNumber
        label={text('definition.meeting.day')}
        value={rule.day}
        min={1}
        max={31}
        unit={text('definition.meeting.day-unit')}
        onChange={(day) => onChange({ ...rule, day })}
      />
    );
  return (
    <>
      {'nth' in rule && (
        <InlineChoice
          label={text('definition.meeting.nth')}
          value={String(rule.nth)}
          options={nths.map((nth) => ({ id: String(nth), title: text(`nth.${nth}`) }))}
          onChange={(nth) => onChange({ ...rule, nth: Number(nth) })}
        />
      )}
      <InlineChoice
        label={text('definition.meeting.weekday')}
        value={String(rule.weekday)}
        options={weekdays.map((weekday) => ({ id: String(weekday), title: text(`weekday.${weekday}`) }))}
        onChange={(weekday) => onChange({ ...rule, weekday: Number(weekday) })}
      />
    </>
  );
}

function ruleOf(json: JsonObject): MeetingRule {
  const fallback: MeetingRule = { every: 'month', day: 20, time: '09:00' };
  return isJsonObject(json['rule']) && 'time' in json['rule'] ? (json as unknown as MeetingFile).rule : fallback;
}
