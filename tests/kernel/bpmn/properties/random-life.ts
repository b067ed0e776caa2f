import { deepStrictEqual, ok } from 'node:assert/strict';
import type { Command } from '../../../../server/kernel/bpmn/commands.ts';
import type { ProcessEvent } from '../../../../server/kernel/bpmn/events.ts';
import type { ExecutableProcess } from '../../../../server/kernel/bpmn/executable-process.ts';
import {
  exchange,
  handOver,
  isExchanged,
  type Begun,
  type Exchange,
} from '../../../../server/kernel/world/exchange.ts';
import {
  elementKey,
  emptyWorld,
  type WorldInstance,
  type WorldState,
} from '../../../../server/kernel/world/world-state.ts';
import { morning } from '../given.ts';
import { checkedStep, type Checked } from './checked-step.ts';
import { dice, type Dice } from './dice.ts';
import { EffectRows } from './effect-rows.ts';
import { variableCount } from './page.ts';
import { possibleMoves, type Move } from './possible-moves.ts';
import type { RandomModel } from './random-model.ts';

/** How a file lived once: what happened, and how often each row of the element table was met. */
export interface Life {
  readonly commands: number;
  readonly events: number;
  readonly hits: ReadonlyMap<string, number>;
  /** Whether every block was checked to let out as many tokens as went in. */
  readonly wasCalm: boolean;
}

/** A sound model comes to its end long before; a spoilt one is cancelled then. */
const mostCommands = { sound: 3000, spoilt: 120 };
/** After so many things that lead nowhere, only what goes on happens. */
const mostExtras = 25;
/** A spoilt model that runs on and on is ended; a sound one never comes near the end of what it may do. */
const mostEvents = { sound: 20_000, spoilt: 2000 };

/**
 * Lives a file through from its beginning to its end, by random commands in a random order under a virtual clock:
 * completions, failures, timers, messages and signals early, late and twice, hand-overs, modifications, suspensions,
 * slices of a random size; and holds every step to its invariants.
 *
 * @param seed of the commands; the same seed gives the same life
 * @throws AssertionError when an invariant does not hold
 */
export function liveThrough(model: RandomModel, processes: readonly ExecutableProcess[], seed: number): Life {
  return new RandomLife(model, processes, dice(seed)).live();
}

class RandomLife {
  readonly model: RandomModel;
  readonly dice: Dice;
  readonly world: WorldState = emptyWorld(morning);
  readonly at: Exchange;
  readonly rows = new Map<string, EffectRows>();
  readonly sent: Move[] = [];
  readonly hits = new Map<string, number>();
  readonly entered = new Map<string, number>();
  readonly left = new Map<string, number>();
  /** Element instances that are no token's own: iterations, compensations. */
  readonly apart = new Set<string>();
  readonly budget: number;
  readonly iterationsInside: number;
  readonly cancelAfter: number;
  commands = 0;
  events = 0;
  extras = 0;
  wasCalm = true;

  constructor(model: RandomModel, processes: readonly ExecutableProcess[], chance: Dice) {
    this.model = model;
    this.dice = chance;
    this.budget = chance.pick([2, 7, 50, 500]);
    this.iterationsInside = chance.pick([0, 1, 200]);
    const most = model.spoilt === null ? mostCommands.sound : mostCommands.spoilt;
    this.cancelAfter = chance.chance(0.1) ? chance.below(20) : most;
    let begun = 0;
    this.at = {
      state: this.world,
      processes,
      pools: new Map(),
      newId: (process) => `${process}-${(begun += 1)}`,
      post: (instance, command, target) =>
        void this.world.inbox.push({ instance, command, ...(target ? { begun: target } : {}) }),
    };
  }

  live(): Life {
    const [process] = this.at.processes;
    ok(process, 'there is no process');
    const chosen = Object.fromEntries(
      Array.from({ length: variableCount }, (_, index) => [`v${index}`, this.dice.below(variableCount)]),
    );
    const by = { person: 'ma' } as const;
    const begun: Begun = { process, subject: null, host: null };
    this.send(
      'main',
      { type: 'create-instance', variables: { ...chosen, beside: 0 }, by, ...this.model.begins },
      begun,
    );
    while (this.isAlive()) this.next();
    for (const [id, { instance }] of this.world.instances) this.checkNothingLeft(id, instance);
    if (this.model.spoilt === null && this.wasCalm) this.checkBalance();
    return { commands: this.commands, events: this.events, hits: this.hits, wasCalm: this.wasCalm };
  }

  isAlive(): boolean {
    if (this.world.inbox.length > 0) return true;
    return [...this.world.instances.values()].some(({ instance }) => instance.status === 'running');
  }

  next(): void {
    const isWild = this.events > mostEvents[this.model.spoilt === null ? 'sound' : 'spoilt'];
    ok(!isWild || this.model.spoilt !== null, `it runs on and on: ${this.places().slice(0, 500)}`);
    ok(this.commands < mostCommands.sound || this.model.spoilt !== null, `alive still: ${this.places().slice(0, 500)}`);
    if (isWild || this.commands >= this.cancelAfter) return this.end();
    if (this.sent.length > 0 && this.dice.chance(0.1)) return this.sendAgain(this.dice.pick(this.sent));
    const { inbox } = this.world;
    if (inbox.length > 0 && this.dice.chance(0.6)) return this.deliver(this.dice.below(inbox.length));
    const moves = this.moves();
    const onlyExtras = moves.every(({ isExtra }) => isExtra === true);
    if (inbox.length > 0 && (moves.length === 0 || (onlyExtras && this.extras >= mostExtras)))
      return this.deliver(this.dice.below(inbox.length));
    if (moves.length === 0 && this.model.spoilt !== null) return this.end();
    ok(moves.length > 0, `nothing can happen any more, and it has not ended: ${this.places()}`);
    const move = this.pick(moves);
    if (this.dice.chance(0.1)) this.race(move, this.pick(moves));
    this.make(move);
  }

  make(move: Move): void {
    if (move.isExtra) this.extras += 1;
    if (move.due !== undefined && move.due > this.world.now) this.world.now = move.due;
    if (this.dice.chance(0.01)) this.send(move.instance, { type: 'suspend', because: 'wait', by: { person: 'ma' } });
    if (this.send(move.instance, move.command).kind === 'stepped') this.sent.push(move);
  }

  moves(): readonly Move[] {
    const all: Move[] = [];
    for (const [id, { process, instance }] of this.world.instances)
      if (instance.status === 'running') all.push(...possibleMoves(id, process, instance, this.dice));
    if (this.extras < mostExtras) return all;
    const own = all.filter(({ isExtra }) => isExtra === undefined);
    return own.length > 0 ? own : all;
  }

  pick(moves: readonly Move[]): Move {
    let rest = this.dice.below(moves.reduce((sum, { weight }) => sum + weight, 0));
    for (const move of moves) {
      if (rest < move.weight) return move;
      rest -= move.weight;
    }
    throw new Error('there is no move');
  }

  /** What was done once is not done twice: the second of two equal commands is refused. */
  sendAgain({ instance, command }: Move): void {
    const { kind } = this.send(instance, command);
    const once = /^(complete-|fail-job|fire-timer|trigger-event|throw-error|modify)/.test(command.type);
    ok(!(once && kind === 'stepped'), `${command.type} was accepted twice`);
  }

  /** In whichever order two commands come that were decided on the same state, what the first took away is gone. */
  race(one: Move, other: Move): void {
    if (one.instance !== other.instance || one.command === other.command) return;
    const { process, instance } = this.world.instances.get(one.instance) ?? {};
    if (!process || !instance) return;
    for (const [first, second] of [
      [one, other],
      [other, one],
    ] as const) {
      const settings = {
        now: [this.world.now, one.due ?? '', other.due ?? ''].toSorted().at(-1) ?? '',
        budget: 10_000,
        shuffle: false,
        iterationsInside: this.iterationsInside,
      };
      const after = checkedStep(process, instance, first.command, settings);
      if (after.kind === 'rejected') continue;
      const result = checkedStep(process, after.instance, second.command, settings);
      const isGone = targetOf(second.command) !== null && !isThere(after.instance, second.command);
      ok(!(isGone && result.kind === 'stepped'), `${second.command.type} was accepted for what has gone`);
    }
  }

  deliver(index: number): void {
    const [entry] = this.world.inbox.splice(index, 1);
    if (!entry) return;
    if ('message' in entry) return handOver(this.at, entry.message);
    const { instance, command, begun } = entry;
    const result = this.send(instance, command, begun);
    // It is kept until the instance is at rest again.
    if (result.kind === 'rejected' && /agenda-pending|instance-suspended/.test(result.code))
      this.world.inbox.push(entry);
    else if (result.kind === 'stepped') this.sent.push({ instance, command, weight: 1 });
  }

  /** Ends everything that still lives. */
  end(): void {
    this.wasCalm = false;
    this.world.inbox.splice(0);
    for (const [id, { instance }] of Array.from(this.world.instances))
      if (instance.status === 'running')
        this.send(id, { type: 'cancel-instance', because: 'enough', by: { person: 'ma' } });
  }

  send(id: string, command: Command, begun?: Begun): Checked {
    this.commands += 1;
    const living = this.world.instances.get(id);
    const of = living ?? begun;
    ok(of, `${command.type} is for ${id}, which does not exist`);
    const { budget, iterationsInside } = this;
    const settings = { now: this.world.now, budget, iterationsInside, shuffle: this.dice.chance(0.1) };
    const result = checkedStep(of.process, living?.instance ?? null, command, settings);
    if (result.kind === 'rejected') return result;
    this.world.instances.set(id, { ...of, history: [], instance: result.instance });
    this.events += result.events.length;
    for (const event of result.events) this.note(id, event);
    const rows = this.rows.get(id) ?? new EffectRows();
    this.rows.set(id, rows);
    for (const effect of result.effects) {
      rows.write(effect);
      if (effect.do === 'open-subscription')
        this.world.subscriptions.set(elementKey(id, effect.element, effect.key), { ...effect, instance: id });
      else if (effect.do === 'close-subscription')
        this.world.subscriptions.delete(elementKey(id, effect.element, effect.key));
      else if (isExchanged(effect)) exchange(this.at, id, effect);
    }
    rows.check(result.instance);
    return result;
  }

  note(id: string, event: ProcessEvent): void {
    if (event.type === 'element-entered') {
      // Iterations and what is compensated come and go inside another element.
      if (event.iteration === undefined && event.compensates === undefined) count(this.entered, event.element);
      else this.apart.add(`${id} ${event.id}`);
      for (const row of event.element.replace(/_\d+$/, '').split('.')) count(this.hits, row);
    } else if (event.type === 'element-left' && !this.apart.has(`${id} ${event.id}`)) count(this.left, event.element);
    else if (event.type === 'incident-raised')
      ok(
        this.model.spoilt !== null || event.incident.code === 'no-luck' || event.incident.code === 'call-cancelled',
        `${event.element} is stuck: ${event.incident.code} ${event.incident.en}`,
      );
    if (/^(element-cancelled|scope-interrupted|instance-cancelled|instance-modified)$/.test(event.type))
      this.wasCalm = false;
  }

  checkNothingLeft(id: string, instance: WorldInstance['instance']): void {
    const scopes = Object.values(instance.scopes).map(({ elements, arrivals }) => ({ elements, arrivals }));
    const left = { agenda: instance.agenda, scopes, rows: this.rows.get(id)?.size };
    deepStrictEqual(left, { agenda: [], scopes: [{ elements: [], arrivals: {} }], rows: 0 }, `${id} leaves something`);
  }

  checkBalance(): void {
    for (const { in: into, out } of this.model.balanced) {
      const [came, went] = [this.entered.get(into) ?? 0, this.left.get(out) ?? 0];
      ok(came === went, `${came} tokens went into ${into}, ${went} came out of ${out}`);
    }
  }

  places(): string {
    return [...this.world.instances]
      .flatMap(([id, { instance }]) =>
        Object.values(instance.scopes).flatMap(({ elements, arrivals }) => [
          ...elements.map(({ element, state }) => `${id}: ${element} (${state})`),
          ...Object.keys(arrivals),
        ]),
      )
      .join(', ');
  }
}

function count(counts: Map<string, number>, key: string): void {
  counts.set(key, (counts.get(key) ?? 0) + 1);
}

/** The element instance a command is for; null for one that is for no single one. */
function targetOf(command: Command): number | null {
  if (command.type === 'complete-user-task' || command.type === 'reassign-user-task') return command.task;
  return 'element' in command && typeof command.element === 'number' ? command.element : null;
}

function isThere({ scopes }: WorldInstance['instance'], command: Command): boolean {
  const target = targetOf(command);
  const scope = 'scope' in command ? scopes[command.scope] : undefined;
  return scope !== undefined && (scope.id === target || scope.elements.some(({ id }) => id === target));
}
