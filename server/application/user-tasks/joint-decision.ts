import { type Approval, neededVariable } from '../../kernel/bpmn/approval.ts';
import { approvalOf } from '../../kernel/bpmn/flow-nodes/approve.ts';
import type { ElementInstance, ProcessInstance } from '../../kernel/bpmn/process-instance.ts';
import { isJsonObject, type Json } from '../../kernel/json.ts';
import type { CompiledRelease } from '../../kernel/release/compiled-release.ts';
import { type InstanceView, readScopes } from '../../database/process-instances.ts';
import type { Transaction } from '../../database/transaction.ts';
import type { UserTaskRow } from '../../database/user-tasks.ts';
import { loadInstance } from '../process-instances/stored-state.ts';
import type { NameBook } from '../organization/position-views.ts';

/** One of those who decide together. */
interface Voter {
  readonly post: string;
  readonly area: string;
  /** Who is asked by name; null: whoever of the holders answers first. */
  readonly person: string | null;
  /** `later`: in 依次, they are asked once those before them have agreed. */
  readonly state: 'approve' | 'refuse' | 'asked' | 'later';
  /** Who has answered. */
  readonly by: string | null;
  readonly isThis: boolean;
}

/** How several who decide together stand while one of them is asked. */
export interface JointDecision {
  readonly mode: Approval['mode'];
  /** How many have to agree. */
  readonly needed: number;
  readonly voters: readonly Voter[];
}

/**
 * Reads how those stand who decide together with the one a user task asks.
 *
 * @returns null where a user task is nobody's but its own, or asks nobody any more
 */
export async function readJointDecision(
  tx: Transaction,
  tenant: string,
  release: CompiledRelease,
  stored: InstanceView,
  row: UserTaskRow,
): Promise<JointDecision | null> {
  const node = release.processes.get(stored.process)?.executable.nodes.get(row.element);
  const approval = node && approvalOf(node);
  if (!approval || row.state !== 'open' || row.scope === 0) return null;
  const [body] = await readScopes(tx, tenant, stored.id, [row.scope]);
  if (!body) return null;
  const around = body.parent ? await readScopes(tx, tenant, stored.id, [body.parent]) : [];
  return jointDecision(loadInstance(stored.state, [body, ...around]), row, approval);
}

/** The same of an instance that is loaded. */
function jointDecision(
  { scopes }: ProcessInstance,
  row: Pick<UserTaskRow, 'id' | 'scope'>,
  { mode }: Pick<Approval, 'mode'>,
): JointDecision | null {
  const body = scopes[row.scope];
  const loop = scopes[body?.parent ?? 0]?.elements.find(({ id }) => id === row.scope)?.loop;
  if (!body || !loop?.items) return null;
  const place = body.elements.find(({ id }) => id === row.id)?.iteration ?? 0;
  const needed = body.variables[neededVariable];
  return {
    mode,
    needed: typeof needed === 'number' ? needed : loop.items.length,
    voters: loop.items.flatMap((item, nth) => voterOf(item, nth, loop, place)),
  };
}

function voterOf(
  item: Json,
  nth: number,
  { results, next }: NonNullable<ElementInstance['loop']>,
  place: number,
): readonly Voter[] {
  if (!isJsonObject(item)) return [];
  const [answer, isThis] = [results?.[nth], nth + 1 === place];
  const { post, area } = item;
  if (typeof post !== 'string' || typeof area !== 'string') return [];
  const asked = { post, area, person: textOf(item['person']), isThis };
  if (!isJsonObject(answer)) return [{ ...asked, state: nth + 1 < next ? 'asked' : 'later', by: null }];
  return [{ ...asked, state: answer['approves'] === true ? 'approve' : 'refuse', by: textOf(answer['person']) }];
}

function textOf(value: Json | undefined): string | null {
  return typeof value === 'string' ? value : null;
}

/** Everybody who has to be named when it is shown. */
export function peopleIn(joint: JointDecision | null): readonly string[] {
  return (joint?.voters ?? []).flatMap(({ person, by }) => [person, by].filter((one) => one !== null));
}

/** How several who decide together stand, as screens get it. */
export function jointView(names: NameBook, joint: JointDecision | null) {
  return (
    joint && {
      mode: joint.mode,
      needed: joint.needed,
      voters: joint.voters.map(({ post, area, person, state, by, isThis }) => ({
        position: names.position({ post, area }),
        person: names.person(by ?? person),
        state,
        isThis,
      })),
    }
  );
}
