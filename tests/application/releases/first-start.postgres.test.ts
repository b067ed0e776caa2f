import { afterAll, beforeAll, expect, test } from 'vitest';
import { openContext } from '../../../server/application/open-context.ts';
import { issueSetupCode } from '../../../server/application/sessions/setup-code.ts';
import { firstPack, packArgument } from '../../../server/packs/pack-argument.ts';
import { freshDatabase, type FreshDatabase } from '../../harness/database/fresh-database.ts';

let empty: FreshDatabase;
beforeAll(async () => {
  empty = await freshDatabase({ name: 'nothing', prepare: async () => undefined });
});
afterAll(() => empty.remove());

const silent = (): void => undefined;

function start() {
  if (empty.address.kind !== 'postgres') throw new Error('only PostgreSQL has several nodes');
  return openContext({
    dataDir: '/nonexistent',
    databaseUrl: empty.address.url,
    clock: { offsetMs: () => 0 },
    demo: false,
    log: { info: silent, warn: silent, error: silent },
    packs: { find: packArgument(firstPack).find, first: firstPack },
    wake: silent,
  });
}

test('three nodes that start at once on an empty database all come up, and one of them has installed the pack', async () => {
  const nodes = await Promise.all([start(), start(), start()]);
  const codes = await Promise.all(nodes.map(({ context }) => issueSetupCode(context)));
  const [first] = nodes;
  const rows = await first?.context.database.read((tx) =>
    tx.query('select (select count(*) from tenant)::int as tenants, (select count(*) from release)::int as releases'),
  );
  await Promise.all(nodes.map(({ context }) => context.database.close()));

  expect(codes.filter((code) => code !== null)).toHaveLength(3);
  expect(nodes.filter(({ installed }) => installed)).toHaveLength(1);
  expect(rows).toEqual([{ tenants: 1, releases: 1 }]);
});
