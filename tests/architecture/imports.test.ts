import { describe, expect, it } from 'vitest';
import { rooms } from './house.ts';
import { forbiddenImports, importCycles, importsOf, roomCycles, roomOf } from './imports.ts';
import { codeFiles } from './source-file.ts';

const kernelFile = (text: string) => ({ path: 'server/kernel/bpmn/step.ts', text });

describe('imports', () => {
  it('are found at all: the scanner saw the files and what they import', () => {
    expect(codeFiles.length).toBeGreaterThan(60);
    expect(codeFiles.flatMap(importsOf).filter(({ ours }) => ours).length).toBeGreaterThan(80);
  });

  it('go only where the table of rooms allows', () => {
    expect(forbiddenImports(codeFiles, rooms)).toEqual([]);
  });

  it('never come back to where they began', () => {
    expect(importCycles(codeFiles)).toEqual([]);
  });

  it('never go both ways between two rooms', () => {
    expect(roomCycles(codeFiles, rooms)).toEqual([]);
  });
});

describe('the scanner of imports', () => {
  it.each([
    ["import { now } from '../../database/now.ts';", 'server/database/now.ts'],
    ["import type { Row } from '../../database/row.ts';", 'server/database/row.ts'],
    ["export { row } from '../../database/row.ts';", 'server/database/row.ts'],
    ["const row = await import('../../database/row.ts');", 'server/database/row.ts'],
    ["new Worker(new URL('../../database/row.ts', import.meta.url));", 'server/database/row.ts'],
    ["import fs from 'node:fs';", 'the package node:fs'],
  ])('reports %s in the kernel', (text, target) => {
    expect(forbiddenImports([kernelFile(text)], rooms)).toEqual([expect.stringContaining(target)]);
  });

  it('reports a feature room of the studio that imports another one', () => {
    const file = { path: 'studio/cases/case-list.tsx', text: "import { Meeting } from '../meetings/meeting.tsx';" };
    expect(forbiddenImports([file], rooms)).toHaveLength(1);
  });

  it('reports a use case that imports a door', () => {
    const file = { path: 'server/application/cases/report.ts', text: "import { app } from '../../http/app.ts';" };
    expect(forbiddenImports([file], rooms)).toHaveLength(1);
  });

  it('lets a room import itself and what stands below it', () => {
    const text = "import { apply } from './apply.ts'; import { evaluate } from '../feel/evaluate.ts';";
    expect(forbiddenImports([kernelFile(text)], rooms)).toEqual([]);
  });

  it('gives a folder matched by a star its own room', () => {
    expect(roomOf('studio/cases/list.tsx', rooms)?.path).toBe('studio/cases');
    expect(roomOf('studio/main.tsx', rooms)?.path).toBe('studio');
  });

  it('reports a cycle once, with its whole way', () => {
    const files = [
      { path: 'server/a.ts', text: "import './b.ts';" },
      { path: 'server/b.ts', text: "import { c } from './c.ts';" },
      { path: 'server/c.ts', text: "import './a.ts';" },
    ];
    expect(importCycles(files)).toEqual(['server/a.ts → server/b.ts → server/c.ts → server/a.ts']);
  });

  it('does not call it a cycle when only a type goes back', () => {
    const files = [
      { path: 'server/a.ts', text: "import './b.ts';" },
      { path: 'server/b.ts', text: "import type { A } from './a.ts';" },
    ];
    expect(importCycles(files)).toEqual([]);
  });

  it('reports two rooms that know each other, even by types only', () => {
    const files = [
      { path: 'server/kernel/feel/a.ts', text: "import type { B } from '../dmn/b.ts';" },
      { path: 'server/kernel/dmn/b.ts', text: "import type { A } from '../feel/a.ts';" },
    ];
    expect(roomCycles(files, rooms)).toEqual(['server/kernel/feel → server/kernel/dmn → server/kernel/feel']);
  });
});
