import type { ReactElement } from 'react';
import { Link, useLocation } from 'wouter';
import type { SignedInPerson } from '../../api/session.ts';
import { useAnswer } from '../../api/use-answer.ts';
import { listMyUserTasks } from '../../../server/http/contract/user-tasks.ts';
import { useText } from '../../translations/texts.ts';
import { Icon } from '../../ui/Icon.tsx';
import { type Place, placesFor } from './places.ts';
import './navigation-bar.css';

/** What a person can do here. */
export function NavigationBar({ person }: { readonly person: SignedInPerson }): ReactElement {
  const { text } = useText();
  const { data } = useAnswer(listMyUserTasks, {}, { every: 60 });
  const counts: Readonly<Record<string, number | undefined>> = { '/user-tasks': data?.userTasks.length };
  return (
    <nav className="gl-nav" aria-label={text('nav')}>
      {placesFor(person).map((group) => (
        <ul key={group[0]?.to}>
          {group.map((place) => (
            <li key={place.to}>
              <PlaceLink place={place} count={counts[place.to]} />
            </li>
          ))}
        </ul>
      ))}
    </nav>
  );
}

function PlaceLink({ place, count }: { readonly place: Place; readonly count: number | undefined }): ReactElement {
  const { text } = useText();
  const [location] = useLocation();
  const here = location === place.to || (place.to !== '/' && location.startsWith(`${place.to}/`));
  return (
    <Link href={place.to} aria-current={here ? 'page' : undefined}>
      {place.icon !== undefined && <Icon name={place.icon} />}
      {text(place.title)}
      {count !== undefined && count > 0 && <span>{count}</span>}
    </Link>
  );
}
