import type { CaseTypeFile } from '../../kernel/release/definitions.ts';
import type { CompiledDefinitions, CompiledProcess } from '../../kernel/compilation/compile-definitions.ts';
import { errorAt, warningAt, type PackFault } from '../../kernel/compilation/pack-fault.ts';
import type { Written } from '../../kernel/compilation/pack-definitions.ts';

/** Stages named in a process are declared by the case type that uses it, and every declared stage is reached. */
export function checkStages(compiled: CompiledDefinitions): readonly PackFault[] {
  return [
    ...[...compiled.processes.values()].flatMap((process) => [
      ...unknownStages(compiled, process),
      ...unexplainedPasses(process),
    ]),
    ...compiled.definitions.caseTypes.flatMap((caseType) => unusedStages(compiled, caseType)),
  ];
}

function unknownStages(compiled: CompiledDefinitions, process: CompiledProcess): readonly PackFault[] {
  const users = compiled.definitions.caseTypes.filter((caseType) => caseType.value.process === process.executable.id);
  const declared = new Set(users.flatMap((caseType) => caseType.value.stages.map((stage) => stage.id)));
  return namedStages(process)
    .filter(({ stage }) => !declared.has(stage))
    .map(({ element, stage }) =>
      errorAt({ ...process, place: element }, 'stage-unknown', {
        zh: `环节「${stage}」没有在事件类型里列出。请在 case-types 里加上，或改成已有的环节。`,
        en: `The stage "${stage}" is not declared by the case type. Add it there, or name an existing stage.`,
      }),
    );
}

function namedStages(process: CompiledProcess): readonly { readonly element: string; readonly stage: string }[] {
  const { nodes, flows } = process.executable;
  return [
    ...[...nodes.values()].flatMap((node) =>
      node.stage === undefined ? [] : [{ element: node.id, stage: node.stage }],
    ),
    ...[...flows.values()].flatMap((flow) => (flow.passes?.stages ?? []).map((stage) => ({ element: flow.id, stage }))),
  ];
}

function unusedStages(compiled: CompiledDefinitions, caseType: Written<CaseTypeFile>): readonly PackFault[] {
  const process = compiled.processes.get(caseType.value.process);
  if (!process) return [];
  const used = new Set([...process.executable.nodes.values()].map((node) => node.stage));
  return caseType.value.stages.flatMap((stage, index) =>
    used.has(stage.id)
      ? []
      : [
          warningAt(
            caseType,
            'stage-unused',
            {
              zh: `流程「${process.executable.name}」里没有步骤属于环节「${stage.title}」。`,
              en: `No step of the process "${process.executable.id}" belongs to the stage "${stage.title}".`,
            },
            `/stages/${index}`,
          ),
        ],
  );
}

/** The story says why stages passed by themselves. */
function unexplainedPasses(process: CompiledProcess): readonly PackFault[] {
  const flows = [...process.executable.flows.values()].filter(
    (flow) => flow.passes && flow.passes.because.trim() === '',
  );
  return flows.map((flow) =>
    errorAt({ ...process, place: flow.id }, 'passes-without-reason', {
      zh: '这条线写了哪些环节自动通过，却没有写为什么。经过里要写原因，请补上 because。',
      en: 'This flow lets stages pass without saying why. The story needs the reason: add "because".',
    }),
  );
}
