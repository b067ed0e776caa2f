import { type ReactElement, useState } from 'react';
import { useLocation } from 'wouter';
import type { SessionView, SignedInPerson } from '../../api/session.ts';
import { useAnswer } from '../../api/use-answer.ts';
import { listNotifications } from '../../../server/http/contract/notifications.ts';
import { useText } from '../../translations/texts.ts';
import { BrandMark, Icon } from '../../ui/Icon.tsx';
import { Tag } from '../../ui/Tag.tsx';
import { SearchInput } from '../../ui/TextInput.tsx';
import { HelpPanel } from './HelpPanel.tsx';
import { MeMenu } from './MeMenu.tsx';
import { NotificationsPanel } from './NotificationsPanel.tsx';
import { mayEnter } from './places.ts';
import './top-bar.css';

interface TopBarProps {
  readonly session: SessionView;
  readonly person: SignedInPerson;
}

/** Where one is, one search for everything, what one was told, help, and oneself. */
export function TopBar({ session, person }: TopBarProps): ReactElement {
  const { text, pack } = useText();
  const [open, setOpen] = useState<'notifications' | 'help' | null>(null);
  const close = (): void => {
    setOpen(null);
  };
  return (
    <header className="gl-top">
      <span className="gl-top-brand">
        <BrandMark />
        {text('product')}
      </span>
      <span className="gl-top-place">
        <b className="cut">{pack(session.place.area?.name ?? session.place.title)}</b>
      </span>
      {mayEnter(person, ['case.view']) && <CaseSearch />}
      <span className="push" />
      {session.demo && <Tag>{text('demo.mark')}</Tag>}
      <Bell onOpen={() => setOpen('notifications')} />
      <button type="button" onClick={() => setOpen('help')}>
        <Icon name="help" />
        {text('help')}
      </button>
      <MeMenu person={person} />
      {open === 'notifications' && <NotificationsPanel onClose={close} />}
      {open === 'help' && <HelpPanel person={person} onClose={close} />}
    </header>
  );
}

function CaseSearch(): ReactElement {
  const { text } = useText();
  const [, navigate] = useLocation();
  const [words, setWords] = useState('');
  return (
    <SearchInput
      label={text('search.cases')}
      value={words}
      onChange={setWords}
      onSubmit={(wanted) => {
        if (wanted.trim() !== '') navigate(`/cases?view=all&q=${encodeURIComponent(wanted.trim())}`);
      }}
    />
  );
}

function Bell({ onOpen }: { readonly onOpen: () => void }): ReactElement {
  const { text } = useText();
  const { data } = useAnswer(listNotifications, {}, { every: 60 });
  const unread = data?.unread ?? 0;
  return (
    <button type="button" onClick={onOpen}>
      <Icon name="bell" />
      {text('notifications')}
      {unread > 0 && <b>{unread}</b>}
    </button>
  );
}
