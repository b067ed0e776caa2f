import { mkdir, open, readdir, rename, rm, stat, writeFile } from 'node:fs/promises';
import { join, relative } from 'node:path';
import { databaseVersion, exportSnapshot, tableCounts, type TableCounts } from '../../database/backup-ground.ts';
import { appliedMigrations } from '../../database/schema-state.ts';
import type { Transaction } from '../../database/transaction.ts';
import type { Context } from '../context.ts';
import { Refusal } from '../refusal.ts';
import { copyHashed, filesBelow, manifestFile, type BackedUpFile, type BackupManifest } from './backup-manifest.ts';
import { runPostgresProgram } from './postgres-program.ts';

export interface BackupWish {
  /** Where it goes; made when it is not there. */
  readonly folder: string;
  /** Takes the place of a backup that is there. */
  readonly force: boolean;
  /** Only with PostgreSQL. */
  readonly databaseUrl: string | null;
  readonly report: (progress: string) => void;
}

/** So often a transaction says something while pg_dump runs under its snapshot: the server ends idle ones after 30 s. */
const aliveMs = 10_000;

/**
 * Writes a backup: the database as of one instant, then the photos, then the manifest. A photo's file is there before
 * its row is, so every photo the database speaks of is in it.
 *
 * @throws Refusal `backup-target-full`, `postgres-program-missing`, `postgres-program-failed`
 */
export async function makeBackup(context: Context, wish: BackupWish): Promise<BackupManifest> {
  const { folder, report } = wish;
  await prepareFolder(wish);
  const saved = context.database.kind === 'pglite' ? await copyEmbedded(context, folder) : await dump(context, wish);
  report(`数据库 database: ${saved.files.length}`);
  const photos: BackedUpFile[] = [];
  for (const path of await filesBelow(context.photosDir)) {
    if (path.endsWith('.part')) continue;
    photos.push(await copyHashed(join(context.photosDir, path), folder, join('photos', path)));
    if (photos.length % 1000 === 0) report(`照片 photos: ${photos.length}`);
  }
  const manifest = { ...saved, files: [...saved.files, ...photos] };
  await writeLast(folder, JSON.stringify(manifest, null, 1));
  return manifest;
}

async function prepareFolder({ folder, force }: BackupWish): Promise<void> {
  await mkdir(folder, { recursive: true, mode: 0o700 });
  if ((await readdir(folder)).length === 0) return;
  if (!force) throw new Refusal('backup-target-full', { folder });
  // The manifest first: from here on until the new one is written the folder is no backup.
  for (const name of [manifestFile, 'database', 'database.dump', 'photos'])
    await rm(join(folder, name), { recursive: true, force: true });
}

type Saved = Omit<BackupManifest, 'files'> & { readonly files: BackedUpFile[] };

function saved(tx: Facts, database: 'pglite' | 'postgres', files: BackedUpFile[]): Saved {
  return { format: 1, madeAt: new Date().toISOString(), database, ...tx, files };
}

interface Facts {
  readonly counts: TableCounts;
  readonly databaseVersion: string;
  readonly migrations: readonly string[];
}

async function factsOf(tx: Pick<Transaction, 'query'>): Promise<Facts> {
  return {
    counts: await tableCounts(tx),
    databaseVersion: await databaseVersion(tx),
    migrations: await appliedMigrations(tx),
  };
}

/** Everybody waits while the files are copied, so they are written through to the disk only afterwards. */
async function copyEmbedded({ database }: Context, folder: string): Promise<Saved> {
  const copied = await database.atRest(async (tx, from) => {
    const files: BackedUpFile[] = [];
    const facts = await factsOf(tx);
    for (const path of await filesBelow(from))
      files.push(await copyHashed(join(from, path), folder, join('database', path), false));
    // PostgreSQL wants its empty folders too.
    for (const entry of await readdir(from, { recursive: true, withFileTypes: true }))
      if (entry.isDirectory())
        await mkdir(join(folder, 'database', relative(from, join(entry.parentPath, entry.name))), { recursive: true });
    return saved(facts, 'pglite', files);
  });
  for (const { path } of copied.files) await sync(join(folder, path), 'r+');
  return copied;
}

function dump({ database }: Context, { folder, databaseUrl }: BackupWish): Promise<Saved> {
  return database.read(async (tx) => {
    const facts = await factsOf(tx);
    const alive = setInterval(() => void stayAlive(tx), aliveMs);
    try {
      const args = ['--format=custom', '--no-owner', '--no-privileges', `--file=${join(folder, 'database.dump')}`];
      await runPostgresProgram('pg_dump', databaseUrl ?? '', [...args, `--snapshot=${await exportSnapshot(tx)}`]);
    } finally {
      clearInterval(alive);
    }
    return saved(facts, 'postgres', [await described(folder, 'database.dump')]);
  });
}

async function stayAlive(tx: Transaction): Promise<void> {
  try {
    await tx.query('select 1');
  } catch {
    // A connection that is lost is told by the commit, and pg_dump by its own words.
  }
}

async function described(folder: string, path: string): Promise<BackedUpFile> {
  const unhashed = join(folder, `${path}.part`);
  await rename(join(folder, path), unhashed);
  const file = await copyHashed(unhashed, folder, path);
  await rm(unhashed);
  return file;
}

async function writeLast(folder: string, text: string): Promise<void> {
  const unfinished = join(folder, `${manifestFile}.part`);
  await writeFile(unfinished, text, { mode: 0o600, flush: true });
  await rename(unfinished, join(folder, manifestFile));
  if (process.platform === 'win32' || !(await stat(folder)).isDirectory()) return;
  await sync(folder, 'r');
}

/** Writes a file, or the names in a folder, through to the disk. */
async function sync(path: string, flags: 'r' | 'r+'): Promise<void> {
  const handle = await open(path, flags);
  try {
    await handle.sync();
  } finally {
    await handle.close();
  }
}
