import { existsSync, mkdirSync, rmdirSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { setTimeout as sleep } from 'node:timers/promises';
import { inject } from 'vitest';

/**
 * Does a piece of work once in a run, whichever worker process asks first; the others wait until it is done. When it
 * fails, the next one that asks tries again.
 *
 * @param name says which work; letters, digits and hyphens
 */
export async function oncePerRun(name: string, work: () => Promise<void>): Promise<void> {
  const [done, lock] = [join(inject('runFolder'), `${name}.done`), join(inject('runFolder'), `${name}.lock`)];
  while (!existsSync(done)) {
    if (!takeLock(lock)) {
      await sleep(25);
      continue;
    }
    try {
      if (!existsSync(done)) await work();
      writeFileSync(done, '');
    } finally {
      rmdirSync(lock);
    }
  }
}

/** Making a folder is atomic: of two that try, one succeeds. */
function takeLock(lock: string): boolean {
  try {
    mkdirSync(lock);
    return true;
  } catch (error) {
    if ((error as NodeJS.ErrnoException).code === 'EEXIST') return false;
    throw error;
  }
}
