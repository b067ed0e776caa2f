import {
  beginningAt,
  beginningsBy,
  broughtBy,
  isBy,
  speaksOf,
  type Beginning,
  type Occurrence,
} from '../../kernel/bpmn/beginnings.ts';
import type { Catch } from '../../kernel/bpmn/executable-event.ts';
import type { ExecutableProcess } from '../../kernel/bpmn/executable-process.ts';
import type { JsonObject } from '../../kernel/json.ts';
import type { CompiledRelease } from '../../kernel/release/compiled-release.ts';
import type { MessageRow } from '../../database/messages.ts';
import type { Transaction } from '../../database/transaction.ts';
import type { Context } from '../context.ts';
import { beginWhenComplete } from './begin-when-complete.ts';
import type { FlowTarget } from './flow-end.ts';

/** A place at which a process begins, and what of it has happened. */
interface Found {
  readonly beginning: Beginning;
  readonly happened: (part: Catch) => boolean;
}

const by = { system: 'operator' } as const;

/**
 * Begins a process by a message: the one its message flow leads to, in the release of its sender; else the first of the
 * release in force at the message's area that begins by its name.
 *
 * @returns id of what was begun; `gathered` when it needs more than this message; null when nothing begins by it
 */
export async function beginByMessage(
  context: Context,
  tx: Transaction,
  message: MessageRow,
  end: FlowTarget | null,
): Promise<{ readonly begun: string } | 'gathered' | null> {
  const at = await areaOf(context, tx, message.area);
  const release = end?.release ?? at.release;
  const { variables } = message;
  const found = meant(processesOf(release), message, end);
  if (!found) return null;
  const begunWith = {
    manifestHash: release.hash,
    area: at.area,
    variables,
    conversation: end?.conversation ?? null,
    by,
  };
  const begun = await beginWhenComplete(context, tx, found.beginning, found.happened, begunWith);
  return begun === null ? 'gathered' : { begun };
}

/** Begins every process that begins by a signal, in the release in force at the signal's area. */
export async function beginBySignal(
  context: Context,
  tx: Transaction,
  signal: { readonly name: string; readonly variables: JsonObject; readonly area: string | null },
): Promise<void> {
  const { release, area } = await areaOf(context, tx, signal.area);
  const { name, variables } = signal;
  const occurrence: Occurrence = { kind: 'signal', name };
  for (const beginning of beginningsBy(processesOf(release), occurrence)) {
    const begunWith = { manifestHash: release.hash, area, variables, conversation: null, by };
    await beginWhenComplete(context, tx, beginning, (part) => isBy(part, occurrence), begunWith);
  }
}

/** Whether any release in force has something that begins or waits by this. */
export async function isSpokenOf(context: Context, tx: Transaction, occurrence: Occurrence): Promise<boolean> {
  const live = await context.releases.inForce(tx);
  return live.all.some(({ release }) => processesOf(release).some((process) => speaksOf(process, occurrence)));
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

function processesOf({ processes }: CompiledRelease): readonly ExecutableProcess[] {
  return [...processes.values()].map(({ executable }) => executable);
}

/** A message flow begins what it leads to whatever the drawing calls the message; to a pool it goes by its name. */
function meant(
  processes: readonly ExecutableProcess[],
  { name }: MessageRow,
  end: FlowTarget | null,
): Found | undefined {
  const occurrence: Occurrence = { kind: 'message', name };
  const drawn = end === null ? processes : processes.filter(({ id }) => end.processes.includes(id));
  const event = end?.event ?? null;
  const beginning = event === null ? beginningsBy(drawn, occurrence)[0] : beginningAt(drawn, event);
  if (!beginning) return undefined;
  const happened = event === null ? (part: Catch) => isBy(part, occurrence) : broughtBy(beginning, name);
  return { beginning, happened };
}
