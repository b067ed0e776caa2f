import { deepStrictEqual, ok } from 'node:assert/strict';
import { apply, unbornInstance } from '../../../../server/kernel/bpmn/apply.ts';
import { lookupKey, type Answer, type Command, type Lookup } from '../../../../server/kernel/bpmn/commands.ts';
import type { Effect } from '../../../../server/kernel/bpmn/effects.ts';
import type { ProcessEvent } from '../../../../server/kernel/bpmn/events.ts';
import type { ExecutableProcess } from '../../../../server/kernel/bpmn/executable-process.ts';
import type { Given } from '../../../../server/kernel/bpmn/given.ts';
import type { ProcessInstance } from '../../../../server/kernel/bpmn/process-instance.ts';
import { step } from '../../../../server/kernel/bpmn/step.ts';
import { compileDecisions } from '../../../../server/kernel/dmn/compile-decisions.ts';
import { asStored } from '../as-stored.ts';
import { decision, file, table } from '../../dmn/dmn-models.ts';
import { given } from '../given.ts';

/** What a command came to: its events and the instance as it was stored and read back, or the code of its refusal. */
export type Checked =
  | {
      readonly kind: 'stepped';
      readonly instance: ProcessInstance;
      readonly events: readonly ProcessEvent[];
      readonly effects: readonly Effect[];
    }
  | { readonly kind: 'rejected'; readonly code: string };

const routing = table({
  inputs: [{ expression: 'v0' }],
  outputs: [{ name: 'way' }],
  rules: [
    ['0', '"here"'],
    ['> 0', '"there"'],
  ],
});
const { decisions } = await compileDecisions(file(decision(routing)));

const rules = {
  pause: { by: 'head' },
  extensions: Array.from({ length: 9 }, () => ({ by: 'head', most: { amount: 1, unit: 'hours' } }) as const),
};

/** What every step of a random life is given. */
export const surroundings: Given = {
  ...given,
  decisions,
  limits: new Map([...given.limits].map(([id, limit]) => [id, { ...limit, ...rules }])),
};

/** How a step is taken. */
interface Settings {
  readonly now: string;
  readonly budget: number;
  readonly shuffle: boolean;
  /** Of more parallel iterations, each is an instance of its own. */
  readonly iterationsInside: number;
}

/**
 * Steps, and holds the step to what must be true of every one: the events folded over the instance before give the
 * instance after, and an instance that was stored as JSON and read back is the same.
 *
 * @param shuffle whether it is read back with the keys of its objects in another order, as `jsonb` does
 */
export function checkedStep(
  process: ExecutableProcess,
  instance: ProcessInstance | null,
  command: Command,
  { now, budget, shuffle, iterationsInside }: Settings,
): Checked {
  const before = instance ?? unbornInstance('life', process.id);
  const answers = new Map(surroundings.answers);
  const missing = new Set<number>();
  for (;;) {
    const result = step(process, before, command, { ...surroundings, now, answers, missing, iterationsInside }, budget);
    if (result.kind === 'rejected') return { kind: 'rejected', code: result.rejection.code };
    if (result.kind === 'stepped') {
      const { events, effects } = result;
      const text = JSON.stringify(result.instance);
      const folded = events.reduce(apply, before);
      if (JSON.stringify(folded) !== text)
        deepStrictEqual(folded, result.instance, 'the events do not give the instance');
      const stored = shuffle ? asStored(result.instance) : (JSON.parse(text) as ProcessInstance);
      if (shuffle) deepStrictEqual(stored, result.instance, 'the instance is not what JSON can say');
      return { kind: 'stepped', instance: stored, events, effects };
    }
    const { scopes, lookups } = result.needs;
    ok(scopes.length + lookups.length > 0, 'the step needs something, and does not say what');
    for (const scope of scopes) {
      ok(before.scopes[scope] === undefined, `the step asks for scope ${scope}, which it was given`);
      missing.add(scope);
    }
    for (const lookup of lookups) answers.set(lookupKey(lookup), answered(lookup));
  }
}

/** Whatever is asked for is there. */
function answered(lookup: Lookup): Answer {
  if (lookup.kind === 'position')
    return { kind: 'position', position: { post: lookup.post, area: lookup.area }, vacant: [] };
  const { posts, areas } = lookup;
  return { kind: 'voters', voters: areas.flatMap((area) => posts.map((post) => ({ post, area, person: null }))) };
}
