import { areaCodesWithin } from '../../database/areas.ts';
import { gatheredBeginnings, type BeginningPlace, type GatheredRow } from '../../database/gathered-beginnings.ts';
import { watchedStarts, type WatchedStart } from '../../database/start-timers.ts';
import type { Transaction } from '../../database/transaction.ts';
import { beginningsOf, partsOf, placeOf, type Beginning } from '../../kernel/bpmn/beginnings.ts';
import type { Catch } from '../../kernel/bpmn/executable-event.ts';
import { dueWords } from '../../packs/comparison/timer-words.ts';
import type { Context } from '../context.ts';
import type { Operator } from '../operations/operator.ts';
import { areaRef } from '../organization/list-area-changes.ts';
import { Refusal } from '../refusal.ts';
import type { AreaRelease, InForce } from '../releases/release-store.ts';
import { beginningsInForce, isSameStart, startsInForce, type StartInForce } from './starts-in-force.ts';

/** A sentence in both languages. */
interface BothWords {
  readonly zh: string;
  readonly en: string;
}

/**
 * The processes that begin by themselves: at a time, or when several messages and signals have come, with when that is and
 * what is still missing. Each stands at the area whose process it is.
 *
 * @param asked only what lies within this area; absent: all areas of the operator
 * @throws Refusal `area-unknown`
 */
export async function listBeginnings(context: Context, tx: Transaction, operator: Operator, asked?: string) {
  if (asked !== undefined && !operator.mayView(asked)) throw new Refusal('area-unknown', { area: asked });
  const within = asked === undefined ? null : new Set(await areaCodesWithin(tx, context.tenant, [asked]));
  const isSeen = ({ area }: { readonly area: string }): boolean =>
    operator.mayView(area) && (within === null || within.has(area));
  const live = await context.releases.inForce(tx);
  const armed = await watchedStarts(tx, context.tenant);
  const gathered = await gatheredBeginnings(tx, context.tenant);
  return {
    asOf: tx.now,
    starts: startsInForce(live)
      .filter(isSeen)
      .map((start) => startLine(live, start, armed))
      .toSorted((one, other) => (one.next ?? '9').localeCompare(other.next ?? '9')),
    gathered: gatherings(live, gathered)
      .filter(isSeen)
      .map((one) => gatheringLine(live, one)),
  };
}

function startLine(live: InForce, start: StartInForce, armed: readonly WatchedStart[]) {
  const row = armed.find((one) => isSameStart(one, start) && one.definition === start.definition);
  return {
    ...namesOf(live, start.release, start.area, start.beginning),
    part: start.part,
    rule: dueWords(start.timer.kind, start.timer.expression.source),
    together: start.beginning.all,
    state: row === undefined ? ('unarmed' as const) : stateOf(row),
    next: row?.runAt ?? null,
    attempts: row?.attempts ?? 0,
    lastError: row?.lastError ?? null,
  };
}

function stateOf({ due, attempts, lastError }: WatchedStart): 'armed' | 'failing' | 'over' | 'unreadable' {
  if (due === null) return lastError === null ? 'over' : 'unreadable';
  return attempts > 0 ? 'failing' : 'armed';
}

/** An event that needs several parts, and what has come of them; none: nothing has. */
interface Gathering extends BeginningPlace {
  readonly own: AreaRelease;
  /** Null: the release in force has it no more, so nothing comes of what has been kept. */
  readonly beginning: Beginning | null;
  readonly row: GatheredRow | null;
}

/** What has come for something first, then what could begin and has heard nothing. */
function gatherings(live: InForce, rows: readonly GatheredRow[]): readonly Gathering[] {
  const begun = rows.map((row): Gathering => {
    const own = live.at(row.area);
    const process = own.release.processes.get(row.process)?.executable;
    const beginning = process && beginningsOf([process]).find((one) => one.all && placeOf(one) === row.place);
    const { area, place } = row;
    return { area, process: row.process, place, own, beginning: beginning ?? null, row };
  });
  const silent = beginningsInForce(live)
    .filter(({ beginning }) => beginning.all)
    .map(({ own, beginning }): Gathering => {
      const place = { area: own.area, process: beginning.process.id, place: placeOf(beginning) };
      return { ...place, own, beginning, row: null };
    })
    .filter((one) => !rows.some((row) => isSamePlace(row, one)));
  return [...begun, ...silent];
}

function isSamePlace(one: BeginningPlace, other: BeginningPlace): boolean {
  return one.area === other.area && one.process === other.process && one.place === other.place;
}

function gatheringLine(live: InForce, { own, area, process, place, beginning, row }: Gathering) {
  const heard = row?.heard ?? [];
  const parts = beginning === null ? [] : partsOf(beginning, heard);
  const names =
    beginning === null
      ? { ...namedOnly(process, place), version: versionOf(own.release), area: areaRef(live, area) }
      : namesOf(live, own.release, area, beginning);
  return {
    ...names,
    state: beginning === null ? ('gone' as const) : ('waiting' as const),
    since: row?.since ?? null,
    come: beginning === null ? heard.map((name) => ({ zh: name, en: name })) : partWords(parts, true),
    missing: partWords(parts, false),
  };
}

function partWords(parts: ReturnType<typeof partsOf>, come: boolean): readonly BothWords[] {
  return parts.filter((one) => one.come === come).map(({ part }) => wordsOf(part));
}

function wordsOf(part: Catch): BothWords {
  if (part.kind === 'message') return { zh: `消息「${part.message.name}」`, en: `the message "${part.message.name}"` };
  if (part.kind === 'signal') return { zh: `信号「${part.signal}」`, en: `the signal "${part.signal}"` };
  if (part.kind === 'timer') return dueWords(part.timer.kind, part.timer.expression.source);
  return { zh: part.kind, en: part.kind };
}

function namesOf(live: InForce, release: AreaRelease['release'], area: string, beginning: Beginning) {
  const { process, node } = beginning;
  const place = placeOf(beginning);
  return {
    process: { id: process.id, title: process.name || process.id },
    event: { id: place, title: process.nodes.get(place)?.name || process.nodes.get(node)?.name || place },
    version: versionOf(release),
    area: areaRef(live, area),
  };
}

function namedOnly(process: string, place: string) {
  return { process: { id: process, title: process }, event: { id: place, title: place } };
}

function versionOf({ hash, manifest }: AreaRelease['release']) {
  return { id: hash, version: manifest.version };
}
