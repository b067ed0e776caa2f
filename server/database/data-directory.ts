import { chmodSync, mkdirSync } from 'node:fs';
import { join } from 'node:path';
import { DatabaseSync } from 'node:sqlite';

/** Another program holds the embedded database of this folder. */
export class DataDirectoryInUse extends Error {
  readonly code = 'data-directory-in-use';
  readonly directory: string;

  constructor(directory: string) {
    super(`another program uses the database in ${directory}`);
    this.name = 'DataDirectoryInUse';
    this.directory = directory;
  }
}

/** The right to be the only one in a DATA_DIR. It ends with `release`, or with the process, however that ends. */
export interface DataDirectoryLock {
  release(): void;
}

/**
 * Makes the folder if needed, for this user only, and takes its lock. The embedded database has no lock of its own, and
 * two programs on it destroy it (tried). SQLite's exclusive lock is the operating system's: a killed process loses it.
 *
 * @throws DataDirectoryInUse when another process has it
 */
export function lockDataDirectory(directory: string): DataDirectoryLock {
  mkdirSync(directory, { recursive: true, mode: 0o700 });
  const lock = new DatabaseSync(join(directory, 'lock.sqlite'));
  try {
    lock.exec('begin exclusive');
  } catch (error) {
    lock.close();
    if (error instanceof Error && /locked|busy/.test(error.message)) throw new DataDirectoryInUse(directory);
    throw error;
  }
  return { release: () => lock.close() };
}

/** The folder of the embedded database inside a DATA_DIR. */
export function embeddedDatabaseFolder(directory: string): string {
  const folder = join(directory, 'database');
  mkdirSync(folder, { recursive: true, mode: 0o700 });
  chmodSync(folder, 0o700);
  return folder;
}
