import fc from 'fast-check';
import { strictEqual } from 'node:assert/strict';
import { compileBpmn } from '../../../../server/kernel/bpmn/compile/compile-bpmn.ts';
import type { ExecutableProcess } from '../../../../server/kernel/bpmn/executable-process.ts';
import { drawBlock } from './draw-block.ts';
import { liveThrough, type Life } from './live-through.ts';
import { blocks, type Block } from './random-block.ts';

/** Compiles a random block, which must be sound. */
async function compileBlock(block: Block): Promise<ExecutableProcess> {
  const { processes, faults } = await compileBpmn(drawBlock(block));
  const [process] = processes;
  if (!process) throw new Error(`a sound process does not compile: ${JSON.stringify(faults)}`);
  return process;
}

/** Every sound process ends, however its commands come, and the same commands give the same life. */
export const everyLifeEnds = (report: (life: Life) => void) =>
  fc.asyncProperty(blocks, fc.integer({ min: 0 }), async (block, seed) => {
    const process = await compileBlock(block);
    const life = liveThrough(process, seed);
    strictEqual(liveThrough(process, seed).trace, life.trace, 'the same commands gave another life');
    report(life);
  });

/** A process may be cancelled at any moment, and leaves nothing open. */
export const everyLifeCanBeCancelled = (report: (life: Life) => void) =>
  fc.asyncProperty(blocks, fc.integer({ min: 0 }), fc.nat({ max: 30 }), async (block, seed, after) => {
    report(liveThrough(await compileBlock(block), seed, after));
  });
