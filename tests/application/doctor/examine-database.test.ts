import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { examineDatabase } from '../../../server/application/doctor/examine-database.ts';
import type { FaultCode } from '../../../server/application/doctor/invariants.ts';
import { uuidv7 } from '../../../server/application/uuid.ts';
import { openLiveStreet } from './live-street.ts';
import type { Street } from '../street.ts';

let street: Street;

beforeAll(async () => {
  street = await openLiveStreet();
});
afterAll(() => street.close());

async function spoil(sql: string, ...params: readonly unknown[]): Promise<void> {
  await street.context.database.transaction((tx) => tx.query(sql, [street.context.tenant, ...params]));
}

async function found(): Promise<readonly FaultCode[]> {
  const report = await examineDatabase(street.context, { fold: 'all' });
  return Object.keys(report.counts) as FaultCode[];
}

/** Spoils one thing, says what the doctor finds, and mends it. */
async function foundAfter(spoiling: string, mending: string): Promise<readonly FaultCode[]> {
  await spoil(spoiling);
  try {
    return await found();
  } finally {
    await spoil(mending);
  }
}

describe('the doctor', () => {
  test('finds nothing wrong in a street that lives, and says what it looked at', async () => {
    const report = await examineDatabase(street.context, { fold: 'all' });
    expect(report.faults).toEqual([]);
    expect(report.instances).toBeGreaterThan(2);
    expect(report.folded).toBe(report.instances);
    expect(report.events).toBeGreaterThan(20);
  });

  test('folds a sample when asked for one', async () => {
    const report = await examineDatabase(street.context, { fold: 1 });
    expect(report.folded).toBe(1);
  });

  test.each([
    [
      'a user task that nobody waits at',
      'user-task-without-token',
      `insert into user_task (tenant_id, instance_id, id, scope, element, name, post, area, asked_post, asked_area, state, created_at)
       select tenant_id, instance_id, 5000, scope, element, name, post, area, asked_post, asked_area, state, created_at from user_task
       where tenant_id = $1 and state = 'open'`,
      `delete from user_task where tenant_id = $1 and id = 5000`,
    ],
    [
      'a user task at another post',
      'user-task-elsewhere',
      `update user_task set post = 'x' || post where tenant_id = $1 and state = 'open'`,
      `update user_task set post = substr(post, 2) where tenant_id = $1 and state = 'open'`,
    ],
    [
      'a limit that is due at another time than its clock',
      'user-task-clock-differs',
      `update user_task set due_at = due_at + interval '1 hour' where tenant_id = $1 and state = 'open'`,
      `update user_task set due_at = due_at - interval '1 hour' where tenant_id = $1 and state = 'open'`,
    ],
    [
      'a timer of an earlier generation',
      'timer-without-token',
      `update timer set generation = generation + 1 where tenant_id = $1`,
      `update timer set generation = generation - 1 where tenant_id = $1`,
    ],
    [
      'a hole in a history',
      'history-gap',
      `update history_step set seq = seq + 1000 where tenant_id = $1 and seq < 1000`,
      `update history_step set seq = seq - 1000 where tenant_id = $1 and seq >= 1000`,
    ],
    [
      'an end that is not marked',
      'end-unmarked',
      `update process_instance set ended_at = created_at where tenant_id = $1 and status = 'running'`,
      `update process_instance set ended_at = null where tenant_id = $1 and status = 'running'`,
    ],
    [
      'a state that the history does not give',
      'state-differs',
      `update process_instance set state = jsonb_set(state, '{nextId}', to_jsonb((state ->> 'nextId')::int + 1)) where tenant_id = $1`,
      `update process_instance set state = jsonb_set(state, '{nextId}', to_jsonb((state ->> 'nextId')::int - 1)) where tenant_id = $1`,
    ],
    [
      'a token at an element of no model',
      'element-unknown',
      `update process_instance set state = jsonb_set(state, '{root,elements,0,element}', '"nowhere"') || jsonb_build_object('kept', state #> '{root,elements,0,element}') where tenant_id = $1 and status = 'running'`,
      `update process_instance set state = jsonb_set(state, '{root,elements,0,element}', state -> 'kept') - 'kept' where tenant_id = $1 and status = 'running'`,
    ],
  ] as const)('finds %s', async (_, code, spoiling, mending) => {
    expect(await foundAfter(spoiling, mending)).toContain(code);
    expect(await found()).toEqual([]);
  });

  test('finds a row whose instance is not there, and work of an instance that has ended', async () => {
    const nobody = uuidv7();
    await spoil(
      `insert into incident (tenant_id, instance_id, element, scope, code, zh, en, at) values ($1, $2, 1, 0, 'x', '', '', $3)`,
      nobody,
      '2026-09-01T00:00:00Z',
    );
    await spoil(
      `insert into timer (tenant_id, instance_id, element, key, scope, generation, due_at) select $1, id, 1, 'timer', 0, 1, $2 from process_instance where tenant_id = $1 and status <> 'running'`,
      '2099-09-01T00:00:00Z',
    );
    const report = await examineDatabase(street.context, { fold: 0 });
    expect(report.faults).toContainEqual({ code: 'row-of-nobody', where: { table: 'incident', what: nobody } });
    expect(report.counts['ended-with-work']).toBeGreaterThan(0);
    await spoil(`delete from incident where tenant_id = $1 and instance_id = $2`, nobody);
    await spoil(`delete from timer where tenant_id = $1 and due_at = $2`, '2099-09-01T00:00:00Z');
    expect(await found()).toEqual([]);
  });
});
