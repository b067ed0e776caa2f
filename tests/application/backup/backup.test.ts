import {
  appendFileSync,
  cpSync,
  existsSync,
  mkdirSync,
  readdirSync,
  readFileSync,
  rmSync,
  writeFileSync,
} from 'node:fs';
import { join } from 'node:path';
import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { makeBackup } from '../../../server/application/backup/make-backup.ts';
import { restoreBackup } from '../../../server/application/backup/restore-backup.ts';
import { verifyRestored } from '../../../server/application/backup/verify-restored.ts';
import type { Context } from '../../../server/application/context.ts';
import { openContext } from '../../../server/application/open-context.ts';
import { uuidv7 } from '../../../server/application/uuid.ts';
import { firstPack, packArgument } from '../../../server/packs/pack-argument.ts';
import { freshDatabase, type DatabaseAddress, type FreshDatabase } from '../../harness/database/fresh-database.ts';
import { temporaryFolder } from '../../harness/temporary-folder.ts';
import { openLiveStreet } from '../doctor/live-street.ts';
import type { Street } from '../street.ts';

const silent = (): void => undefined;
let street: Street;
let target: FreshDatabase;
let backup: string;

beforeAll(async () => {
  street = await openLiveStreet();
  mkdirSync(join(street.context.photosDir, 'ab'), { recursive: true });
  writeFileSync(join(street.context.photosDir, 'ab', 'abcd.jpg'), 'a picture');
  target = await freshDatabase({ name: 'nothing', prepare: async () => undefined });
  backup = temporaryFolder('backup').path;
  await makeBackup(street.context, {
    folder: backup,
    force: false,
    databaseUrl: urlOf(street.address),
    report: silent,
  });
});
afterAll(async () => {
  await street.close();
  await target.remove();
});

function urlOf(address: DatabaseAddress): string | null {
  return address.kind === 'postgres' ? address.url : null;
}

function into(address: DatabaseAddress, folder: string, force = false) {
  const dataDir = address.kind === 'pglite' ? address.folder : temporaryFolder('data').path;
  return { folder, dataDir, databaseUrl: urlOf(address), force, report: silent };
}

async function opened<T>(
  dataDir: string,
  databaseUrl: string | null,
  work: (context: Context) => Promise<T>,
): Promise<T> {
  const { context } = await openContext({
    dataDir,
    databaseUrl,
    clock: { offsetMs: () => 0 },
    demo: false,
    log: { info: silent, warn: silent, error: silent },
    packs: { find: packArgument(firstPack).find, first: firstPack },
    wake: silent,
    asItIs: true,
  });
  try {
    return await work(context);
  } finally {
    await context.database.close();
  }
}

/** A copy of the backup that may be spoilt. */
function anotherBackup(): string {
  const folder = temporaryFolder('backup').path;
  cpSync(backup, folder, { recursive: true });
  return folder;
}

describe('a backup', () => {
  test('restored into an empty database is what it was, down to the last row, invariant and photo', async () => {
    const wish = into(target.address, backup);
    const manifest = await restoreBackup(wish);
    const verified = await opened(wish.dataDir, wish.databaseUrl, (context) => verifyRestored(context, manifest));
    expect(verified.differing).toEqual([]);
    expect(verified.doctor.counts).toEqual({});
    expect(verified.doctor.folded).toBeGreaterThan(2);
    const [told] = await street.rows<{ events: number }>('select count(*)::int as events from history');
    expect(verified.doctor.events).toBe(told?.events);
    expect(readFileSync(join(wish.dataDir, 'photos', 'ab', 'abcd.jpg'), 'utf8')).toBe('a picture');
  });

  test('is not put over data unless that is said', async () => {
    await expect(restoreBackup(into(target.address, backup))).rejects.toThrow('restore-target-full');
    const manifest = await restoreBackup(into(target.address, backup, true));
    expect(manifest.counts['person']).toBeGreaterThan(10);
  });

  test('is not written over another unless that is said', async () => {
    const wish = { folder: backup, databaseUrl: urlOf(street.address), report: silent };
    await expect(makeBackup(street.context, { ...wish, force: false })).rejects.toThrow('backup-target-full');
    await makeBackup(street.context, { ...wish, force: true });
    expect(existsSync(join(backup, 'backup.json'))).toBe(true);
  });

  test('of which one byte has changed is not restored, and nothing is touched', async () => {
    const folder = anotherBackup();
    appendFileSync(join(folder, 'photos', 'ab', 'abcd.jpg'), '!');
    const empty = await freshDatabase({ name: 'nothing', prepare: async () => undefined });
    const wish = into(empty.address, folder);
    await expect(restoreBackup(wish)).rejects.toThrow('backup-damaged');
    expect(readdirSync(wish.dataDir).filter((name) => name === 'database' || name === 'photos')).toEqual([]);
    await empty.remove();
  });

  test('that was not finished is none', async () => {
    const folder = anotherBackup();
    rmSync(join(folder, 'backup.json'));
    await expect(restoreBackup(into(target.address, folder, true))).rejects.toThrow('no-backup');
  });

  test('of the one database is not restored into the other', async () => {
    const folder = anotherBackup();
    const other = target.address.kind === 'pglite' ? 'postgres://nobody@127.0.0.1:1/none' : null;
    const wish = { ...into(target.address, folder), databaseUrl: other, dataDir: temporaryFolder('data').path };
    await expect(restoreBackup(wish)).rejects.toThrow('backup-of-other-database');
  });

  test('says so when a row is missing after all', async () => {
    const wish = into(target.address, backup, true);
    const manifest = await restoreBackup(wish);
    const verified = await opened(wish.dataDir, wish.databaseUrl, async (context) => {
      await context.database.transaction((tx) =>
        tx.query('delete from timer where tenant_id = $1 and instance_id <> $2', [context.tenant, uuidv7()]),
      );
      return verifyRestored(context, manifest);
    });
    expect(verified.differing.map(({ table }) => table)).toEqual(['timer']);
    expect(verified.doctor.counts['token-without-timer']).toBeGreaterThan(0);
  });
});
