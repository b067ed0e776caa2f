import { access, mkdir, open, rename } from 'node:fs/promises';
import { dirname, join } from 'node:path';
import { uuidv7 } from '../uuid.ts';

export type PhotoSize = 'full' | 'thumbnail';

/** Where a photo's bytes are: by the first two letters of its hash, so that no folder grows too large. */
export function photoPath(photosDir: string, hash: string, size: PhotoSize): string {
  return join(photosDir, hash.slice(0, 2), `${hash}${size === 'thumbnail' ? '.320' : ''}.jpg`);
}

/** Writes a file that is there as a whole or not at all, also after a power failure; one that is there stays. */
export async function writeOnce(path: string, bytes: Uint8Array): Promise<void> {
  if (await isThere(path)) return;
  await mkdir(dirname(path), { recursive: true, mode: 0o700 });
  const unfinished = `${path}.${uuidv7()}.part`;
  await writeSynced(unfinished, bytes);
  await rename(unfinished, path);
  await syncFolder(dirname(path));
}

async function writeSynced(path: string, bytes: Uint8Array): Promise<void> {
  const file = await open(path, 'wx', 0o600);
  try {
    await file.writeFile(bytes);
    await file.sync();
  } finally {
    await file.close();
  }
}

/** A rename is safe only once its folder is written; Windows has no such thing and needs none. */
async function syncFolder(path: string): Promise<void> {
  if (process.platform === 'win32') return;
  const folder = await open(path);
  try {
    await folder.sync();
  } finally {
    await folder.close();
  }
}

async function isThere(path: string): Promise<boolean> {
  try {
    await access(path);
    return true;
  } catch {
    return false;
  }
}
