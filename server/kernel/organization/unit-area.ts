import type { Area, Unit } from './organization.ts';

/** A unit as a place where posts are: it hangs below the area it is attached to, and nothing lies below it. */
export function unitArea({ id, attachedTo, ...unit }: Unit): Area {
  return { ...unit, code: id, type: 'unit', parent: attachedTo };
}
