import { clockStages, type ClockStage } from '../../../server/kernel/calendar/time-limit.ts';

/** A timer as a sentence holds it: after how long, at a time, again and again, or when a limit says so; or an expression. */
export type TimerSetting =
  | { readonly kind: 'after'; readonly amount: number; readonly unit: TimerUnit }
  | { readonly kind: 'every'; readonly amount: number; readonly unit: TimerUnit; readonly times: number | null }
  | { readonly kind: 'at'; readonly instant: string }
  | { readonly kind: 'variable'; readonly path: string }
  | ClockMoment
  | { readonly kind: 'expression'; readonly source: string };

/** A moment of a clock of the user task that a timer is on; only after `overdue` some time may pass. */
export interface ClockMoment {
  readonly kind: 'clock';
  readonly clock: 'yellow' | 'due' | 'overdue';
  readonly stage: ClockStage;
  /** How long after it has run out; `own`: in the unit of the limit. */
  readonly after: { readonly amount: number; readonly unit: TimerUnit | 'own' } | null;
}

export type TimerUnit = 'minutes' | 'hours' | 'days' | 'weeks';

/** What BPMN writes: `timeDuration` `P3D`, `timeCycle` `R3/PT4H`, `timeDate`. */
export interface TimerText {
  readonly property: 'timeDuration' | 'timeCycle' | 'timeDate';
  readonly body: string;
}

/** Reads a timer; what no sentence can say is an expression and stays as it is. */
export function readTimer({ property, body }: TimerText): TimerSetting {
  const source = body.trim();
  const path = /^=\s*([\p{L}_][\p{L}\p{N}_]*(?:\.[\p{L}_][\p{L}\p{N}_]*)*)$/u.exec(source)?.[1];
  if (path !== undefined && property === 'timeDate') return { kind: 'variable', path };
  if (property === 'timeDate' && /^\d{4}-\d\d-\d\dT/.test(source)) return { kind: 'at', instant: source };
  if (property === 'timeDuration') {
    const length = readLength(source);
    if (length !== null) return { kind: 'after', ...length };
  }
  const [, times, interval] = /^R(\d*)\/(P.+)$/.exec(source) ?? [];
  const length = interval === undefined || property !== 'timeCycle' ? null : readLength(interval);
  if (length !== null) return { kind: 'every', ...length, times: times === '' ? null : Number(times) };
  return { kind: 'expression', source };
}

/** A timer that has a time of its own. */
export type OwnTime = Exclude<TimerSetting, ClockMoment | { readonly kind: 'expression' }>;

/** What `grid:listensTo` says, as it is written. */
interface ListeningText {
  readonly clock: string | undefined;
  readonly stage: string | undefined;
  readonly after: string | undefined;
}

/** Reads what a timer listens to; what no sentence can say is an expression and stays as it is. */
export function readListening({ clock, stage, after }: ListeningText): TimerSetting {
  const moment = (['yellow', 'due', 'overdue'] as const).find((one) => one === clock);
  const meant = clockStages.find((one) => one === (stage ?? 'handle'));
  if (!moment || !meant) return { kind: 'expression', source: clock ?? '' };
  if (after === undefined) return { kind: 'clock', clock: moment, stage: meant, after: null };
  const length = Number(after) > 0 ? { amount: Number(after), unit: 'own' as const } : readLength(after);
  if (!length || moment !== 'overdue') return { kind: 'expression', source: after };
  return { kind: 'clock', clock: moment, stage: meant, after: length };
}

/** Writes what a timer listens to; the handling is what is listened to where no stage is written. */
export function writeListening({ clock, stage, after }: ClockMoment): ListeningText {
  const wait = after === null || clock !== 'overdue' ? undefined : writeWait(after);
  return { clock, stage: stage === 'handle' ? undefined : stage, after: wait };
}

function writeWait({ amount, unit }: NonNullable<ClockMoment['after']>): string {
  return unit === 'own' ? String(amount) : writeLength({ amount, unit });
}

/** Writes a timer as BPMN has it; an expression is never written, because it is not edited in a sentence. */
export function writeTimer(setting: OwnTime): TimerText {
  switch (setting.kind) {
    case 'after':
      return { property: 'timeDuration', body: writeLength(setting) };
    case 'every':
      return { property: 'timeCycle', body: `R${setting.times ?? ''}/${writeLength(setting)}` };
    case 'at':
      return { property: 'timeDate', body: setting.instant };
    case 'variable':
      return { property: 'timeDate', body: `=${setting.path}` };
  }
}

interface Length {
  readonly amount: number;
  readonly unit: TimerUnit;
}

/** Only lengths of one unit: `PT90M` is 90 minutes, `P1DT2H` no sentence. */
function readLength(text: string): Length | null {
  const [, weeks, days, hours, minutes] = /^P(?:(\d+)W|(\d+)D|T(?:(\d+)H|(\d+)M))$/.exec(text) ?? [];
  if (weeks !== undefined) return { amount: Number(weeks), unit: 'weeks' };
  if (days !== undefined) return { amount: Number(days), unit: 'days' };
  if (hours !== undefined) return { amount: Number(hours), unit: 'hours' };
  return minutes === undefined ? null : { amount: Number(minutes), unit: 'minutes' };
}

function writeLength({ amount, unit }: Length): string {
  return { weeks: `P${amount}W`, days: `P${amount}D`, hours: `PT${amount}H`, minutes: `PT${amount}M` }[unit];
}
