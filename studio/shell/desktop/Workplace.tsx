import { type ReactElement, Suspense } from 'react';
import { useLocation } from 'wouter';
import type { SessionView, SignedInPerson } from '../../api/session.ts';
import { useText } from '../../translations/texts.ts';
import { SkeletonLines } from '../../ui/Skeleton.tsx';
import { FaultBoundary } from '../FaultBoundary.tsx';
import { DesktopPages } from './DesktopPages.tsx';
import { NavigationBar } from './NavigationBar.tsx';
import { isStudio } from './places.ts';
import { TopBar } from './TopBar.tsx';
import './workplace.css';

/** The frame around every desktop page: where one is and who one is above, what one can do at the side. */
export function Workplace({
  session,
  person,
}: {
  readonly session: SessionView;
  readonly person: SignedInPerson;
}): ReactElement {
  const { text } = useText();
  const [path] = useLocation();
  const narrow = isStudio(path);
  return (
    <div className={narrow ? 'gl-workplace gl-workplace-studio' : 'gl-workplace'}>
      <a className="gl-skip" href="#page">
        {text('skip')}
      </a>
      <TopBar session={session} person={person} />
      <NavigationBar person={person} narrow={narrow} />
      <main id="page" tabIndex={-1}>
        <FaultBoundary>
          <Suspense
            fallback={
              <div className="gl-page">
                <SkeletonLines count={8} />
              </div>
            }
          >
            <DesktopPages person={person} />
          </Suspense>
        </FaultBoundary>
      </main>
    </div>
  );
}
