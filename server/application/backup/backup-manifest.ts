import { createHash } from 'node:crypto';
import { createReadStream } from 'node:fs';
import { mkdir, open, readdir, readFile, stat } from 'node:fs/promises';
import { dirname, join, relative, sep } from 'node:path';
import type { TableCounts } from '../../database/backup-ground.ts';
import { Refusal } from '../refusal.ts';

/** A file of a backup. */
export interface BackedUpFile {
  /** From the backup's folder, with `/`. */
  readonly path: string;
  readonly bytes: number;
  readonly sha256: string;
}

/** What a backup says of itself. It is written last: a folder without it is no backup. */
export interface BackupManifest {
  readonly format: 1;
  readonly madeAt: string;
  readonly database: 'pglite' | 'postgres';
  readonly databaseVersion: string;
  readonly migrations: readonly string[];
  readonly counts: TableCounts;
  readonly files: readonly BackedUpFile[];
}

export const manifestFile = 'backup.json';

/** @throws Refusal `no-backup` when the folder holds none that this program can read */
export async function readManifest(folder: string): Promise<BackupManifest> {
  try {
    const manifest = JSON.parse(await readFile(join(folder, manifestFile), 'utf8')) as BackupManifest;
    if (manifest.format === 1) return manifest;
  } catch {
    // Not there, or no JSON: the same to whoever asks.
  }
  throw new Refusal('no-backup', { folder });
}

/** Files below a folder, in order; none when it is not there. */
export async function filesBelow(folder: string): Promise<readonly string[]> {
  const entries = await readdir(folder, { recursive: true, withFileTypes: true }).catch(() => []);
  return entries
    .filter((entry) => entry.isFile())
    .map((entry) => relative(folder, join(entry.parentPath, entry.name)))
    .toSorted();
}

/** Copies a file in pieces and says what it was; written through to the disk, unless that is done later. */
export async function copyHashed(from: string, folder: string, path: string, synced = true): Promise<BackedUpFile> {
  const to = join(folder, path);
  await mkdir(dirname(to), { recursive: true, mode: 0o700 });
  const hash = createHash('sha256');
  const file = await open(to, 'w', 0o600);
  let bytes = 0;
  try {
    for await (const piece of createReadStream(from)) {
      hash.update(piece);
      bytes += (piece as Buffer).length;
      await file.write(piece as Buffer);
    }
    if (synced) await file.sync();
  } finally {
    await file.close();
  }
  return { path: path.split(sep).join('/'), bytes, sha256: hash.digest('hex') };
}

/** What a file of a backup is now. */
async function hashOf(path: string): Promise<string> {
  const hash = createHash('sha256');
  for await (const piece of createReadStream(path)) hash.update(piece);
  return hash.digest('hex');
}

/**
 * Holds every file of a backup against what was written down of it.
 *
 * @throws Refusal `backup-damaged` with the first file that is missing or not what it was
 */
export async function checkFiles(folder: string, { files }: BackupManifest): Promise<void> {
  for (const { path, bytes, sha256 } of files) {
    if (!(await isUnchanged(join(folder, path), bytes, sha256)))
      throw new Refusal('backup-damaged', { folder, file: path });
  }
}

async function isUnchanged(path: string, bytes: number, sha256: string): Promise<boolean> {
  try {
    return (await stat(path)).size === bytes && (await hashOf(path)) === sha256;
  } catch {
    return false; // missing, or it cannot be read: either way it is of no use
  }
}
