import { calendarFaults, limitFaults } from '../../kernel/calendar/calendar-faults.ts';
import { errorAt, warningAt, type PackFault } from '../../kernel/compilation/pack-fault.ts';
import type { TimeLimit } from '../../kernel/calendar/time-limit.ts';
import type { EffectiveDefinitions } from '../../kernel/compilation/effective-definitions.ts';
import type { Written } from '../../kernel/compilation/pack-definitions.ts';
import { unknownPost } from './unknown-reference.ts';

/** Limits and calendars, each by its own room's rules, and whether a calendar knows the year after its last official one. */
export function checkTimes(definitions: EffectiveDefinitions): readonly PackFault[] {
  const calendars = new Map(definitions.calendars.map((calendar) => [calendar.value.id, calendar.value]));
  return [
    ...definitions.limits.flatMap((limit) =>
      limitFaults(limit.value, calendars).map((fault) => errorAt(limit, fault.code, fault, fault.path)),
    ),
    ...definitions.limits.flatMap((limit) => unknownPosts(definitions, limit)),
    ...definitions.calendars.flatMap((calendar) =>
      calendarFaults(calendar.value).map((fault) => errorAt(calendar, fault.code, fault, fault.path)),
    ),
    ...definitions.limits.flatMap((limit) => {
      const { yellow, amount, unit, title } = limit.value;
      if (!yellow || !('unit' in yellow) || yellow.unit !== unit || yellow.amount < amount) return [];
      return [
        warningAt(
          limit,
          'limit-always-yellow',
          {
            zh: `「${title}」一开始就亮黄灯：剩 ${yellow.amount} 时亮，总共才 ${amount}。请改小。`,
            en: `"${title}" is yellow from the start: yellow with ${yellow.amount} left of ${amount}. Make it smaller.`,
          },
          '/yellow',
        ),
      ];
    }),
  ];
}

/** Posts that may pause or extend. */
function unknownPosts(definitions: EffectiveDefinitions, limit: Written<TimeLimit>): readonly PackFault[] {
  const known = new Set(definitions.posts.map(({ value }) => value.id));
  const { extensions = [], pause } = limit.value;
  const named = [
    ...extensions.map(({ by }, index) => ({ by, below: `/extensions/${index}/by` })),
    ...(pause ? [{ by: pause.by, below: '/pause/by' }] : []),
  ];
  return named.filter(({ by }) => !known.has(by)).map(({ by, below }) => unknownPost(limit, by, below));
}
