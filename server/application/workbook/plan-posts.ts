import type { NewAccount } from '../../database/accounts.ts';
import type { HeldPostRow, NewHeldPost } from '../../database/post-assignments.ts';
import { positionKey } from '../../kernel/organization/holders.ts';
import { uuidv7 } from '../uuid.ts';
import type { WorkLeft } from '../people/work-left.ts';
import type { ImportReach } from './import-reach.ts';
import { type PlannedEnding, planEnding } from './plan-ending.ts';
import { changeOf, type PlannedRow } from './planned-row.ts';
import type { WrittenRow } from './read-sheets.ts';
import { tellCoverChange, tellNewCover } from './tell-cover.ts';
import { isGrantable, titleOf, type WantedPost, wantedPost } from './wanted-post.ts';
import { words } from './workbook-layout.ts';

/** What would become of posts. */
export interface PostPlan {
  readonly rows: readonly PlannedRow[];
  readonly added: readonly NewHeldPost[];
  readonly changed: readonly { readonly id: string; readonly from: string; readonly to: string | null }[];
  /** To be ended today. */
  readonly ended: readonly PlannedEnding[];
}

/** What rows of posts are compared with. */
export interface PostGround {
  readonly reach: ImportReach;
  /** By account in small letters: those there are, and those the workbook adds. */
  readonly people: ReadonlyMap<string, NewAccount>;
  /** What is held or will be held at the areas the rows name. */
  readonly held: readonly HeldPostRow[];
  /** What held assignments leave behind when they end today, by their ids. */
  readonly left: ReadonlyMap<string, WorkLeft>;
  /** Whether areas that come with the workbook are there at once; else their posts wait. */
  readonly areasAtOnce: boolean;
  readonly today: string;
}

/** Who is put on each position when, as it would be after the rows so far. */
export type Places = Map<string, readonly Placed[]>;

/** Somebody on a position. */
export interface Placed {
  readonly person: string;
  readonly name: string;
  readonly account: string;
  readonly post: string;
  readonly area: string;
  readonly kind: 'formal' | 'cover';
  readonly from: string;
  readonly to: string | null;
}

/** Whether a row takes the person off the post today. */
export function isEnding({ end, to }: Pick<WantedPost, 'end' | 'to'>, today: string): boolean {
  return end || (to !== null && to <= today);
}

/**
 * Compares the sheet of posts with who holds what, merged by person, post and area. Rows that end something leave their
 * places before others are looked at, wherever they stand in the sheet: a sheet that replaces somebody is sound.
 */
export function planPosts(rows: readonly WrittenRow[], ground: PostGround): PostPlan {
  const held = Map.groupBy(ground.held, (one) => `${one.person} ${positionKey(one)}`);
  const understood = rows
    .flatMap((row) => wantedPost(row, ground))
    .map((one) => {
      const before = held.get(keyOf(one))?.[0];
      return { one, before, ends: before !== undefined && isEnding(one, ground.today) };
    });
  const first = new Map<string, number>();
  for (const { one } of understood) {
    const other = first.get(keyOf(one));
    if (other !== undefined) one.row.tell('row-twice', null, { row: other });
    else first.set(keyOf(one), one.row.row);
  }
  const sound = understood.filter(({ one }) => !one.row.isFaulty());
  const leaving = new Set(sound.flatMap(({ before, ends }) => (ends && before ? [before.id] : [])));
  const places = placesOf(ground, leaving);
  const steps = sound
    .toSorted((one, other) => Number(one.ends) - Number(other.ends))
    .flatMap(({ one, before, ends }): readonly Step[] => {
      const step = before
        ? ends
          ? planEnding(one, before, ground, places)
          : againstHeld(one, before, ground, places)
        : asNew(one, ground, places);
      return step === null || one.row.isFaulty() ? [] : [step];
    })
    .toSorted((one, other) => one.row.row - other.row.row);
  return {
    rows: steps.map(({ row }) => row),
    added: steps.flatMap(({ added }) => added ?? []),
    changed: steps.flatMap(({ changed }) => changed ?? []),
    ended: steps.flatMap(({ ended }) => ended ?? []),
  };
}

function keyOf({ person, post, area }: WantedPost): string {
  return `${person.id} ${positionKey({ post: post.id, area })}`;
}

interface Step {
  readonly row: PlannedRow;
  readonly added?: NewHeldPost;
  readonly changed?: PostPlan['changed'][number];
  readonly ended?: PlannedEnding;
}

/** A row about what the person holds already and goes on holding. */
function againstHeld(one: WantedPost, before: HeldPostRow, { today, reach }: PostGround, places: Places): Step | null {
  const { row, kind, post } = one;
  if (kind !== null && kind !== before.kind) {
    row.tell('kind-differs', 'kind', { value: before.kind === 'formal' ? words.formal : words.cover });
    return null;
  }
  const [from, to] = [one.from ?? before.from, one.to];
  if (from !== before.from && before.from <= today) row.tell('start-passed', 'from', { value: before.from });
  if (to !== null && to <= from) row.tell('dates-reversed', 'to', { from, to });
  if (to === null && before.to !== null && before.kind === 'cover') row.tell('cover-needs-end', 'to');
  if (row.isFaulty()) return null;
  const changes = [changeOf('开始日期', before.from, from), changeOf('离岗日期', before.to ?? '', to ?? '')].filter(
    (change) => change !== null,
  );
  tellCoverChange(
    one,
    before,
    { from, to, isMoved: changes.length > 0 },
    places.get(positionKey({ post: post.id, area: one.area })) ?? [],
  );
  if (row.isFaulty() || (changes.length > 0 && !isGrantable(one, reach))) return null;
  const outcome = changes.length === 0 ? 'same' : 'changed';
  return {
    row: { sheet: 'posts', row: row.row, outcome, title: titleOf(one), changes },
    ...(outcome === 'changed' ? { changed: { id: before.id, from, to } } : {}),
  };
}

function placesOf({ held, today }: PostGround, leaving: ReadonlySet<string>): Places {
  const staying = held
    .filter(({ active }) => active)
    .map((one) => (leaving.has(one.id) ? { ...one, to: one.from > today ? one.from : today } : one));
  return Map.groupBy(staying, positionKey);
}

function asNew(one: WantedPost, { reach, today, areasAtOnce }: PostGround, places: Places): Step | null {
  const { row, person, post, area, place } = one;
  if (one.end) row.tell('nothing-to-end', null);
  else if (!person.active) row.tell('person-suspended', 'account', { name: person.name });
  const [kind, from, to] = [one.kind ?? 'formal', one.from ?? today, one.to];
  if (to !== null && to <= from) row.tell('dates-reversed', 'to', { from, to });
  if (kind === 'cover' && to === null) row.tell('cover-needs-end', 'to');
  if (kind === 'formal' && one.covers !== '') row.tell('covers-without-cover', 'covers');
  if (row.isFaulty() || !isGrantable(one, reach)) return null;
  const key = positionKey({ post: post.id, area });
  const others = places.get(key) ?? [];
  const covers = kind === 'cover' ? tellNewCover(one, { from, to }, others) : null;
  const overlapping = others.filter(
    (other) => other.kind === 'formal' && (to === null || other.from < to) && (other.to === null || from < other.to),
  );
  if (kind === 'formal' && overlapping.length >= one.most)
    row.tell('post-full', 'post', { area: place.name, post: post.title, most: one.most, nth: overlapping.length + 1 });
  if (row.isFaulty()) return null;
  const position = { person: person.id, post: post.id, area, kind, from, to };
  places.set(key, [...others, { ...position, name: person.name, account: person.account }]);
  const waits = !areasAtOnce && !reach.isLive(area);
  const planned = { sheet: 'posts', row: row.row, title: titleOf(one), changes: [] } as const;
  if (waits) return { row: { ...planned, outcome: 'waiting' } };
  return { row: { ...planned, outcome: 'new' }, added: { id: uuidv7(), ...position, covers } };
}
