import type { ReactElement } from 'react';
import { addDays } from '../../server/kernel/civil-day.ts';
import { useText } from '../translations/texts.ts';
import { DateInput } from '../ui/DateInput.tsx';
import { Field } from '../ui/Field.tsx';
import { dateWords, daysBetween, localDate } from '../ui/time-words.ts';

interface ReviewDayFieldProps {
  /** Local date; empty: none chosen yet. */
  readonly value: string;
  readonly now: string;
  /** Days after today at the latest; null where the limit does not say, or where it is not known here. */
  readonly longestDays: number | null;
  readonly onChange: (day: string) => void;
}

/** 复核日: on which day a clock that stands still is looked at again, and how far away it may lie. */
export function ReviewDayField({ value, now, longestDays, onChange }: ReviewDayFieldProps): ReactElement {
  const texts = useText();
  const { text } = texts;
  const today = localDate(now);
  return (
    <Field
      label={text('pause.review')}
      required
      hint={
        longestDays === null
          ? text('pause.review.hint')
          : text('pause.review.most', { day: dateWords(addDays(today, longestDays), now, texts) })
      }
    >
      {(control) => <DateInput control={control} value={value} onChange={onChange} min={addDays(today, 1)} />}
    </Field>
  );
}

/** Whether a day is one that may be chosen: after today, and no later than the limit allows. */
export function isReviewDay(day: string, now: string, longestDays: number | null): boolean {
  const days = day === '' ? 0 : daysBetween(localDate(now), day);
  return days >= 1 && (longestDays === null || days <= longestDays);
}
