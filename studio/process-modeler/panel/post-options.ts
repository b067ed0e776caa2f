import { type ProcessPart, rootVariables } from '../../../server/kernel/release/process-contract.ts';
import type { Texts } from '../../translations/texts.ts';
import type { ConditionField } from '../conditions/condition.ts';
import { areaOf } from '../steps/new-step.ts';
import type { Vocabulary } from '../model/vocabulary.ts';

interface Option {
  readonly id: string;
  readonly title: string;
  readonly more?: string;
  readonly group?: string;
}

/** Posts a user task can go to: those of the street, then those that the process itself decides. */
export function postOptions(
  { posts }: Vocabulary,
  fields: readonly ConditionField[],
  { text, pack }: Texts,
): readonly Option[] {
  return [
    ...posts.map(({ id, title, areaType }) => ({
      id,
      title: pack(title),
      group: text(`area-type.${areaType}`),
    })),
    ...decided(fields, /post$/i, 'process.decided.post', { text, pack }),
  ];
}

/** Limits, with how long they are. */
export function limitOptions(
  { limits }: Vocabulary,
  fields: readonly ConditionField[],
  texts: Texts,
): readonly Option[] {
  const { text, pack } = texts;
  return [
    ...limits.map((limit) => ({
      id: limit.id,
      title: amountWords(limit, texts),
      more: pack(limit.title),
      group: text('process.limits'),
    })),
    ...decided(fields, /(^|\.)\w*limit$/i, 'process.decided.limit', { text, pack }),
  ];
}

/** Where the work is: where the case is, or one area of the street. */
export function areaOptions({ areas }: Vocabulary, part: ProcessPart | null, { text, pack }: Texts): readonly Option[] {
  const own = areaOf(part);
  return [
    ...(own === undefined || part === null ? [] : [{ id: own, title: text(`process.area.${part}`) }]),
    ...areas
      .filter(({ type }) => type !== 'county')
      .map(({ code, name, type }) => ({
        id: `="${code}"`,
        title: pack(name),
        group: text(`area-type.${type}`),
      })),
  ];
}

/** Variables of the process that hold a post or a limit: known from its beginning, or decided by a rule before. */
function decided(
  fields: readonly ConditionField[],
  name: RegExp,
  byRule: 'process.decided.post' | 'process.decided.limit',
  { text, pack }: Pick<Texts, 'text' | 'pack'>,
): readonly Option[] {
  return fields
    .filter(({ path, handedOnBy }) => handedOnBy === undefined && name.test(path))
    .map(({ path, title, from }) => {
      const isKnown = Object.values(rootVariables).some((roots) => (path.split('.')[0] ?? '') in roots);
      return {
        id: `=${path}`,
        title: isKnown ? pack(title) : text(byRule, { from: pack(from) }),
        more: pack(isKnown ? from : title),
        group: text('process.decided'),
      };
    });
}

/** 3 个工作日. */
export function amountWords(
  { amount, unit }: { readonly amount: number; readonly unit: keyof typeof units },
  { text }: Texts,
): string {
  return text(amount === 1 ? units[unit][0] : units[unit][1], { count: amount });
}

const units = {
  minutes: ['process.minute', 'process.minutes'],
  hours: ['process.hour', 'process.hours'],
  days: ['process.day', 'process.days'],
  workingHours: ['process.working-hour', 'process.working-hours'],
  workingDays: ['process.working-day', 'process.working-days'],
} as const;
