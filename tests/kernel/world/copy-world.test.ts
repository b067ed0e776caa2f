import { describe, expect, it } from 'vitest';
import { copyWorld } from '../../../server/kernel/world/copy-world.ts';
import { smallStreet } from './small-street.ts';

/** What is given once and read only. */
const given = ['names'];
const containersOf = (object: object): readonly (readonly [string, unknown])[] =>
  Object.entries(object).filter(
    ([name, value]) => (value instanceof Map || Array.isArray(value) || value instanceof Set) && !given.includes(name),
  );

describe('a copy of a world', () => {
  it('holds the same, and shares with it nothing that a world changes', () => {
    const world = smallStreet();
    const copy = copyWorld(world);

    expect(copy).toEqual(world);
    expect(containersOf(world).length + containersOf(world.state).length).toBeGreaterThan(10);
    for (const [name, value] of containersOf(world.state))
      expect([name, Reflect.get(copy.state, name) === value]).toEqual([name, false]);
    for (const [name, value] of containersOf(world))
      expect([name, Reflect.get(copy, name) === value]).toEqual([name, false]);
    expect(copy.state).not.toBe(world.state);
  });
});
