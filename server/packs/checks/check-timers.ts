import type { BoundaryEvent, TimerDefinition } from '../../kernel/bpmn/executable-event.ts';
import type { ExecutableProcess, FlowNode } from '../../kernel/bpmn/executable-process.ts';
import { beginningsOf, placeOf } from '../../kernel/bpmn/beginnings.ts';
import { isTimerText } from '../../kernel/bpmn/timer-text.ts';
import { timersOf } from '../../kernel/bpmn/timers-of.ts';
import { calledName } from '../../kernel/bpmn/compile/faults/model-fault.ts';
import type { Json } from '../../kernel/json.ts';
import type { CompiledDefinitions } from '../../kernel/compilation/compile-definitions.ts';
import { errorAt, warningAt, type PackFault } from '../../kernel/compilation/pack-fault.ts';
import { constantOf } from './constant-of.ts';

/** Timers: what is written as a constant is a time, and none of them closes a case by itself. */
export function checkTimers(compiled: CompiledDefinitions): readonly PackFault[] {
  return [...wrongTimes(compiled), ...closingTimers(compiled)];
}

function wrongTimes(compiled: CompiledDefinitions): readonly PackFault[] {
  return [...compiled.processes.values()].flatMap((process) => {
    const begins = new Set(beginningsOf([process.executable]).map(placeOf));
    return [...process.executable.nodes.values()].flatMap((node) =>
      timersOf(node).flatMap((timer) => {
        const at = { ...process, place: node.id };
        if (begins.has(node.id) && timer.expression.reads.length > 0)
          return [warningAt(at, 'timer-wrong', untold(node, timer))];
        const constant = constantOf(timer.expression);
        const isRight = constant === undefined || (typeof constant === 'string' && isTimerText(timer.kind, constant));
        return isRight ? [] : [errorAt(at, 'timer-wrong', wrong(node, timer, constant))];
      }),
    );
  });
}

const kinds = {
  date: { zh: '时刻', example: '"2026-09-10T09:00:00+08:00"' },
  duration: { zh: '时长', example: '"PT24H"、"P3D"' },
  cycle: { zh: '循环', example: '"R/P1D"、"R3/PT4H"' },
} as const;

function wrong(
  node: FlowNode,
  { kind }: TimerDefinition,
  constant: Json,
): { readonly zh: string; readonly en: string } {
  const { zh, example } = kinds[kind];
  return {
    zh: `「${calledName(node)}」的时间写成了 ${JSON.stringify(constant)}，不是${zh}。例：${example}。`,
    en: `The time of "${calledName(node)}" is ${JSON.stringify(constant)}, which is no ${kind}. Example: ${example.replaceAll('、', ', ')}.`,
  };
}

/** Before a process has begun there are no variables. */
function untold(node: FlowNode, { expression }: TimerDefinition): { readonly zh: string; readonly en: string } {
  return {
    zh: `「${calledName(node)}」靠时间开始，但它的时间「${expression.source}」要看变量，流程开始以前还没有变量。请直接写时间。`,
    en: `"${calledName(node)}" begins by a time, but "${expression.source}" looks at variables, and there are none before the process has begun. Write the time itself.`,
  };
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
