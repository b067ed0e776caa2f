import { type ReactElement, useState } from 'react';
import { listReleases, setApprovalRule } from '../../server/http/contract/releases.ts';
import { useCommand } from '../api/use-command.ts';
import { useText } from '../translations/texts.ts';
import { Button } from '../ui/Button.tsx';
import { DialogBox } from '../ui/desktop/DialogBox.tsx';
import { useToast } from '../ui/Toast.tsx';
import './draft-bar.css';

interface ApprovalRuleProps {
  readonly area: string;
  readonly required: boolean;
  readonly mayChange: boolean;
}

/** Whether publishing needs a second person. Asking for one is done at once; doing without one needs one, too. */
export function ApprovalRule({ area, required, mayChange }: ApprovalRuleProps): ReactElement {
  const { text } = useText();
  const say = useToast();
  const [asking, setAsking] = useState(false);
  const rule = useCommand(setApprovalRule, [listReleases]);
  const run = async (): Promise<void> => {
    const came = await rule.run({ params: { area }, body: { required: !required } });
    if (came === null) return;
    setAsking(false);
    say(text(came.required === required ? 'rule.waits' : required ? 'rule.lowered' : 'rule.raised'));
  };
  const action = text(required ? 'rule.lower' : 'rule.raise');
  return (
    <section className="gl-draft-bar">
      <p>
        <i className={`gl-shape gl-shape-${required ? 'ok' : 'paused'}`} aria-hidden="true" />
        {text(required ? 'rule.required' : 'rule.none')}
      </p>
      {mayChange && <Button onPress={() => setAsking(true)}>{action}</Button>}
      {asking && (
        <DialogBox
          title={action}
          action={action}
          busy={rule.busy}
          problem={rule.problem}
          onAction={() => void run()}
          onClose={() => setAsking(false)}
        >
          <p>{text(required ? 'rule.lower.says' : 'rule.raise.says')}</p>
        </DialogBox>
      )}
    </section>
  );
}
