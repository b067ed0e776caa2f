import type { Transaction } from '../../database/transaction.ts';
import type { AreaChange, Successions } from '../../kernel/organization/area-changes.ts';
import type { AreaTree } from '../../kernel/organization/area-tree.ts';
import type { Area, Post } from '../../kernel/organization/organization.ts';
import type { CompiledRelease } from '../../kernel/release/compiled-release.ts';
import type { PackFolder } from '../../kernel/compilation/pack-folder.ts';

/** Compiled releases, kept in memory by hash: a published release never changes, so it is compiled once per process. */
export interface ReleaseStore {
  /** The release an instance is pinned to. @throws Error when the database does not hold it */
  readonly byHash: (tx: Transaction, hash: string) => Promise<CompiledRelease>;
  /** The files a release was compiled from, pack by pack, the most general first. */
  readonly packsOf: (tx: Transaction, hash: string) => Promise<readonly PackFolder[]>;
  /** Everything that is in force now, area by area. @throws Refusal `nothing-published` */
  readonly inForce: (tx: Transaction) => Promise<InForce>;
  /** What is tenant-wide: the release in force at the root area. @throws Refusal `nothing-published` */
  readonly current: (tx: Transaction) => Promise<CompiledRelease>;
  /** What an area runs on: the release in force at it or at the nearest area above. @throws Refusal `nothing-published` */
  readonly at: (tx: Transaction, area: string) => Promise<CompiledRelease>;
  /** Area tree and posts of a release, indexed once. */
  readonly organizationFrame: (release: CompiledRelease) => OrganizationFrame;
  /** Something is in force now that was not a moment ago: the next look asks the database. */
  readonly forget: () => void;
  /** A transaction is publishing: what it sees is not told to others before it has committed. */
  readonly publishingIn: (tx: Transaction) => void;
}

/** The part of an organization that a release fixes; who holds the posts is read live. */
export interface OrganizationFrame {
  /** Areas of all days: where work lies on one day is found by `changes`. */
  readonly tree: AreaTree;
  readonly posts: ReadonlyMap<string, Post>;
  readonly changes: readonly AreaChange[];
}

/** A release in force at an area that has one of its own. */
export interface AreaRelease {
  /** Id of the release's row. */
  readonly id: string;
  readonly area: string;
  readonly release: CompiledRelease;
}

/** What is in force at one instant, for every area of the tenant. */
export interface InForce {
  /** The tenant's areas today: those of the root's release, with what lies below an area as its own release has it. */
  readonly tree: AreaTree;
  /** Dated changes of areas in all releases in force, also those to come. */
  readonly changes: readonly AreaChange[];
  /** Areas that have ended until today, as far as a release in force still writes them. */
  readonly ended: ReadonlyMap<string, Area>;
  /** What became of areas that have ended until today. */
  readonly successions: Successions;
  /** Parents of areas that are in no release any more; what happened there is seen by those above. */
  readonly former: ReadonlyMap<string, string | null>;
  readonly root: AreaRelease;
  /** Every release in force, the root's first, then from the top down. */
  readonly all: readonly AreaRelease[];
  /** The release in force at an area or the nearest one above it; the root's for an area nobody knows. */
  readonly at: (area: string) => AreaRelease;
  /** The post a position is of, as its area has it. */
  readonly post: (position: { readonly post: string; readonly area: string }) => Post | undefined;
  readonly area: (code: string) => Area | undefined;
}
