import { expect } from 'vitest';
import { compileBpmn } from '../../../server/kernel/bpmn/compile/compile-bpmn.ts';

const open = `<?xml version="1.0" encoding="UTF-8"?>
<definitions xmlns="http://www.omg.org/spec/BPMN/20100524/MODEL" xmlns:xsi="http://www.w3.org/2001/XMLSchema-instance"
  xmlns:zeebe="http://camunda.org/schema/zeebe/1.0" targetNamespace="test">`;

/** A model that must be refused: what is wrong, its definitions, and `code@element` of each fault. */
export type Refused = readonly [what: string, definitions: string, ...faults: readonly string[]];

/** A BPMN file around definitions. */
export function fileWith(definitions: string): string {
  return `${open}${definitions}</definitions>`;
}

/**
 * The faults of a file that is run by itself, as `code@element`. Each must say in both languages what is the matter and, in
 * another sentence or after a colon, what to do about it.
 */
export async function refusals(
  xml: string,
  as: 'file' | 'drawing' | 'definition' = 'file',
): Promise<readonly string[]> {
  const { processes, faults } = await compileBpmn(xml, { lenient: as !== 'definition', executable: as === 'file' });
  expect(processes.length === 0).toBe(faults.length > 0);
  for (const { zh, en } of faults) {
    expect(zh).toMatch(/请|例：/);
    expect(en).toMatch(/[.:;,] \S.*\.$/s);
  }
  return faults.map(({ code, element }) => `${code}@${element}`);
}
