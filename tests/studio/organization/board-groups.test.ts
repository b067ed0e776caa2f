import { describe, expect, it } from 'vitest';
import { type Board, type BoardRow, groupBoard } from '../../../studio/organization/board-groups.ts';

function row(code: string, type: 'community' | 'grid'): BoardRow {
  return { area: { code, name: code, type, kind: type === 'grid' ? 'lane' : null, parent: null }, cells: [] };
}

function figures(head: string, grids: number): Board['groups'][number] {
  return { head, grids, required: 7, held: 6, vacant: 1 };
}

describe('the board', () => {
  it('stands by the areas above grids, each with the grids the page holds and its figures', () => {
    const groups = [figures('西关', 3), figures('育才', 0)];
    const rows = [row('西关', 'community'), row('西关01', 'grid'), row('西关02', 'grid'), row('育才', 'community')];

    expect(
      groupBoard({ groups, rows }).map(({ head, grids, figures: { vacant } }) => [
        head.area.code,
        grids.map(({ area }) => area.code),
        vacant,
      ]),
    ).toEqual([
      ['西关', ['西关01', '西关02'], 1],
      ['育才', [], 1],
    ]);
  });
});
