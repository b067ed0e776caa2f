import { describe, expect, it } from 'vitest';
import type { StoredParts } from '../../server/application/process-instances/instance-upgrades.ts';
import { asUnwritten, isOlder, loadInstance, storedState } from '../../server/application/process-instances/stored-state.ts';
import type { Scope } from '../../server/kernel/bpmn/process-instance.ts';

const scope = (id: number): Scope => ({ id, element: 'p', parent: id === 0 ? null : 0, variables: {}, elements: [], arrivals: {} });
const old = { format: -1, id: 'i', process: 'p', status: 'running', nextId: 3, agenda: [], root: { ...scope(0) } };

/** As if variables had been called values once, and agenda had not been there. */
const upgrades = new Map<number, (stored: StoredParts) => StoredParts>([
  [-1, ({ own, scopes }) => ({ own: { ...own, format: 0 }, scopes })],
  [0, ({ own, scopes }) => ({ own: { ...own, format: 1 }, scopes: scopes.map((one) => ({ ...one, variables: { upgraded: true } })) })],
]);

describe('an instance that was stored in an older form', () => {
  it('is upgraded from format to format, its scopes too', () => {
    const instance = loadInstance(old as never, [scope(2)], upgrades);
    expect(instance).toMatchObject({ format: 1, scopes: { 2: { variables: { upgraded: true } } } });
  });

  it('is known to be older, and then every scope of it is written', () => {
    const instance = loadInstance(old as never, [scope(2)], upgrades);
    expect(isOlder(old as never)).toBe(true);
    expect(storedState(instance, instance).scopesSet).toEqual([]);
    expect(storedState(asUnwritten(instance), instance).scopesSet.map((row) => row.scope)).toEqual([2]);
  });

  it('is refused when a newer program wrote it', () => {
    expect(() => loadInstance({ ...old, format: 99 } as never, [])).toThrow('unknown format 99');
  });
});
