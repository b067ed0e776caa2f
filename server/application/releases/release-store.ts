import type { Transaction } from '../../database/transaction.ts';
import type { AreaTree } from '../../kernel/organization/area-tree.ts';
import type { Post } from '../../kernel/organization/organization.ts';
import type { CompiledRelease } from '../../kernel/release/compiled-release.ts';

/** Compiled releases, kept in memory by hash: a published release never changes, so it is compiled once per process. */
export interface ReleaseStore {
  /** The release an instance is pinned to. @throws Error when the database does not hold it */
  readonly byHash: (tx: Transaction, hash: string) => Promise<CompiledRelease>;
  /** The release that is effective now at the root area of the tenant. @throws Refusal `nothing-published` */
  readonly current: (tx: Transaction) => Promise<CompiledRelease>;
  /** Area tree and posts of a release, indexed once. */
  readonly organizationFrame: (release: CompiledRelease) => OrganizationFrame;
}

/** The part of an organization that a release fixes; who holds the posts is read live. */
export interface OrganizationFrame {
  readonly tree: AreaTree;
  readonly posts: ReadonlyMap<string, Post>;
}
