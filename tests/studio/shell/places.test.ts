import { describe, expect, it } from 'vitest';
import { isAt, isStudio, placesFor } from '../../../studio/shell/desktop/places.ts';

const administrator = {
  permissions: ['case.view', 'posts.view', 'posts.edit', 'people.edit', 'definitions.view', 'administration'],
};
const inside = placesFor(administrator).configuration?.inside ?? [];

/** The titles of the places of the configuration at which an address is. */
const at = (path: string, search = ''): readonly string[] =>
  inside.filter((place) => isAt(place, { path, search })).map(({ title }) => title);

describe('the navigation', () => {
  it('has the configuration for those who may see definitions, and only single places of it for others', () => {
    expect(inside.map(({ title }) => title)).toEqual(expect.arrayContaining(['nav.definitions', 'nav.publish']));
    const worker = placesFor({ permissions: ['case.view', 'posts.view'] });
    expect(worker.configuration).toBeNull();
    expect(worker.beside.map(({ title }) => title)).toEqual(['nav.posts', 'nav.phone']);
  });

  it.each([
    ['/definitions', '', 'nav.definitions'],
    ['/definitions', 'of=limit', 'nav.limits'],
    ['/definitions/calendar/cn', '', 'nav.limits'],
    ['/definitions/process/case-handling', '', 'nav.processes'],
    ['/definitions/changes', '', 'nav.publish'],
    ['/definitions/releases', '', 'nav.publish'],
    ['/posts', '', 'nav.posts'],
  ])('knows where %s?%s is, and that it is in one place', (path, search, title) => {
    expect(at(path, search)).toEqual([title]);
  });

  it('is a narrow rail in the editors and the simulator, and nowhere else', () => {
    expect(['/definitions/limit/handle', '/definitions/areas/areas', '/simulator'].every(isStudio)).toBe(true);
    expect(['/definitions', '/definitions/changes', '/definitions/upgrade', '/', '/posts'].some(isStudio)).toBe(false);
  });
});
