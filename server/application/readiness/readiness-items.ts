/**
 * What has to be in order before an area works with the program for real (上线准备), in the order in which one would do it.
 * A blocking item keeps it from going live; the others are told and left to judgement. What the program cannot see of
 * itself is marked by an administrator, with words.
 */
export const readinessItems = [
  { id: 'release', blocking: true, markable: false },
  { id: 'areas', blocking: true, markable: false },
  { id: 'posts-own', blocking: true, markable: false },
  { id: 'posts-below', blocking: false, markable: false },
  { id: 'people-posts', blocking: false, markable: false },
  { id: 'passwords', blocking: false, markable: false },
  { id: 'signed-in', blocking: false, markable: false },
  { id: 'administrators', blocking: false, markable: false },
  { id: 'approvers', blocking: false, markable: false },
  { id: 'calendar', blocking: true, markable: false },
  { id: 'calendar-next', blocking: false, markable: false },
  { id: 'limits', blocking: false, markable: true },
  { id: 'notices', blocking: false, markable: true },
  { id: 'draft', blocking: false, markable: false },
  { id: 'demo', blocking: true, markable: false },
  { id: 'database', blocking: false, markable: false },
  { id: 'backup', blocking: true, markable: true },
] as const;

export type ReadinessItemId = (typeof readinessItems)[number]['id'];

/** How one item stands. */
export interface Finding {
  readonly done: boolean;
  /** How many of what the item is about are not in order. */
  readonly count: number;
  /** How many there are in all; 0 where that says nothing. */
  readonly of: number;
  /** Whether this once it keeps the area from going live, or does not, whatever the list says. */
  readonly blocking?: boolean;
  /** A name that the sentence needs: a version, a year. */
  readonly word?: string;
}
