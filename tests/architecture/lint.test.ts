import { spawnSync } from 'node:child_process';
import { copyFileSync, mkdirSync, mkdtempSync, rmSync, symlinkSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { dirname, join } from 'node:path';
import { describe, expect, it } from 'vitest';
import { root } from './source-file.ts';

/** What the linter says, with the house's settings, about files in a house of their own. */
function lint(files: Readonly<Record<string, string>>): string {
  const folder = mkdtempSync(join(tmpdir(), 'gridloom-lint-'));
  for (const name of ['.oxlintrc.json', 'tsconfig.json', 'package.json'])
    copyFileSync(join(root, name), join(folder, name));
  symlinkSync(join(root, 'node_modules'), join(folder, 'node_modules'));
  for (const [path, text] of Object.entries(files)) {
    mkdirSync(dirname(join(folder, path)), { recursive: true });
    writeFileSync(join(folder, path), text);
  }
  const { stdout } = spawnSync(join(root, 'node_modules/.bin/oxlint'), ['-f', 'unix'], {
    cwd: folder,
    encoding: 'utf8',
  });
  rmSync(folder, { recursive: true });
  return stdout;
}

const planted = [
  ['no-floating-promises', 'export async function a(): Promise<void> {}\nexport function b(): void {\n  a();\n}\n'],
  [
    'switch-exhaustiveness-check',
    "export function a(b: 'c' | 'd'): number {\n  switch (b) {\n    case 'c':\n      return 1;\n  }\n  return 2;\n}\n",
  ],
  ['no-explicit-any', 'export const a: any = 1;\n'],
  ['no-empty', 'export function a(): void {\n  try {\n    a();\n  } catch {}\n}\n'],
  ['no-restricted-properties', 'export const a = [Date.now(), Math.random()];\n'],
  ['no-cycle', "import { good } from './good.ts';\nexport const a = (): number => good();\n"],
] as const;

const files = {
  ...Object.fromEntries(planted.map(([rule, text]) => [`server/kernel/${rule}.ts`, text])),
  'server/kernel/good.ts': "import { a } from './no-cycle.ts';\nexport const good = (): number => a();\n",
};

describe('the linter', () => {
  const findings = lint(files).split('\n');

  it.each(planted)('finds what %s forbids', (rule) => {
    expect(findings.filter((line) => line.includes(`${rule}.ts`) && line.includes(`(${rule})`))).not.toEqual([]);
  });

  it('finds nothing else', () => {
    expect(findings.filter((line) => line.includes('good.ts') && !line.includes('no-cycle'))).toEqual([]);
  });
});
