import { chmodSync, mkdtempSync, rmSync } from 'node:fs';
import { join } from 'node:path';
import { inject } from 'vitest';

/** A new empty folder, for example as a DATA_DIR. `remove` deletes it early; else it goes with the run. */
export function temporaryFolder(name = 'folder'): { readonly path: string; remove(): void } {
  const path = mkdtempSync(join(inject('runFolder'), `${name}-`));
  chmodSync(path, 0o755); // a PostgreSQL in it runs as another user
  return { path, remove: () => rmSync(path, { recursive: true, force: true }) };
}
