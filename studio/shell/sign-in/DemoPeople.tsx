import type { ReactElement } from 'react';
import { type SessionView, useSignedIn } from '../../api/session.ts';
import { useCommand } from '../../api/use-command.ts';
import { signInAsDemoPerson } from '../../../server/http/contract/session.ts';
import { useText } from '../../translations/texts.ts';
import { listedNames } from '../../ui/area-names.ts';
import { ErrorNote } from '../../ui/ErrorState.tsx';
import { Icon } from '../../ui/Icon.tsx';
import './demo-people.css';

/** The synthetic people of the pack; pressing one signs in as them. */
export function DemoPeople({
  people,
  onDone,
}: {
  readonly people: SessionView['demoPeople'];
  readonly onDone?: () => void;
}): ReactElement {
  const texts = useText();
  const { text } = texts;
  const signedIn = useSignedIn();
  const command = useCommand(signInAsDemoPerson);
  const enter = async (account: string): Promise<void> => {
    const session = await command.run({ body: { account } });
    if (session === null) return;
    signedIn(session);
    onDone?.();
  };
  return (
    <>
      <h2>{text('demo.title')}</h2>
      <p className="quiet">{text('demo.about')}</p>
      {command.problem !== null && <ErrorNote problem={command.problem} />}
      <ul className="gl-demo-people">
        {people.map(({ account, name, posts, areas, note }) => (
          <li key={account}>
            <button type="button" disabled={command.busy} onClick={() => void enter(account)}>
              <span>
                <b>{name}</b>
                <span className="gl-demo-where">
                  <span>{listedNames(posts, texts)}</span> <span className="quiet">{listedNames(areas, texts)}</span>
                </span>
                {note !== '' && <span className="quiet">{texts.pack(note)}</span>}
              </span>
              <Icon name="next" small />
            </button>
          </li>
        ))}
      </ul>
    </>
  );
}
