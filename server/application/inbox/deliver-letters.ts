import type { Command } from '../../kernel/bpmn/commands.ts';
import {
  claimLetter,
  claimNewIterations,
  dropNewIterations,
  dropLetters,
  inboxIncident,
  lockAddressed,
  noteFailure,
  postponeLetters,
  recordUndelivered,
  waitingLetters,
  type Addressed,
  type Letter,
} from '../../database/inbox.ts';
import { readInstance } from '../../database/process-instances.ts';
import type { Transaction } from '../../database/transaction.ts';
import type { Context } from '../context.ts';
import { parkInstance } from '../incidents/park-instance.ts';
import { withCorrelation } from '../observing/correlation.ts';
import { errorWords } from '../observing/error-words.ts';
import { advanceInstance } from '../process-instances/advance-instance.ts';
import { followMigration } from '../process-instances/follow-migration.ts';
import { gathered, isNewIteration, isReport, type Envelope } from './gathered-letters.ts';
import type { InboxCommand, StartedBy } from '../process-instances/outgoing-commands.ts';

/** So many commands of one instance are delivered in one transaction. */
const batch = 20;
/** A suspended instance is asked again so much later. */
const suspendedMs = 5000;
/** So many reports of iterations are taken together. */
const mostReports = 2000;
/** So many iterations are begun together. */
const newIterations = 100;
/** A command that failed so often as a bug parks its instance. */
const mostAttempts = 5;

/**
 * Delivers the commands waiting for an instance, in the order of each sender, several in one transaction; when one fails
 * as a bug the first of them is delivered alone, and one that fails again and again parks the instance. What comes too
 * late is recorded and dropped: the sender acted on what it saw, the instance decides.
 *
 * @returns false when nothing could be delivered now
 */
export async function deliverLetters(context: Context, to: Addressed): Promise<boolean> {
  try {
    return await deliver(context, to, batch);
  } catch (error) {
    context.log.error({ instance: to.instance, error: errorWords(error) }, 'commands could not be delivered together');
  }
  try {
    return await deliver(context, to, 1);
  } catch (error) {
    context.log.error({ instance: to.instance, error: errorWords(error) }, 'a command could not be delivered');
    await context.database.transaction((tx) => noteFault(context, tx, to, errorWords(error)));
    return false;
  }
}

function deliver(context: Context, to: Addressed, most: number): Promise<boolean> {
  return context.database.transaction(async (tx) => {
    const letters = await readLetters(tx, to, most);
    const [first] = letters;
    if (first && most > 1 && isNewIteration(first)) return deliverNewIterations(context, tx, first);
    const delivered: string[] = [];
    for (const letter of gathered(letters)) {
      const code = await deliverOne(context, tx, to, letter);
      if (code === 'agenda-pending') break;
      if (code === 'instance-suspended') {
        await postponeLetters(tx, to, new Date(Date.parse(tx.now) + suspendedMs).toISOString());
        break;
      }
      delivered.push(...letter.ids);
    }
    await dropLetters(tx, to, delivered);
    return delivered.length > 0;
  });
}

/** Reads what is due once the instance is locked; of one that is yet to be created, its first command is. */
async function readLetters(tx: Transaction, to: Addressed, most: number): Promise<readonly Letter[]> {
  const exists = await lockAddressed(tx, to);
  const letters = await waitingLetters(tx, to, most);
  const [first] = letters;
  if (!first || first.runAt > tx.now) return [];
  if (!exists && !(await claimLetter(tx, to, first.id))) return [];
  // Reports of iterations are small, and there may be thousands.
  return most > 1 && letters.length === most && letters.every(isReport) ? waitingLetters(tx, to, mostReports) : letters;
}

/**
 * Begins iterations that were sent off together, many in one transaction: none of them exists for anybody yet.
 *
 * @param first one of them, whose letter is claimed
 */
async function deliverNewIterations(context: Context, tx: Transaction, first: Letter): Promise<boolean> {
  const letters = await claimNewIterations(tx, context.tenant, first.sender ?? '', newIterations);
  for (const { instance, ...letter } of letters)
    await deliverOne(context, tx, { tenant: context.tenant, instance }, letter);
  await dropNewIterations(tx, context.tenant, letters);
  return letters.length > 0;
}

/** @returns the code of the refusal, or null */
async function deliverOne(context: Context, tx: Transaction, to: Addressed, letter: Envelope): Promise<string | null> {
  const { beginning, onto, ...command } = letter.command as unknown as InboxCommand;
  const begun = beginning && (await beginningOf(context, tx, beginning));
  const advanced = await withCorrelation(letter.cause ?? letter.id, () =>
    advanceInstance(context, tx, to.instance, command as Command, begun, onto),
  );
  if (advanced.kind === 'advanced') {
    if (onto) await followMigration(tx, context.tenant, onto, advanced);
    return null;
  }
  const { code } = advanced;
  if (code === 'agenda-pending' || code === 'instance-suspended') return code;
  // A newer program has written it: dropping it would lose what it says, so that it waits, and parks the instance in the end.
  if (code === 'command-unknown') throw new Error(`this program does not know the command "${command.type}"`);
  const facts = { instance: to.instance, command: command.type, code };
  context.log.info(facts, 'a command arrived too late');
  if (command.type === 'trigger-event' || command.type === 'end-call' || onto)
    await recordUndelivered(tx, to, { id: letter.id, command: command.type, code });
  return code;
}

async function noteFault(context: Context, tx: Transaction, to: Addressed, error: string): Promise<void> {
  await lockAddressed(tx, to);
  const [first] = await waitingLetters(tx, to, 1);
  if (!first) return;
  const attempts = await noteFailure(tx, to, first.id, error);
  if (attempts >= mostAttempts) await parkInstance(context, tx, to.instance, inboxIncident);
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
