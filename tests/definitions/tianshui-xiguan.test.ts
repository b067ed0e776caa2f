import { beforeAll, describe, expect, it } from 'vitest';
import type { CompiledRelease } from '../../server/kernel/release/compiled-release.ts';
import type { DemoPerson } from '../../server/kernel/release/demo.ts';
import { organizationOf } from '../../server/kernel/organization/holders.ts';
import { resolvePosition } from '../../server/kernel/organization/resolve-position.ts';
import { vacanciesIn } from '../../server/kernel/organization/vacancies.ts';
import { compilePack, packsIn } from '../../server/packs/compile-pack.ts';
import { definitionsFolder } from '../packs/planted-pack.ts';

let release: CompiledRelease;
let people: readonly DemoPerson[];

beforeAll(async () => {
  const compiled = await compilePack('tianshui-xiguan', packsIn(definitionsFolder));
  if (!compiled.release || !compiled.definitions) throw new Error('the pack does not compile');
  release = compiled.release;
  people = compiled.definitions.people.flatMap((file) => file.value.people);
});

const assignments = () =>
  people.flatMap((person) =>
    person.posts
      .filter((held) => held.leftDaysAgo === undefined)
      .map((held) => ({
        person: person.account,
        kind: 'formal' as const,
        ...held,
        from: '2026-01-01',
        to: null,
      })),
  );

describe('西关街道', () => {
  it('has the areas its source names: 1 street, 6 communities, 41 grids of three kinds', () => {
    const count = (type: string): number => release.areas.filter((area) => area.type === type).length;

    expect([count('street'), count('community'), count('grid')]).toEqual([1, 6, 41]);
    expect(new Set(release.areas.flatMap((area) => area.kind ?? []))).toEqual(new Set(['lane', 'courtyard', 'unit']));
  });

  it('has "6+X" in every grid: six required posts, three optional ones, and a head', () => {
    const inGroup = (group: string): readonly string[] =>
      release.posts.filter((post) => post.group === group).map((post) => post.title);

    expect(inGroup('six')).toEqual([
      '网格管理员',
      '民情气象员',
      '流动人口协管员',
      '治安巡查员',
      '矛盾纠纷调解员',
      '社区民警',
    ]);
    expect(release.posts.filter((post) => post.group === 'six').every((post) => post.required && !post.areaKinds)).toBe(
      true,
    );
    expect(inGroup('x')).toHaveLength(3);
    expect(inGroup('head')).toEqual(['网格长']);
  });

  it('handles a case in the seven stages of its source', () => {
    const stages = release.caseTypes.get('event')?.stages.map((stage) => stage.title);

    expect(stages).toEqual(['事件上传', '任务指派', '调查落实', '事件处理', '信息反馈', '归档管理', '绩效考核']);
  });

  it('leaves no post without somebody above it, whoever is absent', () => {
    const nobody = organizationOf({ areas: release.areas, posts: release.posts, assignments: [] });
    const ends = release.posts.flatMap((post) =>
      release.areas
        .filter((area) => area.type === post.areaType)
        .map((area) => resolvePosition(nobody, { post: post.id, area: area.code }, '2026-09-10')),
    );

    expect(ends.filter((end) => end.kind === 'position' && end.position.area !== '620502005')).toEqual([]);
  });

  it('keeps no family planning among its agency services', () => {
    expect(JSON.stringify(release.caseTypes.get('event')?.categories)).not.toMatch(/计划生育|计生/);
  });
});

describe('the demo people of 西关街道', () => {
  it('are sixty to eighty, seven of them offered at sign-in', () => {
    expect(people.length).toBeGreaterThanOrEqual(60);
    expect(people.length).toBeLessThanOrEqual(80);
    expect(people.filter((person) => person.featured).map((person) => person.name)).toEqual([
      '马小兰',
      '孙立新',
      '陈晓明',
      '何文静',
      '李建华',
      '李秀英',
      '高远',
    ]);
  });

  it('leave some required posts vacant, one of them covered', () => {
    const organization = organizationOf({ areas: release.areas, posts: release.posts, assignments: assignments() });
    const vacancies = vacanciesIn(organization, '620502', '2026-09-10');

    expect(vacancies.filter((vacancy) => vacancy.area.length === 15)).toHaveLength(7);
    expect(vacancies.filter((vacancy) => vacancy.coveredBy.length > 0).map((vacancy) => vacancy.coveredBy)).toEqual([
      ['wanghaiyan'],
    ]);
  });

  it('hold several posts where one person does several jobs', () => {
    expect(people.find((person) => person.name === '马小兰')?.posts).toHaveLength(4);
  });
});
