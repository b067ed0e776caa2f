import type { Command } from '../../kernel/bpmn/commands.ts';
import type { ProcessEvent } from '../../kernel/bpmn/events.ts';
import type { Position, ProcessInstance } from '../../kernel/bpmn/process-instance.ts';
import { builtInJobs } from '../../kernel/release/process-contract.ts';
import type { CompiledRelease } from '../../kernel/release/compiled-release.ts';
import type { Transaction } from '../../database/transaction.ts';
import type { Context } from '../context.ts';
import { rehearseCommand } from '../process-instances/advance-instance.ts';
import type { RunsOn } from '../process-instances/outgoing-commands.ts';

/** A user task that would begin. */
interface ForeseenTask {
  readonly step: string;
  readonly position: Position;
  /** The holder who would be asked by name. */
  readonly person: string | null;
  /** Vacant positions it would pass on its way. */
  readonly vacant: readonly Position[];
  readonly limit: string | null;
  readonly dueAt: string | null;
}

/** What would come of a command, as far as people are concerned. */
export interface Foreseen {
  readonly release: CompiledRelease;
  readonly next: readonly ForeseenTask[];
  readonly told: readonly Position[];
  /** User tasks that are open already and would stay so. */
  readonly others: number;
  readonly closed: boolean;
  /** Nobody can say yet: something further on depends on what is not filled in, or on a system outside. */
  readonly unclear: boolean;
}

/** So many automatic steps are walked through; behind more of them nobody is told who comes next. */
const mostAutomatic = 20;

/**
 * Who would get it: the command is stepped and not written, and automatic steps that only tell or file something are
 * taken as done. Nothing is changed, nobody is told. What it says may be out of date the moment after.
 *
 * @param instance as it is now, with the scopes the step may need; an unborn one for a beginning
 * @returns null when the command would be refused
 */
export async function foresee(
  context: Context,
  tx: Transaction,
  instance: ProcessInstance,
  command: Command,
  on: RunsOn,
): Promise<Foreseen | null> {
  const first = await rehearseCommand(context, tx, instance, command, on);
  if (first.kind === 'refused') return null;
  const { release } = first;
  const events: ProcessEvent[] = [...first.events];
  let after = first.instance;
  for (let walked = 0; walked < mostAutomatic; walked += 1) {
    const job = filingJob(release, on, after);
    if (!job) break;
    const done = await rehearseCommand(context, tx, after, job, on);
    if (done.kind === 'refused') break;
    events.push(...done.events);
    after = done.instance;
  }
  const next = tasksIn(release, on, events);
  const told = events.flatMap((event) => (event.type === 'posts-told' ? event.positions : []));
  const others = openIn(after) - next.length;
  const closed = after.status === 'completed';
  return { release, next, told, others, closed, unclear: next.length === 0 && others <= 0 && !closed };
}

/** Completes an automatic step that sets nothing anybody could decide by. */
function filingJob(release: CompiledRelease, on: RunsOn, instance: ProcessInstance): Command | null {
  const nodes = release.processes.get(on.process)?.executable.nodes;
  for (const { id, scope, job, element } of Object.values(instance.scopes).flatMap(({ elements }) => elements)) {
    const node = nodes?.get(element);
    if (job === undefined || node?.type !== 'serviceTask' || node.outputs.length > 0) continue;
    const outputs = builtInJobs[node.jobType]?.outputs;
    if (outputs && Object.keys(outputs).length === 0)
      return { type: 'complete-job', element: id, scope, job, variables: {} };
  }
  return null;
}

function openIn({ scopes }: ProcessInstance): number {
  return Object.values(scopes)
    .flatMap(({ elements }) => elements)
    .filter(({ userTask }) => userTask !== undefined).length;
}

function tasksIn(release: CompiledRelease, on: RunsOn, events: readonly ProcessEvent[]): readonly ForeseenTask[] {
  const nodes = release.processes.get(on.process)?.executable.nodes;
  const clocks = new Map(
    events.flatMap((event) => (event.type === 'clock-started' ? [[event.id, event.clock] as const] : [])),
  );
  return events.flatMap((event): readonly ForeseenTask[] => {
    if (event.type !== 'user-task-created') return [];
    const { id, element, position, vacant, person = null } = event;
    const clock = clocks.get(id);
    const step = nodes?.get(element)?.name || element;
    return [{ step, position, person, vacant, limit: clock?.limit ?? null, dueAt: clock?.dueAt ?? null }];
  });
}
