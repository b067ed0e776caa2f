import { compileDecisions as compileDmn } from '../dmn/compile-decisions.ts';
import type { Decision } from '../dmn/decision.ts';
import type { CellDescription } from '../dmn/table-description.ts';
import type { Json } from '../json.ts';
import type { EffectiveDefinitions } from './effective-definitions.ts';
import { errorAt, type Located, type PackFault } from './pack-fault.ts';
import { idTwice } from './read-definitions.ts';

/** A decision with where it is written and what its table says, rule by rule. */
export interface CompiledDecision extends Located {
  readonly decision: Decision;
  /** Names of the outputs of its table. */
  readonly columns: readonly string[];
  /** Constants its rules give. */
  readonly outcomes: readonly { readonly column: string; readonly value: Json; readonly at: Located }[];
  /** Constants its rules compare an input with. */
  readonly tested: readonly { readonly expression: string; readonly value: Json; readonly at: Located }[];
}

/**
 * Compiles all decisions of a pack; of two with the same id the one of the pack nearer to the street counts.
 *
 * @param faults gets what does not compile, at its element
 * @param pause awaited before each file
 */
export async function compileDecisions(
  definitions: EffectiveDefinitions,
  faults: PackFault[],
  pause: () => Promise<void>,
): Promise<ReadonlyMap<string, CompiledDecision>> {
  const byId = new Map<string, CompiledDecision>();
  for (const file of definitions.decisions) {
    await pause();
    const result = await compileDmn(file.xml);
    faults.push(...result.faults.map((fault) => errorAt({ ...file, place: fault.element ?? '' }, fault.code, fault)));
    for (const decision of result.decisions.values()) {
      const at = { pack: file.pack, file: file.file, place: decision.id };
      const before = byId.get(decision.id);
      if (before?.pack === file.pack) faults.push(errorAt(at, 'id-duplicate', idTwice(decision.id, before)));
      byId.set(decision.id, describe(at, decision));
    }
  }
  return byId;
}

function describe(at: Located, decision: Decision): CompiledDecision {
  const { table } = decision;
  if (!table) return { ...at, decision, columns: [], outcomes: [], tested: [] };
  const names = table.outputs.map((output) => output.name ?? '');
  return {
    ...at,
    decision,
    columns: names.filter((name) => name !== ''),
    outcomes: table.rules.flatMap((rule) =>
      rule.outputs.flatMap((entry, index) =>
        entry.constant ? [{ column: names[index] ?? '', value: entry.value, at: { ...at, place: rule.id } }] : [],
      ),
    ),
    tested: table.rules.flatMap((rule) =>
      rule.inputs.flatMap((cell, index) =>
        constantsIn(cell).map((value) => ({
          expression: table.inputs[index]?.expression ?? '',
          value,
          at: { ...at, place: rule.id },
        })),
      ),
    ),
  };
}

function constantsIn(cell: CellDescription): readonly Json[] {
  return cell.tests.flatMap((test) => (test.kind === 'equals' ? [test.value] : []));
}
