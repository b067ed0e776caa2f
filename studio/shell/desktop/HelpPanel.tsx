import { lazy, type ReactElement, Suspense } from 'react';
import { Link, useLocation, useSearch } from 'wouter';
import type { SignedInPerson } from '../../api/session.ts';
import { type TextKey, useText } from '../../translations/texts.ts';
import { SidePanel } from '../../ui/desktop/SidePanel.tsx';
import { SkeletonLines } from '../../ui/Skeleton.tsx';
import { LightTag } from '../../ui/Light.tsx';
import type { LightName } from '../../ui/light-words.ts';
import { placesFor } from './places.ts';
import './help-panel.css';

const lights: readonly (readonly [LightName, word: TextKey, says: TextKey])[] = [
  ['green', 'help.green', 'help.green.says'],
  ['yellow', 'help.yellow', 'help.yellow.says'],
  ['red', 'help.red', 'help.red.says'],
  ['paused', 'help.paused', 'help.paused.says'],
];

const about: Readonly<Record<string, TextKey>> = {
  '/': 'help.overview',
  '/user-tasks': 'help.user-tasks',
  '/cases': 'help.cases',
  '/report': 'help.report',
  '/meetings': 'help.meetings',
  '/ledgers': 'help.ledgers',
  '/posts': 'help.posts',
  '/people': 'help.people',
  '/assumptions': 'help.assumptions',
  '/phone': 'help.phone',
};

const ScreenManual = lazy(async () => ({ default: (await import('../../help/ScreenManual.tsx')).ScreenManual }));

/** Help about the screen that is open: its page of the manual, or what the lights mean and what each place is for. */
export function HelpPanel({
  person,
  onClose,
}: {
  readonly person: SignedInPerson;
  readonly onClose: () => void;
}): ReactElement {
  const { text } = useText();
  const [path] = useLocation();
  const search = useSearch();
  return (
    <SidePanel title={text('help')} width={480} onClose={onClose}>
      <Suspense fallback={<SkeletonLines count={6} />}>
        <ScreenManual
          address={search === '' ? path : `${path}?${search}`}
          onLeave={onClose}
          otherwise={<PlacesHelp person={person} onClose={onClose} />}
        />
      </Suspense>
    </SidePanel>
  );
}

/** What the lights mean, what each place is for, and whom to ask. */
function PlacesHelp({
  person,
  onClose,
}: {
  readonly person: SignedInPerson;
  readonly onClose: () => void;
}): ReactElement {
  const { text } = useText();
  const places = placesFor(person);
  return (
    <div className="gl-help">
      <h3>{text('help.lights')}</h3>
      <dl>
        {lights.map(([light, word, says]) => (
          <div key={light}>
            <dt>
              <LightTag light={light}>{text(word)}</LightTag>
            </dt>
            <dd>{text(says)}</dd>
          </div>
        ))}
      </dl>
      <p>
        <Link href="/manual/work" onClick={onClose}>
          {text('help.lights.more')}
        </Link>
      </p>
      <h3>{text('help.places')}</h3>
      <dl>
        {[...places.work, ...(places.configuration?.inside ?? []), ...places.beside]
          .filter(({ to }) => about[to] !== undefined)
          .map(({ to, title }) => (
            <div key={to}>
              <dt>
                <Link href={to} onClick={onClose}>
                  {text(title)}
                </Link>
              </dt>
              <dd>{text(about[to] ?? title)}</dd>
            </div>
          ))}
      </dl>
      <h3>{text('help.more')}</h3>
      <p>{text('help.ask')}</p>
      {places.configuration !== null && (
        <p>
          <Link href="/manual/overview" onClick={onClose}>
            {text('manual')}
          </Link>
        </p>
      )}
    </div>
  );
}
