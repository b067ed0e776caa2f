import type { BoundaryEvent, TimerDefinition } from '../../kernel/bpmn/executable-event.ts';
import type { ExecutableProcess } from '../../kernel/bpmn/executable-process.ts';
import { timersOf } from '../../kernel/bpmn/timers-of.ts';
import { calledName } from '../../kernel/bpmn/compile/faults/model-fault.ts';
import type { Json } from '../../kernel/json.ts';
import type { CompiledDefinitions } from '../../kernel/compilation/compile-definitions.ts';
import { errorAt, type PackFault } from '../../kernel/compilation/pack-fault.ts';
import { constantOf } from './constant-of.ts';

/** Timers: what is written as a constant is a time, and none of them closes a case by itself. */
export function checkTimers(compiled: CompiledDefinitions): readonly PackFault[] {
  return [...wrongTimes(compiled), ...closingTimers(compiled)];
}

function wrongTimes(compiled: CompiledDefinitions): readonly PackFault[] {
  return [...compiled.processes.values()].flatMap((process) =>
    [...process.executable.nodes.values()].flatMap((node) => {
      const [timer] = timersOf(node);
      const constant = timer ? constantOf(timer.expression) : undefined;
      if (!timer || constant === undefined || isTime(timer.kind, constant)) return [];
      return [
        errorAt({ ...process, place: node.id }, 'timer-wrong', {
          zh: `「${calledName(node)}」的时间写成了 ${JSON.stringify(constant)}，不是${timer.kind === 'date' ? '时刻' : '时长'}。例：${timer.kind === 'date' ? '"2026-09-10T09:00:00+08:00"' : '"PT24H"、"P3D"'}。`,
          en: `The time of "${calledName(node)}" is ${JSON.stringify(constant)}, which is no ${timer.kind}. Example: ${timer.kind === 'date' ? '"2026-09-10T09:00:00+08:00"' : '"PT24H", "P3D"'}.`,
        }),
      ];
    }),
  );
}

function isTime(kind: TimerDefinition['kind'], value: Json): boolean {
  if (typeof value !== 'string') return false;
  if (kind === 'date') return !Number.isNaN(Date.parse(value));
  const duration = kind === 'cycle' ? value.replace(/^R\d*\//, '') : value;
  return /^P(?=.)(\d+Y)?(\d+M)?(\d+W)?(\d+D)?(T(?=.)(\d+H)?(\d+M)?(\d+(\.\d+)?S)?)?$/.test(duration);
}

/**
 * Overdue never completes anything: a timer that takes a user task away must lead to another user task before the
 * process can end.
 */
function closingTimers(compiled: CompiledDefinitions): readonly PackFault[] {
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
