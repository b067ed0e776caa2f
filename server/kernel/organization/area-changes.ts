import type { Area } from './organization.ts';

/**
 * A dated change of the area tree as `areas.json` writes it. On its day (local, from midnight on) the areas of `from` that
 * `to` does not name are there no more, and what is open there follows by rule.
 */
export interface AreaChange {
  /** Local date `YYYY-MM-DD`, the first day on which the change holds. */
  readonly on: string;
  readonly kind: 'split' | 'merge' | 'move' | 'rename';
  readonly from: readonly string[];
  /** Of a move one for each of `from`, in order; of a split the parts; of a merge the one; of a rename the same. */
  readonly to: readonly string[];
  /** Of a rename: what it is called from then on. */
  readonly name?: string;
  readonly openWork?: OpenWorkRule;
}

/** What becomes of work that is open when an area ends. */
export interface OpenWorkRule {
  /** `follow`: it goes to the successor. `stay`: whoever has it finishes it; only what comes after goes to the successor. */
  readonly rule: 'follow' | 'stay';
  /** Of a split: the part that gets it unless somebody chooses another for a case; absent: the first. */
  readonly to?: string;
  /** `follow`: who holds posts there holds the same at the successor. `end`: their posts end. Absent: moves follow. */
  readonly holders?: 'follow' | 'end';
}

/** What became of an area that is no more. */
export interface Succession {
  readonly on: string;
  readonly kind: AreaChange['kind'];
  /** The area its open work goes to. */
  readonly main: string;
  /** All areas that came out of it. */
  readonly all: readonly string[];
  readonly rule: OpenWorkRule['rule'];
  readonly holders: NonNullable<OpenWorkRule['holders']>;
}

/** By the code of the area that is no more. */
export type Successions = ReadonlyMap<string, Succession>;

/** Whether something dated is there on a local day. */
export function isThere(dated: { readonly from?: string; readonly to?: string }, on: string): boolean {
  return (dated.from === undefined || dated.from <= on) && (dated.to === undefined || on < dated.to);
}

/**
 * The areas of a day, called as they are called on it.
 *
 * @param on local date `YYYY-MM-DD`
 */
export function areasOn(areas: readonly Area[], changes: readonly AreaChange[], on: string): readonly Area[] {
  const names = new Map(
    changes
      .filter((change) => change.kind === 'rename' && change.on <= on)
      .toSorted((one, other) => (one.on < other.on ? -1 : 1))
      .flatMap(({ from, name }) => from.flatMap((code) => (name === undefined ? [] : [[code, name] as const]))),
  );
  return areas
    .filter((area) => isThere(area, on))
    .map((area) => ({ ...area, name: names.get(area.code) ?? area.name }));
}

/**
 * What became of areas up to a day.
 *
 * @param on local date `YYYY-MM-DD`
 */
export function successionsOn(changes: readonly AreaChange[], on: string): Successions {
  return new Map(
    changes
      .filter((change) => change.on <= on && change.kind !== 'rename')
      .toSorted((one, other) => (one.on < other.on ? -1 : 1))
      .flatMap((change) => endedBy(change).map((code) => [code, successionOf(change, code)] as const)),
  );
}

/** Areas that a change ends: those it does not lead on to itself. */
export function endedBy({ kind, from, to }: AreaChange): readonly string[] {
  return kind === 'rename' ? [] : from.filter((code) => !to.includes(code));
}

function successionOf(change: AreaChange, code: string): Succession {
  const { on, kind, from, to, openWork } = change;
  const pair = kind === 'move' ? to[from.indexOf(code)] : undefined;
  const all = pair === undefined ? to : [pair];
  return {
    on,
    kind,
    all,
    main: (kind === 'split' ? openWork?.to : undefined) ?? all[0] ?? code,
    rule: openWork?.rule ?? 'follow',
    holders: openWork?.holders ?? (kind === 'move' ? 'follow' : 'end'),
  };
}

/** Where the matters of an area lie now: the area itself, or what came of it in the end. */
export function areaNow(successions: Successions | undefined, code: string): string {
  const passed = new Set<string>();
  let now = code;
  for (let next = successions?.get(now); next && !passed.has(now); next = successions?.get(now)) {
    passed.add(now);
    now = next.main;
  }
  return now;
}

/** Every area that came out of an area, also by way of others; the nearest first, without itself. */
export function successorsOf(successions: Successions | undefined, code: string): readonly string[] {
  const found = new Set<string>([code]);
  // A set is walked in the order of insertion, and what is added while walking is walked too.
  for (const one of found) for (const next of successions?.get(one)?.all ?? []) found.add(next);
  found.delete(code);
  return [...found];
}
