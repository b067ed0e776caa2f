import { beginsAt, isComplete, partsHeard, placeOf, type Beginning } from '../../kernel/bpmn/beginnings.ts';
import type { Actor } from '../../kernel/bpmn/commands.ts';
import type { Catch } from '../../kernel/bpmn/executable-event.ts';
import type { JsonObject } from '../../kernel/json.ts';
import { dropGathered, gatherParts } from '../../database/gathered-beginnings.ts';
import type { Transaction } from '../../database/transaction.ts';
import type { Context } from '../context.ts';
import { advanceInstance } from '../process-instances/advance-instance.ts';
import { uuidv7 } from '../uuid.ts';

/** What a new instance is begun with, besides where. */
export interface BegunWith {
  /** Hash of the manifest it runs on. */
  readonly manifestHash: string;
  readonly area: string;
  readonly variables: JsonObject;
  readonly conversation: string | null;
  readonly by: Actor;
}

/**
 * Begins an instance by an event that has happened. One that needs several events is kept until the last of them has come
 * (BPMN 2.0.2, 10.5.2.3), and then begins with what came with each: in the world it is the same.
 *
 * @param happened tells which parts of the event have happened
 * @returns its id; null while parts are missing
 */
export async function beginWhenComplete(
  context: Context,
  tx: Transaction,
  beginning: Beginning,
  happened: (part: Catch) => boolean,
  begun: BegunWith,
): Promise<string | null> {
  if (!beginning.all) return begin(context, tx, beginning, begun);
  // Whatever area each part was for: what is needed is needed by the process, as the release there has it.
  const { area } = (await context.releases.inForce(tx)).at(begun.area);
  const place = { area, process: beginning.process.id, place: placeOf(beginning) };
  const parts = partsHeard(beginning, happened);
  const { heard, variables } = await gatherParts(tx, context.tenant, place, parts, begun.variables);
  if (!isComplete(beginning, heard)) return null;
  await dropGathered(tx, context.tenant, place);
  return begin(context, tx, beginning, { ...begun, variables });
}

async function begin(
  context: Context,
  tx: Transaction,
  beginning: Beginning,
  { manifestHash, area, variables, conversation, by }: BegunWith,
): Promise<string> {
  const id = uuidv7();
  const process = beginning.process.id;
  const advanced = await advanceInstance(
    context,
    tx,
    id,
    { type: 'create-instance', variables, by, ...beginsAt(beginning) },
    {
      process,
      manifestHash,
      subjectKind: null,
      subjectId: null,
      hostInstance: null,
      hostTask: null,
      hostScope: null,
      area,
      conversation,
    },
  );
  if (advanced.kind === 'refused') throw new Error(`process ${process} could not begin: ${advanced.code}`);
  return id;
}
