import type { FormDefinition } from '../../../server/kernel/forms/form-definition.ts';
import { withHolder } from './holder.ts';
import { type Block, blocksOf, withBlocks } from './question-order.ts';

function withTopBlocks(form: FormDefinition, edit: (blocks: readonly Block[]) => readonly Block[]): FormDefinition {
  return withHolder(form, '', (holder) => ({
    schema: holder.schema,
    ui: withBlocks(holder, edit(blocksOf(holder))),
  }));
}

/** A form with a section more, at the end and still empty. */
export function addSection(form: FormDefinition, title: string): FormDefinition {
  return withTopBlocks(form, (blocks) => {
    const section = Math.max(-1, ...blocks.map((block) => block.section ?? -1)) + 1;
    return [...blocks, { section, title, note: '', folded: false, names: [] }];
  });
}

/** What a section says of itself. */
export type SectionHead = Pick<Block, 'title' | 'note' | 'folded'>;

/** A form in which a section says something else. */
export function writeSection(form: FormDefinition, section: number, head: Partial<SectionHead>): FormDefinition {
  return withTopBlocks(form, (blocks) =>
    blocks.map((block) => (block.section === section ? { ...block, ...head } : block)),
  );
}

/** A form without a section; its questions stay where they are. */
export function removeSection(form: FormDefinition, section: number): FormDefinition {
  return withTopBlocks(form, (blocks) =>
    blocks.map((block) => (block.section === section ? { ...block, section: null } : block)),
  );
}

/** A form in which a section, with its questions, stands before what stands above it, or after what stands below. */
export function moveSection(form: FormDefinition, section: number, to: 'up' | 'down'): FormDefinition {
  return withTopBlocks(form, (blocks) => {
    const at = blocks.findIndex((block) => block.section === section);
    const block = blocks[at];
    const beyond = to === 'up' ? at - 1 : at + 1;
    if (block === undefined || beyond < 0 || beyond >= blocks.length) return blocks;
    return blocks.toSpliced(at, 1).toSpliced(beyond, 0, block);
  });
}
