import { beginningsBy, speaksOf, type Beginning, type Occurrence } from '../../kernel/bpmn/beginnings.ts';
import type { ExecutableProcess } from '../../kernel/bpmn/executable-process.ts';
import type { JsonObject } from '../../kernel/json.ts';
import type { CompiledRelease } from '../../kernel/release/compiled-release.ts';
import type { MessageRow } from '../../database/messages.ts';
import type { Transaction } from '../../database/transaction.ts';
import type { Context } from '../context.ts';
import { advanceInstance } from '../process-instances/advance-instance.ts';
import { uuidv7 } from '../uuid.ts';
import type { FlowTarget } from './flow-end.ts';

/** A process with the place at which it begins. */
interface Found {
  readonly process: ExecutableProcess;
  readonly beginning: Beginning;
}

/** What a new instance is begun with, besides where. */
interface BegunWith {
  readonly release: CompiledRelease;
  readonly area: string;
  readonly variables: JsonObject;
  readonly conversation: string | null;
}

/**
 * Begins a process by a message: the one its message flow leads to, in the release of its sender; else the first of the
 * release in force at the message's area that begins by its name.
 *
 * @returns ids of what was begun; empty when nothing begins by it
 */
export async function beginByMessage(
  context: Context,
  tx: Transaction,
  message: MessageRow,
  end: FlowTarget | null,
): Promise<readonly string[]> {
  const at = await areaOf(context, tx, message.area);
  const release = end?.release ?? at.release;
  const processes = [...release.processes.values()].map(({ executable }) => executable);
  const occurrence: Occurrence = { kind: 'message', name: message.name };
  const found = end === null ? beginnings(processes, occurrence)[0] : beginningAt(processes, end, occurrence);
  if (!found) return [];
  const conversation = end?.conversation ?? null;
  return [await begin(context, tx, found, { release, area: at.area, variables: message.variables, conversation })];
}

/** Begins every process that begins by a signal, in the release in force at the signal's area. */
export async function beginBySignal(
  context: Context,
  tx: Transaction,
  signal: { readonly name: string; readonly variables: JsonObject; readonly area: string | null },
): Promise<readonly string[]> {
  const { release, area } = await areaOf(context, tx, signal.area);
  const processes = [...release.processes.values()].map(({ executable }) => executable);
  const ids: string[] = [];
  for (const found of beginnings(processes, { kind: 'signal', name: signal.name }))
    ids.push(await begin(context, tx, found, { release, area, variables: signal.variables, conversation: null }));
  return ids;
}

/** Whether any release in force has something that begins or waits by this. */
export async function isSpokenOf(context: Context, tx: Transaction, occurrence: Occurrence): Promise<boolean> {
  const live = await context.releases.inForce(tx);
  return live.all.some(({ release }) =>
    [...release.processes.values()].some(({ executable }) => speaksOf(executable, occurrence)),
  );
}

/** The area something is for, and what it runs on; without one it is for the whole tenant. */
async function areaOf(
  context: Context,
  tx: Transaction,
  asked: string | null,
): Promise<{ readonly area: string; readonly release: CompiledRelease }> {
  const live = await context.releases.inForce(tx);
  const area = asked ?? live.root.area;
  return { area, release: live.at(area).release };
}

function beginnings(processes: readonly ExecutableProcess[], occurrence: Occurrence): readonly Found[] {
  return processes.flatMap((process) =>
    beginningsBy(process, occurrence).map((beginning): Found => ({ process, beginning })),
  );
}

/** A message flow begins what it leads to whatever the drawing calls the message. */
function beginningAt(
  processes: readonly ExecutableProcess[],
  { event, processes: pools }: FlowTarget,
  occurrence: Occurrence,
): Found | undefined {
  const drawn = processes.filter(({ id }) => pools.includes(id));
  if (event === null) return beginnings(drawn, occurrence)[0];
  const process = drawn.find(({ nodes }) => nodes.has(event));
  const node = process?.nodes.get(event);
  const begins = node?.type === 'startEvent' || (node?.type === 'receiveTask' && node.instantiate);
  return process && begins && node.parent === process.id ? { process, beginning: { startEvent: event } } : undefined;
}

async function begin(
  context: Context,
  tx: Transaction,
  { process, beginning }: Found,
  { release, area, variables, conversation }: BegunWith,
): Promise<string> {
  const id = uuidv7();
  const advanced = await advanceInstance(
    context,
    tx,
    id,
    { type: 'create-instance', variables, by: { system: 'operator' }, ...beginning },
    {
      process: process.id,
      manifestHash: release.hash,
      subjectKind: null,
      subjectId: null,
      hostInstance: null,
      hostTask: null,
      hostScope: null,
      area,
      conversation,
    },
  );
  if (advanced.kind === 'refused') throw new Error(`process ${process.id} could not begin: ${advanced.code}`);
  return id;
}
