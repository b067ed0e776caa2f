import type { Actor } from '../policy/actor.ts';
import { mayAct } from '../policy/policy.ts';
import { Refusal } from '../refusal.ts';

/**
 * Asked before a file is taken in: of whoever may not import it not a byte is read.
 *
 * @throws Refusal `area-unknown`, also for an area of somebody else
 */
export function requireImport(actor: Actor, area: string): void {
  if (!mayAct(actor, 'people.edit', area)) throw new Refusal('area-unknown', { area });
}
