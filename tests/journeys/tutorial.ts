import { execFileSync } from 'node:child_process';
import { cpSync, mkdirSync, readFileSync, symlinkSync, writeFileSync } from 'node:fs';
import { dirname, join } from 'node:path';

const root = join(import.meta.dirname, '..', '..');

/** What a page of instructions asks for: files to write, lines to change, commands to run, in this order. */
type Instruction =
  | { readonly do: 'write'; readonly path: string; readonly text: string }
  | { readonly do: 'change'; readonly path: string; readonly lines: readonly (readonly [string, string])[] }
  | { readonly do: 'run'; readonly command: string };

/** Reads the instructions of a Markdown page: its fenced blocks. A block without a path or a command is for reading only. */
export function instructionsOf(page: string): readonly Instruction[] {
  const blocks = page.matchAll(/^```(\w+)(?: (\S+))?\n([\s\S]*?)^```$/gm);
  return [...blocks].flatMap(([, language, path, text = '']): Instruction[] => {
    if (language === 'sh') return [{ do: 'run', command: text.trim() }];
    if (path === undefined) return [];
    return language === 'diff' ? [{ do: 'change', path, lines: changedLines(text) }] : [{ do: 'write', path, text }];
  });
}

/** Pairs of a line that stands there and the line that takes its place. */
function changedLines(diff: string): readonly (readonly [string, string])[] {
  const lines = diff.trimEnd().split('\n');
  return lines.flatMap((line, index) => {
    const next = lines[index + 1];
    return line.startsWith('-') && next?.startsWith('+') === true ? [[line.slice(1), next.slice(1)] as const] : [];
  });
}

/** A copy of the program in a folder of its own, as somebody has it who just got it; what is installed is shared. */
export function copyProgram(folder: string): void {
  const [files, shared] = [
    [
      'server',
      'studio',
      'definitions',
      'plugins',
      'setup.sh',
      'package.json',
      'package-lock.json',
      'tsconfig.json',
      'gridloom.mjs',
    ],
    ['node_modules', 'setup'],
  ];
  for (const name of [...files, 'tests/harness'])
    cpSync(join(root, name), join(folder, name), { recursive: true, filter: (path) => !path.endsWith('studio/dist') });
  for (const name of shared) symlinkSync(join(root, name), join(folder, name));
}

/** Follows an instruction in a copy of the program, to the letter; answers what a command wrote. */
export function follow(instruction: Instruction, folder: string): string {
  switch (instruction.do) {
    case 'write': {
      const path = join(folder, instruction.path);
      mkdirSync(dirname(path), { recursive: true });
      writeFileSync(path, instruction.text);
      return '';
    }
    case 'change': {
      const path = join(folder, instruction.path);
      const text = readFileSync(path, 'utf8');
      writeFileSync(
        path,
        instruction.lines.reduce((changed, [from, to]) => replaceOnce(changed, from, to), text),
      );
      return '';
    }
    case 'run':
      return execFileSync('sh', ['-c', instruction.command], { cwd: folder, encoding: 'utf8', stdio: 'pipe' });
  }
}

function replaceOnce(text: string, line: string, by: string): string {
  const parts = text.split(`${line}\n`);
  if (parts.length !== 2) throw new Error(`${parts.length - 1} lines are: ${line}`);
  return parts.join(`${by}\n`);
}
