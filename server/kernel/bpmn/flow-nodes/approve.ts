import type { EvaluationFault } from '../../feel/expression.ts';
import { isJsonObject, type Json, type JsonObject } from '../../json.ts';
import { approvalOutcome, approves, answersIn, neededVariable, voterVariable, type Approval } from '../approval.ts';
import type { Rejection, Voter, Actor } from '../commands.ts';
import type { Activity } from '../executable-activity.ts';
import type { Execution } from '../execution.ts';
import { postList } from '../post-list.ts';
import type { ElementInstance, Position } from '../process-instance.ts';
import { isActivity } from './activity.ts';

/** Those who decide together live in one instance, because each answer looks at the others. */
const mostVoters = 200;

/** Whom a loop asks and how many must agree. */
export interface Asked {
  readonly items: readonly Json[];
  readonly needed: number;
}

/** What an activity says of those who decide together, if they do. */
export function approvalOf(node: { readonly type: string }): Approval | undefined {
  return isActivity(node) && node.loop?.kind === 'multiple' ? node.loop.approval : undefined;
}

/**
 * Who is asked, after fallback and each person once, and how many of them must agree.
 *
 * @returns a fault where nobody can be asked, or more must agree than are asked: it would fail before anybody was
 */
export function askVoters(
  execution: Execution,
  node: Activity,
  approval: Approval,
  visible: JsonObject,
): Asked | EvaluationFault {
  const posts = execution.evaluate(approval.posts, visible);
  if (!posts.ok) return posts.fault;
  const area = execution.evaluate(approval.area, visible);
  if (!area.ok) return area.fault;
  const named = postList(posts.value);
  if (named.length === 0)
    return faultOf('approval-empty', node, '算不出要问哪些岗位', 'leads to no post that is asked');
  const areas = postList(area.value);
  if (areas.length === 0) return faultOf('assignment-empty', node, '算不出在哪个区域办理', 'leads to no area');
  const answer = execution.ask({ kind: 'voters', posts: named, areas, of: approval.of });
  if (answer.kind !== 'voters') return unplaced(answer);
  const { voters } = answer;
  if (voters.length > mostVoters)
    return faultOf(
      'approval-too-many',
      node,
      `要问 ${voters.length} 人，最多问 ${mostVoters} 人`,
      `asks ${voters.length} people; ${mostVoters} is the most`,
    );
  const needed = votesNeeded(execution, node, approval, voters.length, visible);
  return typeof needed === 'number' ? { items: voters.map(itemOf), needed } : needed;
}

function itemOf({ post, area, person }: Voter): Json {
  return { post, area, person };
}

/** Whom one iteration asks: fallback and who holds what were looked at when all of them were chosen. */
export function voterOf({ variables }: ElementInstance): VoterAssigned | null {
  const voter = variables[voterVariable];
  if (!isJsonObject(voter)) return null;
  const { post, area, person } = voter;
  if (typeof post !== 'string' || typeof area !== 'string') return null;
  const position = { post, area };
  return { asked: position, position, vacant: [], ...(typeof person === 'string' ? { person } : {}) };
}

/** A user task that is offered to one who is asked. */
interface VoterAssigned {
  readonly asked: Position;
  readonly position: Position;
  readonly vacant: readonly Position[];
  readonly person?: string;
}

/** The fault of work for a post that no area on the way up has. */
export function unplaced(answer: {
  readonly kind: string;
  readonly zh?: string;
  readonly en?: string;
}): EvaluationFault {
  return { code: 'position-unknown', zh: answer.zh ?? '', en: answer.en ?? '' };
}

function votesNeeded(
  execution: Execution,
  node: Activity,
  { mode, needed, ratio }: Approval,
  total: number,
  visible: JsonObject,
): number | EvaluationFault {
  if (mode !== 'vote') return mode === 'any' ? 1 : total;
  const source = needed ?? ratio;
  const result = source ? execution.evaluate(source, { ...visible, numberOfInstances: total }) : null;
  if (result && !result.ok) return result.fault;
  const value = result?.value;
  // A part like 2/3 has no exact decimal form: of three, two are enough.
  const count = typeof value !== 'number' ? Number.NaN : needed ? value : Math.max(1, Math.ceil(value * total - 1e-6));
  if (Number.isInteger(count) && count >= 1 && count <= total) return count;
  const said = JSON.stringify(value ?? null);
  return faultOf(
    'approval-unreachable',
    node,
    needed
      ? `要 ${said} 人同意，但只问 ${total} 人。请改成 1 到 ${total} 的整数`
      : `要 ${said} 这么大比例的人同意，但比例要在 0 和 1 之间`,
    needed
      ? `needs ${said} to agree, but asks ${total}. Write a whole number from 1 to ${total}`
      : `needs ${said} of them to agree, but a part lies between 0 and 1`,
  );
}

/**
 * Notes what one who was asked has answered.
 *
 * @returns a rejection when the form holds no answer, or the same person has answered already for another post
 */
export function noteAnswer(
  execution: Execution,
  element: ElementInstance,
  variables: JsonObject,
  by: Actor,
): Rejection | null {
  const approval = element.iteration === undefined ? undefined : approvalOf(execution.node(element.element));
  if (!approval || !element.userTask) return null;
  const agrees = approves(variables[approval.field]);
  if (agrees === null) return { code: 'answer-missing', details: { field: approval.field } };
  const person = 'person' in by ? by.person : null;
  const loop = execution.host(execution.scope(element.scope))?.loop ?? {};
  if (person !== null && answersIn(loop).some((given) => given.person === person)) return { code: 'answered-already' };
  const { post, area } = element.userTask.position;
  const answer = { post, area, person, approves: agrees };
  execution.emit({ type: 'answer-given', id: element.id, scope: element.scope, answer });
  return null;
}

/** The loop has ended: what came of it, as the variable that is to have it. */
export function decideApproval(
  execution: Execution,
  approval: Approval,
  body: ElementInstance,
  around: JsonObject,
): { readonly [result: string]: Json } {
  const { loop } = execution.now(body);
  const needed = around[neededVariable];
  const outcome = approvalOutcome(approval, loop ?? { total: 0 }, typeof needed === 'number' ? needed : 0);
  const { id, scope, element } = body;
  execution.emit({ type: 'approval-decided', id, scope, element, outcome });
  return { [approval.result]: { ...outcome, by: outcome.by.map((answer) => ({ ...answer })) } };
}

function faultOf(code: string, node: Activity, zh: string, en: string): EvaluationFault {
  return { code, zh: `「${node.name || node.id}」${zh}。`, en: `"${node.name || node.id}" ${en}.` };
}
