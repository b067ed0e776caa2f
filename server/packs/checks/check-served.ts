import type { FlowNode } from '../../kernel/bpmn/executable-process.ts';
import { calledName } from '../../kernel/bpmn/compile/faults/model-fault.ts';
import type { CompiledDefinitions } from '../../kernel/compilation/compile-definitions.ts';
import { errorAt, type PackFault } from '../../kernel/compilation/pack-fault.ts';

/**
 * What the kernel executes and the server has no door for yet: activities that somebody picks, and processes that begin
 * only when several messages or signals have come. A pack that needs them is not published.
 */
export function checkServed(compiled: CompiledDefinitions): readonly PackFault[] {
  return [...compiled.processes.values()].flatMap((process) =>
    [...process.executable.nodes.values()]
      .filter((node) => isUnserved(node, process.executable.id))
      .map((node) =>
        errorAt({ ...process, place: node.id }, 'element-unserved', {
          zh: `「${calledName(node)}」要有人挑选步骤，或要等齐几个消息才开始，服务器现在还不支持。请写明先做哪一步，或改成一个消息开始。`,
          en: `"${calledName(node)}" needs somebody to pick activities, or several messages before it begins, which the server does not serve yet. Say which activity comes first, or begin by one message.`,
        }),
      ),
  );
}

function isUnserved(node: FlowNode, process: string): boolean {
  if (node.type === 'subProcess') return node.kind === 'adHoc' && node.adHoc?.active === undefined;
  return node.type === 'startEvent' && node.parent === process && node.all && node.catches.length > 1;
}
