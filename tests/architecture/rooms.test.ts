import { existsSync, readdirSync } from 'node:fs';
import { join } from 'node:path';
import { describe, expect, it } from 'vitest';
import { suites } from '../suites.ts';
import { rooms } from './house.ts';
import { roomOf } from './imports.ts';
import { codeFiles, root, type SourceFile } from './source-file.ts';

/** The folders in which there must be a README, because a room with files in it says so. */
function readmeFolders(files: readonly SourceFile[]): string[] {
  const inUse = files.flatMap((file) => roomOf(file.path, rooms) ?? []);
  return [...new Set(inUse.map((room) => room.readme ?? room.path))];
}

/** Folders below tests/ that hold test files and belong to no suite. */
function testFoldersOfNoSuite(files: readonly SourceFile[]): string[] {
  const known = new Set(suites.flatMap((suite) => suite.folders));
  const folders = files.map(({ path }) => /^tests\/([^/]+)\/.*\.test\.tsx?$/.exec(path)?.[1] ?? 'architecture');
  return [...new Set(folders)].filter((folder) => !known.has(folder));
}

describe('every room', () => {
  it('tells in a README what it is, what it owns and what not', () => {
    const silent = readmeFolders(codeFiles).filter((folder) => !existsSync(join(root, folder, 'README.md')));
    expect(silent).toEqual([]);
  });

  it('has its tests in a suite that is run', () => {
    expect(testFoldersOfNoSuite(codeFiles)).toEqual([]);
  });
});

describe('the top of the house', () => {
  it('holds only what a newcomer must meet', () => {
    const expected = ['client', 'definitions', 'plugins', 'server', 'setup', 'studio', 'tests', 'node_modules', 'data'];
    const visible = readdirSync(root, { withFileTypes: true }).filter(
      (entry) => entry.isDirectory() && !entry.name.startsWith('.'),
    );
    expect(visible.map(({ name }) => name).filter((name) => !expected.includes(name))).toEqual([]);
  });
});

describe('the check of rooms', () => {
  it('reports a test folder that no suite runs', () => {
    expect(testFoldersOfNoSuite([{ path: 'tests/elsewhere/a.test.ts', text: '' }])).toEqual(['elsewhere']);
  });

  it('asks each room for a README, or the one that speaks for it', () => {
    const paths = ['studio/cases/CaseList.tsx', 'studio/build/contract-as-calls.ts'];
    expect(readmeFolders(paths.map((path) => ({ path, text: '' })))).toEqual(['studio/cases', 'studio']);
  });
});
