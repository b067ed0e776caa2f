import { type ReactElement, useState } from 'react';
import { Link, useLocation, useSearch } from 'wouter';
import type { SignedInPerson } from '../../api/session.ts';
import { useAnswer } from '../../api/use-answer.ts';
import type { AnswerOf } from '../../../server/http/contract/operation.ts';
import { listMyUserTasks } from '../../../server/http/contract/user-tasks.ts';
import { useText } from '../../translations/texts.ts';
import { Icon } from '../../ui/Icon.tsx';
import { type Address, isAt, type Place, placesFor } from './places.ts';
import './navigation-bar.css';

interface NavigationBarProps {
  readonly person: SignedInPerson;
  /** A rail of icons with their words below, for the studio. */
  readonly narrow: boolean;
}

/** What a person can do here. */
export function NavigationBar({ person, narrow }: NavigationBarProps): ReactElement {
  const { text } = useText();
  const [path] = useLocation();
  const address = { path, search: useSearch() };
  const { data } = useAnswer(listMyUserTasks, {}, { every: 60 });
  const { work, configuration, beside } = placesFor(person);
  const link = (place: Place): ReactElement => (
    <li key={place.to}>
      <PlaceLink
        place={place}
        here={isAt(place, address)}
        count={place.to === '/user-tasks' && data !== undefined ? waiting(data) : undefined}
      />
    </li>
  );
  return (
    <nav className={narrow ? 'gl-nav gl-nav-narrow' : 'gl-nav'} aria-label={text('nav')}>
      <ul>{work.map(link)}</ul>
      <ul>
        {configuration !== null &&
          (narrow ? (
            <li>
              <PlaceLink place={configuration} here={isInside(configuration.inside, address)} />
            </li>
          ) : (
            <SectionLines section={configuration} address={address}>
              {configuration.inside.map(link)}
            </SectionLines>
          ))}
        {beside.map(link)}
      </ul>
    </nav>
  );
}

/** What waits for somebody: their own work, and what they have to decide. */
function waiting({ userTasks, requests, reviews }: AnswerOf<typeof listMyUserTasks>): number {
  return userTasks.length + requests.length + reviews.length;
}

/** A place that opens into several: open while one is inside, and whenever somebody opens it. */
function SectionLines({
  section,
  address,
  children,
}: {
  readonly section: Place & { readonly inside: readonly Place[] };
  readonly address: Address;
  readonly children: readonly ReactElement[];
}): ReactElement {
  const { text } = useText();
  const within = isInside(section.inside, address);
  const [chosen, setChosen] = useState<boolean | null>(null);
  const open = chosen ?? within;
  return (
    <li>
      <button type="button" aria-expanded={open} onClick={() => setChosen(!open)}>
        {section.icon !== undefined && <Icon name={section.icon} />}
        {text(section.title)}
        <Icon name={open ? 'down' : 'right'} small />
      </button>
      {open && <ul className="gl-nav-inside">{children}</ul>}
    </li>
  );
}

function isInside(places: readonly Place[], address: Address): boolean {
  return places.some((place) => isAt(place, address)) || address.path === '/simulator';
}

interface PlaceLinkProps {
  readonly place: Place;
  readonly here: boolean;
  readonly count?: number | undefined;
}

function PlaceLink({ place, here, count }: PlaceLinkProps): ReactElement {
  const { text } = useText();
  return (
    <Link href={place.to} aria-current={here ? 'page' : undefined}>
      {place.icon !== undefined && <Icon name={place.icon} />}
      {text(place.title)}
      {count !== undefined && count > 0 && <span>{count}</span>}
    </Link>
  );
}
