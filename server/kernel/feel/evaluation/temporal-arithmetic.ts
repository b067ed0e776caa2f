import type { ArithmeticOperator } from '../syntax/syntax-tree.ts';
import { feelNumber, isNumber, type FeelNumber } from '../values/feel-number.ts';
import { ofKind, type FeelValue } from '../values/feel-value.ts';
import {
  asDateTime,
  dateOf,
  dateTimeOf,
  daysDuration,
  instantOf,
  monthsDuration,
  plusMonths,
  plusSeconds,
} from '../values/temporal.ts';

/**
 * Arithmetic with dates, times and durations.
 *
 * @returns undefined when the operator is not defined for the two kinds, null when it has no result for these values.
 */
export function temporalArithmetic(
  operator: ArithmeticOperator,
  left: FeelValue,
  right: FeelValue,
): FeelValue | undefined {
  switch (operator) {
    case '+':
      return isDuration(left) && !isDuration(right) ? plus(right, left, 1) : plus(left, right, 1);
    case '-':
      return isDuration(right) ? plus(left, right, -1) : difference(left, right);
    case '*':
      return isNumber(left)
        ? scaled(right, (size) => size.times(left))
        : isNumber(right)
          ? scaled(left, (size) => size.times(right))
          : undefined;
    case '/':
      return isNumber(right) ? scaled(left, (size) => size.div(right)) : ratio(left, right);
    case '**':
      return undefined;
  }
}

function isDuration(value: FeelValue): boolean {
  return ofKind(value, 'days and time duration') !== null || ofKind(value, 'years and months duration') !== null;
}

function plus(value: FeelValue, duration: FeelValue, sign: 1 | -1): FeelValue | undefined {
  const months = ofKind(duration, 'years and months duration');
  if (months !== null) return plusMonthsOf(value, months.months * sign);
  const days = ofKind(duration, 'days and time duration');
  return days === null ? undefined : plusSecondsOf(value, days.seconds.times(sign));
}

function plusMonthsOf(value: FeelValue, months: number): FeelValue | undefined {
  const duration = ofKind(value, 'years and months duration');
  if (duration !== null) return monthsDuration(duration.months + months);
  const date = ofKind(value, 'date');
  if (date !== null) return dateOf(plusMonths(date.day, months));
  const moment = ofKind(value, 'date and time');
  return moment === null ? undefined : dateTimeOf(plusMonths(moment.day, months), moment.nanos, moment.offset);
}

function plusSecondsOf(value: FeelValue, seconds: FeelNumber): FeelValue | undefined {
  const duration = ofKind(value, 'days and time duration');
  if (duration !== null) return daysDuration(duration.seconds.plus(seconds));
  const date = ofKind(value, 'date');
  if (date !== null) return dateOf(plusSeconds(date.day, 0, seconds).day);
  const time = ofKind(value, 'time');
  if (time !== null) return { ...time, nanos: plusSeconds(0, time.nanos, seconds).nanos };
  const moment = ofKind(value, 'date and time');
  if (moment === null) return undefined;
  const later = plusSeconds(moment.day, moment.nanos, seconds);
  return dateTimeOf(later.day, later.nanos, moment.offset);
}

/** Days and time between two times, or two dates and times; a local one and one with offset have no difference. */
function difference(left: FeelValue, right: FeelValue): FeelValue | undefined {
  const times = ofKind(left, 'time') !== null && ofKind(right, 'time') !== null;
  if (!times && (asDateTime(left) === null || asDateTime(right) === null)) return undefined;
  const [to, from] = [instantOf(left), instantOf(right)];
  if (from === null || to === null || from.zoned !== to.zoned) return null;
  return daysDuration(to.seconds.minus(from.seconds));
}

function scaled(duration: FeelValue, calculate: (size: FeelNumber) => FeelNumber): FeelValue | undefined {
  const days = ofKind(duration, 'days and time duration');
  if (days !== null) return daysDuration(calculate(days.seconds));
  const months = ofKind(duration, 'years and months duration');
  return months === null ? undefined : monthsDuration(calculate(feelNumber(months.months)).trunc().toNumber() + 0);
}

function ratio(left: FeelValue, right: FeelValue): FeelValue | undefined {
  const days = [ofKind(left, 'days and time duration'), ofKind(right, 'days and time duration')] as const;
  if (days[0] !== null && days[1] !== null)
    return days[1].seconds.isZero() ? null : days[0].seconds.div(days[1].seconds);
  const months = [ofKind(left, 'years and months duration'), ofKind(right, 'years and months duration')] as const;
  if (months[0] === null || months[1] === null) return undefined;
  return months[1].months === 0 ? null : feelNumber(months[0].months).div(months[1].months);
}
