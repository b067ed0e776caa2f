import type { Command } from '../bpmn/commands.ts';
import type { InboxEntry, WorldInstance, WorldState } from './world-state.ts';

/** The instance a command is for, or what a new one is begun with. */
type Target = WorldInstance | Pick<WorldInstance, 'process' | 'subject' | 'host'>;

/** Slices an instance may take in a row. One that is on its way still, after 50,000 elements, has no end to come to. */
const mostSlices = 5;

/** A slice that only begins iterations of a loop, of which there is an end, counts a tenth. */
function weightOf(target: WorldInstance | undefined): number {
  return target?.instance.agenda.some((work) => work.do === 'spread') ? 0.1 : 1;
}

/**
 * Delivers the commands between instances until none is left. On the server an endless loop costs slices until somebody
 * cancels it; here nobody could, so it is given up and named in `world.endless`.
 *
 * @param deliver carries one command out; what it sends is delivered too
 */
export function deliverInbox(world: WorldState, deliver: (entry: InboxEntry, target: Target) => void): void {
  const slices = new Map<string, number>();
  const held: InboxEntry[] = [];
  for (let next = world.inbox.shift(); next; next = world.inbox.shift()) {
    const { instance, command } = next;
    const target = world.instances.get(instance);
    const taken = (slices.get(instance) ?? 0) + (command.type === 'continue' ? weightOf(target) : 0);
    slices.set(instance, taken);
    // What is sent to an instance that is held waits until it goes on.
    if (target && isHeld(target, command)) held.push(next);
    else if (taken > mostSlices) world.endless = instance;
    else if (target ?? next.begun) deliver(next, target ?? (next.begun as Target));
  }
  world.inbox.push(...held);
}

function isHeld(target: Target, { type }: Command): boolean {
  const isSuspended = 'instance' in target && target.instance.suspendedAt !== undefined;
  return isSuspended && type !== 'cancel-instance' && type !== 'continue';
}
