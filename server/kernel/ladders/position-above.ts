import type { Position } from '../bpmn/process-instance.ts';
import type { Organization } from '../organization/holders.ts';
import { climbFrom } from '../organization/resolve-position.ts';
import type { LadderFile } from '../release/definitions.ts';

/**
 * Where a user task goes when somebody hands it up without waiting until it is late (报上级): to the first rung of its
 * ladder that lies above where it is now.
 *
 * @param ladder the ladder of the user task; without one nobody is above
 * @param on local date `YYYY-MM-DD`
 * @returns null at the top
 */
export function positionAbove(
  organization: Organization,
  ladder: LadderFile | undefined,
  from: Position,
  on: string,
): Position | null {
  for (const rung of ladder?.rungs ?? []) {
    const above = rung.to === undefined ? null : climbFrom(organization, from, rung.to, on);
    if (above && above.area !== from.area) return above;
  }
  return null;
}
