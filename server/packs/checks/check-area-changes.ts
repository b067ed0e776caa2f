import type { EffectiveDefinitions } from '../../kernel/compilation/effective-definitions.ts';
import { errorAt, type PackFault } from '../../kernel/compilation/pack-fault.ts';
import type { Written } from '../../kernel/compilation/pack-definitions.ts';
import { type AreaChange, endedBy, isThere } from '../../kernel/organization/area-changes.ts';
import type { Area } from '../../kernel/organization/organization.ts';

type Areas = ReadonlyMap<string, Area>;

/**
 * Dated changes of the area tree: they name areas that are there on their day, end exactly those that end on it, and leave
 * a tree in which every area has its parent on every day.
 */
export function checkAreaChanges({ areas, areaChanges }: EffectiveDefinitions): readonly PackFault[] {
  const known = new Map(areas.map((area) => [area.value.code, area.value]));
  return [
    ...areas.flatMap((area) => [...checkDays(area), ...checkParentDays(area, known)]),
    ...areaChanges.flatMap((change) => checkChange(change, known)),
    ...endedTwice(areaChanges),
  ];
}

function checkDays(area: Written<Area>): readonly PackFault[] {
  const { name, from, to } = area.value;
  if (from === undefined || to === undefined || from < to) return [];
  return [
    errorAt(
      area,
      'area-dates-reversed',
      {
        zh: `「${name}」到 ${to} 为止，却从 ${from} 才开始。请改日期。`,
        en: `"${name}" ends on ${to} but begins on ${from} only. Correct the dates.`,
      },
      '/to',
    ),
  ];
}

function checkParentDays(area: Written<Area>, known: Areas): readonly PackFault[] {
  const { name, parent, from = '', to = '9999' } = area.value;
  const upper = known.get(parent ?? '');
  if (!upper || ((upper.from ?? '') <= from && to <= (upper.to ?? '9999'))) return [];
  return [
    errorAt(
      area,
      'area-outlives-parent',
      {
        zh: `「${name}」有的日子里，上级「${upper.name}」还没有或者已经没有了。请改日期或上级。`,
        en: `On some days "${name}" is there and its parent "${upper.name}" is not. Correct the dates or the parent.`,
      },
      '/parent',
    ),
  ];
}

function checkChange(change: Written<AreaChange>, known: Areas): readonly PackFault[] {
  const unknown = (['from', 'to'] as const).flatMap((side) =>
    change.value[side].flatMap((code, index) =>
      known.has(code) ? [] : [unknownCode(change, code, `/${side}/${index}`)],
    ),
  );
  if (unknown.length > 0) return unknown;
  return [
    ...checkNumbers(change),
    ...checkLevels(change, known),
    ...checkThere(change, known),
    ...checkOpenWork(change),
  ];
}

function unknownCode(change: Written<AreaChange>, code: string, place: string): PackFault {
  return errorAt(
    change,
    'area-change-unknown',
    {
      zh: `变更里的 ${code} 不在区域和单位里。请先加上，或改正编码。`,
      en: `The change names ${code}, which is no area or unit. Add it, or correct the code.`,
    },
    place,
  );
}

const numbers: {
  readonly [kind in AreaChange['kind']]: {
    readonly fits: (change: AreaChange) => boolean;
    readonly zh: string;
    readonly en: string;
  };
} = {
  split: {
    fits: ({ from, to }) => from.length === 1 && to.length > 1,
    zh: '拆分是把一个分成两个以上。',
    en: 'A split makes two or more out of one.',
  },
  merge: {
    fits: ({ from, to }) => from.length > 1 && to.length === 1,
    zh: '合并是把两个以上合成一个。',
    en: 'A merge makes one out of two or more.',
  },
  move: {
    fits: ({ from, to }) => from.length === to.length && !from.some((code) => to.includes(code)),
    zh: '划转时原来的和以后的要一一对应，编码不同。',
    en: 'A move names one new area for each old one, with another code.',
  },
  rename: {
    fits: ({ from, to, name }) => from.length === 1 && to.length === 1 && from[0] === to[0] && name !== undefined,
    zh: '改名是同一个区域换名称，要写新名称。',
    en: 'A rename is about one area and says its new name.',
  },
};

function checkNumbers(change: Written<AreaChange>): readonly PackFault[] {
  const { fits, zh, en } = numbers[change.value.kind];
  if (fits(change.value)) return [];
  return [
    errorAt(
      change,
      'area-change-numbers',
      { zh: `${change.value.on} 的变更：${zh}请改正。`, en: `The change of ${change.value.on}: ${en} Correct it.` },
      '/to',
    ),
  ];
}

function checkLevels(change: Written<AreaChange>, known: Areas): readonly PackFault[] {
  const { from, to, on } = change.value;
  if (new Set([...from, ...to].map((code) => known.get(code)?.type)).size === 1) return [];
  return [
    errorAt(
      change,
      'area-change-level',
      {
        zh: `${on} 的变更：原来的和以后的要是同一级区域，不然岗位接不上。请改正。`,
        en: `The change of ${on}: all areas must be of one level, else posts have no successor. Correct it.`,
      },
      '/to',
    ),
  ];
}

/** What ends must end on the day, what continues or begins must be there on it, and all of `from` the day before. */
function checkThere(change: Written<AreaChange>, known: Areas): readonly PackFault[] {
  const { on, from, to } = change.value;
  const ended = endedBy(change.value);
  const wrong = (code: string, zh: string, en: string, place: string): PackFault => {
    const name = known.get(code)?.name ?? code;
    return errorAt(change, 'area-change-dates', { zh: `「${name}」${zh}`, en: `"${name}" ${en}` }, place);
  };
  return [
    ...ended.flatMap((code) =>
      known.get(code)?.to === on
        ? []
        : [wrong(code, `要到 ${on} 为止。请把它的日期写成这一天。`, `has to end on ${on}. Write that day.`, '/from')],
    ),
    ...from.flatMap((code) =>
      (known.get(code)?.from ?? '') < on
        ? []
        : [wrong(code, `在 ${on} 以前还没有。请改日期。`, `is not there before ${on}. Correct the dates.`, '/from')],
    ),
    ...to.flatMap((code) =>
      isThere(known.get(code) ?? {}, on)
        ? []
        : [
            wrong(
              code,
              `在 ${on} 还没有或者已经没有了。请改日期。`,
              `is not there on ${on}. Correct the dates.`,
              '/to',
            ),
          ],
    ),
  ];
}

function checkOpenWork(change: Written<AreaChange>): readonly PackFault[] {
  const { openWork, to, on } = change.value;
  if (openWork?.to === undefined || to.includes(openWork.to)) return [];
  return [
    errorAt(
      change,
      'area-change-open-work',
      {
        zh: `${on} 的变更把没有办完的事交给 ${openWork.to}，它不在以后的区域里。请选其中一个。`,
        en: `The change of ${on} gives open work to ${openWork.to}, which does not come out of it. Choose one that does.`,
      },
      '/openWork/to',
    ),
  ];
}

/** An area ends once: two changes that end it would give its work to two. */
function endedTwice(changes: readonly Written<AreaChange>[]): readonly PackFault[] {
  const seen = new Set<string>();
  return changes.flatMap((change) =>
    endedBy(change.value).flatMap((code) => {
      if (!seen.has(code)) {
        seen.add(code);
        return [];
      }
      return [
        errorAt(
          change,
          'area-change-twice',
          {
            zh: `${code} 在别的变更里已经结束了。一个区域只能结束一次，请删去一个。`,
            en: `Another change ends ${code} already. An area ends once; remove one of them.`,
          },
          '/from',
        ),
      ];
    }),
  );
}
