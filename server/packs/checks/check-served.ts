import { beginningsOf, placeOf } from '../../kernel/bpmn/beginnings.ts';
import { calledName } from '../../kernel/bpmn/compile/faults/model-fault.ts';
import type { CompiledDefinitions } from '../../kernel/compilation/compile-definitions.ts';
import { warningAt, type PackFault } from '../../kernel/compilation/pack-fault.ts';

/**
 * What is executed but never happens by itself on a server: a process that begins by a condition. Before it has begun it
 * has no variables, and what else its condition could look at is nowhere said.
 */
export function checkServed(compiled: CompiledDefinitions): readonly PackFault[] {
  return [...compiled.processes.values()].flatMap((process) =>
    beginningsOf([process.executable])
      .filter(({ catches }) => catches.some(({ kind }) => kind === 'conditional'))
      .flatMap((beginning) => process.executable.nodes.get(placeOf(beginning)) ?? [])
      .map((node) =>
        warningAt({ ...process, place: node.id }, 'element-unserved', {
          zh: `「${calledName(node)}」靠条件开始，但流程开始以前没有变量可看，它自己不会开始。请改成由消息、信号或时间开始。`,
          en: `"${calledName(node)}" begins by a condition, but before a process has begun there are no variables to look at, so it never begins by itself. Begin by a message, a signal or a time.`,
        }),
      ),
  );
}
