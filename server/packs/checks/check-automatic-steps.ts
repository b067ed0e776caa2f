import { calledName } from '../../kernel/bpmn/compile/faults/model-fault.ts';
import type { ServiceTask } from '../../kernel/bpmn/executable-activity.ts';
import type { FlowNode } from '../../kernel/bpmn/executable-process.ts';
import { type BuiltInJob, builtInJobs } from '../../kernel/release/process-contract.ts';
import type { CompiledDefinitions, CompiledProcess } from '../../kernel/compilation/compile-definitions.ts';
import { errorAt, warningAt, type Located, type PackFault } from '../../kernel/compilation/pack-fault.ts';
import { isExternalJobType } from '../../kernel/jobs/external-job-type.ts';
import { unknownDecision, unknownNotice, unknownProcess } from './unknown-reference.ts';

/** What happens without people: every job can be done where it stands, every decision exists, every process is used. */
export function checkAutomaticSteps(compiled: CompiledDefinitions): readonly PackFault[] {
  return [...compiled.processes.values()].flatMap((process) => [
    ...[...process.executable.nodes.values()].flatMap((node) => {
      const at = { pack: process.pack, file: process.file, place: node.id };
      if (node.type === 'serviceTask') return checkJob(compiled, process, at, node);
      const called = calledBy(node);
      if (called !== null && !compiled.processes.has(called)) return [unknownProcess(at, called)];
      return node.type === 'businessRuleTask' && !compiled.decisions.has(node.decision)
        ? [unknownDecision(at, node.decision)]
        : [];
    }),
    ...(process.part === null && !isBegunByOthers(compiled, process) ? [unusedProcess(process)] : []),
  ]);
}

/** Whether something calls a process, or a message or a signal begins it. */
function isBegunByOthers({ processes }: CompiledDefinitions, { executable }: CompiledProcess): boolean {
  const kinds = ['message', 'signal'] as const;
  const begins = [...executable.nodes.values()].some(
    (node) =>
      node.parent === executable.id &&
      (node.type === 'receiveTask'
        ? node.instantiate
        : node.type === 'startEvent' && node.catches.some(({ kind }) => kinds.some((each) => each === kind))),
  );
  if (begins) return true;
  return [...processes.values()].some((other) =>
    [...other.executable.nodes.values()].some((node) => calledBy(node) === executable.id),
  );
}

/** The process a call activity names outright; null when only a variable says which. */
function calledBy(node: FlowNode): string | null {
  if (node.type !== 'callActivity' || node.called.reads.length > 0) return null;
  return /^"?([\p{L}\p{N}_.-]+)"?$/u.exec(node.called.source)?.[1] ?? null;
}

function checkJob(
  compiled: CompiledDefinitions,
  process: CompiledProcess,
  at: Located,
  node: ServiceTask,
): readonly PackFault[] {
  if (isExternalJobType(node.jobType)) return [doneOutside(at, node)];
  const job = jobOf(compiled, node.jobType);
  if (!job) {
    const known = [...Object.keys(builtInJobs), ...compiled.plugins.jobs].join('、');
    return [
      errorAt(at, 'job-type-unknown', {
        zh: `「${calledName(node)}」要做的「${node.jobType}」没有人会做。可以用：${known}。`,
        en: `Nobody can do "${node.jobType}" of "${calledName(node)}". Known are: ${known}.`,
      }),
    ];
  }
  const misplaced = process.part !== null && !job.parts.includes(process.part) ? [outOfPlace(at, node)] : [];
  const missing = job.headers
    .filter((header) => typeof node.headers[header] !== 'string')
    .map((header) => headerMissing(at, node, header));
  return [...misplaced, ...missing, ...checkHeaders(compiled, at, node), ...checkInputs(at, node, job.inputs)];
}

function doneOutside(at: Located, node: ServiceTask): PackFault {
  return warningAt(at, 'job-external', {
    zh: `「${calledName(node)}」要由外部系统来办（${node.jobType}）：没有接上外部系统之前会一直等。请用 gridloom worker add 接入。`,
    en: `"${calledName(node)}" is done by an external system (${node.jobType}) and waits until one does. Let it in with gridloom worker add.`,
  });
}

/** A job the program itself does, or one a plugin adds. */
function jobOf({ plugins }: CompiledDefinitions, type: string): Omit<BuiltInJob, 'outputs'> | null {
  const builtIn = builtInJobs[type];
  const added = builtIn ? null : plugins.job(type);
  if (!added) return builtIn ?? null;
  return { parts: added.parts, headers: added.headers ?? [], inputs: added.inputs ?? [] };
}

function checkHeaders(compiled: CompiledDefinitions, at: Located, node: ServiceTask): readonly PackFault[] {
  const { notice, process } = node.headers;
  return [
    ...(typeof notice === 'string' && !compiled.definitions.notices.some((known) => known.value.id === notice)
      ? [unknownNotice(at, notice)]
      : []),
    ...(typeof process === 'string' && !compiled.processes.has(process) ? [unknownProcess(at, process)] : []),
  ];
}

function checkInputs(at: Located, node: ServiceTask, inputs: readonly string[]): readonly PackFault[] {
  const unread = node.inputs.filter((mapping) => !inputs.includes(mapping.target.split('.')[0] ?? ''));
  return unread.map((mapping) =>
    warningAt(at, 'job-input-unread', {
      zh: `「${calledName(node)}」不读「${mapping.target}」，这条输入没有用。${inputs.length > 0 ? `它读：${inputs.join('、')}。` : ''}`,
      en: `"${calledName(node)}" does not read "${mapping.target}".${inputs.length > 0 ? ` It reads: ${inputs.join(', ')}.` : ''}`,
    }),
  );
}

function outOfPlace(at: Located, node: ServiceTask): PackFault {
  return errorAt(at, 'job-out-of-place', {
    zh: `「${calledName(node)}」（${node.jobType}）不能用在这种流程里。请删去或换掉。`,
    en: `"${calledName(node)}" (${node.jobType}) does not belong in this kind of process. Remove or replace it.`,
  });
}

function headerMissing(at: Located, node: ServiceTask, header: string): PackFault {
  return errorAt(at, 'job-header-missing', {
    zh: `「${calledName(node)}」没有写「${header}」。请在任务标头里补上。`,
    en: `"${calledName(node)}" lacks the header "${header}". Add it to the task headers.`,
  });
}

function unusedProcess(process: CompiledProcess): PackFault {
  return warningAt({ ...process, place: process.executable.id }, 'process-unused', {
    zh: `没有事件类型、例会或流程用到「${process.executable.name || process.executable.id}」。`,
    en: `No case type, meeting or process uses "${process.executable.name || process.executable.id}".`,
  });
}
