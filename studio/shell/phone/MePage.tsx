import { type ReactElement, type ReactNode, useState } from 'react';
import { useLocation } from 'wouter';
import { forgetRemembered } from '../../api/outbox/remembered.ts';
import { useOutbox } from '../../api/outbox/use-outbox.ts';
import { type SessionView, type SignedInPerson, useSignOut } from '../../api/session.ts';
import { chooseLanguage, useText } from '../../translations/texts.ts';
import { Button } from '../../ui/Button.tsx';
import { ErrorNote } from '../../ui/ErrorState.tsx';
import { LineButton } from '../../ui/phone/LineButton.tsx';
import { Block, TabPage } from '../../ui/phone/PhonePage.tsx';
import { Sheet } from '../../ui/phone/Sheet.tsx';
import { useToast } from '../../ui/Toast.tsx';
import { PasswordForm } from '../sign-in/PasswordForm.tsx';

interface MePageProps {
  readonly session: SessionView;
  readonly person: SignedInPerson;
  readonly aside: ReactNode;
}

/** 我的: who I am here, the language, the password, what I sent, and the way out. */
export function MePage({ session, person, aside }: MePageProps): ReactElement {
  const { text, pack, language } = useText();
  const [, navigate] = useLocation();
  const [open, setOpen] = useState<'password' | 'leave' | null>(null);
  const say = useToast();
  const close = (): void => {
    setOpen(null);
  };
  return (
    <TabPage title={text('tab.me')} aside={aside}>
      <Block>
        <h2>{person.name}</h2>
        <p className="quiet">
          {person.account} · {pack(session.place.title)}
        </p>
        <ul>
          {person.posts.map(({ post, postTitle, area }) => (
            <li key={`${post} ${area.code}`}>
              {pack(postTitle)} <span className="quiet">{pack(area.name)}</span>
            </li>
          ))}
        </ul>
        {person.posts.length === 0 && <p>{text('me.no-posts')}</p>}
      </Block>
      <Block>
        <LineButton title={text('unsent.title')} says={text('me.unsent.says')} onPress={() => navigate('/unsent')} />
        <LineButton
          title={text('me.language')}
          value={text('language.other')}
          onPress={() => {
            void chooseLanguage(language === 'zh' ? 'en' : 'zh');
          }}
        />
        <LineButton title={text('help')} says={text('me.help.says')} onPress={() => navigate('/help')} />
        <LineButton title={text('password.change')} onPress={() => setOpen('password')} />
        <LineButton title={text('sign-out')} onPress={() => setOpen('leave')} />
      </Block>
      <Block>
        <b>{text('me.ideas')}</b>
        <p className="quiet">{text('me.ideas.says')}</p>
      </Block>
      <Sheet title={text('password.change')} open={open === 'password'} onClose={close}>
        <div className="gl-sheet-form">
          <PasswordForm
            onDone={() => {
              close();
              say(text('password.changed'));
            }}
          />
        </div>
      </Sheet>
      <LeaveSheet person={person} open={open === 'leave'} onClose={close} />
    </TabPage>
  );
}

/** The way out. With something unsent it stays shut until one has confirmed; what is unsent stays on this phone. */
function LeaveSheet({
  person,
  open,
  onClose,
}: {
  readonly person: SignedInPerson;
  readonly open: boolean;
  readonly onClose: () => void;
}): ReactElement {
  const { text } = useText();
  const [, navigate] = useLocation();
  const { items } = useOutbox(person.id);
  const { leave, busy, problem } = useSignOut();
  const unsent = items?.length ?? 0;
  const go = async (): Promise<void> => {
    if (!(await leave())) return;
    await forgetRemembered();
    navigate('/');
  };
  return (
    <Sheet title={text('sign-out')} open={open} onClose={onClose}>
      <div className="gl-sheet-form">
        <p>
          {unsent === 0
            ? text('me.leave.says', { name: person.name })
            : text('me.leave.unsent', { count: unsent, name: person.name })}
        </p>
        {problem !== null && <ErrorNote problem={problem} />}
        {unsent > 0 && (
          <Button kind="primary" wide onPress={() => navigate('/unsent')}>
            {text('me.leave.send-first')}
          </Button>
        )}
        <Button kind={unsent > 0 ? 'danger' : 'primary'} wide busy={busy} onPress={() => void go()}>
          {text(unsent > 0 ? 'me.leave.anyway' : 'sign-out')}
        </Button>
      </div>
    </Sheet>
  );
}
