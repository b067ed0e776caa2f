import { laddersOf, limitsOf } from '../../kernel/bpmn/limits-of.ts';
import type { CompiledDefinitions } from '../../kernel/compilation/compile-definitions.ts';
import { warningAt, type Located, type PackFault } from '../../kernel/compilation/pack-fault.ts';
import { flowingTexts } from './flowing-values.ts';

/** Limits, ladders and decisions of the pack itself that nothing uses: leftovers somebody will wonder about. */
export function checkUnused(compiled: CompiledDefinitions): readonly PackFault[] {
  const { limits, ladders, top } = compiled.definitions;
  const used = usedIds(compiled);
  const leftovers: readonly (Located & { readonly id: string; readonly title: string })[] = [
    ...limits.filter(({ value }) => !used.limits.has(value.id)).map((one) => ({ ...one, ...one.value })),
    ...ladders.filter(({ value }) => !used.ladders.has(value.id)).map((one) => ({ ...one, ...one.value })),
    ...[...compiled.decisions.values()]
      .filter(({ decision }) => !used.decisions.has(decision.id))
      .map((one) => ({ ...one, id: one.decision.id, title: one.decision.name })),
  ];
  return leftovers
    .filter(({ pack }) => pack === top.id)
    .map((one) =>
      warningAt({ pack: one.pack, file: one.file, place: one.place }, 'definition-unused', {
        zh: `没有地方用到「${one.title}」（${one.id}）。`,
        en: `"${one.id}" is used nowhere.`,
      }),
    );
}

function usedIds(compiled: CompiledDefinitions) {
  const { ladders, caseTypes } = compiled.definitions;
  const processes = [...compiled.processes.values()];
  const nodes = processes.flatMap((process) =>
    [...process.executable.nodes.values()].map((node) => ({ process, node })),
  );
  const inSteps = nodes.flatMap(({ process, node }) =>
    node.type === 'userTask'
      ? limitsOf(node).flatMap(({ limit }) => flowingTexts(compiled, process, node.id, limit))
      : [],
  );
  const inRungs = ladders.flatMap((ladder) => ladder.value.rungs.flatMap((rung) => rung.after ?? []));
  return {
    limits: new Set([...inSteps.map(({ text }) => text), ...inRungs]),
    ladders: new Set(nodes.flatMap(({ node }) => (node.type === 'userTask' ? laddersOf(node) : []))),
    decisions: new Set([
      ...nodes.flatMap(({ node }) => (node.type === 'businessRuleTask' ? [node.decision] : [])),
      ...caseTypes.map((caseType) => caseType.value.routing),
    ]),
  };
}
