import { Dropdown } from 'antd';
import { type ReactElement, useState } from 'react';
import { type SignedInPerson, useSignOut } from '../../api/session.ts';
import { chooseLanguage, useText } from '../../translations/texts.ts';
import { Avatar } from '../../ui/Avatar.tsx';
import { DialogFrame } from '../../ui/desktop/DialogBox.tsx';
import { useToast } from '../../ui/Toast.tsx';
import { PasswordForm } from '../sign-in/PasswordForm.tsx';

/** Oneself: language, password, and the way out. */
export function MeMenu({ person }: { readonly person: SignedInPerson }): ReactElement {
  const { text, pack, language } = useText();
  const { leave } = useSignOut();
  const say = useToast();
  const [changing, setChanging] = useState(false);
  const items = [
    { key: 'language', label: text('language.other') },
    { key: 'password', label: text('password.change') },
    { key: 'leave', label: text('sign-out') },
  ];
  const choose = async (key: string): Promise<void> => {
    if (key === 'language') await chooseLanguage(language === 'zh' ? 'en' : 'zh');
    else if (key === 'password') setChanging(true);
    else if (!(await leave())) say(text('sign-out.failed'));
  };
  return (
    <>
      <Dropdown trigger={['click']} menu={{ items, onClick: ({ key }) => void choose(key) }}>
        <button type="button" aria-haspopup="menu">
          <Avatar name={person.name} />
          {person.name}
          <span className="quiet">{pack(person.posts[0]?.postTitle ?? '')}</span>
        </button>
      </Dropdown>
      {changing && (
        <DialogFrame title={text('password.change')} onClose={() => setChanging(false)}>
          <PasswordForm
            onDone={() => {
              setChanging(false);
              say(text('password.changed'));
            }}
          />
        </DialogFrame>
      )}
    </>
  );
}
