import type { ReactElement } from 'react';
import { usePackTexts } from '../../api/pack-texts.ts';
import { DesktopTheme } from '../../ui/desktop/DesktopTheme.tsx';
import { SessionGate } from '../sign-in/SessionGate.tsx';
import { Workplace } from './Workplace.tsx';

/** The desktop door: the back office, and later the studio. */
export function DesktopDoor(): ReactElement {
  usePackTexts();
  return (
    <DesktopTheme>
      <SessionGate>{(session, person) => <Workplace session={session} person={person} />}</SessionGate>
    </DesktopTheme>
  );
}
