import { readFileSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';

// A compiled package is published once per platform, and names them all as optional dependencies. A mirror may lack those
// for platforms that nobody there uses; npm then writes a lock file without them, and `npm ci` refuses that lock file.
// After a change of the dependencies: npm install --package-lock-only && node setup/complete-lock.ts
// This adds what is missing, without a checksum: a platform that is not ours is never fetched.

interface LockedPackage {
  readonly version?: string;
  readonly optional?: boolean;
  readonly dev?: boolean;
  readonly os?: readonly string[];
  readonly cpu?: readonly string[];
  readonly libc?: readonly string[];
  readonly optionalDependencies?: Readonly<Record<string, string>>;
}

interface Lock {
  readonly packages: Readonly<Record<string, LockedPackage>>;
}

const systems = ['android', 'darwin', 'freebsd', 'linux', 'openharmony', 'win32'];
const processors = ['arm64', 'arm', 'x64', 'ia32', 'ppc64', 'riscv64', 's390x', 'loong64'];

/** What a platform package runs on, read from its name, such as `@oxlint/binding-linux-arm64-musl`. */
function platformOf(name: string): Pick<LockedPackage, 'os' | 'cpu' | 'libc'> | undefined {
  const words = name.split(/[-/]/);
  const os = systems.find((system) => words.includes(system));
  const cpu = processors.find((processor) => words.includes(processor));
  if (os === undefined || cpu === undefined) return undefined;
  const libc = words.some((word) => word.startsWith('musl')) ? 'musl' : 'glibc';
  return { cpu: [cpu], ...(os === 'linux' ? { libc: [libc] } : {}), os: [os] };
}

/** npm writes the version first and the rest by the alphabet; so that it finds nothing to change. */
function inNpmOrder({ version, ...rest }: LockedPackage): LockedPackage {
  const sorted = Object.entries(rest).toSorted(([a], [b]) => a.localeCompare(b, 'en'));
  return { ...(version === undefined ? {} : { version }), ...Object.fromEntries(sorted) };
}

/** The folders where Node looks for what the package at `path` imports, the nearest first. */
function foldersFor(path: string): string[] {
  const steps = path
    .split('/node_modules/')
    .map((_, index, all) => all.slice(0, all.length - index).join('/node_modules/'));
  return [...steps.map((step) => `${step}/node_modules`), 'node_modules'];
}

/** The platform packages that a lock file names and does not hold, as entries of it. */
export function missingPlatforms(lock: Lock): Record<string, LockedPackage> {
  const missing: Record<string, LockedPackage> = {};
  const versionAt = (place: string): string | undefined => (missing[place] ?? lock.packages[place])?.version;
  for (const [path, { optionalDependencies = {}, dev }] of Object.entries(lock.packages)) {
    for (const [name, version] of Object.entries(optionalDependencies)) {
      const platform = platformOf(name);
      if (platform === undefined || !/^\d/.test(version)) continue;
      const places = foldersFor(path).map((folder) => `${folder}/${name}`);
      if (places.some((place) => versionAt(place) === version)) continue;
      // As npm does it: as high up as no other version stands in the way.
      const taken = places.findIndex((place) => versionAt(place) !== undefined);
      const place = (taken === -1 ? places.at(-1) : places[taken - 1]) ?? `${path}/node_modules/${name}`;
      missing[place] = inNpmOrder({ version, ...(dev === true ? { dev } : {}), optional: true, ...platform });
    }
  }
  return missing;
}

if (import.meta.main) {
  const path = join(import.meta.dirname, '..', 'package-lock.json');
  const lock = JSON.parse(readFileSync(path, 'utf8')) as Lock;
  const added = missingPlatforms(lock);
  const packages = Object.entries({ ...lock.packages, ...added }).toSorted(([a], [b]) => a.localeCompare(b, 'en'));
  writeFileSync(path, `${JSON.stringify({ ...lock, packages: Object.fromEntries(packages) }, null, 2)}\n`);
  process.stdout.write(`${Object.keys(added).length} platform packages added\n`);
}
