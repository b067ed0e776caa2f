import { type ReactElement, useState } from 'react';
import { useText } from '../translations/texts.ts';
import { Button } from '../ui/Button.tsx';
import { DialogFrame } from '../ui/desktop/DialogBox.tsx';
import { Icon } from '../ui/Icon.tsx';

interface FirstPasswordProps {
  readonly name: string;
  readonly account: string;
  readonly password: string;
  readonly onClose: () => void;
}

/** A first password, this once: to be handed over, and replaced by the person at their first sign-in. */
export function FirstPassword({ name, account, password, onClose }: FirstPasswordProps): ReactElement {
  const { text } = useText();
  const [copied, setCopied] = useState(false);
  // Over plain http on an office network a browser has no clipboard for pages; then it is read from the screen.
  const clipboard = navigator.clipboard as Clipboard | undefined;
  const copy = async (): Promise<void> => {
    await clipboard?.writeText(`${account} ${password}`);
    setCopied(true);
  };
  return (
    <DialogFrame title={text('person.first-password', { name })} onClose={onClose}>
      <div className="gl-dialog">
        <p>{text('person.first-password.says')}</p>
        <dl className="gl-note">
          <dt className="quiet">{text('account')}</dt>
          <dd>
            <b>{account}</b>
          </dd>
          <dt className="quiet">{text('password')}</dt>
          <dd className="gl-secret">{password}</dd>
        </dl>
        <div className="gl-dialog-foot">
          {clipboard !== undefined && (
            <Button onPress={() => void copy()}>
              <Icon name="copy" small />
              {text(copied ? 'copied' : 'copy')}
            </Button>
          )}
          <Button kind="primary" onPress={onClose}>
            {text('person.first-password.done')}
          </Button>
        </div>
      </div>
    </DialogFrame>
  );
}
