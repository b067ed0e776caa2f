import { type ReactElement, useState } from 'react';
import type { Calendar } from '../../../server/kernel/calendar/calendar.ts';
import { explainLimit, type ExplainedLimit } from '../../../server/kernel/calendar/explain-limit.ts';
import type { TimeLimit } from '../../../server/kernel/calendar/time-limit.ts';
import type { Instant } from '../../../server/kernel/json.ts';
import { useText } from '../../translations/texts.ts';
import { DateInput } from '../../ui/DateInput.tsx';
import { Field } from '../../ui/Field.tsx';
import { PickInput } from '../../ui/desktop/PickInput.tsx';
import { Tag } from '../../ui/Tag.tsx';
import { clockWords, dayWords, instantOfLocal, localDate, localInput } from '../../ui/time-words.ts';
import './limit-calculator.css';

interface LimitCalculatorProps {
  /** What may be reckoned: limits of the draft, the edited one as it is written now. */
  readonly limits: readonly TimeLimit[];
  readonly calendars: readonly Calendar[];
  readonly now: Instant;
}

/** 假如周五 16:30 报事件: when a limit would be yellow and due, and how that comes about, day by day. */
export function LimitCalculator({ limits, calendars, now }: LimitCalculatorProps): ReactElement {
  const { text, pack } = useText();
  const [local, setLocal] = useState(localInput(now));
  const [chosen, setChosen] = useState('');
  const limit = limits.find(({ id }) => id === chosen) ?? limits[0];
  const explained = limit && local !== '' ? reckoned(limit, calendars, instantOfLocal(local), pack) : null;
  return (
    <div className="gl-calculator">
      {limits.length > 1 && (
        <Field label={text('limit-calculator.limit')}>
          {(control) => (
            <PickInput
              control={control}
              value={limit?.id ?? ''}
              options={limits.map(({ id, title }) => ({ value: id, label: pack(title) }))}
              placeholder=""
              nothing={text('definition.limit.example.none')}
              onChange={setChosen}
            />
          )}
        </Field>
      )}
      <Field label={text('limit-calculator.from')}>
        {(control) => <DateInput control={control} withTime value={local} onChange={setLocal} />}
      </Field>
      {explained === null ? (
        <p className="quiet">{text('definition.limit.example.none')}</p>
      ) : (
        <Result explained={explained} now={now} />
      )}
    </div>
  );
}

/** What is half written cannot be reckoned. */
function reckoned(
  limit: TimeLimit,
  calendars: readonly Calendar[],
  from: Instant,
  english: (zh: string) => string,
): ExplainedLimit | null {
  if (typeof limit.amount !== 'number' || !(limit.amount > 0) || typeof limit.unit !== 'string') return null;
  return explainLimit(limit, new Map(calendars.map((one) => [one.id, one] as const)), from, english);
}

function Result({ explained, now }: { readonly explained: ExplainedLimit; readonly now: Instant }): ReactElement {
  const texts = useText();
  const { text, either } = texts;
  const { clock, steps, provisional } = explained;
  const dayOf = (day: string): string => (day === localDate(now) ? text('today') : dayWords(day, now, texts));
  const at = (instant: Instant): string => `${dayOf(localDate(instant))} ${clockWords(instant)}`;
  return (
    <>
      <ol className="gl-moments" aria-label={text('limit-calculator.result')}>
        <li>
          <i className="gl-shape gl-shape-warn" aria-hidden="true" />
          {text('definition.limit.yellow-at', { at: at(clock.yellowAt) })}
        </li>
        <li>
          <i className="gl-shape gl-shape-late" aria-hidden="true" />
          {text('definition.limit.due-at', { at: at(clock.dueAt) })}
        </li>
      </ol>
      {provisional.length > 0 && (
        <p>
          <Tag tone="warn">{text('definition.calendar.provisional')}</Tag>{' '}
          {text('limit-calculator.provisional', { years: provisional.join(text('list.comma')) })}
        </p>
      )}
      <h4>{text('limit-calculator.steps')}</h4>
      <ol className="gl-sum">
        {steps.map((step) => (
          <li key={`${step.kind} ${step.from}`} className={`gl-sum-${step.kind}`}>
            {either(step)}
          </li>
        ))}
      </ol>
    </>
  );
}
