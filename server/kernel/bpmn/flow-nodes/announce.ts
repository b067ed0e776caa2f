import type { EvaluationFault } from '../../feel/expression.ts';
import type { Json } from '../../json.ts';
import { dutyNames, type Duty, type UserTask } from '../executable-activity.ts';
import type { Execution } from '../execution.ts';
import { unplaced } from './approve.ts';
import { postList } from '../post-list.ts';
import type { ElementInstance, Position } from '../process-instance.ts';

/** Whom a user task tells and who owes what from it on. */
interface Announcement {
  readonly positions: readonly Position[];
  readonly duties: { readonly [duty in Duty]?: Position };
}

/**
 * Works out whom a user task tells (抄送) and who owes what from it on, before it is offered. A told post that is vacant is
 * told where its work goes; one the area does not have is a fault, as it is for the work itself.
 */
export function announcementOf(
  execution: Execution,
  node: UserTask,
  element: ElementInstance,
): Announcement | EvaluationFault {
  const positions = toldBy(execution, node, element);
  if ('code' in positions) return positions;
  const duties = dutiesBy(execution, node, element);
  return 'code' in duties ? duties : { positions, duties };
}

/** Tells them, and says who owes what. */
export function announce(
  execution: Execution,
  node: UserTask,
  { id, scope }: ElementInstance,
  { positions, duties }: Announcement,
): void {
  if (Object.keys(duties).length > 0) execution.emit({ type: 'duties-given', id, scope, element: node.id, duties });
  if (positions.length > 0) execution.emit({ type: 'posts-told', id, scope, element: node.id, positions });
}

type Visible = ReturnType<Execution['visible']>;

function visibleAt(execution: Execution, element: ElementInstance): Visible {
  return execution.visible(element.scope, element.variables);
}

function toldBy(
  execution: Execution,
  { told }: UserTask,
  element: ElementInstance,
): readonly Position[] | EvaluationFault {
  if (!told) return [];
  const visible = visibleAt(execution, element);
  const posts = execution.evaluate(told.posts, visible);
  if (!posts.ok) return posts.fault;
  const area = execution.evaluate(told.area, visible);
  if (!area.ok) return area.fault;
  const found = new Map<string, Position>();
  for (const post of postList(posts.value)) {
    const position = placed(execution, post, area.value);
    if ('code' in position) return position;
    found.set(`${position.post}@${position.area}`, position);
  }
  return [...found.values()];
}

function dutiesBy(
  execution: Execution,
  { duties }: UserTask,
  element: ElementInstance,
): Announcement['duties'] | EvaluationFault {
  if (!duties) return {};
  const visible = visibleAt(execution, element);
  const area = execution.evaluate(duties.area, visible);
  if (!area.ok) return area.fault;
  const given: { [duty in Duty]?: Position } = {};
  for (const duty of dutyNames) {
    const source = duties.posts[duty];
    const post = source ? execution.evaluate(source, visible) : null;
    if (post && !post.ok) return post.fault;
    // One that comes out empty means: whoever owed it so far still does.
    if (typeof post?.value !== 'string' || post.value === '') continue;
    const position = placed(execution, post.value, area.value);
    if ('code' in position) return position;
    given[duty] = position;
  }
  return given;
}

/** Where a post is that is named beside the work: after fallback, as the work itself. */
function placed(execution: Execution, post: string, area: Json): Position | EvaluationFault {
  const answer = execution.ask({ kind: 'position', post, area: typeof area === 'string' ? area : '' });
  return answer.kind === 'position' ? answer.position : unplaced(answer);
}
