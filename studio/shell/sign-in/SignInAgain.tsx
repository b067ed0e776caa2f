import type { ReactElement } from 'react';
import type { SessionView, SignedInPerson } from '../../api/session.ts';
import { useText } from '../../translations/texts.ts';
import { DemoPeople } from './DemoPeople.tsx';
import { SignInForm } from './SignIn.tsx';
import './sign-in-again.css';

interface SignInAgainProps {
  readonly session: SessionView;
  readonly person: SignedInPerson;
  readonly onDone: () => void;
}

/** Asks for the password over the page one was working on; the page waits underneath. */
export function SignInAgain({ session, person, onDone }: SignInAgainProps): ReactElement {
  const { text } = useText();
  const { account, name, posts } = person;
  const asDemo = {
    account,
    name,
    posts: posts[0]?.postTitle ?? '',
    areas: posts[0]?.area.name ?? '',
    note: '',
    administrator: false,
  };
  return (
    <div className="gl-again" role="dialog" aria-modal="true" aria-label={text('sign-in.again')}>
      <div>
        <h2>{text('sign-in.again')}</h2>
        <p className="quiet">{text('sign-in.again.says')}</p>
        <SignInForm account={account} onDone={onDone} />
        {session.demo && <DemoPeople people={[asDemo]} onDone={onDone} />}
      </div>
    </div>
  );
}
