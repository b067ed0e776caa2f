import { describe, expect, it } from 'vitest';
import type { JsonObject } from '../../../server/kernel/json.ts';
import { arrangeBlocks } from '../../../studio/form-view/templates/arrange-blocks.ts';

const blocks = (names: string[], ui: JsonObject = {}, groups: string[] = []): string[] =>
  arrangeBlocks(names, ui, (name) => groups.includes(name)).map(
    (block) => `${block.title ?? '-'}: ${block.fields.join(' ')}`,
  );

describe('the blocks of a form', () => {
  it('hold what belongs to no section together', () => {
    expect(blocks(['a', 'b'])).toEqual(['-: a b']);
  });

  it('put a section where its first field stands', () => {
    expect(blocks(['a', 'b', 'c', 'd'], { 'ui:sections': [{ title: '乙', fields: ['d', 'b'] }] })).toEqual([
      '-: a',
      '乙: d b',
      '-: c',
    ]);
  });

  it('give a group or a table a block of its own', () => {
    expect(blocks(['a', 'g', 'b'], {}, ['g'])).toEqual(['-: a', '-: g', '-: b']);
  });

  it('leave out of a section what is not shown', () => {
    expect(blocks(['b'], { 'ui:sections': [{ title: '甲', fields: ['a', 'b'] }] })).toEqual(['甲: b']);
  });
});
