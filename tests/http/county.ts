import { xiguan } from '../application/street.ts';
import { administratorOf, drafter, ok, published, type Drafter } from './drafting.ts';
import { openTestApp, type TestApp } from './open-test-app.ts';

/** A county with two streets: the demo street, and one that was only just made. */
export interface County {
  readonly door: TestApp;
  readonly county: Drafter;
  readonly street: Drafter;
  readonly newStreet: Drafter;
  /** Somebody who works in a grid of the new street. */
  readonly newWorker: string;
}

/** Codes of the county and its new street. */
export const county = {
  root: '620502',
  street: '620502006',
  community: '620502006001',
  grid: '620502006001001',
} as const;

const areas = [
  { code: county.street, name: '新街道', type: 'street', parent: county.root },
  { code: county.community, name: '新社区', type: 'community', parent: county.street },
  { code: county.grid, name: '新社区 01 网格', type: 'grid', kind: 'courtyard', parent: county.community },
];

/** Opens a county: its administrator publishes the second street, and somebody is put on a post there. */
export async function openCounty(): Promise<County> {
  const door = await openTestApp({ publishes: true });
  await administratorOf(door, county.root, 'county');
  await administratorOf(door, county.street, 'newstreet');
  const root = drafter(door, 'county', county.root);
  ok(
    await root.change('areas', 'areas', ({ json }) => ({
      ...json,
      areas: [...(json['areas'] as readonly object[]), ...areas] as never,
    })),
  );
  await published(root);
  const newStreet = drafter(door, 'newstreet', county.street);
  const added = ok(await newStreet.ask('POST', '/api/people', { name: '新来的人', account: 'newworker' }));
  for (const post of ['grid-manager', 'grid-head']) {
    const url = `/api/people/${added.person.id}/assignments`;
    ok(await newStreet.ask('POST', url, { post, area: county.grid, kind: 'formal' }));
  }
  await door.street.context.database.transaction((tx) =>
    tx.query(`update person set must_change_password = false where account = 'newworker'`),
  );
  const street = drafter(door, xiguan.administrator, xiguan.street);
  return { door, county: root, street, newStreet, newWorker: 'newworker' };
}
