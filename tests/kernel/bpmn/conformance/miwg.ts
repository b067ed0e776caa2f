import { readdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { compileBpmn } from '../../../../server/kernel/bpmn/compile/compile-bpmn.ts';
import type { GroupResult } from './group-result.ts';

/** What every fault must have to be of use: where it is, and a sentence in each language. */
function isTruthful(
  fault: { readonly code: string; readonly element: string | null; readonly zh: string; readonly en: string },
  xml: string,
): boolean {
  const isThere = fault.element !== null && xml.includes(`"${fault.element}"`);
  return isThere && /\p{Script=Han}/u.test(fault.zh) && fault.en.length > 10;
}

/**
 * Imports the reference models of the Model Interchange Working Group: each is read, and either runs or is told at which
 * element it does not. That they survive being edited is held where they are edited (`tests/studio/process-modeler`).
 */
export async function runMiwg(folder: string): Promise<readonly GroupResult[]> {
  const results: GroupResult[] = [];
  const files = readdirSync(folder).filter((name) => name.endsWith('.bpmn'));
  for (const [group, members] of Map.groupBy(files, (name) => name.slice(0, 1))) {
    const failures: string[] = [];
    for (const name of members) {
      const xml = readFileSync(join(folder, name), 'utf8');
      const { processes, faults } = await compileBpmn(xml, { lenient: true });
      const untrue = faults.filter((fault) => !isTruthful(fault, xml));
      if (processes.length === 0 && faults.length === 0) failures.push(`${name}: nothing was read`);
      if (untrue.length > 0)
        failures.push(`${name}: ${untrue.map(({ code, element }) => `${code}@${element}`).join(', ')}`);
    }
    results.push({ suite: 'miwg', group, passed: members.length - failures.length, failures, excluded: [] });
  }
  return results;
}
