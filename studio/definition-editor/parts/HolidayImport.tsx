import { type ReactElement, useId, useState } from 'react';
import type { Calendar } from '../../../server/kernel/calendar/calendar.ts';
import { addDays } from '../../../server/kernel/civil-day.ts';
import {
  fitDays,
  type HolidayList,
  type ListedDay,
  readHolidayList,
  unfitDays,
  withHolidayList,
} from '../../../server/kernel/calendar/holiday-list.ts';
import { useText } from '../../translations/texts.ts';
import { CheckInput } from '../../ui/CheckInput.tsx';
import { DialogBox } from '../../ui/desktop/DialogBox.tsx';
import { Field } from '../../ui/Field.tsx';
import { TextArea } from '../../ui/TextInput.tsx';
import { textOfFile } from '../holiday-file.ts';
import './holiday-import.css';

interface HolidayImportProps {
  readonly calendar: Calendar;
  readonly year: string;
  readonly onClose: () => void;
  readonly onTake: (calendar: Calendar, year: string) => void;
}

/** A list of days off is pasted or taken from a file; what was understood of it is shown before anything changes. */
export function HolidayImport({ calendar, year, onClose, onTake }: HolidayImportProps): ReactElement {
  const { text } = useText();
  const [words, setWords] = useState('');
  const [official, setOfficial] = useState(true);
  const [wrongFile, setWrongFile] = useState(false);
  const list = readHolidayList(words, Number(year));
  const faults = [...list.faults, ...unfitDays(calendar, list.days)];
  const days = fitDays(calendar, list.days);
  const years = [...new Set(days.map(({ date }) => date.slice(0, 4)))];
  const take = async (file: File): Promise<void> => {
    const read = await textOfFile(file);
    setWrongFile(read === null);
    if (read !== null) setWords(read);
  };
  return (
    <DialogBox
      title={text('holiday-import')}
      width={640}
      action={text('holiday-import.take')}
      ready={days.length > 0}
      onClose={onClose}
      onAction={() => onTake(withHolidayList(calendar, days, official), years[0] ?? year)}
    >
      <p className="quiet">{text('holiday-import.says')}</p>
      <Field label={text('holiday-import.text')}>
        {(control) => <TextArea control={control} value={words} onChange={setWords} rows={6} />}
      </Field>
      <FileChoice onFile={(file) => void take(file)} />
      {wrongFile && <p role="alert">{text('holiday-import.wrong-file')}</p>}
      <CheckInput
        label={text('holiday-import.official')}
        hint={text('holiday-import.official.hint')}
        value={official}
        onChange={setOfficial}
      />
      {words.trim() !== '' && <Found days={days} faults={faults} years={years} />}
    </DialogBox>
  );
}

function FileChoice({ onFile }: { readonly onFile: (file: File) => void }): ReactElement {
  const { text } = useText();
  const id = useId();
  return (
    <div className="gl-holiday-file">
      <label htmlFor={id}>{text('holiday-import.file')}</label>
      <input
        id={id}
        type="file"
        accept=".xlsx,.csv,.tsv,.txt,.ics,.json"
        onChange={({ target }) => {
          const file = target.files?.[0];
          if (file) onFile(file);
        }}
      />
    </div>
  );
}

interface FoundProps {
  readonly days: readonly ListedDay[];
  readonly faults: HolidayList['faults'];
  readonly years: readonly string[];
}

/** What would be taken, and line by line what cannot be. */
function Found({ days, faults, years }: FoundProps): ReactElement {
  const { text, either, pack } = useText();
  const count = (kind: ListedDay['kind']): number => days.filter((day) => day.kind === kind).length;
  return (
    <div className="gl-holiday-found" aria-live="polite">
      {days.length === 0 ? (
        <p>{text('holiday-import.nothing')}</p>
      ) : (
        <p>
          <b>{text('definition.calendar.counts', { holidays: count('holiday'), makeUpDays: count('make-up') })}</b>
          {' · '}
          {text('holiday-import.replaces', { years: years.join(text('list.comma')) })}
        </p>
      )}
      {faults.length > 0 && (
        <ul className="gl-holiday-faults">
          {faults.map((fault) => (
            <li key={`${fault.line} ${fault.zh}`}>
              <i className="gl-shape gl-shape-warn" aria-hidden="true" /> {either(fault)}
            </li>
          ))}
        </ul>
      )}
      <ul className="gl-holiday-days">
        {runsOf(days).map(({ from, to, kind, name }) => (
          <li key={from}>
            {from === to ? from : `${from} – ${to.slice(5)}`} <b>{pack(name)}</b>{' '}
            <span className="quiet">{text(kind === 'holiday' ? 'calendar.off' : 'calendar.on')}</span>
          </li>
        ))}
      </ul>
    </div>
  );
}

interface Run extends Pick<ListedDay, 'kind' | 'name'> {
  readonly from: string;
  readonly to: string;
}

/** Days of one feast that follow each other, as one. */
function runsOf(days: readonly ListedDay[]): readonly Run[] {
  const runs: Run[] = [];
  for (const { date, kind, name } of days) {
    const before = runs.at(-1);
    const follows = before && before.kind === kind && before.name === name && addDays(before.to, 1) === date;
    if (follows) runs[runs.length - 1] = { ...before, to: date };
    else runs.push({ from: date, to: date, kind, name });
  }
  return runs;
}
