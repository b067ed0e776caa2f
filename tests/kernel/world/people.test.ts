import { describe, expect, it } from 'vitest';
import { complete, report, sendUp, vacate } from '../../../server/kernel/world/act.ts';
import type { Done, World } from '../../../server/kernel/world/world.ts';
import type { UserTaskEntry } from '../../../server/kernel/world/world-state.ts';
import { holds } from '../organization/organization-examples.ts';
import { assignments, smallStreet } from './small-street.ts';

const lamp = { caseType: 'event', area: 'g1', data: { category: 'lamp', description: '路灯不亮。两天了' } };
const settled = { ...lamp, data: { ...lamp.data, onTheSpot: true } };

function made<Value>(done: Done<Value>): Value {
  if (!done.ok) throw new Error(`${done.code} ${JSON.stringify(done.problems)}`);
  return done.value;
}

function open(world: World): UserTaskEntry {
  const entry = [...world.state.userTasks.values()].find(({ state }) => state === 'open');
  if (!entry) throw new Error('nothing is open');
  return entry;
}

describe('a report', () => {
  it('becomes a case with a number, a title and somebody who has it', () => {
    const world = smallStreet();
    const { number, title, progress } = made(report(world, 'ma', lamp));

    expect({ number, title }).toEqual({ number: 'XJ-2026-0001', title: '路灯不亮' });
    expect(progress).toMatchObject({ status: 'open', stage: 'handle', holder: { post: 'mediator', area: 'g1' } });
  });

  it('that was settled on the spot is closed at once, and says which stages nobody had', () => {
    const { progress, facts } = made(report(smallStreet(), 'ma', settled));

    expect(progress).toMatchObject({
      status: 'closed',
      passed: ['handle'],
      visited: ['report', 'archive', 'appraise'],
    });
    expect(facts).toMatchObject({ onTime: true, userTasks: 0, answer: 'not-wanted' });
  });

  it('is counted on within its year', () => {
    const world = smallStreet();
    made(report(world, 'ma', lamp));

    expect(made(report(world, 'ma', lamp)).number).toBe('XJ-2026-0002');
  });

  it('whose form is not right is refused and makes nothing', () => {
    const world = smallStreet();
    const refused = report(world, 'ma', { ...lamp, data: { category: 'boat' } });

    expect(refused).toMatchObject({ ok: false, code: 'submission-invalid' });
    expect([world.cases.size, world.counters.size, world.state.instances.size]).toEqual([0, 0, 0]);
  });

  it('of a kind nobody knows is refused', () => {
    expect(report(smallStreet(), 'ma', { ...lamp, caseType: 'boat' })).toMatchObject({ code: 'case-type-unknown' });
  });

  it('lets no personal value into the process', () => {
    const world = smallStreet();
    made(report(world, 'ma', { ...lamp, data: { ...lamp.data, phone: '13900000000' } }));

    expect(JSON.stringify([...world.state.instances.values()])).not.toContain('13900000000');
  });
});

describe('a user task', () => {
  it('is completed by whoever holds its position', () => {
    const world = smallStreet();
    const { id } = made(report(world, 'ma', lamp));

    expect(complete(world, 'ma', open(world), { result: 'solved' })).toEqual({ ok: true, value: null });
    expect(world.cases.get(id)?.progress.status).toBe('closed');
  });

  it.each([
    ['by somebody else', 'sun', { result: 'solved' }, 'user-task-not-yours'],
    ['with a wrong form', 'ma', { result: 'perhaps' }, 'submission-invalid'],
  ])('is not completed %s', (_how, person, data, code) => {
    const world = smallStreet();
    const { id } = made(report(world, 'ma', lamp));
    const before = world.cases.get(id);

    expect(complete(world, person, open(world), data)).toMatchObject({ ok: false, code });
    expect(world.cases.get(id)).toEqual(before);
  });

  it('is completed once', () => {
    const world = smallStreet();
    made(report(world, 'ma', lamp));
    const entry = open(world);
    made(complete(world, 'ma', entry, { result: 'solved' }));

    expect(complete(world, 'ma', entry, { result: 'solved' })).toMatchObject({ code: 'user-task-stale' });
  });

  it('goes to the one above when somebody cannot solve it, with the reason kept', () => {
    const world = smallStreet();
    const { id } = made(report(world, 'ma', lamp));

    expect(sendUp(world, 'ma', open(world), '要电工')).toEqual({ ok: true, value: { post: 'officer', area: 'c1' } });
    expect(world.cases.get(id)?.submissions.at(-1)).toMatchObject({ form: 'send-up', lines: [{ text: '要电工' }] });
    expect(world.cases.get(id)?.progress.everOverdue).toBe(false);
  });

  it('goes no higher than the top', () => {
    const world = smallStreet();
    made(report(world, 'ma', lamp));
    made(sendUp(world, 'ma', open(world), '要电工'));
    made(sendUp(world, 'chen', open(world), '要钱'));

    expect(sendUp(world, 'li', open(world), '要命')).toMatchObject({ code: 'nobody-above' });
  });
});

describe('a position that becomes vacant', () => {
  it('loses its open user tasks to its stand-in, and the story says why', () => {
    const world = smallStreet();
    made(report(world, 'ma', lamp));
    vacate(world, [{ post: 'mediator', area: 'g1' }]);

    expect(open(world).position).toEqual({ post: 'head', area: 'g1' });
    const history = [...world.state.instances.values()].flatMap((instance) => instance.history);
    expect(history.at(-1)?.event).toMatchObject({ type: 'user-task-reassigned', because: 'vacant' });
  });

  it('keeps them when nobody stands in', () => {
    const world = smallStreet([holds('li', 'office', 's')]);
    made(report(world, 'li', lamp));
    vacate(world, [{ post: 'office', area: 's' }]);

    expect(open(world).position).toEqual({ post: 'office', area: 's' });
  });

  it('gets no new ones', () => {
    const world = smallStreet(assignments.filter(({ post }) => post !== 'mediator'));
    made(report(world, 'sun', lamp));

    expect(open(world).position).toEqual({ post: 'head', area: 'g1' });
  });
});
