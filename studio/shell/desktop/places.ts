import type { SignedInPerson } from '../../api/session.ts';
import type { TextKey } from '../../translations/texts.ts';
import type { IconName } from '../../ui/icons.ts';

/** A place of the desktop door that the navigation leads to. */
export interface Place {
  readonly to: string;
  readonly title: TextKey;
  readonly icon?: IconName;
  /** Needed to see it: any one of these; none means everybody who is signed in. */
  readonly permissions: readonly string[];
}

/** What there is to do, in the order of a working day. Only what exists and the person may use is shown. */
const work: readonly Place[] = [
  { to: '/', title: 'nav.overview', icon: 'home', permissions: [] },
  { to: '/user-tasks', title: 'nav.user-tasks', icon: 'work', permissions: [] },
  { to: '/cases', title: 'nav.cases', icon: 'cases', permissions: ['case.view'] },
  { to: '/report', title: 'nav.report', icon: 'report', permissions: ['case.report'] },
  { to: '/meetings', title: 'nav.meetings', icon: 'meeting', permissions: ['meeting.view'] },
  { to: '/ledgers', title: 'nav.ledgers', icon: 'ledger', permissions: ['ledger.view', 'ledger.edit'] },
];

const settings: readonly Place[] = [
  { to: '/posts', title: 'nav.posts', icon: 'settings', permissions: ['posts.view', 'posts.edit'] },
  { to: '/people', title: 'nav.people', icon: 'people', permissions: ['people.edit', 'administration'] },
  { to: '/assumptions', title: 'nav.assumptions', icon: 'edit', permissions: ['definitions.view'] },
  { to: '/phone', title: 'nav.phone', icon: 'phone', permissions: [] },
];

/** True when the person has one of the permissions, or none is needed. */
export function mayEnter({ permissions }: Pick<SignedInPerson, 'permissions'>, needed: readonly string[]): boolean {
  return needed.length === 0 || needed.some((permission) => permissions.includes(permission));
}

/** The places a person may enter, in two groups: what people do, and what is set up. */
export function placesFor(person: Pick<SignedInPerson, 'permissions'>): readonly (readonly Place[])[] {
  return [work, settings].map((group) => group.filter(({ permissions }) => mayEnter(person, permissions)));
}
