import { posix } from 'node:path';
import { type ParseResult, type Program, parseSync, Visitor } from 'oxc-parser';
import type { Room } from './house.ts';
import type { SourceFile } from './source-file.ts';

/** One file that names another, or a package. */
export interface Import {
  readonly from: string;
  /** A path from the project's folder for what is ours, else the specifier as it is written. */
  readonly to: string;
  readonly ours: boolean;
  /** Nothing of it is left when the program runs. */
  readonly typesOnly: boolean;
}

interface Specifier {
  readonly value: string;
  readonly typesOnly: boolean;
}

/** Files that a module starts or reads by `new URL('./file', import.meta.url)`: workers, mostly. */
function urlsIn(program: Program): Specifier[] {
  const found: Specifier[] = [];
  new Visitor({
    NewExpression({ callee, arguments: [first, second] }) {
      if (callee.type !== 'Identifier' || callee.name !== 'URL' || second?.type !== 'MemberExpression') return;
      if (first?.type !== 'Literal' || typeof first.value !== 'string' || !/^\..*\.(ts|mjs)$/.test(first.value)) return;
      found.push({ value: first.value, typesOnly: false });
    },
    ImportExpression({ source }) {
      if (source.type === 'Literal' && typeof source.value === 'string')
        found.push({ value: source.value, typesOnly: false });
    },
  }).visit(program);
  return found;
}

function specifiersOf({ module, program }: ParseResult): Specifier[] {
  const imports = module.staticImports.map(({ moduleRequest, entries }) => ({
    value: moduleRequest.value,
    typesOnly: entries.length > 0 && entries.every((entry) => entry.isType),
  }));
  const exports = module.staticExports
    .flatMap(({ entries }) => entries)
    .flatMap(({ moduleRequest, isType }) => (moduleRequest ? { value: moduleRequest.value, typesOnly: isType } : []));
  return [...imports, ...exports, ...urlsIn(program)];
}

/** What a file imports: statically, dynamically, by re-export, or as the file of a worker. */
export function importsOf(file: SourceFile): Import[] {
  return specifiersOf(parseSync(file.path, file.text)).map(({ value, typesOnly }) => {
    const ours = value.startsWith('.');
    const to = ours ? posix.join(posix.dirname(file.path), value.replace(/\?.*$/, '')) : value;
    return { from: file.path, to, ours, typesOnly };
  });
}

/** The files of a program that begins with one: itself, and what it imports when it runs, at once or later. */
export function reachedFrom(first: string, files: readonly SourceFile[]): SourceFile[] {
  const byPath = new Map(files.map((file) => [file.path, file]));
  const reached = new Set<SourceFile>();
  const look = (path: string): void => {
    const file = byPath.get(path);
    if (file !== undefined) reached.add(file);
  };
  look(first);
  // A set is walked in the order of insertion, and what is added while walking is walked too.
  for (const file of reached) for (const { to, typesOnly } of importsOf(file)) if (!typesOnly) look(to);
  return [...reached];
}

function matches(pattern: string, path: string): boolean {
  if (pattern === '') return true;
  if (pattern.endsWith('/')) return posix.dirname(path) === pattern.slice(0, -1);
  const parts = path.split('/');
  return pattern.split('/').every((part, index) => (part === '*' ? parts.length > index + 1 : part === parts[index]));
}

/** The room a path lies in: the one with the longest matching path; with a `*`, the folder that stands for it. */
export function roomOf(path: string, rooms: readonly Room[]): Room | undefined {
  const [room] = rooms
    .filter((candidate) => matches(candidate.path, path))
    .toSorted((a, b) => specificity(b) - specificity(a));
  if (room === undefined || !room.path.includes('*')) return room;
  return { ...room, path: path.split('/').slice(0, room.path.split('/').length).join('/') };
}

function specificity(room: Room): number {
  return room.path === '' ? 0 : room.path.split('/').length * 2 - (room.path.includes('*') ? 1 : 0);
}

function packageName(specifier: string): string {
  return specifier
    .split('/')
    .slice(0, specifier.startsWith('@') ? 2 : 1)
    .join('/');
}

function faultOf(found: Import, rooms: readonly Room[]): string | undefined {
  const room = roomOf(found.from, rooms);
  if (room === undefined) return `${found.from} lies in no room: name it in tests/architecture/house.ts`;
  if (!found.ours) {
    const allowed = room.packages === undefined || room.packages.includes(packageName(found.to));
    return allowed ? undefined : `${found.from} imports the package ${found.to}, which ${room.path} may not`;
  }
  const allowed = roomOf(found.to, rooms)?.path === room.path || room.mayImport.some((path) => matches(path, found.to));
  return allowed ? undefined : `${found.from} imports ${found.to}, which the room ${room.path} may not (house.ts)`;
}

/** Every import that the table of rooms forbids, as sentences. */
export function forbiddenImports(files: readonly SourceFile[], rooms: readonly Room[]): string[] {
  return files.flatMap((file) => importsOf(file)).flatMap((found) => faultOf(found, rooms) ?? []);
}

/** The ways round a graph, each once, as `a → b → a`. */
function cyclesOf(edges: ReadonlyMap<string, Iterable<string>>): string[] {
  const finished = new Set<string>();
  const cycles: string[] = [];
  const visit = (name: string, trail: readonly string[]): void => {
    if (trail.includes(name)) cycles.push([...trail.slice(trail.indexOf(name)), name].join(' → '));
    if (trail.includes(name) || finished.has(name)) return;
    for (const next of edges.get(name) ?? []) visit(next, [...trail, name]);
    finished.add(name);
  };
  for (const name of edges.keys()) visit(name, []);
  return cycles;
}

/** Every chain of imports that comes back to where it began. Types do not count: nothing of them is left at run time. */
export function importCycles(files: readonly SourceFile[]): string[] {
  const known = new Set(files.map((file) => file.path));
  const targets = (file: SourceFile): string[] =>
    importsOf(file).flatMap(({ to, typesOnly }) => (known.has(to) && !typesOnly ? to : []));
  return cyclesOf(new Map(files.map((file) => [file.path, targets(file)])));
}

/** Every way round between rooms, of types too: two rooms that know each other are one room. */
export function roomCycles(files: readonly SourceFile[], rooms: readonly Room[]): string[] {
  const edges = new Map<string, Set<string>>();
  for (const { from, to, ours } of files.flatMap(importsOf)) {
    const [here, there] = [roomOf(from, rooms)?.path, ours ? roomOf(to, rooms)?.path : undefined];
    if (here === undefined || there === undefined || here === there) continue;
    edges.set(here, (edges.get(here) ?? new Set()).add(there));
  }
  return cyclesOf(edges);
}
