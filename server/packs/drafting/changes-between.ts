import { compareContents, type DefinitionChange } from '../comparison/compare-definitions.ts';
import { definitionContents, definitionKey } from '../comparison/definition-contents.ts';
import type { WrittenDefinition } from '../reading/written-definitions.ts';
import type { PackFolder } from '../../kernel/compilation/pack-folder.ts';

/**
 * What is different between what an area ran on and what it runs on, in sentences. A pack of its own is laid over what it
 * inherits, so scenarios below it are still there.
 */
export function changesBetween(
  before: readonly PackFolder[],
  after: readonly PackFolder[],
): Promise<readonly DefinitionChange[]> {
  return compareContents(withScenarios(before), withScenarios(after));
}

function withScenarios(packs: readonly PackFolder[]): ReadonlyMap<string, WrittenDefinition> {
  const scenarios = packs.flatMap((pack) =>
    [...definitionContents([pack]).values()].filter(({ kind }) => kind === 'scenario'),
  );
  return new Map([
    ...definitionContents(packs),
    ...scenarios.map((scenario) => [definitionKey(scenario), scenario] as const),
  ]);
}
