import type { HeldPostRow, NewAccount, NewHeldPost } from '../../database/workbook-rows.ts';
import { positionKey } from '../../kernel/organization/holders.ts';
import type { Post } from '../../kernel/organization/organization.ts';
import { uuidv7 } from '../uuid.ts';
import type { ImportReach } from './import-reach.ts';
import { changeOf, type PlannedRow } from './planned-row.ts';
import { oneOf, required, type WrittenRow } from './read-sheets.ts';
import { words } from './workbook-layout.ts';

/** What would become of posts. */
export interface PostPlan {
  readonly rows: readonly PlannedRow[];
  readonly added: readonly NewHeldPost[];
  readonly changed: readonly { readonly id: string; readonly from: string; readonly to: string | null }[];
  /** To be ended today. */
  readonly ended: readonly { readonly id: string; readonly person: string }[];
}

/** What rows of posts are compared with. */
export interface PostGround {
  readonly reach: ImportReach;
  /** By account in small letters: those there are, and those the workbook adds. */
  readonly people: ReadonlyMap<string, NewAccount>;
  /** What is held or will be held at the areas the rows name. */
  readonly held: readonly HeldPostRow[];
  /** Whether areas that come with the workbook are there at once; else their posts wait. */
  readonly areasAtOnce: boolean;
  readonly today: string;
}

interface WantedPost {
  readonly row: WrittenRow;
  readonly person: NewAccount;
  readonly post: Post;
  readonly area: string;
  readonly areaName: string;
  readonly kind: 'formal' | 'cover' | null;
  readonly from: string | null;
  readonly to: string | null;
  readonly end: boolean;
}

/** Compares the sheet of posts with who holds what, merged by person, post and area. */
export function planPosts(rows: readonly WrittenRow[], ground: PostGround): PostPlan {
  const plan = { rows: [] as PlannedRow[], added: [] as NewHeldPost[], changed: [] as PostPlan['changed'][number][] };
  const ended: PostPlan['ended'][number][] = [];
  const held = Map.groupBy(ground.held, (one) => `${one.person} ${positionKey(one)}`);
  const places = placesOf(ground);
  const first = new Map<string, number>();
  for (const one of rows.flatMap((row) => wantedPost(row, ground))) {
    const { row, person, post, area } = one;
    const key = `${person.id} ${positionKey({ post: post.id, area })}`;
    const before = held.get(key)?.[0];
    const other = first.get(key);
    if (other !== undefined) row.tell('row-twice', null, { row: other });
    else first.set(key, row.row);
    const step = row.isFaulty() ? null : before ? againstHeld(one, before, ground) : asNew(one, ground, places);
    if (step === null || row.isFaulty()) continue;
    plan.rows.push(step.row);
    if (step.added) plan.added.push(step.added);
    if (step.changed) plan.changed.push(step.changed);
    if (step.ended) ended.push(step.ended);
  }
  return { ...plan, ended };
}

interface Step {
  readonly row: PlannedRow;
  readonly added?: NewHeldPost;
  readonly changed?: PostPlan['changed'][number];
  readonly ended?: PostPlan['ended'][number];
}

function wantedPost(row: WrittenRow, { reach, people }: PostGround): readonly WantedPost[] {
  const [account, title, area] = [required(row, 'account'), required(row, 'post', 'words'), required(row, 'area')];
  const end = oneOf(row, 'change', [words.end]) !== null;
  const kind = oneOf(row, 'kind', [words.formal, words.cover]);
  const [from, to] = [row.day('from'), row.day('to')];
  if (row.isFaulty()) return [];
  const person = people.get(account.toLowerCase());
  if (!person) row.tell('account-unknown', 'account', { value: account });
  else if (isOtherName(row.words('name'), person.name))
    row.tell('name-differs', 'name', { account, name: person.name, value: row.words('name') });
  const place = reach.areaOf(area);
  if (!place || !reach.may('posts.edit', area)) row.tell('area-unknown', 'area', { value: area });
  const posts = reach.postsAt(area);
  const post = posts.find((one) => one.title === title) ?? posts.find(({ id }) => id === title);
  if (place && !post) {
    const choices = posts.map((one) => one.title).join('、') || '（这一级没有岗位）';
    row.tell('post-unknown', 'post', { value: title, area: place.name, choices });
  }
  if (!person || !place || !post || row.isFaulty()) return [];
  const kinds = { [words.formal]: 'formal', [words.cover]: 'cover' } as const;
  return [{ row, person, post, area, areaName: place.name, kind: kind && kinds[kind], from, to, end }];
}

function isOtherName(written: string, name: string): boolean {
  const plain = (text: string): string => text.normalize('NFKC').replaceAll(' ', '');
  return written !== '' && plain(written) !== plain(name);
}

/** A row about what the person holds already. */
function againstHeld(one: WantedPost, before: HeldPostRow, { today, reach }: PostGround): Step | null {
  const { row, kind, end } = one;
  const title = titleOf(one);
  if (!end && kind !== null && kind !== before.kind) {
    row.tell('kind-differs', 'kind', { value: before.kind === 'formal' ? words.formal : words.cover });
    return null;
  }
  const wantedEnd = end || (one.to !== null && one.to <= today);
  if (wantedEnd) {
    if (!isGrantable(one, reach)) return null;
    return {
      row: { sheet: 'posts', row: row.row, outcome: 'removed', title, changes: [] },
      ended: { id: before.id, person: before.person },
    };
  }
  const [from, to] = [one.from ?? before.from, one.to];
  if (from !== before.from && before.from <= today) row.tell('start-passed', 'from', { value: before.from });
  if (to !== null && to <= from) row.tell('dates-reversed', 'to', { from, to });
  if (to === null && before.to !== null && before.kind === 'cover') row.tell('cover-needs-end', 'to');
  if (row.isFaulty()) return null;
  const changes = [changeOf('开始日期', before.from, from), changeOf('截止日期', before.to ?? '', to ?? '')].filter(
    (change) => change !== null,
  );
  if (changes.length > 0 && !isGrantable(one, reach)) return null;
  const outcome = changes.length === 0 ? 'same' : 'changed';
  return {
    row: { sheet: 'posts', row: row.row, outcome, title, changes },
    ...(outcome === 'changed' ? { changed: { id: before.id, from, to } } : {}),
  };
}

/** Who is put on each position when, as it would be after the rows so far. */
type Places = Map<string, { readonly from: string; readonly to: string | null; readonly kind: string }[]>;

function placesOf({ held }: PostGround): Places {
  return Map.groupBy(
    held.filter(({ active }) => active),
    positionKey,
  );
}

function asNew(one: WantedPost, { reach, today, areasAtOnce }: PostGround, places: Places): Step | null {
  const { row, person, post, area } = one;
  if (one.end) row.tell('nothing-to-end', null);
  else if (!person.active) row.tell('person-suspended', 'account', { name: person.name });
  const [kind, from, to] = [one.kind ?? 'formal', one.from ?? today, one.to];
  if (to !== null && to <= from) row.tell('dates-reversed', 'to', { from, to });
  if (kind === 'cover' && to === null) row.tell('cover-needs-end', 'to');
  if (row.isFaulty() || !isGrantable(one, reach)) return null;
  const key = positionKey({ post: post.id, area });
  const others = places.get(key) ?? [];
  const overlapping = others.filter(
    (other) => other.kind === 'formal' && (to === null || other.from < to) && (other.to === null || from < other.to),
  );
  if (kind === 'formal' && overlapping.length >= post.max) {
    const values = { area: one.areaName, post: post.title, most: post.max, nth: overlapping.length + 1 };
    row.tell('post-full', 'post', values);
    return null;
  }
  places.set(key, [...others, { kind, from, to }]);
  const waits = !areasAtOnce && !reach.isLive(area);
  const planned = { sheet: 'posts', row: row.row, title: titleOf(one), changes: [] } as const;
  if (waits) return { row: { ...planned, outcome: 'waiting' } };
  const added = { id: uuidv7(), person: person.id, post: post.id, area, kind, from, to };
  return { row: { ...planned, outcome: 'new' }, added };
}

/** Nobody makes an administrator who is not one: a post can carry that permission. */
function isGrantable({ row, post, area }: WantedPost, reach: ImportReach): boolean {
  if (!reach.isAdministration(post.id, area) || reach.may('administration', area)) return true;
  row.tell('needs-administrator', 'post');
  return false;
}

function titleOf({ person, post, areaName }: WantedPost): string {
  return `${person.name} · ${areaName} · ${post.title}`;
}
