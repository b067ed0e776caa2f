import type { Command } from '../bpmn/commands.ts';
import type { InboxEntry, Letter, WorldInstance, WorldState } from './world-state.ts';

/** The instance a command is for, or what a new one is begun with. */
type Target = WorldInstance | Pick<WorldInstance, 'process' | 'subject' | 'host'>;

/** Slices an instance may take in a row. One that is on its way still, after 50,000 elements, has no end to come to. */
const mostSlices = 5;

/** A slice that only begins iterations of a loop, of which there is an end, counts a tenth. */
function weightOf(target: WorldInstance | undefined): number {
  return target?.instance.agenda.some((work) => work.do === 'spread') ? 0.1 : 1;
}

/**
 * Commands and messages that may follow from one, iterations of loops not counted: instances that begin each other for
 * ever never come to an end, and are given up after some seconds.
 */
const mostDeliveries = 25_000;

/** Of iterations there is an end; a loop has 10,000 at most. */
function isOfLoop({ command }: InboxEntry): boolean {
  if (command.type === 'create-instance') return command.iteration !== undefined;
  return command.type === 'end-call' && command.outcome.kind === 'iterated';
}

/** Carries out what is in the inbox; what that sends is delivered too. */
interface Delivery {
  /** Carries a command out. */
  readonly deliver: (entry: InboxEntry, target: Target) => void;
  /** Gives a message to whoever waits for it now. */
  readonly handOver: (message: Letter['message']) => void;
}

/**
 * Delivers the commands between instances until none is left. On the server an endless loop costs slices until somebody
 * cancels it; here nobody could, so it is given up and named in `world.endless`.
 */
export function deliverInbox(world: WorldState, { deliver, handOver }: Delivery): void {
  const slices = new Map<string, number>();
  const held: InboxEntry[] = [];
  let deliveries = 0;
  let last: string | null = null;
  for (let next = world.inbox.shift(); next; next = world.inbox.shift()) {
    if (deliveries > mostDeliveries) {
      world.endless = last;
      break;
    }
    if ('message' in next) {
      deliveries += 1;
      // Whoever gets it has it before the next message looks for one who waits.
      const rest = world.inbox.splice(0);
      handOver(next.message);
      world.inbox.push(...rest);
      continue;
    }
    const { instance, command } = next;
    const target = world.instances.get(instance);
    deliveries += isOfLoop(next) ? 0 : 1;
    const taken = (slices.get(instance) ?? 0) + (command.type === 'continue' ? weightOf(target) : 0);
    slices.set(instance, taken);
    // What is sent to an instance that is held waits until it goes on.
    if (target && isHeld(target, command)) held.push(next);
    else if (taken > mostSlices) world.endless = instance;
    else if (target ?? next.begun) {
      last = instance;
      deliver(next, target ?? (next.begun as Target));
    }
  }
  world.inbox.push(...held);
}

function isHeld(target: Target, { type }: Command): boolean {
  const isSuspended = 'instance' in target && target.instance.suspendedAt !== undefined;
  return isSuspended && type !== 'cancel-instance' && type !== 'continue';
}
