import { describe, expect, it } from 'vitest';
import { type BoardFilter, type BoardRow, filterBoard, groupBoard } from '../../../studio/organization/board-groups.ts';

const everything: BoardFilter = { vacantOnly: false, kind: undefined, post: undefined, words: '' };

/** An area with one post, held by whoever is named. */
function row(
  code: string,
  parent: string | null,
  type: 'street' | 'community' | 'grid',
  ...holders: string[]
): BoardRow {
  const held = holders.map((name) => ({
    assignment: name,
    person: { id: name, name },
    kind: 'formal' as const,
    from: '2026-03-01',
    to: null,
  }));
  const vacantSince = holders.length === 0 ? '2026-09-03' : null;
  return {
    area: { code, name: code, type, kind: type === 'grid' ? 'lane' : null, parent },
    cells: [{ post: `${type}-post`, holders: held, required: 1, vacantSince, fallback: null }],
  };
}

const rows = [
  row('街道', null, 'street', '李'),
  row('西关', '街道', 'community', '陈'),
  row('西关01', '西关', 'grid', '马'),
  row('西关02', '西关', 'grid'),
  row('育才', '街道', 'community', '姚'),
];

describe('the board', () => {
  it('stands by the area above the grids, with what ought to be held and what is', () => {
    expect(
      groupBoard(rows).map(({ head, grids, required, held, vacant }) => [
        head.area.code,
        grids.length,
        required,
        held,
        vacant,
      ]),
    ).toEqual([
      ['街道', 0, 1, 1, 0],
      ['西关', 2, 3, 2, 1],
      ['育才', 0, 1, 1, 0],
    ]);
  });

  it('shows a grid whose community the reader may not see', () => {
    expect(groupBoard([row('西关01', '西关', 'grid', '马')]).map(({ head }) => head.area.code)).toEqual(['西关01']);
  });

  it('shows only vacancies when asked', () => {
    const found = filterBoard(groupBoard(rows), { ...everything, vacantOnly: true });
    expect(found.map(({ head, grids }) => [head.area.code, grids.map(({ area }) => area.code)])).toEqual([
      ['西关', ['西关02']],
    ]);
  });

  it('finds people and areas by their names', () => {
    const found = (words: string): string[] =>
      filterBoard(groupBoard(rows), { ...everything, words }).map(({ head }) => head.area.code);
    expect([found('马'), found('育才'), found('没有的')]).toEqual([['西关'], ['育才'], []]);
  });
});
