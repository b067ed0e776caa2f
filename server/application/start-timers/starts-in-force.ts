import { beginningsOf, placeOf, type Beginning } from '../../kernel/bpmn/beginnings.ts';
import type { Catch, TimerDefinition } from '../../kernel/bpmn/executable-event.ts';
import type { CompiledRelease } from '../../kernel/release/compiled-release.ts';
import type { StartTimerName } from '../../database/start-timers.ts';
import type { AreaRelease, InForce } from '../releases/release-store.ts';

/** A time at which a process begins by itself, under the release in force at the area whose process it is. */
export interface StartInForce extends StartTimerName {
  readonly beginning: Beginning;
  readonly of: Catch;
  readonly timer: TimerDefinition;
  /** What it says, to tell whether another release says the same. */
  readonly definition: string;
  readonly release: CompiledRelease;
  /** Id of the row of that release. */
  readonly releaseId: string;
}

/**
 * The times at which processes begin: each once, for the area whose process it is. What an area inherits as the area
 * above has it begins there, and not once more for each area below; a process that an area has written anew begins for it
 * by its own times.
 */
export function startsInForce(live: InForce): readonly StartInForce[] {
  return beginningsInForce(live).flatMap(({ own, beginning }) => timesOf(own, beginning));
}

/** An event by which a process begins, under the release of the area whose process it is. */
export interface BeginningInForce {
  readonly own: AreaRelease;
  readonly beginning: Beginning;
}

/** The events by which processes begin, each for the area whose process it is. */
export function beginningsInForce(live: InForce): readonly BeginningInForce[] {
  return live.all.flatMap((own) => {
    const above = releaseAbove(live, own);
    return [...own.release.processes.values()]
      .filter(({ executable, xml }) => above?.processes.get(executable.id)?.xml !== xml)
      .flatMap(({ executable }) => beginningsOf([executable]))
      .map((beginning) => ({ own, beginning }));
  });
}

function releaseAbove(live: InForce, own: AreaRelease): CompiledRelease | undefined {
  if (own.area === live.root.area) return undefined;
  const parent = live.area(own.area)?.parent ?? null;
  return parent === null ? live.root.release : live.at(parent).release;
}

function timesOf({ id, area, release }: AreaRelease, beginning: Beginning): readonly StartInForce[] {
  return beginning.catches.flatMap((of, part): readonly StartInForce[] => {
    if (of.kind !== 'timer') return [];
    const { timer } = of;
    const definition = `${timer.kind} ${timer.expression.source}`;
    const name = { area, process: beginning.process.id, place: placeOf(beginning), part };
    return [{ ...name, beginning, of, timer, definition, release, releaseId: id }];
  });
}

/** Whether two are the same time of the same process. */
export function isSameStart(one: StartTimerName, other: StartTimerName): boolean {
  return (
    one.area === other.area && one.process === other.process && one.place === other.place && one.part === other.part
  );
}
