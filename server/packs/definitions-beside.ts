import { existsSync } from 'node:fs';
import { basename, dirname, join, resolve } from 'node:path';
import { compilePack } from './compile-pack.ts';
import type { RunDefinitions } from '../kernel/world/run-process.ts';
import { packArgument } from './pack-argument.ts';

/**
 * Decisions, limits and calendars a process may use: those of the pack whose `processes/` folder the file lies in. A
 * file that lies elsewhere, or in a faulty pack, runs without any.
 */
export async function definitionsBeside(file: string): Promise<RunDefinitions> {
  const pack = dirname(dirname(resolve(file)));
  const inPack = basename(dirname(resolve(file))) === 'processes' && existsSync(join(pack, 'pack.json'));
  const { id, find } = packArgument(pack);
  const release = inPack ? (await compilePack(id, find)).release : null;
  return {
    decisions: release?.decisions ?? new Map(),
    limits: release?.limits ?? new Map(),
    calendars: release?.calendars ?? new Map(),
  };
}
