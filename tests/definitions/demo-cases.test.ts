import { beforeAll, describe, expect, it } from 'vitest';
import { compileValidator } from '../../server/application/forms/compile-validator.ts';
import { startClock } from '../../server/kernel/calendar/clock.ts';
import { subtractWorkingTime } from '../../server/kernel/calendar/working-time.ts';
import type { Instant } from '../../server/kernel/json.ts';
import type { CompiledRelease } from '../../server/kernel/release/compiled-release.ts';
import { complete, report } from '../../server/kernel/world/act.ts';
import { checkDemoCases, type DemoCasePlan } from '../../server/kernel/world/check-demo-cases.ts';
import { advanceTo } from '../../server/kernel/world/settle.ts';
import { createWorld, type World } from '../../server/kernel/world/world.ts';
import { compilePack, packsIn } from '../../server/packs/compile-pack.ts';
import type { EffectiveDefinitions } from '../../server/kernel/compilation/effective-definitions.ts';
import { definitionsFolder } from '../packs/planted-pack.ts';

const hour = 3_600_000;
let release: CompiledRelease;
let definitions: EffectiveDefinitions;

beforeAll(async () => {
  const compiled = await compilePack('tianshui-xiguan', packsIn(definitionsFolder));
  if (!compiled.release || !compiled.definitions) throw new Error('the pack does not compile');
  ({ release, definitions } = { release: compiled.release, definitions: compiled.definitions });
});

function plansOf(): readonly DemoCasePlan[] {
  const demoPeople = definitions.people.flatMap((file) => file.value.people);
  return definitions.demoCases.flatMap((file) => checkDemoCases(file.value, { release, demoPeople }).plans);
}

function emptyStreet(now: Instant): World {
  const people = definitions.people.flatMap((file) => file.value.people);
  return createWorld({
    release,
    now,
    people: people.map((person) => ({ id: person.account, name: person.name })),
    assignments: people.flatMap((person) =>
      person.posts.map((held) => ({
        person: person.account,
        kind: 'formal' as const,
        ...held,
        from: '2020-01-01',
        to: null,
      })),
    ),
    validatorFor: (effective) => {
      const compiled = compileValidator(effective.schema);
      if (!compiled.ok) throw new Error(compiled.reason);
      return compiled.validate;
    },
  });
}

/** Lets one demo case happen in a street of its own, up to now. */
function replay(plan: DemoCasePlan, now: Instant): World {
  const calendar = release.calendars.get('china');
  const start = calendar && subtractWorkingTime(calendar, now, plan.ago.amount * hour);
  if (!start) throw new Error('no calendar');
  const world = emptyStreet(start);
  const reported = report(world, plan.person, plan);
  if (!reported.ok) throw new Error(`${reported.code} ${JSON.stringify(reported.problems)}`);
  for (const step of plan.steps) {
    const after = startClock(
      { id: 'after', title: '', calendar: 'china', ...step.after },
      release.calendars,
      world.state.now,
    );
    advanceTo(world, after?.dueAt ?? now);
    const entry = [...world.state.userTasks.values()].find(
      (task) => task.state === 'open' && task.element === step.element,
    );
    if (!entry) throw new Error(`${step.element} is not open`);
    const done = complete(world, step.person, entry, step.data(world.state.now));
    if (!done.ok) throw new Error(`${step.element}: ${done.code} ${JSON.stringify(done.problems)}`);
  }
  advanceTo(world, now);
  return world;
}

describe('the demo cases', () => {
  // A Tuesday morning, a Monday at eight, a Sunday, the day after a long holiday.
  it.each([
    '2026-09-15T02:32:00.000Z',
    '2026-11-23T00:35:00.000Z',
    '2026-11-22T06:00:00.000Z',
    '2026-10-08T01:00:00.000Z',
  ])('can all have happened by the people and in the steps they name, told at %s', (now) => {
    const worlds = plansOf().map((plan) => replay(plan, now));

    expect(worlds.length).toBeGreaterThanOrEqual(55);
    expect(worlds.every((world) => world.state.now === now)).toBe(true);
  });

  it('are in every stage and under every light, most of them closed', () => {
    const cases = plansOf().flatMap((plan) => [...replay(plan, '2026-09-15T02:32:00.000Z').cases.values()]);
    const open = cases.filter((one) => one.progress.status === 'open');

    expect(new Set(open.map((one) => one.progress.stage))).toEqual(
      new Set(['assign', 'investigate', 'handle', 'feedback']),
    );
    expect(new Set(open.map((one) => one.progress.light))).toEqual(new Set(['green', 'yellow', 'red']));
    expect(cases.length - open.length).toBeGreaterThan(open.length);
  });
});
