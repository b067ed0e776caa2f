import { type ReactElement, type ReactNode, useState } from 'react';
import { useText } from '../../../translations/texts.ts';
import { Button } from '../../Button.tsx';
import { momentWords } from '../../time-words.ts';
import { useNow } from '../../use-now.ts';
import { DialogBox } from '../DialogBox.tsx';
import type { EditedDefinition } from './edited-definition.ts';
import '../../light.css';

/** What a person must know before they go on: somebody else is at it, changed it too, or it cannot be saved. */
export function EditorNotice({ open }: { readonly open: EditedDefinition }): ReactElement | null {
  if (open.conflict !== null) return <ConflictNotice open={open} conflict={open.conflict} />;
  if (open.saving === 'failed') return <FailedNotice open={open} />;
  if (open.readOnly === 'locked') return <LockedNotice open={open} />;
  if (open.readOnly !== null) return <ReadOnlyNotice why={open.readOnly} />;
  return open.connected ? null : <OfflineNotice />;
}

interface NoticeProps {
  readonly tone: 'warn' | 'late' | 'quiet';
  readonly says: ReactNode;
  readonly children?: ReactNode;
}

function Notice({ tone, says, children }: NoticeProps): ReactElement {
  return (
    <div className={`gl-notice gl-notice-${tone}`} role="alert">
      <i className={`gl-shape gl-shape-${tone === 'quiet' ? 'paused' : tone}`} aria-hidden="true" />
      <p>{says}</p>
      {children}
    </div>
  );
}

function ConflictNotice({
  open,
  conflict,
}: {
  readonly open: EditedDefinition;
  readonly conflict: NonNullable<EditedDefinition['conflict']>;
}): ReactElement {
  const texts = useText();
  const now = useNow();
  const { text } = texts;
  const when = conflict.at === '' ? '' : momentWords(conflict.at, now, texts);
  const who = conflict.who === '' ? text('editor.somebody') : conflict.who;
  return (
    <Notice
      tone="late"
      says={
        <>
          <b>{text('editor.conflict.says', { who, when })}</b>{' '}
          {open.looking ? text('editor.conflict.looking', { who }) : text('editor.conflict.kept')}
        </>
      }
    >
      <Button small onPress={() => open.look(open.looking ? 'mine' : 'theirs')}>
        {open.looking ? text('editor.conflict.look-mine') : text('editor.conflict.look-theirs', { who })}
      </Button>
      <Button small onPress={() => open.solve('mine')}>
        {text('editor.conflict.mine')}
      </Button>
      <Button small onPress={() => open.solve('theirs')}>
        {text('editor.conflict.theirs', { who })}
      </Button>
    </Notice>
  );
}

function FailedNotice({ open }: { readonly open: EditedDefinition }): ReactElement {
  const { text, either } = useText();
  return (
    <Notice
      tone="late"
      says={
        <>
          <b>{text('editor.failed')}</b> {open.savingProblem !== null && either(open.savingProblem)}{' '}
          {text('editor.failed.kept')}
        </>
      }
    >
      <Button small onPress={() => void open.flush()}>
        {text('editor.save-now')}
      </Button>
    </Notice>
  );
}

function LockedNotice({ open }: { readonly open: EditedDefinition }): ReactElement {
  const texts = useText();
  const now = useNow();
  const { text } = texts;
  const [asking, setAsking] = useState(false);
  const who = open.lock?.person.name ?? text('editor.somebody');
  return (
    <Notice
      tone="warn"
      says={text('editor.locked', { who, since: open.lock === null ? '' : momentWords(open.lock.since, now, texts) })}
    >
      <Button small onPress={() => setAsking(true)}>
        {text('editor.take-over')}
      </Button>
      {asking && (
        <DialogBox
          title={text('editor.take-over')}
          action={text('editor.take-over')}
          onAction={() => {
            setAsking(false);
            void open.takeOver();
          }}
          onClose={() => setAsking(false)}
        >
          <p>{text('editor.take-over.says', { who })}</p>
        </DialogBox>
      )}
    </Notice>
  );
}

function ReadOnlyNotice({ why }: { readonly why: 'submitted' | 'not-permitted' }): ReactElement {
  const { text } = useText();
  return <Notice tone="quiet" says={text(why === 'submitted' ? 'editor.submitted' : 'editor.not-permitted')} />;
}

function OfflineNotice(): ReactElement {
  const { text } = useText();
  return <Notice tone="warn" says={text('editor.offline')} />;
}
