import { deepStrictEqual, ok } from 'node:assert/strict';
import type { Effect } from '../../../../server/kernel/bpmn/effects.ts';
import type { ProcessInstance } from '../../../../server/kernel/bpmn/process-instance.ts';

/** The rows that effects make, as the database holds them: what is open for an instance. */
export class EffectRows {
  readonly #rows = new Map<string, string>();

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
        return void this.#rows.delete(`subscription ${effect.element}/${effect.key}`);
      case 'publish-message':
      case 'broadcast-signal':
      case 'start-call':
      case 'cancel-call':
      case 'answer-call':
        return; // they go to other instances
      case 'create-user-task':
        return this.#open(`user task ${effect.task}`, JSON.stringify(effect.position));
      case 'reassign-user-task':
        ok(this.#rows.has(`user task ${effect.task}`), `user task ${effect.task} moves and is not open`);
        return this.#open(`user task ${effect.task}`, JSON.stringify(effect.position));
      case 'close-user-task':
        return this.#close(`user task ${effect.task}`);
      case 'raise-incident':
        return this.#open(`incident ${effect.element}`, effect.incident.code);
      case 'clear-incident':
        return this.#close(`incident ${effect.element}`);
      case 'set-user-task-clock':
      case 'set-user-task-light':
      case 'start-ladder':
        return ok(
          this.#rows.has(`user task ${effect.task}`),
          `${effect.do} of user task ${effect.task}, which is closed`,
        );
      case 'end-companions':
      case 'continue':
    }
  }

  /** The rows are an index of the instance: exactly what it holds, no more and no less. */
  check(instance: ProcessInstance): void {
    const truth = new Map<string, string>();
    for (const element of Object.values(instance.scopes).flatMap((scope) => scope.elements)) {
      for (const [key, timer] of Object.entries(element.timers))
        truth.set(`timer ${element.id}/${key}`, `${timer.due} #${timer.generation}`);
      if (element.job !== undefined) truth.set(`job ${element.id}`, `${element.job}`);
      if (element.userTask) truth.set(`user task ${element.id}`, positionText(element.userTask.position));
      if (element.incident) truth.set(`incident ${element.id}`, element.incident.code);
    }
    deepStrictEqual(sorted(this.#rows), sorted(truth), 'the rows differ from the instance');
  }

  #open(key: string, value: string): void {
    this.#rows.set(key, value);
  }

  #close(key: string): void {
    ok(this.#rows.delete(key), `${key} is closed and was not open`);
  }
}

function positionText({ post, area }: { readonly post: string; readonly area: string }): string {
  return JSON.stringify({ post, area });
}

function sorted(rows: ReadonlyMap<string, string>): readonly string[] {
  return [...rows].map(([key, value]) => `${key}: ${value}`).toSorted();
}
