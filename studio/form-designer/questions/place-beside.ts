import type { FormDefinition } from '../../../server/kernel/forms/form-definition.ts';
import { holderAt, parentAndName } from './holder.ts';
import { type Block, blocksOf, type Place } from './question-order.ts';

/** The blocks in which a question stands among its own. */
export function blocksAround(form: FormDefinition, path: string): readonly Block[] {
  const holder = holderAt(form, parentAndName(path).parent);
  return holder === undefined ? [] : blocksOf(holder);
}

/** The place directly before or after a question; in the same section as it. */
export function placeBeside(blocks: readonly Block[], name: string, side: 'before' | 'after'): Place {
  const at = blocks.findIndex(({ names }) => names.includes(name));
  const block = blocks[at];
  if (block === undefined) return { section: null, before: null };
  if (side === 'before') return { section: block.section, before: name };
  const next = block.names[block.names.indexOf(name) + 1] ?? null;
  if (next !== null || block.section !== null) return { section: block.section, before: next };
  return { section: null, before: blocks[at + 1]?.names[0] ?? null };
}

/**
 * One place up or down, as the keyboard moves a question: past its neighbour, or at the edge of a section first into or out
 * of it. Null when it can go no further.
 */
export function placeOneStep(blocks: readonly Block[], name: string, to: 'up' | 'down'): Place | null {
  const at = blocks.findIndex(({ names }) => names.includes(name));
  const block = blocks[at];
  if (block === undefined) return null;
  const place = block.names.indexOf(name);
  const neighbour = block.names[to === 'up' ? place - 1 : place + 1];
  if (neighbour !== undefined) {
    return placeBeside(
      [{ ...block, names: block.names.filter((one) => one !== name) }, ...blocks.slice(at + 1)],
      neighbour,
      to === 'up' ? 'before' : 'after',
    );
  }
  const beyond = blocks[to === 'up' ? at - 1 : at + 1];
  if (block.section !== null) return outOf(blocks, at, name, to);
  if (beyond === undefined || beyond.section === null) return null;
  return { section: beyond.section, before: to === 'up' ? null : (beyond.names[0] ?? null) };
}

function outOf(blocks: readonly Block[], at: number, name: string, to: 'up' | 'down'): Place {
  const left = blocks[at]?.names.filter((one) => one !== name) ?? [];
  const next = blocks[at + 1]?.names[0] ?? null;
  return { section: null, before: to === 'up' ? (left[0] ?? next) : next };
}
