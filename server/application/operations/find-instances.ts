import type { Instant } from '../../kernel/json.ts';
import { areaCodesWithin } from '../../database/areas.ts';
import { manifestsInUse, openIncidentCodes } from '../../database/instance-details.ts';
import {
  countInstances,
  searchInstances,
  type FoundInstance,
  type InstanceSearch,
  type SearchPlace,
} from '../../database/instance-search.ts';
import type { Transaction } from '../../database/transaction.ts';
import type { Context } from '../context.ts';
import { areaRef } from '../organization/list-area-changes.ts';
import { variableMark } from '../process-instances/instance-marks.ts';
import { Refusal } from '../refusal.ts';
import type { Operator } from './operator.ts';

/** What instances are looked for by, as it comes in at a door. */
export interface InstanceQuery {
  readonly state?: InstanceSearch['state'] | undefined;
  readonly process?: string | undefined;
  /** Hash of the manifest an instance is pinned to. */
  readonly version?: string | undefined;
  readonly element?: string | undefined;
  readonly area?: string | undefined;
  readonly incident?: string | undefined;
  /** `name=value` of a variable its process declares with `grid:searchable`. */
  readonly variable?: string | undefined;
  readonly startedFrom?: Instant | undefined;
  readonly startedUntil?: Instant | undefined;
  /** Where the page before ended, as it was answered. */
  readonly after?: string | undefined;
  readonly limit?: number | undefined;
}

/**
 * Instances an operator looks for, the longest running first, with how many there are.
 *
 * @throws Refusal `area-unknown` for an area outside the operator's
 */
export async function findInstances(context: Context, tx: Transaction, operator: Operator, query: InstanceQuery) {
  const search = await searchFor(context, tx, operator, query);
  const { found, next } = await searchInstances(tx, context.tenant, search, placeIn(query.after), query.limit ?? 50);
  const { count, exact } = await countInstances(tx, context.tenant, search);
  return {
    asOf: tx.now,
    total: { count, exact },
    instances: await lines(context, tx, found),
    next: next && words(next),
  };
}

/** What a query means for this operator. @throws Refusal `area-unknown` */
export async function searchFor(
  context: Context,
  tx: Transaction,
  operator: Operator,
  query: InstanceQuery,
): Promise<InstanceSearch> {
  const { area, version: manifest, state = 'open', process, element, incident, startedFrom, startedUntil } = query;
  if (area !== undefined && !operator.mayView(area)) throw new Refusal('area-unknown', { area });
  const within = area === undefined ? operator.areas : [area];
  const areas = within && (await areaCodesWithin(tx, context.tenant, within));
  const variable = query.variable === undefined ? undefined : markOf(query.variable);
  return { state, areas, process, manifest, element, incident, variable, startedFrom, startedUntil };
}

function markOf(asked: string): string {
  const at = asked.indexOf('=');
  return at === -1 ? asked : variableMark(asked.slice(0, at).trim(), asked.slice(at + 1).trim());
}

/** What can be chosen in a search: the processes and versions that run, what can be looked for in each, and what they are stuck by. */
export async function searchChoices(context: Context, tx: Transaction) {
  const hashes = await manifestsInUse(tx, context.tenant);
  const incidents = await openIncidentCodes(tx, context.tenant);
  const live = await context.releases.inForce(tx);
  const inForce = new Map(live.all.map(({ release, area }) => [release.hash, area]));
  const releases = await Promise.all(
    [...new Set([...hashes, ...inForce.keys()])].map((hash) => context.releases.byHash(tx, hash)),
  );
  const processes = new Map(releases.flatMap((release) => [...release.processes]));
  return {
    versions: releases.map(({ hash, title, manifest }) => ({
      id: hash,
      title,
      version: manifest.version,
      inForce: inForce.has(hash),
      area: live.area(inForce.get(hash) ?? '')?.name ?? null,
    })),
    processes: [...processes].map(([id, { executable }]) => ({
      id,
      title: executable.name,
      searchable: executable.searchable,
      elements: [...executable.nodes.values()]
        .filter((node) => node.outgoing.length > 0 && node.type !== 'startEvent' && node.type !== 'boundaryEvent')
        .map((node) => ({ id: node.id, title: node.name || node.id })),
    })),
    incidents,
  };
}

async function lines(context: Context, tx: Transaction, found: readonly FoundInstance[]) {
  const live = await context.releases.inForce(tx);
  return Promise.all(
    found.map(async (one) => {
      const release = await context.releases.byHash(tx, one.manifestHash);
      const process = release.processes.get(one.process)?.executable;
      const name = (id: string): string => process?.nodes.get(id)?.name || id;
      return {
        id: one.id,
        process: { id: one.process, title: process?.name ?? one.process },
        version: { id: one.manifestHash, version: release.manifest.version },
        state: stateOf(one),
        area: one.area === null ? null : areaRef(live, one.area),
        subject: subjectOf(one),
        startedAt: one.startedAt,
        endedAt: one.endedAt,
        suspendedAt: one.suspendedAt,
        elements: (one.elements ?? []).map((id) => ({ id, title: name(id) })),
        incidents: one.incidents,
      };
    }),
  );
}

/** What an instance is about, as lists call it; null when it is about nothing people know by name. */
export function subjectOf(row: {
  readonly subjectKind: string | null;
  readonly subjectId: string | null;
  readonly subjectNumber: string | null;
  readonly subjectTitle: string | null;
}) {
  const { subjectKind: kind, subjectId: id, subjectNumber: number, subjectTitle: title } = row;
  return kind === null || id === null ? null : { kind, id, number, title: title ?? '' };
}

function stateOf({ status, suspendedAt, incidents }: FoundInstance) {
  if (status !== 'running') return status;
  if (suspendedAt !== null) return 'suspended' as const;
  return incidents.length > 0 ? ('stuck' as const) : ('running' as const);
}

function words({ at, id }: SearchPlace): string {
  return `${at}~${id}`;
}

function placeIn(after: string | undefined): SearchPlace | null {
  const [at, id] = after?.split('~') ?? [];
  return at === undefined || id === undefined ? null : { at, id };
}
