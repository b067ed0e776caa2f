import { readdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';

/** A file of the project: its path from the project's folder, with `/`, and what it says. */
export interface SourceFile {
  readonly path: string;
  readonly text: string;
}

/** The project's folder. */
export const root = join(import.meta.dirname, '..', '..');

const outside = new Set(['node_modules', '.git', 'dist', 'coverage', 'test-results']);
const codeEndings = ['.ts', '.tsx', '.mjs'];
const textEndings = [...codeEndings, '.json', '.md', '.sh', '.html', '.css', '.yml', '.bpmn', '.dmn', '.svg'];

function pathsBelow(folder: string): string[] {
  return readdirSync(join(root, folder), { withFileTypes: true }).flatMap((entry) => {
    const path = folder === '' ? entry.name : `${folder}/${entry.name}`;
    if (outside.has(entry.name) || path === 'data') return [];
    return entry.isDirectory() ? pathsBelow(path) : [path];
  });
}

const allPaths = pathsBelow('');

function read(paths: readonly string[]): readonly SourceFile[] {
  return paths.map((path) => ({ path, text: readFileSync(join(root, path), 'utf8') }));
}

/** Every file of the project with code in it. */
export const codeFiles = read(allPaths.filter((path) => codeEndings.some((ending) => path.endsWith(ending))));

/** Every file of the project that people read: code, settings, definitions, documents. */
export const textFiles = read(
  allPaths.filter(
    (path) => textEndings.some((ending) => path.endsWith(ending)) || !path.split('/').at(-1)?.slice(1).includes('.'),
  ),
);

/** The folders of the project that hold files, from the project's folder. */
export const folders = [...new Set(allPaths.map((path) => path.split('/').slice(0, -1).join('/')))];

/** Whether a path is a test file or belongs to the tests. */
export function isTest(path: string): boolean {
  return path.startsWith('tests/') || /\.test\.tsx?$/.test(path);
}
