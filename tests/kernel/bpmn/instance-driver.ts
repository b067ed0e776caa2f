import { deepStrictEqual } from 'node:assert/strict';
import { apply, unbornInstance } from '../../../server/kernel/bpmn/apply.ts';
import { lookupKey, type Answer, type Command, type Lookup } from '../../../server/kernel/bpmn/commands.ts';
import type { Effect } from '../../../server/kernel/bpmn/effects.ts';
import type { ProcessEvent } from '../../../server/kernel/bpmn/events.ts';
import type { ExecutableProcess } from '../../../server/kernel/bpmn/executable-process.ts';
import type { Given } from '../../../server/kernel/bpmn/given.ts';
import type { ElementInstance, ProcessInstance } from '../../../server/kernel/bpmn/process-instance.ts';
import { step } from '../../../server/kernel/bpmn/step.ts';
import type { JsonObject } from '../../../server/kernel/json.ts';
import { asStored } from './as-stored.ts';
import { eventLine } from './event-line.ts';
import { given, morning } from './given.ts';

/** Answers that every post asked for is there and held. */
const held = (lookup: Lookup): Answer => {
  if (lookup.kind === 'position')
    return { kind: 'position', position: { post: lookup.post, area: lookup.area }, vacant: [] };
  const { posts, areas } = lookup;
  return { kind: 'voters', voters: areas.flatMap((area) => posts.map((post) => ({ post, area, person: null }))) };
};

type Extra = Partial<Given> & { readonly answer?: (lookup: Lookup) => Answer; readonly budget?: number };

/**
 * Drives one instance through `step`. After each step it checks what must always hold: the events folded over the
 * instance before give the instance after, and the instance is the same after it was stored as JSON. It goes on from the
 * stored one.
 */
export class InstanceDriver {
  readonly process: ExecutableProcess;
  readonly extra: Extra;
  now: string;
  instance: ProcessInstance;
  /** The events of the last step as lines. */
  lines: readonly string[] = [];
  effects: readonly Effect[] = [];
  readonly events: ProcessEvent[] = [];

  constructor(process: ExecutableProcess, extra: Extra = {}) {
    this.process = process;
    this.extra = extra;
    this.now = extra.now ?? morning;
    this.instance = unbornInstance('instance', process.id);
  }

  /** Carries out a command; answers the code of its rejection, or null. */
  do(command: Command): string | null {
    const answers = new Map(this.extra.answers);
    for (;;) {
      const all: Given = { ...given, ...this.extra, now: this.now, answers };
      const result = step(this.process, this.instance, command, all, this.extra.budget);
      if (result.kind === 'rejected') return result.rejection.code;
      if (result.kind === 'stepped') {
        this.#keep(result);
        return null;
      }
      if (result.needs.scopes.length > 0) throw new Error(`scopes ${result.needs.scopes.join()} are not loaded`);
      for (const lookup of result.needs.lookups) answers.set(lookupKey(lookup), (this.extra.answer ?? held)(lookup));
    }
  }

  #keep(result: { instance: ProcessInstance; events: readonly ProcessEvent[]; effects: readonly Effect[] }): void {
    deepStrictEqual(result.events.reduce(apply, this.instance), result.instance, 'the events do not give the instance');
    const stored = asStored(result.instance);
    deepStrictEqual(stored, result.instance, 'the instance is not what JSON can say');
    this.events.push(...result.events);
    this.lines = result.events.map((event) => eventLine(this.events, event));
    this.effects = result.effects;
    this.instance = stored;
  }

  begin(variables: JsonObject = {}): string | null {
    return this.do({ type: 'create-instance', variables, by: { system: 'operator' } });
  }

  /** Completes the oldest waiting element with this BPMN id. */
  complete(element: string, variables: JsonObject = {}): string | null {
    const { id, scope, job, userTask } = this.at(element);
    if (userTask) return this.do({ type: 'complete-user-task', task: id, scope, variables, by: { person: 'ma' } });
    if (job !== undefined) return this.do({ type: 'complete-job', element: id, scope, job, variables });
    return this.do({ type: 'complete-plain-task', element: id, scope, variables });
  }

  /** Moves the clock to when a timer is due and fires it; the key is `timer`, a boundary event or a light. */
  fire(element: string, key = 'timer'): string | null {
    const { id, scope, timers } = this.at(element);
    const armed = timers[key];
    if (!armed) throw new Error(`${element} has no timer ${key}, only ${Object.keys(timers).join(', ')}`);
    if (armed.due > this.now) this.now = armed.due;
    return this.do({ type: 'fire-timer', element: id, scope, key, generation: armed.generation });
  }

  failJob(element: string): string | null {
    const { id, scope, job = 0 } = this.at(element);
    return this.do({ type: 'fail-job', element: id, scope, job, code: 'no-luck', zh: '没成。', en: 'It failed.' });
  }

  resolve(element: string, variables?: JsonObject): string | null {
    const { id, scope } = this.at(element);
    const given = variables === undefined ? {} : { variables };
    return this.do({ type: 'resolve-incident', element: id, scope, by: { system: 'operator' }, ...given });
  }

  cancel(): string | null {
    return this.do({ type: 'cancel-instance', because: 'no longer wanted', by: { system: 'operator' } });
  }

  /** The oldest element instance alive with this BPMN id. */
  at(element: string): ElementInstance {
    const found = this.alive().find((candidate) => candidate.element === element);
    if (!found) throw new Error(`${element} is not alive, only ${this.places().join(', ')}`);
    return found;
  }

  alive(): readonly ElementInstance[] {
    return Object.values(this.instance.scopes).flatMap((scope) => scope.elements);
  }

  /** BPMN ids of the elements alive, oldest first. */
  places(): readonly string[] {
    return this.alive().map((element) => element.element);
  }

  variables(): JsonObject {
    return this.instance.scopes[0]?.variables ?? {};
  }
}

/** An instance of a process that has just begun. */
export function begun(process: ExecutableProcess, variables: JsonObject = {}, extra: Extra = {}): InstanceDriver {
  const driver = new InstanceDriver(process, extra);
  driver.begin(variables);
  return driver;
}
