import { spawnSync } from 'node:child_process';
import { mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { describe, expect, it } from 'vitest';
import { impurities } from './purity.ts';
import { codeFiles, root } from './source-file.ts';

/** What the compiler says about a file that has the kernel's type settings. */
function compileInKernel(text: string): string {
  const folder = mkdtempSync(join(tmpdir(), 'gridloom-kernel-'));
  const settings = { extends: join(root, 'server/kernel/tsconfig.json'), include: ['./*.ts'] };
  writeFileSync(join(folder, 'tsconfig.json'), JSON.stringify(settings));
  writeFileSync(join(folder, 'package.json'), '{ "type": "module" }');
  writeFileSync(join(folder, 'sample.ts'), text);
  const { stdout } = spawnSync(join(root, 'node_modules/.bin/tsc'), ['-p', folder], { encoding: 'utf8' });
  rmSync(folder, { recursive: true });
  return stdout;
}

const kernel = codeFiles.filter((file) => file.path.startsWith('server/kernel/'));

describe('the kernel', () => {
  it('is seen by the scanner', () => {
    expect(kernel.length).toBeGreaterThan(30);
  });

  it('depends on nothing but what it is given', () => {
    expect(kernel.flatMap(impurities)).toEqual([]);
  });
});

describe("the kernel's type settings", () => {
  it.each(['process.exitCode', 'fetch', 'setTimeout', 'crypto', 'document', "import('node:fs')"])(
    'make %s a compile error',
    (expression) => {
      expect(compileInKernel(`export const sample = ${expression};\n`)).toContain('error TS');
    },
  );

  it('let pure code pass', () => {
    expect(compileInKernel('export const sample = Math.max(1, 2);\n')).toBe('');
  });
});

describe('the check of purity', () => {
  it.each([
    'const now = Date.now();',
    'const now = new Date();',
    'const now = Date();',
    'const id = Math.random();',
    'const hour = new Date(given.now).getHours();',
    'const text = new Date(given.now).toString();',
    'const text = amount.toLocaleString();',
    "const code = await import('./code.ts');",
    'const run = new Function(text);',
    'eval(text);',
    'const random = globalThis.crypto;',
  ])('reports %s', (text) => {
    expect(impurities({ path: 'server/kernel/bpmn/step.ts', text })).toHaveLength(1);
  });

  it.each([
    'const at = new Date(given.now);',
    'const day = at.getUTCDay();',
    'const text = at.toISOString();',
    'const text = number.toString();',
  ])('lets %s be: the same on every machine', (text) => {
    expect(impurities({ path: 'server/kernel/bpmn/step.ts', text })).toEqual([]);
  });
});
