import { deepStrictEqual, ok } from 'node:assert/strict';
import type { Effect } from '../../../../server/kernel/bpmn/effects.ts';
import type { ElementInstance, ProcessInstance, Scope } from '../../../../server/kernel/bpmn/process-instance.ts';

/** The rows that effects make, as the database holds them: what is open for an instance. */
export class EffectRows {
  readonly #rows = new Map<string, string>();

  get size(): number {
    return this.#rows.size;
  }

  /** Opens or closes the row of an effect; closing one that is not open is a fault. */
  write(effect: Effect): void {
    switch (effect.do) {
      case 'create-job':
        return this.#open(`job ${effect.element}`, `${effect.job}`);
      case 'cancel-job':
        return this.#close(`job ${effect.element}`);
      case 'arm-timer':
        return this.#open(`timer ${effect.element}/${effect.key}`, `${effect.due} #${effect.generation}`);
      case 'disarm-timer':
        return this.#close(`timer ${effect.element}/${effect.key}`);
      case 'open-subscription':
        return this.#open(`subscription ${effect.element}/${effect.key}`, `#${effect.subscription.generation}`);
      case 'close-subscription':
        // What the kernel watches by itself has no row.
        return void this.#rows.delete(`subscription ${effect.element}/${effect.key}`);
      case 'create-user-task':
        return this.#open(`user task ${effect.task}`, `${effect.position.post}@${effect.position.area}`);
      case 'reassign-user-task':
        ok(this.#rows.has(`user task ${effect.task}`), `user task ${effect.task} moves and is not open`);
        return this.#open(`user task ${effect.task}`, `${effect.position.post}@${effect.position.area}`);
      case 'close-user-task':
        return this.#close(`user task ${effect.task}`);
      case 'raise-incident':
        return this.#open(`incident ${effect.element}`, effect.incident.code);
      case 'clear-incident':
        return this.#close(`incident ${effect.element}`);
      case 'set-user-task-clock':
      case 'set-user-task-light':
      case 'tell-posts':
        return; // may be said for several user tasks at once
      case 'start-ladder':
        return ok(
          this.#rows.has(`user task ${effect.task}`),
          `${effect.do} of user task ${effect.task}, which is closed`,
        );
      case 'publish-message':
      case 'broadcast-signal':
      case 'start-call':
      case 'cancel-call':
      case 'start-iterations':
      case 'suspend-iterations':
      case 'resume-iterations':
      case 'migrate-iterations':
      case 'answer-call':
      case 'end-companions':
      case 'continue':
    }
  }

  /** The rows are an index of the instance: exactly what it holds, no more and no less. */
  check(instance: ProcessInstance): void {
    const truth = rowsOf(instance);
    let same = truth.length === this.#rows.size;
    for (const [key, value] of truth) same &&= this.#rows.get(key) === value;
    if (!same) deepStrictEqual(new Map(this.#rows), new Map(truth), 'the rows differ from the instance');
  }

  #open(key: string, value: string): void {
    this.#rows.set(key, value);
  }

  #close(key: string): void {
    ok(this.#rows.delete(key), `${key} is closed and was not open`);
  }
}

function rowsOf({ scopes }: ProcessInstance): (readonly [string, string])[] {
  const rows: (readonly [string, string])[] = [];
  for (const scope of Object.values(scopes)) {
    addListening(rows, scope);
    for (const element of scope.elements) {
      addListening(rows, element);
      const { id, job, userTask, incident } = element;
      if (job !== undefined) rows.push([`job ${id}`, `${job}`]);
      if (userTask) rows.push([`user task ${id}`, `${userTask.position.post}@${userTask.position.area}`]);
      if (incident) rows.push([`incident ${id}`, incident.code]);
    }
  }
  return rows;
}

function addListening(
  rows: (readonly [string, string])[],
  { id, timers = {}, subscriptions = {} }: ElementInstance | Scope,
): void {
  for (const [key, { due, generation }] of Object.entries(timers))
    rows.push([`timer ${id}/${key}`, `${due} #${generation}`]);
  for (const [key, { kind, generation }] of Object.entries(subscriptions))
    if (kind === 'message' || kind === 'signal') rows.push([`subscription ${id}/${key}`, `#${generation}`]);
}
