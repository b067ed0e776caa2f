import { describe, expect, it } from 'vitest';
import rolesSchema from '../../../definitions/schema/roles.schema.json' with { type: 'json' };
import { areaTree } from '../../../server/kernel/organization/area-tree.ts';
import type { Actor } from '../../../server/application/policy/actor.ts';
import { permissions } from '../../../server/application/policy/permissions.ts';
import { areasFor, holds, listScope, mayAct, requirePermission } from '../../../server/application/policy/policy.ts';

const tree = areaTree([
  { code: 'street', name: '西关街道', type: 'street', parent: null },
  { code: 'one', name: '一社区', type: 'community', parent: 'street' },
  { code: 'one-a', name: '一 01 网格', type: 'grid', kind: 'lane', parent: 'one' },
  { code: 'one-b', name: '一 02 网格', type: 'grid', kind: 'lane', parent: 'one' },
  { code: 'two', name: '二社区', type: 'community', parent: 'street' },
]);

function actor(grants: Readonly<Record<string, readonly string[]>>): Actor {
  return {
    person: 'p',
    name: '',
    account: '',
    session: '',
    mustChangePassword: false,
    held: [{ post: 'grid-head', area: 'one-a' }],
    grants: Object.entries(grants).map(([area, words]) => ({ area, permissions: new Set(words) })),
    tree,
  };
}

describe('a permission', () => {
  it('holds in the area it was given for and below', () => {
    const officer = actor({ one: ['case.view'] });
    expect(['one', 'one-a', 'one-b'].map((area) => mayAct(officer, 'case.view', area))).toEqual([true, true, true]);
  });

  it('holds neither above nor beside it', () => {
    const officer = actor({ one: ['case.view'] });
    expect(['street', 'two'].map((area) => mayAct(officer, 'case.view', area))).toEqual([false, false]);
  });

  it('reaches an area that is no more from those it once lay below', () => {
    const former = new Map([
      ['one-c', 'one'],
      ['gone', null],
    ]);
    const officer = { ...actor({ one: ['case.view'] }), former };
    expect(['one-c', 'gone'].map((area) => mayAct(officer, 'case.view', area))).toEqual([true, false]);
  });

  it('holds in no area that does not exist', () => {
    expect(mayAct(actor({ street: ['case.view'] }), 'case.view', 'elsewhere')).toBe(false);
  });

  it('is not another one', () => {
    expect(mayAct(actor({ one: ['case.view'] }), 'case.urge', 'one')).toBe(false);
  });

  it('is one of the words that packs know', () => {
    const { items } = rolesSchema.properties.roles;
    const inPacks = items.properties.permissions.items.oneOf.map((choice) => choice.const);
    expect([...permissions]).toEqual(inPacks);
  });
});

describe('the scope of a person', () => {
  it('is the widest of their areas, the widest first', () => {
    const both = actor({ 'one-a': ['case.view'], one: ['case.view'], two: ['case.view'] });
    expect(areasFor(both, 'case.view')).toEqual(['one', 'two']);
  });

  it('is empty where nothing is permitted', () => {
    expect(areasFor(actor({ one: ['case.view'] }), 'ledger.edit')).toEqual([]);
  });

  it('is called by the names of its areas', () => {
    const scope = listScope(actor({ 'one-a': ['case.view'], 'one-b': ['case.view'] }), 'case.view');
    expect(scope.label).toEqual({ code: 'one-a', name: '一 01 网格、一 02 网格' });
  });

  it('can be narrowed to an area inside it', () => {
    expect(listScope(actor({ one: ['case.view'] }), 'case.view', 'one-b').areas).toEqual(['one-b']);
  });

  it('cannot be widened by asking', () => {
    const ask = () => listScope(actor({ one: ['case.view'] }), 'case.view', 'two');
    expect(ask).toThrow(expect.objectContaining({ code: 'area-unknown' }));
  });

  it('holds the positions of today', () => {
    expect(holds(actor({}), { post: 'grid-head', area: 'one-a' })).toBe(true);
    expect(holds(actor({}), { post: 'grid-head', area: 'one-b' })).toBe(false);
  });
});

describe('a refusal', () => {
  it('says that a right is missing where the person works', () => {
    const act = () => requirePermission(actor({ one: ['case.view'] }), 'case.urge', 'one-a');
    expect(act).toThrow(expect.objectContaining({ code: 'not-permitted' }));
  });

  it('does not say that an area elsewhere exists', () => {
    const [real, invented] = ['two', 'nowhere'].map(
      (area) => () => requirePermission(actor({ one: ['case.view'] }), 'case.view', area),
    );
    expect(real).toThrow(expect.objectContaining({ code: 'area-unknown' }));
    expect(invented).toThrow(expect.objectContaining({ code: 'area-unknown' }));
  });
});
