import { type ReactElement, useState } from 'react';
import { listReleases, setApprovalRule } from '../../server/http/contract/releases.ts';
import type { AnswerOf } from '../../server/http/contract/operation.ts';
import { useCommand } from '../api/use-command.ts';
import { useText } from '../translations/texts.ts';
import { Button } from '../ui/Button.tsx';
import { DialogBox } from '../ui/desktop/DialogBox.tsx';
import { Tag } from '../ui/Tag.tsx';
import { momentWords } from '../ui/time-words.ts';
import { useToast } from '../ui/Toast.tsx';
import { useNow } from '../ui/use-now.ts';
import './draft-bar.css';

interface ApprovalRuleProps {
  readonly area: string;
  readonly rule: Pick<AnswerOf<typeof listReleases>, 'approvalRequired' | 'loweringAsked' | 'mayPublish'>;
  readonly me: string;
}

/** Whether publishing needs a second person. Asking for one is done at once; doing without one needs one, too. */
export function ApprovalRule({
  area,
  rule: { approvalRequired, loweringAsked, mayPublish },
  me,
}: ApprovalRuleProps): ReactElement {
  const texts = useText();
  const { text } = texts;
  const now = useNow();
  const say = useToast();
  const [asking, setAsking] = useState(false);
  const rule = useCommand(setApprovalRule, [listReleases]);
  const run = async (): Promise<void> => {
    const came = await rule.run({ params: { area }, body: { required: !approvalRequired } });
    if (came === null) return;
    setAsking(false);
    say(text(came.required === approvalRequired ? 'rule.waits' : approvalRequired ? 'rule.lowered' : 'rule.raised'));
  };
  const action = text(approvalRequired ? 'rule.lower' : 'rule.raise');
  return (
    <section className="gl-draft-bar">
      <p>
        <i className={`gl-shape gl-shape-${approvalRequired ? 'ok' : 'paused'}`} aria-hidden="true" />
        {text(approvalRequired ? 'rule.required' : 'rule.none')}
        {loweringAsked !== null && (
          <Tag tone="warn">
            {text('rule.asked', { who: loweringAsked.by.name, when: momentWords(loweringAsked.at, now, texts) })}
          </Tag>
        )}
      </p>
      {mayPublish && loweringAsked?.by.id !== me && <Button onPress={() => setAsking(true)}>{action}</Button>}
      {asking && (
        <DialogBox
          title={action}
          action={action}
          busy={rule.busy}
          problem={rule.problem}
          onAction={() => void run()}
          onClose={() => setAsking(false)}
        >
          <p>{text(approvalRequired ? 'rule.lower.says' : 'rule.raise.says')}</p>
        </DialogBox>
      )}
    </section>
  );
}
