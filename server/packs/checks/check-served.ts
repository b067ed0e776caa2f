import type { FlowNode } from '../../kernel/bpmn/executable-process.ts';
import { calledName } from '../../kernel/bpmn/compile/model-fault.ts';
import type { CompiledDefinitions } from '../../kernel/compilation/compile-definitions.ts';
import { errorAt, type PackFault } from '../../kernel/compilation/pack-fault.ts';

/**
 * What the kernel executes and the server does not carry from one instance to another yet: messages, signals and called
 * processes, and activities that somebody picks. A pack that needs them is not published.
 */
export function checkServed(compiled: CompiledDefinitions): readonly PackFault[] {
  return [...compiled.processes.values()].flatMap((process) =>
    [...process.executable.nodes.values()].filter(isUnserved).map((node) =>
      errorAt({ ...process, place: node.id }, 'element-unserved', {
        zh: `「${calledName(node)}」要在几件事之间传消息、信号或调用流程，服务器现在还不支持。请换成同一个流程里的步骤。`,
        en: `"${calledName(node)}" needs messages, signals, called processes or picked activities, which the server does not serve yet. Use steps of one process.`,
      }),
    ),
  );
}

function isUnserved(node: FlowNode): boolean {
  if (node.type === 'callActivity' || node.type === 'receiveTask' || node.type === 'sendTask') return true;
  if (node.type === 'subProcess') return node.kind === 'adHoc' && node.adHoc?.active === undefined;
  if ('catches' in node) return node.catches.some(({ kind }) => kind === 'message' || kind === 'signal');
  return 'throws' in node && node.throws.some(({ kind }) => kind === 'message' || kind === 'signal');
}
