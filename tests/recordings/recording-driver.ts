import type { CallOutcome, Command } from '../../server/kernel/bpmn/commands.ts';
import type { ElementInstance, Scope } from '../../server/kernel/bpmn/process-instance.ts';
import type { JsonObject } from '../../server/kernel/json.ts';
import { InstanceDriver } from '../kernel/bpmn/instance-driver.ts';
import type { RecordedStep } from './recording.ts';

/** Drives an instance and writes down what it was told and what happened. */
export class RecordingDriver extends InstanceDriver {
  readonly steps: RecordedStep[] = [];

  override do(command: Command): string | null {
    const before = this.events.length;
    const refused = super.do(command);
    const events = this.events.slice(before);
    this.steps.push({ now: this.now, command, events, ...(refused === null ? {} : { refused }) });
    return refused;
  }

  /** Of an activity that loops: its oldest iteration, not the loop around it. */
  override at(element: string): ElementInstance {
    return this.alive().find((one) => one.element === element && !one.loop) ?? super.at(element);
  }

  /** Lets the time pass until the first timer is due, wherever it is, and fires it. */
  fireAny(): void {
    const armed = this.#listening().flatMap(({ id, scope, timers }) =>
      Object.entries(timers).map(([key, { due, generation }]) => ({ element: id, scope, key, due, generation })),
    );
    const [{ due, ...first } = { due: '', element: 0, scope: 0, key: '', generation: 0 }] = armed.toSorted((one, other) =>
      one.due < other.due ? -1 : 1,
    );
    if (due > this.now) this.now = due;
    this.do({ type: 'fire-timer', ...first });
  }

  /** What the first of those that listen waits for comes. */
  trigger(variables: JsonObject): void {
    for (const { id, scope, subscriptions } of this.#listening())
      for (const [key, { generation }] of Object.entries(subscriptions))
        return void this.do({ type: 'trigger-event', element: id, scope, key, generation, variables });
  }

  answerCall(outcome: CallOutcome): void {
    const { id, scope } = this.at('c');
    this.do({ type: 'end-call', element: id, scope, outcome });
  }

  /** Scopes and elements, each by the id a command names. */
  #listening(): readonly Listening[] {
    return Object.values(this.instance.scopes).flatMap((scope) => [
      listening(scope, scope.id),
      ...scope.elements.map((element) => listening(element, scope.id)),
    ]);
  }
}

interface Listening {
  readonly id: number;
  readonly scope: number;
  readonly timers: ElementInstance['timers'];
  readonly subscriptions: NonNullable<ElementInstance['subscriptions']>;
}

function listening({ id, timers = {}, subscriptions = {} }: ElementInstance | Scope, scope: number): Listening {
  return { id, scope, timers, subscriptions };
}
