import { RE2JS } from 're2js';
import { areaTree, upwardsFrom, type AreaTree } from '../../kernel/organization/area-tree.ts';
import { type AreaType, mayHangBelow, territoryTypes } from '../../kernel/organization/area-types.ts';
import type { Area } from '../../kernel/organization/organization.ts';
import { errorAt, warningAt, type PackFault } from '../../kernel/compilation/pack-fault.ts';
import type { EffectiveDefinitions } from '../../kernel/compilation/effective-definitions.ts';
import { checkAreaChanges } from './check-area-changes.ts';
import type { Written } from '../../kernel/compilation/pack-definitions.ts';

const typeWords: { readonly [type in AreaType]: string } = {
  county: '县区',
  street: '街道',
  community: '社区',
  estate: '小区',
  grid: '网格',
  'sub-grid': '楼栋网格',
  building: '楼院',
  unit: '单位',
};

/** The area tree: codes on their pattern and under their parent's, parents that exist one level up, no circles. */
export function checkAreas(definitions: EffectiveDefinitions): readonly PackFault[] {
  const { areas } = definitions;
  const tree = areaTree(areas.map((area) => area.value));
  const top = territoryTypes.find((type) => areas.some((area) => area.value.type === type));
  return [
    ...checkPatterns(definitions),
    ...areas.flatMap((area) =>
      area.value.parent === null ? checkTop(area, top) : checkParent(area, area.value.parent, tree.areas),
    ),
    ...areas.filter((area) => isInCircle(area.value, tree)).map(inCircle),
    ...areas.filter((area) => area.value.type === 'grid' && !hasCommunity(area.value, tree)).map(withoutCommunity),
    ...checkNames(areas),
    ...checkAreaChanges(definitions),
  ];
}

function checkPatterns(definitions: EffectiveDefinitions): readonly PackFault[] {
  const { codePatterns, areas } = definitions;
  if (!codePatterns) return [];
  return Object.entries(codePatterns.value).flatMap(([type, pattern]) => {
    const compiled = compilePattern(pattern);
    if (!compiled) return [errorAt(codePatterns, 'area-pattern-wrong', patternWrong(pattern), `/${type}`)];
    const off = areas.filter((area) => area.value.type === type && !compiled.matcher(area.value.code).find());
    return off.map((area) => errorAt(area, 'area-code-pattern', offPattern(area.value, pattern), '/code'));
  });
}

function compilePattern(pattern: string): RE2JS | null {
  try {
    return RE2JS.compile(pattern);
  } catch (error) {
    if (error instanceof Error) return null;
    throw error;
  }
}

function patternWrong(pattern: string): { readonly zh: string; readonly en: string } {
  return {
    zh: `编码格式「${pattern}」不是合格的正则表达式（RE2 写法）。请改正。`,
    en: `The code pattern "${pattern}" is no regular expression (RE2). Correct it.`,
  };
}

function offPattern(area: Area, pattern: string): { readonly zh: string; readonly en: string } {
  // Most patterns ask for so many digits, and whoever fills in a workbook reads no regular expressions.
  const digits = /^\^(?:\[0-9\]|\\d)\{(\d+)\}\$$/.exec(pattern)?.[1];
  const [zh, en] =
    digits === undefined
      ? [`符合格式 ${pattern}`, `match ${pattern}`]
      : [`是 ${digits} 位数字`, `have ${digits} digits`];
  return {
    zh: `「${area.name}」的编码 ${area.code} 不对，${typeWords[area.type]}的编码要${zh}。请改编码。`,
    en: `The code ${area.code} of "${area.name}" is wrong: codes of its level ${en}. Correct the code.`,
  };
}

function checkTop(area: Written<Area>, top: AreaType | undefined): readonly PackFault[] {
  if (area.value.type === top) return [];
  return [
    errorAt(
      area,
      'area-without-parent',
      {
        zh: `「${area.value.name}」没有上级区域。只有最上一级可以没有，请写上级的编码。`,
        en: `"${area.value.name}" has no parent. Only the topmost level may have none; name the code of its parent.`,
      },
      '/parent',
    ),
  ];
}

function checkParent(area: Written<Area>, parentCode: string, areas: ReadonlyMap<string, Area>): readonly PackFault[] {
  const parent = areas.get(parentCode);
  const { name, code, type } = area.value;
  if (!parent) {
    return [
      errorAt(
        area,
        'area-without-parent',
        {
          zh: `「${name}」的上级 ${parentCode} 不存在。请写已有区域的编码。`,
          en: `The parent ${parentCode} of "${name}" does not exist. Name the code of an existing area.`,
        },
        '/parent',
      ),
    ];
  }
  const faults: PackFault[] = [];
  if (!mayHangBelow(type, parent.type)) {
    faults.push(
      errorAt(
        area,
        'area-parent-level',
        {
          zh: `${typeWords[type]}「${name}」挂在${typeWords[parent.type]}「${parent.name}」下面，级别不对。请挂到合适的上级区域下面。`,
          en: `"${name}" (${type}) hangs below "${parent.name}" (${parent.type}), which does not have such areas. Hang it below one of the right level.`,
        },
        '/parent',
      ),
    );
  }
  if (type !== 'unit' && (!code.startsWith(parent.code) || code === parent.code)) {
    faults.push(
      errorAt(
        area,
        'area-code-prefix',
        {
          zh: `「${name}」的编码 ${code} 不以上级「${parent.name}」的编码 ${parent.code} 开头。请改编码或上级。`,
          en: `The code ${code} of "${name}" does not begin with its parent's code ${parent.code}. Correct the code or the parent.`,
        },
        '/code',
      ),
    );
  }
  return faults;
}

function hasCommunity(area: Area, tree: AreaTree): boolean {
  return upwardsFrom(tree, area.code).some(({ type }) => type === 'community');
}

/** DB6101/T 3185 has every grid belong to a community; new districts without one exist, so it is no error. */
function withoutCommunity(area: Written<Area>): PackFault {
  return warningAt(
    area,
    'grid-without-community',
    {
      zh: `网格「${area.value.name}」不属于任何社区。按规范每个网格都属于一个社区，请核对。`,
      en: `The grid "${area.value.name}" belongs to no community. By the standard every grid does; make sure.`,
    },
    '/parent',
  );
}

function isInCircle(area: Area, tree: AreaTree): boolean {
  if (area.parent === null) return false;
  return upwardsFrom(tree, area.parent).some((upper) => upper.code === area.code);
}

function inCircle(area: Written<Area>): PackFault {
  return errorAt(
    area,
    'area-cycle',
    {
      zh: `「${area.value.name}」绕了一圈又成了自己的上级。请改上级。`,
      en: `"${area.value.name}" is above itself in a circle. Change a parent.`,
    },
    '/parent',
  );
}

/** Two of one name are told only when both are there on some day: a successor may be called as the area before it. */
function checkNames(areas: readonly Written<Area>[]): readonly PackFault[] {
  return [...Map.groupBy(areas, (area) => area.value.name).values()].flatMap((named) =>
    named.flatMap((area, index) => {
      const first = named.slice(0, index).find((other) => meets(other.value, area.value));
      if (!first) return [];
      return [
        warningAt(
          area,
          'area-name-twice',
          {
            zh: `名称「${area.value.name}」和 ${first.value.code} 重复，看的人分不清。`,
            en: `The name "${area.value.name}" is also that of ${first.value.code}; people cannot tell them apart.`,
          },
          '/name',
        ),
      ];
    }),
  );
}

function meets(one: Area, other: Area): boolean {
  return (one.from ?? '') < (other.to ?? '9999') && (other.from ?? '') < (one.to ?? '9999');
}
