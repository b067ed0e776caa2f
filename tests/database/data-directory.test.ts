import { statSync } from 'node:fs';
import { join } from 'node:path';
import { describe, expect, it } from 'vitest';
import { DataDirectoryInUse, lockDataDirectory } from '../../server/database/data-directory.ts';
import { temporaryFolder } from '../harness/temporary-folder.ts';

describe('the lock on a DATA_DIR', () => {
  it('keeps a second program out, with a stable code', () => {
    const { path } = temporaryFolder('data');
    const lock = lockDataDirectory(path);

    expect(() => lockDataDirectory(path)).toThrow(DataDirectoryInUse);
    expect(() => lockDataDirectory(path)).toThrow(
      expect.objectContaining({ code: 'data-directory-in-use', directory: path }),
    );
    lock.release();
  });

  it('lets the next one in when it is given back', () => {
    const { path } = temporaryFolder('data');
    lockDataDirectory(path).release();
    lockDataDirectory(path).release();
  });

  it('makes a folder that only its user can enter', () => {
    const path = join(temporaryFolder('data').path, 'new', 'folder');
    lockDataDirectory(path).release();
    expect(statSync(path).mode & 0o777).toBe(0o700);
  });
});
