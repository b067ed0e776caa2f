import type { MessageRow } from '../../database/messages.ts';
import { readInstance } from '../../database/process-instances.ts';
import type { FlowEnd } from '../../database/subscriptions.ts';
import type { Transaction } from '../../database/transaction.ts';
import type { CompiledRelease } from '../../kernel/release/compiled-release.ts';
import type { Context } from '../context.ts';

/** Where a message flow leads, and the release in which it is drawn. */
export interface FlowTarget extends FlowEnd {
  readonly target: string;
  readonly release: CompiledRelease;
}

/**
 * Where a message goes that was sent along a message flow: a flow node or a pool of the drawing its sender runs on, in
 * the conversation its sender is in.
 *
 * @returns null for a message that goes to whoever waits for its name
 */
export async function flowEnd(context: Context, tx: Transaction, message: MessageRow): Promise<FlowTarget | null> {
  const { target, sender } = message;
  if (target === null || sender === null) return null;
  const from = await readInstance(tx, context.tenant, sender);
  if (!from) return null;
  const release = await context.releases.byHash(tx, from.manifestHash);
  const drawing = release.processes.get(from.process)?.xml;
  const pools = [...release.processes.values()]
    .filter(({ xml }) => xml === drawing)
    .map(({ executable }) => executable);
  const isPool = pools.some(({ id }) => id === target);
  return {
    target,
    release,
    event: isPool ? null : target,
    processes: isPool ? [target] : pools.map(({ id }) => id),
    conversation: from.conversation ?? sender,
  };
}
