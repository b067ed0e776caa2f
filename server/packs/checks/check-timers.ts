import type { BoundaryEvent, ExecutableProcess } from '../../kernel/bpmn/executable-process.ts';
import { calledName } from '../../kernel/bpmn/compile/model-fault.ts';
import type { CompiledDefinitions } from '../compile-definitions.ts';
import { errorAt, type PackFault } from '../pack-fault.ts';

/**
 * Overdue never completes anything: a timer that takes a user task away must lead to another user task before the
 * process can end.
 */
export function checkTimers(compiled: CompiledDefinitions): readonly PackFault[] {
  return [...compiled.processes.values()].flatMap((process) =>
    [...process.executable.boundaryEvents.values()]
      .flat()
      .filter((timer) => timer.interrupting && process.executable.nodes.get(timer.attachedTo)?.type === 'userTask')
      .filter((timer) => endsWithoutAnybody(process.executable, timer))
      .map((timer) =>
        errorAt({ ...process, place: timer.id }, 'timer-closes-case', {
          zh: `「${calledName(process.executable.nodes.get(timer.attachedTo) ?? timer)}」到时间没办，不经过人就会办结。超期不能自动办结：请接到另一个人工步骤，或改用逐级上报规则。`,
          en: `When "${calledName(process.executable.nodes.get(timer.attachedTo) ?? timer)}" is overdue the case would end without anybody. Overdue never completes anything: lead the timer to another user task, or use a ladder.`,
        }),
      ),
  );
}

function endsWithoutAnybody(process: ExecutableProcess, timer: BoundaryEvent): boolean {
  const seen = new Set<string>();
  const waiting = [timer.id];
  for (let id = waiting.pop(); id !== undefined; id = waiting.pop()) {
    const node = process.nodes.get(id);
    if (!node || seen.has(id) || node.type === 'userTask') continue;
    if (node.type === 'endEvent') return true;
    seen.add(id);
    for (const flow of node.outgoing) waiting.push(process.flows.get(flow)?.target ?? '');
  }
  return false;
}
