import type { PersonRow } from '../../database/people.ts';
import type { Instant } from '../../kernel/json.ts';
import type { CompiledRelease } from '../../kernel/release/compiled-release.ts';
import { grantsAdministration } from '../policy/grants-administration.ts';

/** A person as administrators see them. */
export interface PersonView {
  readonly id: string;
  readonly name: string;
  readonly account: string;
  readonly active: boolean;
  readonly administrator: boolean;
  readonly demo: boolean;
  readonly lockedUntil: Instant | null;
  readonly assignments: readonly {
    readonly id: string;
    readonly post: string;
    readonly postTitle: string;
    readonly area: { readonly code: string; readonly name: string };
    readonly kind: 'formal' | 'cover';
    readonly from: string;
    readonly to: string | null;
  }[];
  readonly openUserTasks: number;
}

/** A person's row in the words of the release that is effective now. */
export function personView(release: CompiledRelease, row: PersonRow): PersonView {
  const titleOf = (post: string): string => release.posts.find(({ id }) => id === post)?.title ?? post;
  const nameOf = (area: string): string => release.areas.find(({ code }) => code === area)?.name ?? area;
  const { held, managedIn: _, administers, ...person } = row;
  return {
    ...person,
    administrator: administers !== null || held.some(({ post }) => grantsAdministration(release, post)),
    assignments: held.map(({ post, area, ...dates }) => ({
      ...dates,
      post,
      postTitle: titleOf(post),
      area: { code: area, name: nameOf(area) },
    })),
  };
}
