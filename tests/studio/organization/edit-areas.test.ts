import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { areaTree, upwardsFrom } from '../../../server/kernel/organization/area-tree.ts';
import { mayHangBelow } from '../../../server/kernel/organization/area-types.ts';
import type { Area } from '../../../server/kernel/organization/organization.ts';
import {
  addArea,
  type Areas,
  changeArea,
  changesOfMove,
  codeFault,
  levelsToAdd,
  mayMoveTo,
  moveArea,
  nameFault,
  nextCode,
  recodeArea,
  removeArea,
} from '../../../studio/organization/area-tree/edit-areas.ts';
import { definitionsFolder } from '../../packs/planted-pack.ts';

const street = JSON.parse(readFileSync(join(definitionsFolder, 'tianshui-xiguan/areas.json'), 'utf8')) as Areas;

type Operation =
  | { readonly do: 'add' | 'remove'; readonly at: number }
  | { readonly do: 'move'; readonly at: number; readonly to: number };

const operation: fc.Arbitrary<Operation> = fc.oneof(
  fc.record({ do: fc.constantFrom('add' as const, 'remove' as const), at: fc.nat() }),
  fc.record({ do: fc.constant('move' as const), at: fc.nat(), to: fc.nat() }),
);

function pick(areas: readonly Area[], nth: number): Area {
  const area = areas[nth % areas.length];
  if (area === undefined) throw new Error('no area is left');
  return area;
}

function done(all: Areas, one: Operation, nth: number): Areas {
  const area = pick(all.areas, one.at);
  if (one.do === 'move') return moveArea(all, area.code, pick(all.areas, one.to).code);
  if (one.do === 'remove')
    return ['county', 'street', 'community'].includes(area.type) ? all : removeArea(all, area.code);
  const [type, code] = [levelsToAdd(all, area)[nth % 2] ?? levelsToAdd(all, area)[0], nextCode(all, area.code)];
  if (type === undefined || code === null) return all;
  const kind = type === 'grid' ? { kind: 'lane' as const } : {};
  return addArea(all, { code, name: `新 ${nth} ${code}`, type, parent: area.code, ...kind });
}

/** Everything the server would refuse about a tree. */
function faultsOf(all: Areas): readonly string[] {
  const tree = areaTree(all.areas);
  return all.areas.flatMap((area) => [
    ...(codeFault(all, area, area.code) === null ? [] : [`code ${area.code}`]),
    ...(all.areas.filter(({ code }) => code === area.code).length === 1 ? [] : [`twice ${area.code}`]),
    ...(area.parent === null || tree.areas.has(area.parent) ? [] : [`lost ${area.code}`]),
    ...(area.parent !== null && upwardsFrom(tree, area.parent).includes(area) ? [`circle ${area.code}`] : []),
    ...(area.parent === null || mayHangBelow(area.type, tree.areas.get(area.parent)?.type ?? 'building')
      ? []
      : [`level ${area.code}`]),
  ]);
}

describe('the tree of areas', () => {
  it('keeps valid codes, a parent of the right level and no circle, whatever is added, moved and removed', () => {
    fc.assert(
      fc.property(fc.array(operation, { maxLength: 40 }), (operations) => {
        const after = operations.reduce(done, street);
        expect(faultsOf(after)).toEqual([]);
      }),
      { numRuns: 200 },
    );
  });

  it('loses no area by moving, and changes no name', () => {
    fc.assert(
      fc.property(fc.nat(), fc.nat(), (at, to) => {
        const [area, parent] = [pick(street.areas, at), pick(street.areas, to)];
        const moved = moveArea(street, area.code, parent.code);
        const names = (all: Areas): readonly string[] => all.areas.map(({ name }) => name).toSorted();

        expect(names(moved)).toEqual(names(street));
        expect(moved === street).toBe(!mayMoveTo(street, area.code, parent.code));
      }),
    );
  });

  it('proposes the next code, and does not give a removed one to somebody else', () => {
    expect(nextCode(street, '620502005001')).toBe('620502005001007');
    const without = removeArea(street, '620502005001003');
    expect(nextCode(without, '620502005001')).toBe('620502005001007');
    expect(nextCode(street, '620502005')).toBe('620502005007');
  });

  it('judges a code while it is typed', () => {
    const grid = { type: 'grid', parent: '620502005001' } as const;
    expect(codeFault(street, { ...grid, code: '' }, null)).toBe('empty');
    expect(codeFault(street, { ...grid, code: '620502005002009' }, null)).toBe('prefix');
    expect(codeFault(street, { ...grid, code: '62050200500100x' }, null)).toBe('pattern');
    expect(codeFault(street, { ...grid, code: '620502005001001' }, null)).toBe('taken');
    expect(codeFault(street, { ...grid, code: '620502005001001' }, '620502005001001')).toBeNull();
    expect(nameFault(street, '西关 02 网格', null)).toBe('taken');
    expect(nameFault(street, '西关 99 网格', null)).toBeNull();
  });

  it('says which codes a move changes, and changes exactly those', () => {
    const changes = changesOfMove(street, '620502005001002', '620502005002');
    const moved = moveArea(street, '620502005001002', '620502005002');

    expect(changes).toHaveLength(1);
    expect(moved.areas.find(({ name }) => name === '西关 02 网格')).toMatchObject({
      code: changes[0]?.to,
      parent: '620502005002',
    });
    expect(changesOfMove(street, '620502005001', '620502005001002')).toEqual([]);
  });

  it('takes along what lies below when an area gets another code', () => {
    const recoded = recodeArea(street, '620502005001', '620502005009');
    const below = recoded.areas.filter(({ parent }) => parent === '620502005009');

    expect(below).toHaveLength(6);
    expect(below.every(({ code }) => code.startsWith('620502005009'))).toBe(true);
    expect(
      changeArea(street, '620502005001', { name: '新名' }).areas.find(({ code }) => code === '620502005001')?.name,
    ).toBe('新名');
  });
});
