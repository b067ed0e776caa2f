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
  /** Further addresses at which one is here, with all that lies below them. */
  readonly also?: readonly string[];
}

/** A place that opens into several. */
interface Section extends Place {
  readonly inside: readonly Place[];
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

const [definitions, posts] = [['definitions.view'], ['posts.view', 'posts.edit']];

/** The definitions of some kinds, as the overview shows them. */
function kinds(group: string, title: TextKey, ...editors: readonly string[]): Place {
  return {
    to: `/definitions?of=${group}`,
    title,
    permissions: definitions,
    also: editors.map((kind) => `/definitions/${kind}`),
  };
}

/** What a street is made of, in the order in which one is set up, and how it is put into force. */
const configuration: Section = {
  to: '/definitions',
  title: 'nav.configuration',
  icon: 'settings',
  permissions: [...definitions, ...posts, 'people.edit'],
  also: ['/simulator'],
  inside: [
    { to: '/definitions', title: 'nav.definitions', permissions: definitions },
    { to: '/posts', title: 'nav.posts', icon: 'settings', permissions: posts, also: ['/unheld'] },
    { to: '/people', title: 'nav.people', icon: 'people', permissions: ['people.edit', 'administration'] },
    { to: '/readiness', title: 'readiness', permissions: ['administration'] },
    kinds('organization', 'nav.organization', 'areas', 'post', 'role'),
    kinds('process', 'nav.processes', 'process'),
    kinds('form', 'nav.forms', 'form'),
    kinds('decision', 'nav.decisions', 'decision'),
    kinds('ladder', 'nav.ladders', 'ladder'),
    kinds('meeting', 'nav.meeting-rules', 'meeting'),
    kinds('ledger', 'nav.ledger-kinds', 'ledger'),
    kinds('limit', 'nav.limits', 'limit', 'calendar'),
    kinds('notice', 'nav.notices', 'notice'),
    kinds('case-type', 'nav.case-types', 'case-type'),
    kinds('translations', 'nav.words', 'translations'),
    kinds('scenario', 'nav.scenarios', 'scenario'),
    { to: '/simulator', title: 'simulator', permissions: definitions },
    {
      to: '/definitions/changes',
      title: 'nav.publish',
      permissions: definitions,
      also: ['/definitions/releases', '/definitions/upgrade', '/definitions/calendar-changes'],
    },
    { to: '/assumptions', title: 'nav.assumptions', permissions: definitions },
    { to: '/plugins', title: 'nav.plugins', permissions: ['administration'] },
  ],
};

const beside: readonly Place[] = [
  { to: '/operations', title: 'nav.operations', icon: 'refresh', permissions: ['operations.view'] },
  { to: '/phone', title: 'nav.phone', icon: 'phone', permissions: [] },
];

/** True when the person has one of the permissions, or none is needed. */
export function mayEnter({ permissions }: Pick<SignedInPerson, 'permissions'>, needed: readonly string[]): boolean {
  return needed.length === 0 || needed.some((permission) => permissions.includes(permission));
}

/**
 * The places a person may enter: what people do, what the street is made of, and the rest. Who may see no definitions
 * has no configuration; the board of posts is then a place like any other.
 */
export function placesFor(person: Pick<SignedInPerson, 'permissions'>): {
  readonly work: readonly Place[];
  readonly configuration: Section | null;
  readonly beside: readonly Place[];
} {
  const open = (place: Place): boolean => mayEnter(person, place.permissions);
  const inside = configuration.inside.filter(open);
  const isConfigured = mayEnter(person, definitions);
  return {
    work: work.filter(open),
    configuration: isConfigured ? { ...configuration, inside } : null,
    beside: [...(isConfigured ? [] : inside), ...beside.filter(open)],
  };
}

/** An address as the browser has it: the path, and what stands behind its question mark. */
export interface Address {
  readonly path: string;
  readonly search: string;
}

/** True when an address is a place itself, something inside it, or one of its further addresses. */
export function isAt({ to, also = [] }: Place, { path, search }: Address): boolean {
  const [place = '', of] = to.split('?');
  if (also.some((upper) => path === upper || path.startsWith(`${upper}/`))) return true;
  if (of !== undefined) return path === place && new URLSearchParams(search).get('of') === of.replace('of=', '');
  if (place === '/definitions') return path === place && !new URLSearchParams(search).has('of');
  return path === place || (place !== '/' && path.startsWith(`${place}/`));
}

/** True in the editors and the simulator, which want the width: the navigation is then a narrow rail. */
export function isStudio(path: string): boolean {
  return path === '/simulator' || /^\/definitions\/(?!(changes|releases|upgrade)$)[^/]+\//.test(path);
}
