import { type ReactElement, type ReactNode, useEffect, useState } from 'react';
import { onSessionLost } from '../../api/call.ts';
import { problemOf } from '../../api/problem-error.ts';
import { type SessionView, type SignedInPerson, useSession } from '../../api/session.ts';
import { ErrorState } from '../../ui/ErrorState.tsx';
import { SkeletonLines } from '../../ui/Skeleton.tsx';
import { FirstAdministrator } from './FirstAdministrator.tsx';
import { NewPassword } from './NewPassword.tsx';
import { SignIn } from './SignIn.tsx';
import { SignInAgain } from './SignInAgain.tsx';
import './session-gate.css';

type Inside = (session: SessionView, person: SignedInPerson) => ReactNode;

interface SessionGateProps {
  readonly children: Inside;
  /** The session this device remembers, for a door that opens without a network. */
  readonly remembered?: SessionView | undefined;
}

/** Lets in who is signed in; shows the pages before the door to everybody else. */
export function SessionGate({ children, remembered }: SessionGateProps): ReactElement {
  const { data, error, failureCount, refetch, isFetching } = useSession();
  const session = data ?? (failureCount === 0 && error === null ? undefined : remembered);
  if (session === undefined) {
    return (
      <div className="gl-gate">
        {error === null ? (
          <SkeletonLines count={6} />
        ) : (
          <ErrorState problem={problemOf(error)} onRetry={() => void refetch()} retrying={isFetching} />
        )}
      </div>
    );
  }
  const { person } = session;
  if (person === null) return <Outside session={session} />;
  if (person.mustChangePassword) return <NewPassword place={session.place} person={person} />;
  return <Workplace key={person.id} session={session} person={person} inside={children} />;
}

/**
 * The place of a signed-in person. When their session ends while they work, the page stays as it is under a sign-in
 * card, with everything they typed.
 */
function Workplace({
  session,
  person,
  inside,
}: {
  readonly session: SessionView;
  readonly person: SignedInPerson;
  readonly inside: Inside;
}): ReactElement {
  const [lost, setLost] = useState(false);
  useEffect(() => onSessionLost(() => setLost(true)), []);
  return (
    <>
      <div inert={lost}>{inside(session, person)}</div>
      {lost && <SignInAgain session={session} person={person} onDone={() => setLost(false)} />}
    </>
  );
}

/** What somebody meets who is not signed in: the sign-in page, or on an empty database the first administrator's. */
function Outside({ session }: { readonly session: SessionView }): ReactElement {
  const [page, setPage] = useState<'sign-in' | 'first'>(
    session.needsAdministrator && !session.demo ? 'first' : 'sign-in',
  );
  if (page === 'first') return <FirstAdministrator session={session} onSignIn={() => setPage('sign-in')} />;
  return <SignIn session={session} onFirst={() => setPage('first')} />;
}
