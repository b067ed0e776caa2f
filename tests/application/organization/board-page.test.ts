import { describe, expect, it } from 'vitest';
import { boardPage, type BoardRow } from '../../../server/application/organization/board-page.ts';

/** An area with one post, held by whoever is named. */
function row(
  code: string,
  parent: string | null,
  type: 'street' | 'community' | 'grid',
  ...holders: readonly string[]
): BoardRow {
  const held = holders.map((name) => ({
    assignment: name,
    person: { id: name, name },
    kind: 'formal' as const,
    from: '2026-03-01',
    to: null,
    covers: null,
  }));
  const numbers = { required: 1, least: 1, most: 1, breach: null, fallback: null };
  return {
    area: { code, name: code, type, kind: type === 'grid' ? 'lane' : null, parent },
    cells: [
      { post: `${type}-post`, holders: held, vacantSince: holders.length === 0 ? '2026-09-03' : null, ...numbers },
    ],
  };
}

const rows = [
  row('街道', null, 'street', '李'),
  row('西关', '街道', 'community', '陈'),
  row('育才', '街道', 'community', '姚'),
  row('西关01', '西关', 'grid', '马'),
  row('西关02', '西关', 'grid'),
];
const heads = (query: Parameters<typeof boardPage>[1]): readonly string[] =>
  boardPage(rows, query).groups.map(({ head }) => head);

describe('a page of the board', () => {
  it('stands by the area above the grids, with what ought to be held and what is', () => {
    const { found, groups, rows: sent } = boardPage(rows, {});

    expect([found, groups]).toEqual([
      3,
      [
        { head: '街道', grids: 0, required: 1, held: 1, vacant: 0 },
        { head: '西关', grids: 2, required: 3, held: 2, vacant: 1 },
        { head: '育才', grids: 0, required: 1, held: 1, vacant: 0 },
      ],
    ]);
    expect(sent.map(({ area }) => area.code)).toEqual(['街道', '西关', '西关01', '西关02', '育才']);
  });

  it('is as long as asked, from where it is asked', () => {
    const page = boardPage(rows, { offset: 1, limit: 1 });

    expect([page.found, page.rows.map(({ area }) => area.code)]).toEqual([3, ['西关', '西关01', '西关02']]);
  });

  it('shows only vacancies when asked, with the figures of the whole group', () => {
    const page = boardPage(rows, { vacant: true });

    expect([page.found, page.groups[0]?.required]).toEqual([1, 3]);
    expect(page.rows.map(({ area }) => area.code)).toEqual(['西关', '西关02']);
  });

  it('finds people and areas by their names', () => {
    expect([heads({ q: '马' }), heads({ q: '育才' }), heads({ q: '没有的' })]).toEqual([['西关'], ['育才'], []]);
  });

  it('finds grids of a kind and those that have a post', () => {
    expect([heads({ kind: 'lane' }), heads({ kind: 'unit' }), heads({ post: 'street-post' })]).toEqual([
      ['西关'],
      [],
      ['街道'],
    ]);
  });

  it('shows a grid whose community the reader may not see', () => {
    expect(boardPage([row('西关01', '西关', 'grid', '马')], {}).groups.map(({ head }) => head)).toEqual(['西关01']);
  });
});
