import { createHash } from 'node:crypto';
import { lstatSync, mkdirSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join, resolve } from 'node:path';

/** The system takes no longer names of sockets (108 bytes on Linux, 104 on macOS, with the zero at the end). */
const longestName = 100;

/**
 * Where the server of a DATA_DIR listens for commands of this machine's user: in the folder itself, or, where that name
 * is too long for a socket, in a folder of the user's own among the temporary ones; a named pipe on Windows.
 *
 * @throws Error when somebody else made that temporary folder
 */
export function socketAddress(dataDir: string): string {
  const hash = createHash('sha256').update(resolve(dataDir)).digest('hex').slice(0, 16);
  if (process.platform === 'win32') return `\\\\.\\pipe\\gridloom-${hash}`;
  const inside = join(resolve(dataDir), 'gridloom.sock');
  return Buffer.byteLength(inside) <= longestName ? inside : join(ownFolder(hash), 'gridloom.sock');
}

function ownFolder(hash: string): string {
  const user = process.getuid?.() ?? 0;
  const folder = join(tmpdir(), `gridloom-${user}-${hash}`);
  mkdirSync(folder, { recursive: true, mode: 0o700 });
  const found = lstatSync(folder);
  if (!found.isDirectory() || found.uid !== user || (found.mode & 0o077) !== 0)
    throw new Error(`${folder} belongs to somebody else`);
  return folder;
}
