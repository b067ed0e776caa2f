import type { PersonRow } from '../../database/people.ts';
import type { Instant } from '../../kernel/json.ts';
import { placeToday } from '../organization/coming-area.ts';
import { areaRef } from '../organization/list-area-changes.ts';
import { grantsAdministration } from '../policy/grants-administration.ts';
import type { InForce } from '../releases/release-store.ts';

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
    readonly covers: { readonly id: string; readonly name: string } | null;
  }[];
  readonly openUserTasks: number;
}

/** A person's row in the words of what is in force now, each post as its own area has it. */
export function personView(live: InForce, row: PersonRow): PersonView {
  const { held, managedIn: _, administers, ...person } = row;
  return {
    ...person,
    administrator: administers !== null || held.some((position) => grantsAdministration(live, position)),
    assignments: held.map(({ post, area, ...dates }) => ({
      ...dates,
      post,
      postTitle: live.post({ post, area: placeToday(live, area) })?.title ?? post,
      area: areaRef(live, area),
    })),
  };
}
