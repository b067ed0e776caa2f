import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { terminalOperations } from '../../server/application/terminal/terminal-operations.ts';
import { foundInstances } from '../../server/commands/found-instances.ts';
import { migrateCommand } from '../../server/commands/migrate.ts';
import { moveCommand } from '../../server/commands/move.ts';
import { resumeCommand } from '../../server/commands/resume.ts';
import { retryCommand } from '../../server/commands/retry.ts';
import { searchQuery } from '../../server/commands/search-options.ts';
import type { JsonObject } from '../../server/kernel/json.ts';
import { openTestApp, type TestApp } from '../http/open-test-app.ts';
import { breakProcess, mended, operator, reportSettled } from '../http/stuck-cases.ts';

let door: TestApp;

beforeAll(async () => {
  door = await openTestApp({ publishes: true });
  await breakProcess(door);
});
afterAll(() => door.close());

const lines: string[] = [];
const report = (line: string): void => void lines.push(line);
const repair = (input: JsonObject) => terminalOperations.repairInstances.run(door.street.context, input, report);
const find = async (query: JsonObject) => {
  const outcome = await terminalOperations.findInstances.run(door.street.context, { query });
  return foundInstances(outcome.answer ?? null).instances;
};

describe('instances at the terminal', () => {
  it('are found, and one is told whole', async () => {
    const id = await reportSettled(door);
    expect(await find({ state: 'stuck' })).toMatchObject([{ id, state: 'stuck', elements: ['归档管理'] }]);
    const read = await terminalOperations.readInstance.run(door.street.context, { instance: id });
    expect(read).toMatchObject({ ok: true, answer: { id, incidents: [{ code: 'meeting-time-broken' }] } });
    expect(
      await terminalOperations.readInstance.run(door.street.context, { instance: crypto.randomUUID() }),
    ).toMatchObject({
      ok: false,
      answer: { code: 'instance-unknown' },
    });
  });

  it('are rehearsed without being changed, then repaired, each with a line of its own', async () => {
    const [{ id } = { id: '' }] = await find({ state: 'stuck' });
    const retry = { do: 'retry', variables: mended };
    const asked = { instances: [id, crypto.randomUUID()], repair: retry, reason: '补上结果' };
    expect(await repair({ ...asked, dryRun: true })).toMatchObject({
      ok: false,
      answer: [{ ok: true }, { ok: false }],
    });
    expect(await find({ state: 'stuck' })).toHaveLength(1);
    lines.length = 0;
    const outcome = await repair(asked);
    await door.street.settle();
    expect(outcome).toMatchObject({ ok: false, answer: [{ instance: id, ok: true }, { code: 'instance-unknown' }] });
    expect(lines).toHaveLength(2);
    expect(await find({ state: 'stuck' })).toEqual([]);
    const audited = await door.street.rows('select person_id, reason from audit where subject_id = $1', id);
    expect(audited).toEqual([{ person_id: null, reason: '补上结果' }]);
  });

  it('are repaired in the name of a person only as far as their rights go', async () => {
    const id = await reportSettled(door);
    const asked = { instances: [id], repair: { do: 'skip' }, reason: '手工归档' };
    expect(await repair({ ...asked, by: 'maxiaolan' })).toMatchObject({
      ok: false,
      answer: [{ code: 'instance-unknown' }],
    });
    expect(await repair({ ...asked, by: 'lixiuying' })).toMatchObject({
      ok: false,
      answer: [{ code: 'not-permitted' }],
    });
    expect(await repair({ ...asked, by: 'nobody' })).toMatchObject({ ok: false, answer: [{ code: 'person-unknown' }] });
    expect(await repair({ ...asked, by: operator })).toMatchObject({ ok: true });
  });
});

describe('a command that repairs', () => {
  it.each([
    ['retry without a reason', () => retryCommand.run(['018f0000-0000-7000-8000-000000000000'])],
    ['retry with variables that are no JSON', () => retryCommand.run(['x', '--reason', '试一试', '--variables', '{'])],
    ['resume that does not say what the clocks do', () => resumeCommand.run(['x', '--reason', '试一试'])],
    ['move from nowhere to nowhere', () => moveCommand.run(['x', '--reason', '试一试'])],
    ['migrate to no version', () => migrateCommand.run(['x', '--reason', '试一试'])],
    ['retry of nothing', () => retryCommand.run(['--reason', '试一试'])],
  ])('refuses %s before it touches a database', async (_, run) => {
    expect(await run()).toBe(1);
  });

  it('counts ages back from now', () => {
    const now = new Date('2026-11-28T00:00:00.000Z');
    expect(searchQuery({ state: 'stuck', 'older-than': '3d' }, now)).toEqual({
      state: 'stuck',
      startedUntil: '2026-11-25T00:00:00.000Z',
    });
    expect(searchQuery({ 'older-than': 'long' }, now)).toBeNull();
  });
});
