import { setTimeout as sleep } from 'node:timers/promises';
import { afterEach, describe, expect, it } from 'vitest';
import { caseJourney, type JourneyStep, people } from './case-journey.ts';
import { type Ground, type GroundName, grounds, openGround } from './ground.ts';
import { expectEachStepOnce, expectSameAnswers, type Outcome, outcomeOf } from './outcome.ts';
import { seededRandom } from './random.ts';
import { StreetClient } from './street-client.ts';

// `npm run faults` gives more rounds; FAULT_SEED repeats one that failed.
const rounds = Number(process.env['FAULT_ROUNDS'] ?? '1');
const firstSeed = Number(process.env['FAULT_SEED'] ?? Date.now() % 1_000_000);
const seeds = Array.from({ length: rounds }, (_, round) => firstSeed + round);
const killsInARound = 10;

/** In the ordinary run it is one of the grounds, by chance, that is hit at random moments: most of the time goes there. */
const isHitAtRandom = (ground: GroundName): boolean =>
  process.env['FAULT_ROUNDS'] !== undefined || ground === grounds[firstSeed % grounds.length];

/** What the journey leaves when nothing is killed. */
let undisturbed: Outcome | undefined;

describe.each(grounds)('the first journey, while SIGKILL hits %s,', (name) => {
  let street: Walk;
  /** How long each step takes when nothing is killed, in milliseconds. */
  const typical = new Map<string, number>();

  afterEach(() => street.ground.close());

  it('ends right when it hits nothing', async () => {
    street = await beginWalk(name);
    for (const step of street.steps) {
      const began = performance.now();
      await step.act();
      await step.settle();
      typical.set(step.name, performance.now() - began);
    }
    undisturbed ??= await outcomeOf(street.ground);
    await expectRight(street);
  });

  it('ends right when it hits between every acknowledgement and the next step', async () => {
    street = await beginWalk(name);
    for (const step of street.steps) {
      await step.act();
      await street.ground.kill();
      await step.settle();
    }
    await expectRight(street);
  });

  it.each(isHitAtRandom(name) ? seeds : [])(
    'ends right when it hits at ten random moments inside steps (seed %i)',
    async (seed) => {
      street = await beginWalk(name);
      const plan = planKills(street.steps, seed);
      const moments: string[] = [];
      for (const step of street.steps) {
        const kills = (plan.get(step.name) ?? []).map((part) => part * (typical.get(step.name) ?? 0));
        moments.push(...(await disturb(street, step, kills)));
      }
      process.stdout.write(`seed ${seed}, ${name}: ${moments.join('; ')}; ${street.client.lost} answers lost\n`);
      await expectRight(street);
    },
  );
});

interface Walk {
  readonly ground: Ground;
  readonly client: StreetClient;
  readonly steps: readonly JourneyStep[];
}

async function beginWalk(name: GroundName): Promise<Walk> {
  const ground = await openGround(name, '2026-09-07 09:00');
  const client = new StreetClient(ground);
  for (const account of people) await client.signIn(account);
  return { ground, client, steps: caseJourney(ground, client) };
}

/** Into which steps the kills fall, and after which part of the time that a step usually takes. */
function planKills(steps: readonly JourneyStep[], seed: number): ReadonlyMap<string, readonly number[]> {
  const random = seededRandom(seed);
  const plan = new Map<string, number[]>();
  for (let kill = 0; kill < killsInARound; kill += 1) {
    const step = steps[Math.floor(random() * steps.length)]?.name ?? '';
    plan.set(step, [...(plan.get(step) ?? []), random()]);
  }
  return plan;
}

/** Does a step, and kills after so many milliseconds, and after so many more since it came back, and so on. */
async function disturb({ ground, client }: Walk, step: JourneyStep, kills: readonly number[]): Promise<string[]> {
  const moments: string[] = [];
  let isAcknowledged = false;
  const acting = step.act().then(() => {
    isAcknowledged = true;
    return step.settle();
  });
  const killing = async (): Promise<void> => {
    for (const ms of kills) {
      await sleep(ms);
      const when = isAcknowledged ? 'after the answer' : 'before the answer';
      const before = await keysDone(ground);
      const restart = ground.kill().then(async () => {
        const after = await keysDone(ground);
        moments.push(`${step.name} ${when}${!isAcknowledged && after > before ? ', done' : ''} (${ms.toFixed(0)} ms)`);
      });
      client.waitFor(Promise.allSettled([restart]));
      await restart;
    }
  };
  await Promise.all([acting, killing()]);
  return moments;
}

async function keysDone(ground: Ground): Promise<number> {
  const [row] = await ground.rows<{ count: number }>('select count(*)::int as count from command_log');
  return row?.count ?? 0;
}

async function expectRight({ ground, client }: Walk): Promise<void> {
  await expectEachStepOnce(ground);
  await expectSameAnswers(client);
  expect(await outcomeOf(ground)).toEqual(undisturbed);
}
