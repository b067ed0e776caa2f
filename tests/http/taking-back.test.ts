import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { enactReleases } from '../../server/application/releases/enact-releases.ts';
import { xiguan } from '../application/street.ts';
import { drafter, ok, pinnedBy, published, type Drafter } from './drafting.ts';
import { openTestApp, type TestApp } from './open-test-app.ts';

let door: TestApp;
let street: Drafter;
let first = '';
let inherited = '';

beforeAll(async () => {
  door = await openTestApp({ publishes: true });
  street = drafter(door, xiguan.administrator, xiguan.street);
});

afterAll(() => door.close());

const setLimit = async (amount: number): Promise<unknown> =>
  ok(await street.change('limit', 'handle-grid', ({ json }) => ({ ...json, amount })));
const pinned = (): Promise<string> => pinnedBy(door, xiguan.worker, xiguan.grid01);
const inAnHour = async (): Promise<string> =>
  door.street.context.database.read(async (tx) => new Date(Date.parse(tx.now) + 3_600_000).toISOString());

describe('a release with a date', () => {
  it('comes into force by the clock: until then new cases run on what was', async () => {
    inherited = await pinned();
    await setLimit(4);
    const { release } = await published(street, { effectiveFrom: await inAnHour() });
    first = release.id;
    expect(release).toMatchObject({ state: 'coming', mayTakeBack: true });
    expect(await pinned()).toBe(inherited);
    await door.street.advance(3_000_000);
    expect(await pinned()).toBe(inherited);
    await door.street.advance(700_000);
    expect(await pinned()).not.toBe(inherited);
    expect(await enactReleases(door.street.context)).toBe(1);
    expect((await street.releases()).map(({ state }) => state)).toEqual(['current']);
  });

  it('cannot lie in the past, nor be overtaken by one before it', async () => {
    await setLimit(5);
    await street.examine();
    expect((await street.publish({ effectiveFrom: '2020-01-01T00:00:00.000Z' })).body.code).toBe('release-date-wrong');
    expect((await street.publish({ effectiveFrom: '2099-01-01T00:00:00.000Z' })).body.code).toBe('release-date-wrong');
    ok(await street.publish({ effectiveFrom: await inAnHour() }));
    await setLimit(6);
    await street.examine();
    expect((await street.publish()).body.code).toBe('release-coming');
  });

  it('that is taken back before it comes never comes', async () => {
    const before = await pinned();
    const [coming] = await street.releases();
    expect(ok(await street.takeBack(coming?.id ?? ''))).toMatchObject({ state: 'current', takesBack: coming?.id });
    await door.street.advance(2 * 3_600_000);
    expect(await pinned()).toBe(before);
    expect((await street.releases()).map(({ state }) => state)).toEqual(['past', 'current', 'past']);
  });
});

describe('taking back', () => {
  it('gives again what held before, as a release of its own; running cases stay', async () => {
    const url = `/api/drafts/${await street.draft()}`;
    ok(await street.ask('DELETE', url));
    const before = await pinned();
    await setLimit(7);
    const { release } = await published(street);
    const after = await pinned();
    expect(after).not.toBe(before);
    const taken = ok(await street.takeBack(release.id));
    expect(taken).toMatchObject({ state: 'current', takesBack: release.id, note: '改错了' });
    expect(await pinned()).toBe(before);
    const [counted] = await street.releases();
    expect(counted?.id).toBe(taken.id);
    const [row] = await door.street.rows<{ running: number }>(
      `select count(*)::int as running from process_instance where manifest_hash = $1 and ended_at is null`,
      after,
    );
    expect(row?.running).toBeGreaterThan(0);
    const { changes } = ok(await street.ask('GET', `/api/releases/${taken.id}/changes`));
    expect(changes).toEqual([expect.objectContaining({ kind: 'limit', id: 'handle-grid' })]);
  });

  it('of what is no longer in force is refused', async () => {
    expect((await street.takeBack(first)).body.code).toBe('release-not-to-take-back');
    const unknown = await street.takeBack('01a00000-0000-7000-8000-000000000000');
    expect([unknown.status, unknown.body.code]).toEqual([404, 'release-unknown']);
  });

  it('of a street’s first own release lets it inherit again, and the next draft begins from that', async () => {
    const fresh = await openTestApp({ publishes: true });
    try {
      const other = drafter(fresh, xiguan.administrator, xiguan.street);
      const before = await pinnedBy(fresh, xiguan.worker, xiguan.grid01);
      ok(await other.change('limit', 'handle-grid', ({ json }) => ({ ...json, amount: 4 })));
      const { release } = await published(other);
      ok(await other.takeBack(release.id));
      expect(await pinnedBy(fresh, xiguan.worker, xiguan.grid01)).toBe(before);
      expect(await other.read('limit', 'handle-grid')).toMatchObject({ origin: 'inherited', state: 'same' });
      ok(await other.change('limit', 'handle-grid', ({ json }) => ({ ...json, amount: 5 })));
      const again = await published(other);
      expect(again.release.pack).toMatchObject({ id: 'area-620502005', version: '1.0.1' });
    } finally {
      await fresh.close();
    }
  });
});
