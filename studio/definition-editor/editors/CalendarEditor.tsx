import { type ReactElement, useState } from 'react';
import { plainText } from '../../../server/kernel/forms/schema-node.ts';
import type { Calendar } from '../../../server/kernel/calendar/calendar.ts';
import { statutoryYears, withStatutoryYear } from '../../../server/kernel/calendar/statutory-holidays.ts';
import { isJsonArray, isJsonObject, type Json, type JsonObject } from '../../../server/kernel/json.ts';
import { useText } from '../../translations/texts.ts';
import { Button } from '../../ui/Button.tsx';
import { CheckInput } from '../../ui/CheckInput.tsx';
import { ChoiceRow } from '../../ui/ChoiceRow.tsx';
import { InlineText } from '../../ui/desktop/sentence/InlineText.tsx';
import { Sentence } from '../../ui/desktop/sentence/Sentence.tsx';
import { Tag } from '../../ui/Tag.tsx';
import { localDate, monthWords } from '../../ui/time-words.ts';
import { brushedDay, type DayBrush, mayBeMakeUp, withProvisional } from '../calendar-edit.ts';
import type { EditorProps } from '../editor-props.ts';
import { EditorSheet, SheetPart } from '../parts/EditorSheet.tsx';
import { DayHoursList } from '../parts/DayHoursList.tsx';
import { HolidayImport } from '../parts/HolidayImport.tsx';
import { LimitCalculator } from '../parts/LimitCalculator.tsx';
import { MonthGrid } from '../parts/MonthGrid.tsx';
import { PanelPart } from '../../ui/desktop/PanelPart.tsx';
import { MemberText } from '../parts/MemberInputs.tsx';
import { PlaceProblems } from '../parts/PlaceProblems.tsx';
import { UsesList } from '../parts/UsesList.tsx';
import { WeekHours } from '../parts/WeekHours.tsx';

const brushes: readonly DayBrush[] = ['holiday', 'make-up', 'half', 'plain'];

/** A calendar: when offices are open on each weekday, and each year's holidays and make-up days on a year's page. */
export function CalendarEditor(editor: EditorProps): ReactElement {
  const { problems } = editor;
  const { text } = useText();
  return (
    <EditorSheet>
      <SheetPart title={text('definition.calendar.title')} place="/title">
        <MemberText editor={editor} place="/title" label={text('definition.calendar.title')} longest={60} />
      </SheetPart>
      <SheetPart title={text('definition.calendar.week')} note={text('definition.calendar.week.note')} place="/week">
        <WeekHours {...editor} />
        <PlaceProblems problems={problems} place="/week" />
      </SheetPart>
      <YearPart {...editor} />
    </EditorSheet>
  );
}

/** What a click makes of a day, and what it is called then. */
interface Brush {
  readonly kind: DayBrush;
  readonly name: string;
}

function YearPart({ json, onChange, problems, fixed, now }: EditorProps): ReactElement {
  const { text } = useText();
  const calendar = calendarOf(json);
  const today = localDate(now);
  const [year, setYear] = useState(today.slice(0, 4));
  const [importing, setImporting] = useState(false);
  const [brush, setBrush] = useState<Brush>({ kind: 'holiday', name: '' });
  const set = (next: Calendar): void => onChange(next as unknown as JsonObject);
  const isProvisional = calendar.years[year]?.provisional ?? true;
  const press = (date: string): void => {
    // A day that is worked anyway cannot be worked in exchange.
    if (brush.kind === 'make-up' && !mayBeMakeUp(calendar, date)) return;
    if (brush.kind === 'half' && mayBeMakeUp(calendar, date)) return;
    const usual = text(`day-brush.${brush.kind === 'make-up' ? 'make-up' : 'holiday'}.name`);
    set(brushedDay(calendar, date, brush.kind, brush.name.trim() === '' ? usual : brush.name));
  };
  return (
    <SheetPart
      title={text('definition.calendar.year', { year })}
      place="/years"
      aside={
        <YearTools
          isProvisional={isProvisional}
          onImport={fixed ? null : () => setImporting(true)}
          onStep={(by) => setYear(String(Number(year) + by))}
        />
      }
    >
      <p className="quiet">
        {text(isProvisional ? 'definition.calendar.provisional.says' : 'definition.calendar.official.says', { year })}
      </p>
      {!fixed && calendar.years[year] === undefined && <AddYear calendar={calendar} year={Number(year)} onAdd={set} />}
      {!fixed && (
        <BrushBar
          brush={brush}
          onBrush={setBrush}
          isOfficial={!isProvisional}
          onOfficial={(official) => set(withProvisional(calendar, year, !official))}
        />
      )}
      <YearGrid {...{ calendar, year, today }} onDay={fixed ? null : press} />
      <p className="gl-month-legend quiet">{text('month.legend.year')}</p>
      {!fixed && <DayHoursList calendar={calendar} year={year} now={now} onChange={set} />}
      {importing && (
        <HolidayImport
          calendar={calendar}
          year={year}
          onClose={() => setImporting(false)}
          onTake={(next, listed) => {
            set(next);
            setYear(listed);
            setImporting(false);
          }}
        />
      )}
      <PlaceProblems problems={problems} place="/years" />
    </SheetPart>
  );
}

/** Beside a year's name: whether it is settled, its import, and the years before and after. */
function YearTools({
  isProvisional,
  onImport,
  onStep,
}: {
  readonly isProvisional: boolean;
  readonly onImport: (() => void) | null;
  readonly onStep: (by: number) => void;
}): ReactElement {
  const { text } = useText();
  return (
    <>
      {isProvisional && <Tag tone="warn">{text('definition.calendar.provisional')}</Tag>}
      {onImport !== null && (
        <Button kind="text" small onPress={onImport}>
          {text('holiday-import')}
        </Button>
      )}
      <Button kind="text" small onPress={() => onStep(-1)}>
        {text('definition.calendar.before')}
      </Button>
      <Button kind="text" small onPress={() => onStep(1)}>
        {text('definition.calendar.next')}
      </Button>
    </>
  );
}

/** A year nobody wrote yet: the law's own days off can be reckoned before the list is out. */
function AddYear({
  calendar,
  year,
  onAdd,
}: {
  readonly calendar: Calendar;
  readonly year: number;
  readonly onAdd: (calendar: Calendar) => void;
}): ReactElement | null {
  const { text } = useText();
  if (!statutoryYears.includes(year)) return null;
  return (
    <p>
      {text('calendar-year.missing', { year })}{' '}
      <Button small onPress={() => onAdd(withStatutoryYear(calendar, year))}>
        {text('calendar-year.add', { year })}
      </Button>
    </p>
  );
}

interface BrushBarProps {
  readonly brush: Brush;
  readonly onBrush: (brush: Brush) => void;
  readonly isOfficial: boolean;
  readonly onOfficial: (official: boolean) => void;
}

function BrushBar({ brush, onBrush, isOfficial, onOfficial }: BrushBarProps): ReactElement {
  const { text } = useText();
  return (
    <div className="gl-brush">
      <BrushChoice brush={brush} onChange={onBrush} />
      <span className="push">
        <CheckInput label={text('definition.calendar.is-official')} value={isOfficial} onChange={onOfficial} />
      </span>
    </div>
  );
}

function BrushChoice({
  brush,
  onChange,
}: {
  readonly brush: Brush;
  readonly onChange: (brush: Brush) => void;
}): ReactElement {
  const { text } = useText();
  return (
    <>
      <ChoiceRow
        label={text('definition.calendar.brush')}
        value={brush.kind}
        choices={brushes.map((id) => ({ id, title: text(`day-brush.${id}`) }))}
        onChange={(id) => onChange({ ...brush, kind: brushes.find((known) => known === id) ?? 'plain' })}
      />
      {(brush.kind === 'holiday' || brush.kind === 'make-up') && (
        <Sentence>
          {text('definition.calendar.called')}
          <InlineText
            label={text('definition.calendar.name')}
            value={brush.name}
            longest={20}
            placeholder={text(`day-brush.${brush.kind}.name`)}
            onChange={(name) => onChange({ ...brush, name })}
          />
        </Sentence>
      )}
    </>
  );
}

interface YearGridProps {
  readonly calendar: Calendar;
  readonly year: string;
  readonly today: string;
  readonly onDay: ((date: string) => void) | null;
}

function YearGrid({ calendar, year, today, onDay }: YearGridProps): ReactElement {
  const texts = useText();
  return (
    <div className="gl-year">
      {Array.from({ length: 12 }, (_, nth) => (
        <MonthGrid
          key={nth}
          calendar={calendar}
          year={Number(year)}
          month={nth + 1}
          title={monthWords(nth + 1, texts)}
          today={today}
          {...(onDay === null ? {} : { onDay })}
        />
      ))}
    </div>
  );
}

/** What each year says, in numbers; and where the calendar is used. */
export function CalendarPanel({ json, definitions, now }: EditorProps): ReactElement {
  const { text } = useText();
  const calendar = calendarOf(json);
  const { years } = calendar;
  const limits = definitions.limits.filter((limit) => limit.calendar === calendar.id);
  return (
    <>
      <PanelPart title={text('definition.calendar.years')}>
        <ul className="gl-links">
          {Object.entries(years).map(([year, { provisional, holidays, makeUpDays }]) => (
            <li key={year}>
              <b>{text('definition.calendar.year-name', { year })}</b>
              <span>
                {text('definition.calendar.counts', {
                  holidays: Object.keys(holidays).length,
                  makeUpDays: Object.keys(makeUpDays).length,
                })}{' '}
                {provisional && <Tag tone="warn">{text('definition.calendar.provisional')}</Tag>}
              </span>
            </li>
          ))}
        </ul>
      </PanelPart>
      {limits.length > 0 && (
        <PanelPart title={text('limit-calculator')} aside={text('definition.live')}>
          <LimitCalculator limits={limits} calendars={[calendar]} now={now} />
        </PanelPart>
      )}
      <UsesList definitions={definitions} kind="calendar" id={plainText(json['id'] ?? '')} />
    </>
  );
}

/** The calendar, with what is missing as empty: it is drawn also while it is being written. */
function calendarOf(json: JsonObject): Calendar {
  const week = isJsonObject(json['week']) ? json['week'] : {};
  const years = isJsonObject(json['years']) ? json['years'] : {};
  const whole = { utcOffset: '+08:00', ...json, week: mapped(week, listOf), years: mapped(years, yearOf) };
  return whole as unknown as Calendar;
}

function mapped(members: JsonObject, each: (value: Json) => Json): JsonObject {
  return Object.fromEntries(Object.entries(members).map(([name, value]) => [name, each(value)] as const));
}

function listOf(value: Json): Json {
  return isJsonArray(value) ? value : [];
}

function yearOf(value: Json): Json {
  return { provisional: true, holidays: {}, makeUpDays: {}, ...(isJsonObject(value) ? value : {}) };
}
