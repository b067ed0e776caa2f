import { deepStrictEqual, ok } from 'node:assert/strict';
import { apply, unbornInstance } from '../../../../server/kernel/bpmn/apply.ts';
import type { Command } from '../../../../server/kernel/bpmn/commands.ts';
import { effectsOf } from '../../../../server/kernel/bpmn/effects.ts';
import type { ExecutableProcess } from '../../../../server/kernel/bpmn/executable-process.ts';
import type { ElementInstance, ProcessInstance } from '../../../../server/kernel/bpmn/process-instance.ts';
import { step } from '../../../../server/kernel/bpmn/step.ts';
import { asStored } from '../as-stored.ts';
import { given, morning } from '../given.ts';
import { EffectRows } from './effect-rows.ts';
import { variableCount } from './random-block.ts';
import { dice, type Dice } from './dice.ts';

/** What is checked after every step of every life; `simulate` prints it. */
export const invariants = [
  'the events folded over the instance before give the instance after',
  'stored as JSON and read back, with its keys in another order, the instance is the same',
  'the effects are those that follow from the events, and nothing else',
  'the rows the effects make are exactly what the instance holds',
  'a completion or a timer that is sent again is refused',
  'the instance ends, and leaves no token, user task, job, timer or incident behind',
] as const;

/** How an instance lived. */
export interface Life {
  readonly commands: number;
  readonly events: number;
  /** Everything that happened, as text: the same seed gives the same. */
  readonly trace: string;
}

const mostCommands = 5000;
const head = { post: 'head', area: 'g1' };
const by = { person: 'ma' } as const;
const answers = new Map([['position:head@g1', { kind: 'position', position: head, vacant: [] } as const]]);

/**
 * Lives an instance through from its beginning to its end, by random commands in a random order under a virtual clock:
 * completions, failures, timers that are due, hand-overs, commands sent twice, and slices of a random size.
 *
 * @param seed of the commands; the same seed gives the same life
 * @param cancelAfter number of commands after which the instance is cancelled; without it, it goes to its end
 * @throws AssertionError when an invariant does not hold
 */
export function liveThrough(process: ExecutableProcess, seed: number, cancelAfter = mostCommands): Life {
  const life = new LivingInstance(process, dice(seed));
  life.send({ type: 'create-instance', variables: { data: life.data() }, by });
  while (life.instance.status === 'running') {
    ok(life.commands < mostCommands, `alive still after ${mostCommands} commands: ${life.places()}`);
    life.send(life.commands >= cancelAfter ? { type: 'cancel-instance', because: 'enough', by } : life.nextCommand());
  }
  const [root] = Object.values(life.instance.scopes);
  deepStrictEqual([life.instance.agenda, root?.elements, root?.arrivals], [[], [], {}], 'something is left behind');
  return { commands: life.commands, events: life.events, trace: life.trace.join('\n') };
}

class LivingInstance {
  readonly process: ExecutableProcess;
  readonly dice: Dice;
  readonly rows = new EffectRows();
  readonly sent: Command[] = [];
  readonly trace: string[] = [];
  readonly budget: number;
  instance: ProcessInstance;
  now = morning;
  commands = 0;
  events = 0;

  constructor(process: ExecutableProcess, chance: Dice) {
    this.process = process;
    this.dice = chance;
    this.instance = unbornInstance('life', process.id);
    this.budget = chance.pick([2, 7, 50, 10_000]);
  }

  send(command: Command): void {
    this.commands += 1;
    const again = this.sent.some((earlier) => earlier === command);
    const result = step(this.process, this.instance, command, { ...given, now: this.now, answers }, this.budget);
    ok(result.kind !== 'needs', 'the step needs something that was given');
    this.trace.push(`${this.now} ${JSON.stringify(command)} ${JSON.stringify(result)}`);
    if (result.kind === 'rejected') return;
    ok(!(again && /^complete|^fire/.test(command.type)), `${command.type} was accepted twice`);
    this.sent.push(command);
    this.events += result.events.length;
    deepStrictEqual(result.events.reduce(apply, this.instance), result.instance, 'the events do not give the instance');
    deepStrictEqual(result.effects, result.events.flatMap(effectsOf), 'the effects do not follow from the events');
    this.instance = asStored(result.instance);
    deepStrictEqual(this.instance, result.instance, 'the instance is not what JSON can say');
    for (const effect of result.effects) this.rows.write(effect);
    this.rows.check(this.instance);
  }

  /** One of the things that may come next; where nothing can, the instance is stuck for ever. */
  nextCommand(): Command {
    if (this.sent.length > 0 && this.dice.chance(0.15)) return this.dice.pick(this.sent);
    if (this.instance.agenda.length > 0) return { type: 'continue' };
    const possible = this.alive().flatMap((element) => this.#possible(element));
    ok(possible.length > 0, `nothing can happen any more, and it has not ended: ${this.places()}`);
    const chosen = this.dice.pick(possible);
    // Time passes up to the timer that fires; a completion comes at any time before.
    if (chosen.due !== undefined && chosen.due > this.now) this.now = chosen.due;
    return chosen.command;
  }

  #possible(element: ElementInstance): readonly { readonly command: Command; readonly due?: string }[] {
    const { id, scope, job, userTask, incident } = element;
    if (incident) return [{ command: { type: 'resolve-incident', element: id, scope, by } }];
    const commands: { readonly command: Command; readonly due?: string }[] = this.#timers(element);
    if (userTask) {
      const to = { post: this.dice.pick(['head', 'clerk']), area: 'g1' };
      commands.push({ command: { type: 'complete-user-task', task: id, scope, variables: this.answer(), by } });
      commands.push({ command: { type: 'reassign-user-task', task: id, scope, to, because: 'vacant', by } });
    }
    if (job !== undefined) {
      commands.push({ command: { type: 'complete-job', element: id, scope, job, variables: {} } });
      commands.push({ command: { type: 'fail-job', element: id, scope, job, code: 'no-luck', zh: '', en: '' } });
    }
    return commands;
  }

  #timers({ id, scope, timers }: ElementInstance): { readonly command: Command; readonly due?: string }[] {
    return Object.entries(timers)
      .toSorted(([one], [other]) => (one < other ? -1 : 1))
      .map(([key, { due, generation }]) => ({
        due,
        command: { type: 'fire-timer', element: id, scope, key, generation },
      }));
  }

  answer(): { readonly answer: number } {
    return { answer: this.dice.below(variableCount) };
  }

  data(): { readonly [name: string]: number } {
    return Object.fromEntries(
      Array.from({ length: variableCount }, (_, index) => [`v${index}`, this.dice.below(variableCount)]),
    );
  }

  alive(): readonly ElementInstance[] {
    return Object.values(this.instance.scopes).flatMap((scope) => scope.elements);
  }

  places(): string {
    return this.alive()
      .map(({ element, state }) => `${element} (${state})`)
      .join(', ');
  }
}
