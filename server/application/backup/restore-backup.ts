import { mkdir, readdir, rename } from 'node:fs/promises';
import { join, relative } from 'node:path';
import { lockDataDirectory } from '../../database/data-directory.ts';
import { emptyPostgres, isEmptyPostgres } from '../../database/restore-ground.ts';
import { Refusal } from '../refusal.ts';
import { checkFiles, copyHashed, filesBelow, readManifest, type BackupManifest } from './backup-manifest.ts';
import { runPostgresProgram } from './postgres-program.ts';

export interface RestoreWish {
  readonly folder: string;
  readonly dataDir: string;
  readonly databaseUrl: string | null;
  /** Restores where something is already. */
  readonly force: boolean;
  readonly report: (progress: string) => void;
}

/**
 * Puts a backup back. Every file is held against its hash before anything is touched. With `force` an embedded database
 * that is there is moved aside, and a PostgreSQL database is emptied; photos that are there stay, they are what their
 * name says.
 *
 * @throws Refusal `no-backup`, `backup-damaged`, `backup-of-other-database`, `restore-target-full`,
 *   `postgres-program-missing`, `postgres-program-failed`; DataDirectoryInUse while a program runs on it
 */
export async function restoreBackup(wish: RestoreWish): Promise<BackupManifest> {
  const { folder, databaseUrl, dataDir, report } = wish;
  const manifest = await readManifest(folder);
  const target = databaseUrl === null ? 'pglite' : 'postgres';
  if (manifest.database !== target)
    throw new Refusal('backup-of-other-database', { made: manifest.database, wanted: target });
  await checkFiles(folder, manifest);
  report(`备份完好 the backup is sound: ${manifest.files.length}`);
  if (databaseUrl === null) await restoreEmbedded(wish);
  else await restorePostgres(wish, databaseUrl);
  report('数据库已恢复 the database is restored');
  for (const path of await filesBelow(join(folder, 'photos')))
    await copyHashed(join(folder, 'photos', path), join(dataDir, 'photos'), path);
  return manifest;
}

async function restoreEmbedded({ folder, dataDir, force }: RestoreWish): Promise<void> {
  const lock = lockDataDirectory(dataDir);
  try {
    const target = join(dataDir, 'database');
    const there = await readdir(target).catch(() => []);
    if (there.length > 0) {
      if (!force) throw new Refusal('restore-target-full', { target: dataDir });
      await rename(target, `${target}.before-${new Date().toISOString().replaceAll(/[:.]/g, '-')}`);
    }
    const from = join(folder, 'database');
    for (const entry of await readdir(from, { recursive: true, withFileTypes: true }))
      if (entry.isDirectory())
        await mkdir(join(target, relative(from, join(entry.parentPath, entry.name))), { recursive: true, mode: 0o700 });
    for (const path of await filesBelow(from)) await copyHashed(join(from, path), target, path);
  } finally {
    lock.release();
  }
}

async function restorePostgres({ folder, force }: RestoreWish, url: string): Promise<void> {
  if (!(await isEmptyPostgres(url))) {
    if (!force) throw new Refusal('restore-target-full', { target: new URL(url).pathname.slice(1) });
    await emptyPostgres(url);
  }
  const args = ['--no-owner', '--no-privileges', '--exit-on-error', '--single-transaction'];
  await runPostgresProgram('pg_restore', url, [...args, join(folder, 'database.dump')]);
}
