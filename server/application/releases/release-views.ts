import { releasesOf, runningOn, type ReleaseRow } from '../../database/releases.ts';
import { readPersonNames } from '../../database/person-names.ts';
import type { Transaction } from '../../database/transaction.ts';
import type { Instant } from '../../kernel/json.ts';
import type { Context } from '../context.ts';
import type { Actor } from '../policy/actor.ts';
import { mayAct } from '../policy/policy.ts';

interface PersonRef {
  readonly id: string;
  readonly name: string;
}

/** A release as screens show it. */
export interface ReleaseView {
  readonly id: string;
  readonly area: { readonly code: string; readonly name: string };
  readonly pack: { readonly id: string; readonly title: string; readonly version: string };
  readonly effectiveFrom: Instant;
  readonly publishedAt: Instant;
  readonly by: PersonRef | null;
  readonly approvedBy: PersonRef | null;
  readonly note: string;
  readonly state: 'coming' | 'current' | 'past';
  readonly takesBack: string | null;
  readonly mayTakeBack: boolean;
  readonly running: number;
}

/** What an area decided to publish, in the order in which it comes into force, the last first. */
export interface AreaReleases {
  /** Without those that only follow an area above. */
  readonly own: readonly ReleaseRow[];
  /** The own one that is in force, followed or not; null: the area runs on what it inherits. */
  readonly current: ReleaseRow | null;
  /** The row that is in force: the own one, or what followed it. */
  readonly inForce: ReleaseRow | null;
  /** Those that are still to come. */
  readonly coming: readonly ReleaseRow[];
  readonly all: readonly ReleaseRow[];
}

/** Reads the releases of an area and which of them counts now. */
export async function areaReleases(context: Context, tx: Transaction, area: string): Promise<AreaReleases> {
  const all = await releasesOf(tx, context.tenant, area);
  const standing = all.filter(({ withdrawnAt }) => withdrawnAt === null);
  const own = all.filter(({ kind }) => kind !== 'followed');
  const inForce = standing.find(({ effectiveFrom }) => effectiveFrom <= tx.now) ?? null;
  const current = inForce?.kind === 'followed' ? own.find(({ id }) => id === inForce.relatesTo) : inForce;
  const coming = standing.filter(({ effectiveFrom }) => effectiveFrom > tx.now);
  return { own, current: current ?? null, inForce, coming, all };
}

/** The own release that held before another one; null: there was none, the area ran on what it inherits. */
export function releaseBefore({ own }: AreaReleases, release: ReleaseRow): ReleaseRow | null {
  const at = own.findIndex(({ id }) => id === release.id);
  return own.slice(at + 1).find(({ withdrawnAt }) => withdrawnAt === null) ?? null;
}

/**
 * Whether a release may be taken back now: one that is to come, or the one in force while none is to come after it; and
 * there is something that held before.
 *
 * @param inherits whether an area above has releases that this one could run on instead
 */
export function mayBeTakenBack(releases: AreaReleases, release: ReleaseRow, inherits: boolean): boolean {
  const isComing = releases.coming.some(({ id }) => id === release.id);
  const isCurrent = releases.current?.id === release.id && releases.coming.length === 0;
  return (isComing || isCurrent) && (inherits || releaseBefore(releases, release) !== null);
}

/** Views of some releases of one area. */
export async function releaseViews(
  context: Context,
  tx: Transaction,
  actor: Actor,
  area: string,
  releases: AreaReleases,
  rows: readonly ReleaseRow[],
): Promise<readonly ReleaseView[]> {
  const live = await context.releases.inForce(tx);
  const inherits = (live.area(area)?.parent ?? null) !== null;
  const names = await readPersonNames(
    tx,
    context.tenant,
    rows.flatMap(({ createdBy, approvedBy }) => [createdBy, approvedBy].filter((person) => person !== null)),
  );
  const person = (id: string | null): PersonRef | null => (id === null ? null : { id, name: names.get(id) ?? '' });
  const manifests = (row: ReleaseRow): readonly string[] => [
    ...new Set(
      releases.all
        .filter(({ id, relatesTo, kind }) => id === row.id || (kind === 'followed' && relatesTo === row.id))
        .map(({ manifestHash }) => manifestHash),
    ),
  ];
  const running = await runningOn(tx, context.tenant, [...new Set(rows.flatMap(manifests))]);
  return rows.map((row) => ({
    id: row.id,
    area: { code: area, name: live.area(area)?.name ?? area },
    pack: { id: row.pack, title: row.packTitle, version: row.packVersion },
    effectiveFrom: row.effectiveFrom,
    publishedAt: row.createdAt,
    by: person(row.createdBy),
    approvedBy: person(row.approvedBy),
    note: row.note,
    state: releases.coming.includes(row) ? 'coming' : releases.current?.id === row.id ? 'current' : 'past',
    takesBack: row.kind === 'taken-back' ? row.relatesTo : null,
    mayTakeBack: mayAct(actor, 'administration', area) && mayBeTakenBack(releases, row, inherits),
    running: manifests(row).reduce((total, manifest) => total + (running.get(manifest) ?? 0), 0),
  }));
}

/** The view of one release, as it stands after what was done in this transaction. */
export async function releaseView(
  context: Context,
  tx: Transaction,
  actor: Actor,
  area: string,
  id: string,
): Promise<ReleaseView> {
  const releases = await areaReleases(context, tx, area);
  const [view] = await releaseViews(
    context,
    tx,
    actor,
    area,
    releases,
    releases.own.filter((row) => row.id === id),
  );
  if (!view) throw new Error(`the release ${id} is not there`);
  return view;
}
