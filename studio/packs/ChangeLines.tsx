import { type ReactElement, useEffect, useState } from 'react';
import type { Static } from 'typebox';
import { Link } from 'wouter';
import type { ChangeView } from '../../server/http/contract/drafts.ts';
import type { DefinitionKind } from '../api/drafts/content.ts';
import { useText } from '../translations/texts.ts';
import { Button } from '../ui/Button.tsx';
import { DialogBox } from '../ui/desktop/DialogBox.tsx';
import { Tag } from '../ui/Tag.tsx';
import { ChangeSentences } from './ChangeSentences.tsx';
import { editorOf, kindTitle } from './definition-groups.ts';
import './change-lines.css';

type Change = Static<typeof ChangeView>;

interface ChangeLinesProps {
  readonly changes: readonly Change[];
  /** Gives a change up; absent where it is only told what changed. */
  readonly onGiveUp?: (kind: DefinitionKind, id: string) => void;
  readonly busy?: boolean;
}

/** What is different, definition by definition, in sentences. */
export function ChangeLines({ changes, onGiveUp, busy = false }: ChangeLinesProps): ReactElement {
  const [asked, setAsked] = useState<Change | null>(null);
  useEffect(() => {
    // An editor sends people here for one definition: kind/id behind the hash.
    document.getElementById(decodeURIComponent(window.location.hash.slice(1)))?.scrollIntoView({ block: 'start' });
  }, [changes]);
  return (
    <ul className="gl-change-lines">
      {changes.map((change) => (
        <li key={`${change.kind} ${change.id}`} id={`${change.kind}/${change.id}`}>
          <ChangeHead
            change={change}
            linked={onGiveUp !== undefined}
            {...(onGiveUp === undefined ? {} : { onAsk: () => setAsked(change) })}
          />
          <ChangeSentences sentences={change.sentences} />
        </li>
      ))}
      {asked !== null && onGiveUp !== undefined && (
        <GiveUpDialog
          change={asked}
          busy={busy}
          onClose={() => setAsked(null)}
          onAction={() => {
            onGiveUp(asked.kind, asked.id);
            setAsked(null);
          }}
        />
      )}
    </ul>
  );
}

interface ChangeHeadProps {
  readonly change: Change;
  readonly linked: boolean;
  readonly onAsk?: () => void;
}

function ChangeHead({ change, linked, onAsk }: ChangeHeadProps): ReactElement {
  const { text, pack } = useText();
  const title = pack(change.title);
  return (
    <header>
      <span className="quiet">{text(kindTitle(change.kind))}</span>
      <h3>{linked && change.state !== 'removed' ? <Link href={editorOf(change)}>{title}</Link> : title}</h3>
      {change.state !== 'changed' && (
        <Tag tone={change.state === 'removed' ? 'warn' : 'accent'}>{text(`list.state.${change.state}`)}</Tag>
      )}
      {onAsk !== undefined && (
        <Button kind="text" small label={text('changes.give-up.of', { title })} onPress={onAsk}>
          {text('changes.give-up')}
        </Button>
      )}
    </header>
  );
}

interface GiveUpDialogProps {
  readonly change: Change;
  readonly busy: boolean;
  readonly onAction: () => void;
  readonly onClose: () => void;
}

function GiveUpDialog({ change, busy, onAction, onClose }: GiveUpDialogProps): ReactElement {
  const { text, pack } = useText();
  return (
    <DialogBox
      title={text('changes.give-up')}
      action={text('changes.give-up')}
      grave
      busy={busy}
      onAction={onAction}
      onClose={onClose}
    >
      <p>{text('changes.give-up.says', { title: pack(change.title) })}</p>
    </DialogBox>
  );
}
