import type { Unit } from '../../../server/kernel/organization/organization.ts';
import type { Areas } from './edit-areas.ts';

/** Attaches a new unit to an area, under the next free id. */
export function addUnit(all: Areas, attachedTo: string, name: (number: number) => string): Areas {
  const units = all.units ?? [];
  let number = units.length + 1;
  while (units.some(({ id, name: other }) => id === `u-${number}` || other === name(number))) number += 1;
  return { ...all, units: [...units, { id: `u-${number}`, name: name(number), attachedTo, kind: 'department' }] };
}

/** Changes what is said of a unit; its id stays. */
export function changeUnit(all: Areas, id: string, change: Partial<Pick<Unit, 'name' | 'kind'>>): Areas {
  return { ...all, units: (all.units ?? []).map((unit) => (unit.id === id ? { ...unit, ...change } : unit)) };
}

/** Takes a unit away; without units the file has no list of them. */
export function removeUnit({ units = [], ...all }: Areas, id: string): Areas {
  const left = units.filter((unit) => unit.id !== id);
  return left.length === 0 ? all : { ...all, units: left };
}
