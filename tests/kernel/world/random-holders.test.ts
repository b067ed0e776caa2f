import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { addDays } from '../../../server/kernel/civil-day.ts';
import { instantOfLocal, localDate } from '../../../server/kernel/local-time.ts';
import { type AreaChange, isThere, successionsOn } from '../../../server/kernel/organization/area-changes.ts';
import { areaHasPost, holdersOf, holdsOn } from '../../../server/kernel/organization/holders.ts';
import { wayUp } from '../../../server/kernel/organization/resolve-position.ts';
import { complete, report, vacate } from '../../../server/kernel/world/act.ts';
import { appoint, choosePart, publishAreas } from '../../../server/kernel/world/area-acts.ts';
import { advanceTo } from '../../../server/kernel/world/settle.ts';
import type { World } from '../../../server/kernel/world/world.ts';
import { people, release, smallStreet } from './small-street.ts';

/** So slow that no ladder takes work away from whoever loses it here. */
const slow = { id: 'short', title: '一年', amount: 365, unit: 'days' } as const;

/** One thing that happens in a street; the numbers choose among what there is at that moment. */
interface Move {
  readonly kind: 'report' | 'complete' | 'leave' | 'appoint' | 'cover' | 'split' | 'merge' | 'choose' | 'days';
  readonly one: number;
  readonly other: number;
  readonly stays: boolean;
}

const move: fc.Arbitrary<Move> = fc.record({
  kind: fc.constantFrom(
    ...([
      'report',
      'report',
      'complete',
      'leave',
      'leave',
      'appoint',
      'cover',
      'split',
      'merge',
      'choose',
      'days',
    ] as const),
  ),
  one: fc.nat(1000),
  other: fc.nat(1000),
  stays: fc.boolean(),
});

const pick = <Item>(items: readonly Item[], by: number): Item | undefined => items[by % Math.max(items.length, 1)];
const dayOf = (world: World): string => localDate(world.state.now);
const gridsOf = (world: World) =>
  world.release.areas.filter((area) => area.type === 'grid' && isThere(area, dayOf(world)) && area.to === undefined);
const openIn = (world: World) => [...world.state.userTasks.values()].filter(({ state }) => state === 'open');
const positionsOf = (world: World) =>
  world.release.areas
    .filter((area) => isThere(area, dayOf(world)))
    .flatMap((area) =>
      world.release.posts.filter((post) => areaHasPost(area, post)).map((post) => ({ post: post.id, area: area.code })),
    );

function carryOut(world: World, { kind, one, other, stays }: Move): void {
  const today = dayOf(world);
  const grid = pick(gridsOf(world), one)?.code ?? '';
  const person = pick(people, other)?.id ?? '';
  const task = pick(openIn(world), one);
  const mediators = positionsOf(world).filter(({ post }) => post === 'mediator');
  // Half of what happens to posts happens where reports go at first.
  const position = pick(stays ? mediators : positionsOf(world), one);
  if (kind === 'report')
    report(world, person, { caseType: 'event', area: grid, data: { category: 'lamp', description: '路灯不亮' } });
  if (kind === 'complete' && task) {
    const holder = holdersOf(world.organization, task.position, today)[0]?.person;
    if (holder !== undefined) complete(world, holder, task, { result: 'solved' });
  }
  if (kind === 'leave' && position) vacate(world, [position]);
  if (kind === 'appoint' && position) appoint(world, [{ ...position, person, kind: 'formal', from: null, to: null }]);
  if (kind === 'cover' && position) {
    const to = addDays(today, 1 + (other % 4));
    appoint(world, [{ ...position, person, kind: 'cover', from: null, to }]);
  }
  if (kind === 'split' || kind === 'merge') changeAreasBy(world, { kind, one, other, stays });
  if (kind === 'choose') {
    const about = pick([...world.cases.values()], one);
    const change = world.release.areaChanges.find(({ from }) => from.includes(about?.area ?? ''));
    choosePart(world, person, about?.instance, pick(change?.to ?? [], other) ?? '');
  }
  if (kind === 'days') advanceTo(world, instantOfLocal(`${addDays(today, 1 + (one % 3))} 08:00`));
}

/** A grid is divided, or two become one, today or soon; its holders go along or leave. */
function changeAreasBy(world: World, { kind, one, other, stays }: Move): void {
  const { areas, areaChanges } = world.release;
  const on = addDays(dayOf(world), other % 3);
  const grids = gridsOf(world);
  const first = pick(grids, one);
  // An area that began today cannot end today.
  if (!first || (first.from ?? '') >= on) return;
  const second = grids.find(
    ({ code, parent, from = '' }) => code !== first.code && parent === first.parent && from < on,
  );
  if (kind === 'merge' && !second) return;
  const from = kind === 'merge' && second ? [first.code, second.code] : [first.code];
  const to = kind === 'merge' ? [`${first.code}m`] : [`${first.code}a`, `${first.code}b`];
  const holders = (one + other) % 2 === 0 ? 'follow' : 'end';
  const change: AreaChange = {
    on,
    kind: kind === 'merge' ? 'merge' : 'split',
    from,
    to,
    openWork: { rule: stays ? 'stay' : 'follow', holders },
  };
  const made = to.map((code) => ({ ...first, code, name: code, from: on }));
  const ended = areas.map((area) => (from.includes(area.code) ? { ...area, to: on } : area));
  publishAreas(world, [...ended, ...made], [...areaChanges, change]);
}

/** What is not as it must be, whatever has happened. */
function wrongIn(world: World): readonly string[] {
  const today = dayOf(world);
  const { organization, release } = world;
  const successions = successionsOn(release.areaChanges, today);
  const isGround = (code: string): boolean => {
    const area = organization.tree.areas.get(code);
    return area !== undefined && (isThere(area, today) || successions.get(code)?.rule === 'stay');
  };
  const tasks = openIn(world).flatMap(({ position, task }) => {
    const { post, area } = position;
    const [definition, place] = [organization.posts.get(post), organization.tree.areas.get(area)];
    if (!definition || !place || !areaHasPost(place, definition)) return [`${task} lies at no position`];
    if (!isGround(area)) return [`${task} lies at ${area}, which has ended`];
    if (holdersOf(organization, position, today).length > 0) return [];
    const above = wayUp(organization, position, today).find((one) => holdersOf(organization, one, today).length > 0);
    return above ? [`${task} is nobody's at ${post}@${area}, though ${above.post}@${above.area} is held`] : [];
  });
  const held = [...organization.assignments.values()].flat().filter((one) => holdsOn(one, today));
  return [
    ...tasks,
    ...held.filter(({ kind, to }) => kind === 'cover' && to === null).map(({ person }) => `${person} covers for ever`),
    ...held.filter(({ area }) => !isGround(area)).map(({ person, area }) => `${person} holds a post at ${area}`),
  ];
}

describe('whoever comes, covers and leaves, and however grids are divided', () => {
  it('open work always has a position, and somebody who has it as long as anybody on the way up does', () => {
    fc.assert(
      fc.property(fc.array(move, { minLength: 5, maxLength: 30 }), (moves) => {
        const world = smallStreet(undefined, undefined, { limits: new Map([...release.limits, [slow.id, slow]]) });
        for (const [nth, one] of moves.entries()) {
          carryOut(world, one);
          expect(wrongIn(world), `after move ${nth + 1}, ${one.kind}`).toEqual([]);
        }
      }),
      { numRuns: 250 },
    );
  });
});
