import type { Command } from '../../kernel/bpmn/commands.ts';
import { dropLetter, nextLetter, type Addressed, type Letter } from '../../database/inbox.ts';
import { readInstance } from '../../database/process-instances.ts';
import type { Transaction } from '../../database/transaction.ts';
import type { Context } from '../context.ts';
import { withCorrelation } from '../observing/correlation.ts';
import { advanceInstance } from '../process-instances/advance-instance.ts';
import type { InboxCommand, StartedBy } from '../process-instances/outgoing-commands.ts';

/**
 * Delivers the oldest command waiting for an instance, in a transaction of its own. What no longer fits (the instance
 * has ended, the user task is gone) is dropped: the sender acted on what it saw, the instance decides.
 *
 * @returns false when nothing was waiting, or another worker has it
 */
export function deliverLetter(context: Context, to: Addressed): Promise<boolean> {
  return context.database.transaction(async (tx) => {
    const letter = await nextLetter(tx, to);
    return letter !== null && withCorrelation(letter.correlation ?? letter.id, () => deliver(context, tx, to, letter));
  });
}

async function deliver(context: Context, tx: Transaction, to: Addressed, letter: Letter): Promise<boolean> {
  const { beginning, ...command } = letter.command as unknown as InboxCommand;
  const advanced = await advanceInstance(
    context,
    tx,
    to.instance,
    command as Command,
    beginning && (await beginningOf(context, tx, beginning)),
  );
  if (advanced.kind === 'refused' && advanced.code === 'agenda-pending') return false;
  if (advanced.kind === 'refused')
    context.log.info(
      { instance: to.instance, command: command.type, code: advanced.code },
      'a command arrived too late',
    );
  await dropLetter(tx, to, letter.id);
  return true;
}

/** A companion belongs to what its host is about. */
async function beginningOf(context: Context, tx: Transaction, started: StartedBy): Promise<StartedBy> {
  const host = started.hostInstance === null ? null : await readInstance(tx, context.tenant, started.hostInstance);
  return {
    ...started,
    subjectKind: started.subjectKind ?? host?.subjectKind ?? null,
    subjectId: started.subjectId ?? host?.subjectId ?? null,
  };
}
