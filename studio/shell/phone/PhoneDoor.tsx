import { type ReactElement, useEffect } from 'react';
import { Router } from 'wouter';
import { remember, useRemembered } from '../../api/outbox/remembered.ts';
import { usePackTexts } from '../../api/pack-texts.ts';
import { type SessionView, useSession } from '../../api/session.ts';
import { PhoneTheme } from '../../ui/phone/PhoneTheme.tsx';
import { SessionGate } from '../sign-in/SessionGate.tsx';
import { PhoneWorkplace } from './PhoneWorkplace.tsx';

const SESSION = 'session';

/** The phone door. It opens without a network for the person who was signed in last on this phone. */
export function PhoneDoor(): ReactElement {
  usePackTexts();
  const { data } = useSession();
  const remembered = useRemembered<SessionView>(SESSION);
  useEffect(() => {
    if (data !== undefined) void remember(SESSION, data);
  }, [data]);
  return (
    <PhoneTheme>
      <Router base="/work">
        <SessionGate remembered={remembered ?? undefined}>
          {(session, person) => <PhoneWorkplace session={session} person={person} />}
        </SessionGate>
      </Router>
    </PhoneTheme>
  );
}
