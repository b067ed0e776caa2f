import type { HeldPostRow } from '../../database/post-assignments.ts';
import type { HandOver } from '../people/hand-work-over.ts';
import type { WorkLeft } from '../people/work-left.ts';
import type { PlannedRow } from './planned-row.ts';
import type { Places, PostGround } from './plan-posts.ts';
import { isGrantable, titleOf, type WantedPost } from './wanted-post.ts';
import { words } from './workbook-layout.ts';
import { positionKey } from '../../kernel/organization/holders.ts';

/** An assignment that a row ends today, and what becomes of its open user tasks. */
export interface PlannedEnding {
  readonly id: string;
  readonly person: string;
  /** Absent: there are none. */
  readonly over?: HandOver;
}

/**
 * Plans to take somebody off a post. Open user tasks stay with whoever else holds it, those who come with the same
 * workbook included; when nobody does, the row has to say who gets them.
 *
 * @param places who would be on each position after the other rows
 * @returns null, with a fault told, when it may not be
 */
export function planEnding(
  one: WantedPost,
  before: HeldPostRow,
  ground: PostGround,
  places: Places,
): { readonly row: PlannedRow; readonly ended: PlannedEnding } | null {
  if (!isGrantable(one, ground.reach)) return null;
  const planned = { sheet: 'posts', row: one.row.row, outcome: 'removed', title: titleOf(one) } as const;
  const ended = { id: before.id, person: before.person };
  const left = before.from <= ground.today ? ground.left.get(before.id) : undefined;
  if (left === undefined) return { row: { ...planned, changes: [] }, ended };
  const others = (places.get(positionKey(before)) ?? []).filter(
    ({ person, from, to }) => person !== before.person && from <= ground.today && (to === null || to > ground.today),
  );
  const over = handOverOf(one, left, others.length > 0, ground);
  if (over === null) return null;
  const changes = [
    { title: '待办', before: `${left.userTasks.length} 件`, after: goesTo(over, one, left, others, ground) },
  ];
  return { row: { ...planned, changes }, ended: { ...ended, over } };
}

function handOverOf(one: WantedPost, left: WorkLeft, shared: boolean, ground: PostGround): HandOver | null {
  const { row, workTo, person } = one;
  const upper =
    left.fallback === null ? { upper: '', upperEn: '' } : { upper: '，或写“上一级”', upperEn: ' or "上一级"' };
  if (workTo === '' || workTo === words.samePost) {
    if (shared) return { to: 'post' };
    const values = { name: person.name, count: left.userTasks.length, ...upper };
    row.tell(workTo === '' ? 'work-undecided' : 'work-stays-nowhere', 'workTo', values);
    return null;
  }
  if (workTo === words.upper) {
    if (!shared && left.fallback !== null) return { to: 'fallback' };
    const values = { name: person.name, count: left.userTasks.length, ...upper };
    row.tell(shared ? 'work-stays-here' : 'work-undecided', 'workTo', values);
    return null;
  }
  const taker = ground.people.get(workTo.toLowerCase());
  if (taker === undefined) row.tell('account-unknown', 'workTo', { value: workTo });
  else if (!taker.active) row.tell('person-suspended', 'workTo', { name: taker.name });
  else if (taker.id === person.id) row.tell('work-stays-nowhere', 'workTo', upper);
  return taker === undefined || row.isFaulty() ? null : { to: 'person', person: taker.id };
}

/** Who has the work then, in words. */
function goesTo(
  over: HandOver,
  { workTo }: WantedPost,
  { fallback }: WorkLeft,
  others: readonly { readonly name: string }[],
  { people, reach }: PostGround,
): string {
  if (over.to === 'post') return `留给同岗的${others.map(({ name }) => name).join('、')}`;
  if (over.to === 'person') return `${people.get(workTo.toLowerCase())?.name ?? workTo}接任`;
  const area = fallback === null ? '' : (reach.areaOf(fallback.area)?.name ?? fallback.area);
  const post = reach.postsAt(fallback?.area ?? '').find(({ id }) => id === fallback?.post)?.title ?? '';
  return `转给上一级：${area}${post === '' ? '' : ` · ${post}`}`;
}
